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
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.log.LogWalker.Entry;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.plant.Plant;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * The detailed log, walked as public clients walk it and read with their formulas, is what the plant did.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class DetailedLogTest {
    private static final int HEADER = 41_781;
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-15T06:30");

    private static SimulatedUnit unit(PlantSettings settings, UnitIdentity identity, LogSettings logs) {
        return new SimulatedUnit(new Plant(settings), identity, Scenario.NIGHT, logs);
    }

    private static LogWalker walker(SimulatedUnit unit) {
        return new LogWalker(unit::words, HEADER);
    }

    private static void forward(SimulatedUnit unit, Duration time) {
        unit.advanceTo(unit.now().plus(time));
    }

    /** Compares by the formulas of the public clients; the factors are those of the record. */
    private static void assertSame(Entry entry, DetailedRecord truth) {
        double vac = entry.u16(39);
        double iac = entry.u16(40);
        double vdc = entry.u16(41);
        double idc = entry.u16(42);
        double ac = vac * iac / 3_276_800;
        double dcHours = 24 * vdc * idc / 3_276_800;
        String reason = truth.unitTime().toString();
        assertThat(reason, entry.time(), is(truth.unitTime()));
        assertThat(reason, entry.s32(2) * ac / 8, is(closeTo(-truth.mean().inverterAc(), ac / 16 + 1e-6)));
        assertThat(reason, entry.s16(12) * vdc / 327_680, is(closeTo(truth.volts(), 0.0017)));
        assertThat(reason, entry.s16(13) * vdc / 327_680, is(closeTo(truth.minVolts(), 0.0017)));
        assertThat(reason, entry.s16(14) * vdc / 327_680, is(closeTo(truth.maxVolts(), 0.0017)));
        assertThat(reason, entry.s16(18) * idc / 327_680, is(closeTo(truth.inverterDcAmps(), 0.025)));
        assertThat(reason, entry.s16(19) * idc / 327_680, is(closeTo(-truth.shuntAmps(), 0.025)));
        assertThat(reason, entry.s16(21) * ac, is(closeTo(truth.mean().load(), ac / 2 + 1e-6)));
        assertThat(reason, entry.s16(22) * ac, is(closeTo(truth.maxLoad(), ac / 2 + 1e-6)));
        assertThat(reason, entry.s16(23) * ac, is(closeTo(-truth.mean().source(), ac / 2 + 1e-6)));
        assertThat(reason, entry.s16(24) * vac / 327_680, is(closeTo(truth.acVolts(), 0.0081)));
        assertThat(reason, entry.s16(25) / 100.0, is(closeTo(truth.hertz(), 0.0051)));
        assertThat(reason, entry.s16(28) * entry.u16(43) / 32_768.0, is(closeTo(truth.battery(), 0.0081)));
        assertThat(reason, entry.u16(29) * ac, is(closeTo(truth.mean().acSolar(), ac / 2 + 1e-6)));
        assertThat(reason, entry.u16(31) / 256.0, is(closeTo(truth.soc(), 0.002)));
        assertThat(reason, truth.today().batteryIn() - entry.u32(8) * dcHours, is(between(0, dcHours)));
        assertThat(reason, truth.today().batteryOut() - entry.u32(10) * dcHours, is(between(0, dcHours)));
        assertThat(reason, truth.today().load() - entry.u16(33) * 24 * ac, is(between(0, 24 * ac)));
        assertThat(reason, truth.today().acSolar() - entry.u16(30) * 24 * ac, is(between(0, 24 * ac)));
        assertThat(reason, truth.today().dcSolar() + entry.s16(34) * dcHours, is(between(0, dcHours)));
    }

    private static org.hamcrest.Matcher<Double> between(double low, double high) {
        return is(both(greaterThan(low - 1e-6)).and(lessThan(high + 1e-6)));
    }

    @Test
    void seventyDaysAreWhatThePlantDid() {
        SimulatedUnit unit = unit(PlantSettings.offGrid(START), UnitIdentity.b(0), LogSettings.DEFAULT);
        Instant start = unit.now();
        forward(unit, Duration.ofDays(70));
        LogWalker walker = walker(unit);
        List<Entry> entries = walker.newest(100_000);
        List<DetailedRecord> truth = unit.logs().intervals();
        assertThat(truth, hasSize(70 * 96));
        assertThat(entries, hasSize(5952));
        assertThat(walker.frames(), is(both(greaterThan(1190)).and(lessThan(1205))));
        int older = truth.size() - entries.size();
        for (int i = 0; i < entries.size(); i++) {
            assertSame(entries.get(i), truth.get(older + i));
        }
        double wattHours = 0;
        for (int i = 0; i < truth.size(); i++) {
            DetailedRecord interval = truth.get(i);
            assertThat(Duration.between(interval.start(), interval.end()), is(Duration.ofMinutes(15)));
            assertThat(interval.start(), is(start.plus(Duration.ofMinutes(15L * i))));
            assertThat(interval.mean().residual(), is(closeTo(0, 1e-6)));
            assertThat(interval.energy().load(), is(closeTo(interval.mean().load() / 4, 1e-6)));
            wattHours += interval.energy().load();
        }
        assertThat(wattHours + PlantSettings.offGrid(START).totals().load(),
                is(closeTo(unit.state().total().load(), 1)));
    }
}
