/*
 * Copyright (c) 2026 Contributors to the Selectronic binding project
 *
 * See the NOTICE file(s) distributed with this work for additional
 * information.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * http://www.eclipse.org/legal/epl-2.0
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.selectronic.simulator.log;

import java.time.Instant;
import java.time.LocalDateTime;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.memory.Kind;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.Flows;

/**
 * What the plant did in an interval, in physical units and the plant's own signs, and how the detailed log (format 3)
 * keeps it. Word by word after two public clients that read real units.
 *
 * @param start true time
 * @param end true time
 * @param unitTime what the unit's clock showed at the end: the stamp of the record
 * @param mean powers in W
 * @param maxLoad highest load in W
 * @param volts mean DC voltage
 * @param inverterDcAmps mean, positive when the inverter draws
 * @param shuntAmps mean, positive when shunt 1 generates
 * @param acVolts mean at the load
 * @param hertz mean at the load
 * @param transformer highest, degrees Celsius
 * @param heatsink highest, degrees Celsius
 * @param battery highest, degrees Celsius
 * @param soc state of charge at the end in percent
 * @param energy of the interval in Wh
 * @param today counters of the unit's day in Wh as the record shows them
 * @param coupled whether the unit has AC-coupled solar
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record DetailedRecord(Instant start, Instant end, LocalDateTime unitTime, Flows mean, double maxLoad,
        double volts, double minVolts, double maxVolts, double inverterDcAmps, double shuntAmps, double acVolts,
        double hertz, double transformer, double heatsink, double battery, double soc, Energies energy, Energies today,
        boolean coupled) {

    private static final int MISSING = 0xFFFF;

    /** The record in flash. */
    int[] words(UnitScales scales) {
        RecordWords to = new RecordWords(LogKind.DETAILED, scales, unitTime);
        // the inverter's power is negative when it feeds the load, the source's when it supplies
        to.pair(2, Kind.AC_W32, -mean.inverterAc());
        to.energyPair(4, Kind.DC_WH, today.dcIn());
        to.energyPair(6, Kind.DC_WH, today.dcOut());
        to.energyPair(8, Kind.DC_WH, today.batteryIn());
        to.energyPair(10, Kind.DC_WH, today.batteryOut());
        to.signed(12, Kind.DC_V, volts);
        to.signed(13, Kind.DC_V, minVolts);
        to.signed(14, Kind.DC_V, maxVolts);
        to.signed(15, Kind.DC_V, volts / 2);
        to.signed(16, Kind.DC_V, minVolts / 2);
        to.signed(17, Kind.DC_V, maxVolts / 2);
        to.signed(18, Kind.DC_A, inverterDcAmps);
        to.signed(19, Kind.DC_A, -shuntAmps);
        to.signed(21, Kind.AC_W16, mean.load());
        to.signed(22, Kind.AC_W16, maxLoad);
        to.signed(23, Kind.AC_W16, -mean.source());
        to.signed(24, Kind.AC_V, acVolts);
        to.signed(25, Kind.CENTI, hertz);
        to.signed(26, Kind.TEMP, transformer);
        to.signed(27, Kind.TEMP, heatsink);
        to.signed(28, Kind.TEMP, battery);
        if (coupled) {
            to.unsigned(29, Kind.AC_W16, mean.acSolar());
            to.energy(30, Kind.AC_WH, today.acSolar());
        } else {
            to.raw(29, MISSING);
            to.raw(30, MISSING);
        }
        to.unsigned(31, Kind.PCT256, soc);
        to.energy(32, Kind.AC_WH, today.sourceIn());
        to.energy(33, Kind.AC_WH, today.load());
        to.generated(34, today.dcSolar());
        to.energy(38, Kind.AC_WH, today.sourceOut());
        to.raw(39, scales.acVolts());
        to.raw(40, scales.acCurrent());
        to.raw(41, scales.dcVolts());
        to.raw(42, scales.dcCurrent());
        to.raw(43, scales.temperature());
        return to.words();
    }
}
