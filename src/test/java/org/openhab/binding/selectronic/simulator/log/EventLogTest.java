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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.log.LogWalker.Entry;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.GeneratorReason;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * Alerts, operations and days in the log, as public clients read them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class EventLogTest {
    private static final int ALERTS = 41_574;
    private static final int OPERATIONS = 41_639;
    private static final int DAILY = 41_704;

    private static List<Entry> walk(SimulatedUnit unit, int header) {
        return new LogWalker(unit::words, header).newest(10_000);
    }

    private static List<Integer> codes(List<Entry> entries) {
        return entries.stream().map(entry -> entry.u16(2)).toList();
    }

    private static void forward(SimulatedUnit unit, Duration time) {
        unit.advanceTo(unit.now().plus(time));
    }

    @Test
    void tripIsRaisedUnderLoadAndCleared() {
        SimulatedUnit unit = Simulation.still(Scenario.LOW_VOLTAGE_TRIP).unit();
        forward(unit, Duration.ofMinutes(10));
        List<Entry> alerts = walk(unit, ALERTS);
        assertThat(codes(alerts), contains(50, 51));
        Entry raised = alerts.get(0);
        assertThat(raised.time().toString(), is("2026-07-06T04:31"));
        double watts = 5300.0 * 2934 / 26_214_400;
        double load = raised.s32(8) * watts;
        assertThat(load, is(greaterThan(150.0)));
        // load, inverter and source balance, and the DC side gives what the AC side takes
        assertThat(load + raised.s32(10) * watts + raised.s16(12) * watts * 8, is(closeTo(0, 5)));
        double volts = raised.s16(3) * 1050.0 / 327_680;
        assertThat(volts, is(both(greaterThan(44.0)).and(lessThan(54.0))));
        assertThat(volts * raised.s16(5) * 16_000 / 327_680, is(both(greaterThan(load)).and(lessThan(load * 1.5))));
        Entry cleared = alerts.get(1);
        assertThat(cleared.seconds() - raised.seconds(), is(greaterThan(16L)));
        EventRecord truth = unit.logs().events(LogKind.ALERTS).get(1);
        assertThat(cleared.time(), is(truth.unitTime().withNano(0)));
        assertThat(truth.snapshot().soc(), is(closeTo(cleared.u16(14) / 256.0, 0.002)));
    }

    @Test
    void tripStartsTheGenerator() {
        SimulatedUnit unit = Simulation.still(Scenario.LOW_VOLTAGE_TRIP).unit();
        forward(unit, Duration.ofMinutes(10));
        List<Entry> operations = walk(unit, OPERATIONS);
        // inverter idle and on again; request by battery voltage, run, start; start ends; synchronised and contactor
        assertThat(codes(operations), contains(60, 62, 178, 50, 149, 162, 164, 165, 179, 201, 169, 148));
        Entry starting = operations.get(codes(operations).indexOf(149));
        assertThat(starting.u16(25), is(6));
        assertThat(starting.u16(26), is(8));
        Entry connected = operations.get(codes(operations).indexOf(148));
        assertThat(connected.u16(24) & 2, is(2));
        assertThat(connected.u16(25), is(1));
    }

    @Test
    void runEndsAsItBegan() {
        SimulatedUnit unit = Simulation.still(Scenario.GENERATOR_RUN).unit();
        unit.change(plant -> plant.startGenerator(GeneratorReason.REMOTE_RUN_REQUEST));
        forward(unit, Duration.ofMinutes(20));
        unit.change(plant -> plant.stopGenerator());
        forward(unit, Duration.ofMinutes(10));
        List<Integer> codes = codes(walk(unit, OPERATIONS));
        assertThat(codes, containsInRelativeOrder(19, 162, 164, 165, 169, 148, 170, 149, 20, 163));
        assertThat(codes, containsInRelativeOrder(179, 201, 202, 178));
    }

    @Test
    void stagesFollowEachOther() {
        SimulatedUnit unit = Simulation.still(Scenario.SUNNY_DAY).unit();
        forward(unit, Duration.ofHours(24));
        List<Integer> codes = codes(walk(unit, OPERATIONS));
        assertThat(codes, containsInRelativeOrder(7, 8, 9, 10, 11, 12, 6));
        assertThat(walk(unit, ALERTS), is(empty()));
    }

    @Test
    void mainsFailsAndReturns() {
        SimulatedUnit unit = Simulation.still(Scenario.MAINS_OUTAGE).unit();
        forward(unit, Duration.ofMinutes(10));
        List<Entry> operations = walk(unit, OPERATIONS);
        assertThat(codes(operations), contains(202, 178, 170, 177, 179, 201, 169));
        assertThat(operations.get(4).seconds() - operations.get(0).seconds(), is(300L));
    }

    @Test
    void alertsGoInPairs() {
        SimulatedUnit unit = Simulation.still(Scenario.NIGHT).unit();
        for (int code : List.of(2, 127, 88, 2)) {
            unit.change(plant -> plant.raise(code));
            forward(unit, Duration.ofMinutes(1));
            unit.change(plant -> plant.clear(code));
            unit.change(plant -> plant.clear(code));
        }
        // 88 is told once
        assertThat(codes(walk(unit, ALERTS)), contains(2, 3, 127, 128, 88, 2, 3));
    }

    @Test
    void buttonsLeaveEvents() {
        SimulatedUnit unit = Simulation.still(Scenario.NIGHT).unit();
        unit.operate(66);
        unit.operate(999);
        assertThat(codes(walk(unit, OPERATIONS)), contains(66, 999));
    }

    @Test
    void restartHasNoVolts() {
        SimulatedUnit unit = Simulation.still(Scenario.NIGHT).unit();
        unit.restart(UnitScales.A);
        Entry reset = walk(unit, OPERATIONS).get(0);
        assertThat(List.of(reset.u16(2), reset.u16(3), reset.u16(4), reset.u16(13)), contains(137, 0, 0, 0));
        assertThat(reset.u16(32), is(2200));
        assertThat(reset.u16(14), is(greaterThan(60 * 256)));
    }

    @Test
    void aDayIsTheDifferenceOfTwo() {
        SimulatedUnit unit = Simulation.still(Scenario.MAINS_EXPORTING).unit();
        forward(unit, Duration.ofDays(3));
        List<Entry> days = walk(unit, DAILY);
        List<DailyRecord> truth = unit.logs().days();
        assertThat(days.stream().map(day -> day.time().toString()).toList(),
                contains("2026-01-15T23:59:59", "2026-01-16T23:59:59", "2026-01-17T23:59:59"));
        double ac = 24.0 * 5300 * 2934 / 3_276_800;
        for (int i = 1; i < days.size(); i++) {
            Energies before = truth.get(i - 1).total();
            Energies after = truth.get(i).total();
            Entry first = days.get(i - 1);
            Entry second = days.get(i);
            assertThat((second.u32(12) - first.u32(12)) * ac, is(closeTo(after.load() - before.load(), ac)));
            assertThat((second.u32(20) - first.u32(20)) * ac, is(closeTo(after.sourceOut() - before.sourceOut(), ac)));
            // the AC-coupled total has its high word first
            long coupled = ((long) second.u16(27) << 16) + second.u16(28);
            assertThat(second.u16(27), is(greaterThan(0)));
            assertThat(after.acSolar() - coupled * ac, is(both(greaterThan(-0.01)).and(lessThan(ac))));
            assertThat(after.acSolar() - before.acSolar(), is(greaterThan(10_000.0)));
            assertThat(second.u32(18) - first.u32(18), is(1440L));
            assertThat(second.u16(26), is(lessThanOrEqualTo(1440)));
        }
    }
}
