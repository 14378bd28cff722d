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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.memory.Kind;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.binding.selectronic.simulator.plant.Energies;

/**
 * What the unit writes down at 23:59:59 of its clock, in physical units, and how the daily log (format 5) keeps it. The
 * one published record of a real unit holds running totals; its hours at float are of the day.
 *
 * @param time true time
 * @param unitTime what the unit's clock showed
 * @param total running totals in Wh
 * @param inverterDc energy that the inverter has drawn from the DC side, less what it has put there, in Wh
 * @param sourceTime running total with an AC source
 * @param modulation running total with the inverter at work
 * @param atFloat of this day
 * @param chargeIndex share
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record DailyRecord(Instant time, LocalDateTime unitTime, Energies total, double inverterDc, Duration sourceTime,
        Duration modulation, Duration atFloat, double chargeIndex) {
    /** The record in flash. */
    int[] words(UnitScales scales) {
        RecordWords to = new RecordWords(LogKind.DAILY, scales, unitTime);
        to.energyPair(2, Kind.DC_WH, total.dcIn());
        to.energyPair(4, Kind.DC_WH, total.dcOut());
        to.energyPair(6, Kind.DC_WH, total.batteryIn());
        to.energyPair(8, Kind.DC_WH, total.batteryOut());
        to.energyPair(10, Kind.AC_WH, total.sourceIn());
        to.energyPair(12, Kind.AC_WH, total.load());
        to.generatedPair(14, total.dcSolar());
        to.minutesPair(18, sourceTime);
        to.energyPair(20, Kind.AC_WH, total.sourceOut());
        to.pair(22, Kind.DC_WH, inverterDc);
        to.minutesPair(24, modulation);
        to.minutes(26, atFloat);
        // the only total whose high word comes first
        to.energyPairHighFirst(27, Kind.AC_WH, total.acSolar());
        to.index(29, chargeIndex);
        to.raw(30, scales.acVolts());
        to.raw(31, scales.acCurrent());
        to.raw(32, scales.dcVolts());
        to.raw(33, scales.dcCurrent());
        to.raw(34, scales.temperature());
        return to.words();
    }
}
