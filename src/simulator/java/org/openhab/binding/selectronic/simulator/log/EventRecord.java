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

/**
 * An alert, its end, or a change of state, and how the logs of events (format 3) keep it. Word by word after two public
 * clients; published records of a real unit come out the same.
 *
 * @param time true time
 * @param unitTime what the unit's clock showed
 * @param code number of the event
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record EventRecord(Instant time, LocalDateTime unitTime, int code, Snapshot snapshot) {

    /** Word 30 is the charge index when word 31 says so. */
    private static final int CHARGE_INDEX = 1;

    /** The record in flash. */
    int[] words(UnitScales scales) {
        RecordWords to = new RecordWords(LogKind.ALERTS, scales, unitTime);
        to.raw(2, code);
        to.signed(3, Kind.DC_V, snapshot.dcVolts());
        to.signed(4, Kind.DC_V, snapshot.midVolts());
        to.signed(5, Kind.DC_A, snapshot.inverterDcAmps());
        to.signed(6, Kind.DC_A, snapshot.shunt1Amps());
        to.signed(7, Kind.DC_A, snapshot.shunt2Amps());
        to.pair(8, Kind.AC_W32, snapshot.load());
        to.pair(10, Kind.AC_W32, snapshot.inverterPower());
        to.signed(12, Kind.AC_W16, snapshot.sourcePower());
        to.signed(13, Kind.AC_V, snapshot.acVolts());
        to.unsigned(14, Kind.PCT256, snapshot.soc());
        to.signed(15, Kind.CENTI, snapshot.hertz());
        to.signed(16, Kind.TEMP, snapshot.transformer());
        to.signed(17, Kind.TEMP, snapshot.heatsink1());
        to.signed(18, Kind.TEMP, snapshot.heatsink2());
        to.signed(19, Kind.TEMP, snapshot.battery());
        to.signed(20, Kind.TEMP, snapshot.internal());
        to.signed(21, Kind.TEMP, snapshot.ambient());
        to.raw(22, snapshot.mode());
        to.raw(23, snapshot.stage());
        to.raw(24, snapshot.contactors());
        to.raw(25, snapshot.generator());
        to.raw(26, snapshot.startReason());
        to.raw(27, snapshot.runReason());
        to.unsigned(28, Kind.DC_W, snapshot.cableLoss());
        to.unsigned(29, Kind.PCT256, snapshot.fan());
        to.index(30, snapshot.chargeIndex());
        to.raw(31, CHARGE_INDEX);
        to.raw(32, scales.acCurrent());
        to.signed(33, Kind.DC_A, snapshot.chargeTarget());
        to.raw(34, scales.dcCurrent());
        to.raw(35, scales.temperature());
        return to.words();
    }
}
