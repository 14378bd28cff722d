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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.log.LogWalker.Entry;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.binding.selectronic.simulator.plant.Plant;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.UnitWords;

/**
 * The detailed log through what happens to units: clocks that change, power that fails, other units, other settings.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LogHappeningsTest {
    private static final int DETAILED = 41_781;
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private static SimulatedUnit unit(String start, LogSettings settings) {
        return unit(PlantSettings.offGrid(LocalDateTime.parse(start)), settings);
    }

    private static SimulatedUnit unit(PlantSettings plant, LogSettings settings) {
        return new SimulatedUnit(new Plant(plant), UnitIdentity.b(0), Scenario.NIGHT, settings);
    }

    /** A unit in Sydney whose clock follows summer time. */
    private static SimulatedUnit inSydney(String start) {
        return unit(PlantSettings.offGrid(LocalDateTime.parse(start)).withZone(SYDNEY)
                .withStart(LocalDateTime.parse(start).atZone(SYDNEY).toInstant()), LogSettings.DEFAULT);
    }

    private static void forward(SimulatedUnit unit, Duration time) {
        unit.advanceTo(unit.now().plus(time));
    }

    private static List<Entry> walk(SimulatedUnit unit) {
        return new LogWalker(unit::words, DETAILED).newest(10_000);
    }

    private static List<String> times(SimulatedUnit unit) {
        return walk(unit).stream().map(entry -> entry.time().toLocalTime().toString()).toList();
    }

    /** True time of each record's end, in minutes since the start. */
    private static List<Long> ends(SimulatedUnit unit, Instant start) {
        return unit.logs().intervals().stream().map(interval -> Duration.between(start, interval.end()).toMinutes())
                .toList();
    }

    @Test
    void repeatedHourIsThereTwice() {
        // on 5 April 2026 clocks in Sydney go back from three to two
        SimulatedUnit unit = inSydney("2026-04-05T02:00");
        Instant start = unit.now();
        forward(unit, Duration.ofMinutes(150));
        assertThat(times(unit),
                contains("02:15", "02:30", "02:45", "02:00", "02:15", "02:30", "02:45", "03:00", "03:15", "03:30"));
        assertThat(ends(unit, start), is(IntStream.rangeClosed(1, 10).mapToObj(i -> 15L * i).toList()));
    }

    @Test
    void missingHourIsLeftOut() {
        // on 4 October 2026 they go forward from two to three
        SimulatedUnit unit = inSydney("2026-10-04T01:30");
        Instant start = unit.now();
        forward(unit, Duration.ofHours(1));
        assertThat(times(unit), contains("01:45", "03:00", "03:15", "03:30"));
        assertThat(ends(unit, start), contains(15L, 30L, 45L, 60L));
    }

    @Test
    void clockWithoutSummerTimeGoesOn() {
        SimulatedUnit unit = unit("2026-10-04T01:30", LogSettings.DEFAULT);
        forward(unit, Duration.ofHours(1));
        assertThat(times(unit), contains("01:45", "02:00", "02:15", "02:30"));
    }

    @Test
    void clockIsSetForward() {
        SimulatedUnit unit = unit("2026-01-15T10:00", LogSettings.DEFAULT);
        Instant start = unit.now();
        forward(unit, Duration.ofMinutes(20));
        unit.change(plant -> plant.jumpClock(Duration.ofMinutes(67)));
        forward(unit, Duration.ofMinutes(20));
        // 10:20 is 11:27, and the interval that is under way ends after three minutes
        assertThat(times(unit), contains("10:15", "11:30", "11:45"));
        assertThat(ends(unit, start), contains(15L, 23L, 38L));
    }

    @Test
    void clockIsSetBack() {
        SimulatedUnit unit = unit("2026-01-15T10:00", LogSettings.DEFAULT);
        Instant start = unit.now();
        forward(unit, Duration.ofMinutes(35));
        unit.change(plant -> plant.jumpClock(Duration.ofMinutes(-30)));
        forward(unit, Duration.ofMinutes(30));
        assertThat(times(unit), contains("10:15", "10:30", "10:15", "10:30"));
        assertThat(ends(unit, start), contains(15L, 30L, 45L, 60L));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 5, 10, 15, 30 })
    void intervalIsASetting(int minutes) {
        SimulatedUnit unit = unit("2026-01-15T10:00", LogSettings.DEFAULT.withMinutes(minutes));
        assertThat(unit.words(0xC036, 1), is(new int[] { minutes }));
        forward(unit, Duration.ofHours(2));
        assertThat(walk(unit), hasSize(120 / minutes));
    }

    @Test
    void countersOfMidnight() {
        for (boolean cleared : List.of(true, false)) {
            SimulatedUnit unit = unit("2026-01-15T12:00", LogSettings.DEFAULT.withClearedAtMidnight(cleared));
            forward(unit, Duration.ofMinutes(12 * 60 + 15));
            List<Entry> entries = walk(unit);
            int load = entries.get(46).u16(33);
            assertThat(entries.get(47).time().toString(), is("2026-01-16T00:00"));
            assertThat(load, is(greaterThan(20)));
            assertThat(entries.get(47).u16(33), is(cleared ? is(0) : greaterThanOrEqualTo(load)));
            assertThat(entries.get(48).u16(33), is(lessThan(3)));
        }
    }

    @Test
    void powerFailsWhileARecordIsWritten() {
        SimulatedUnit unit = unit("2026-01-15T10:00", LogSettings.DEFAULT);
        forward(unit, Duration.ofMinutes(40));
        unit.losePower(17, true);
        assertThat(unit.starts(), is(2));
        forward(unit, Duration.ofMinutes(20));
        List<Entry> entries = walk(unit);
        assertThat(entries, hasSize(5));
        Entry torn = entries.get(2);
        assertThat(torn.time().toString(), is("2026-01-15T10:40"));
        assertThat(torn.u16(16), is(not(0xFFFF)));
        assertThat(IntStream.range(17, 44).map(torn::u16).allMatch(word -> word == 0xFFFF), is(true));
        List<DetailedRecord> truth = unit.logs().intervals();
        assertThat(truth, hasSize(4));
        assertThat(Duration.between(truth.get(2).start(), truth.get(2).end()), is(Duration.ofMinutes(5)));
        assertThat(entries.get(3).time(), is(truth.get(2).unitTime()));
        Entry reset = new LogWalker(unit::words, 41_639).newest(1000).stream().filter(entry -> entry.u16(2) == 137)
                .findFirst().orElseThrow();
        assertThat(reset.u16(3), is(0));
        assertThat(reset.u16(13), is(0));
        assertThat(reset.u32(8), is(greaterThan(0L)));
    }

    @Test
    void newScalesAreThoseOfNewRecords() {
        SimulatedUnit unit = unit("2026-01-15T10:00", LogSettings.DEFAULT);
        forward(unit, Duration.ofMinutes(15));
        unit.restart(UnitScales.A);
        forward(unit, Duration.ofMinutes(15));
        List<Entry> entries = walk(unit);
        assertThat(entries.stream().map(entry -> entry.u16(40)).toList(), contains(2934, 2200));
        double second = entries.get(1).s16(21) * 5300.0 * 2200 / 3_276_800;
        assertThat(second, is(closeTo(unit.logs().intervals().get(1).mean().load(), 1.8)));
    }

    @Test
    void anotherUnitHasAnotherLog() {
        SimulatedUnit unit = unit("2026-01-15T10:00", LogSettings.DEFAULT);
        SimulatedUnit elsewhere = unit("2026-01-10T10:00", LogSettings.DEFAULT.withMinutes(5));
        forward(unit, Duration.ofHours(2));
        forward(elsewhere, Duration.ofHours(1));
        unit.replaceBy(UnitIdentity.a(7));
        assertThat(walk(unit), is(empty()));
        forward(unit, Duration.ofMinutes(15));
        assertThat(times(unit), contains("12:15"));
        unit.replaceBy(UnitIdentity.a(8), elsewhere.logs());
        assertThat(unit.words(0xC036, 1), is(new int[] { 5 }));
        forward(unit, Duration.ofMinutes(10));
        List<Entry> entries = walk(unit);
        assertThat(entries, hasSize(14));
        assertThat(entries.get(11).time().toString(), is("2026-01-10T11:00"));
        assertThat(entries.get(13).time().toString(), is("2026-01-15T12:25"));
    }

    @Test
    void recordsAreMissed() {
        SimulatedUnit unit = unit("2026-01-15T10:00", LogSettings.DEFAULT);
        forward(unit, Duration.ofMinutes(15));
        unit.logs().missNext(1);
        forward(unit, Duration.ofMinutes(30));
        assertThat(times(unit), contains("10:15", "10:45"));
        assertThat(unit.logs().intervals(), hasSize(2));
    }

    @Test
    void logIsReset() {
        SimulatedUnit unit = unit("2026-01-15T10:00", LogSettings.DEFAULT);
        forward(unit, Duration.ofHours(1));
        unit.logs().clear(LogKind.DETAILED);
        forward(unit, Duration.ofMinutes(15));
        assertThat(times(unit), contains("11:15"));
        assertThat(unit.logs().intervals(), hasSize(1));
    }

    @Test
    void formatIsAnother() {
        SimulatedUnit unit = unit("2026-01-15T10:00", LogSettings.DEFAULT);
        assertThat(unit.words(0xA00A, 3), is(new int[] { 3, 3, 5 }));
        unit.logs().setFormat(LogKind.DETAILED, 4);
        assertThat(unit.words(0xA00A, 3), is(new int[] { 3, 4, 5 }));
    }

    @Test
    void logMovesWhileItIsRead() {
        SimulatedUnit unit = unit("2026-01-15T10:00",
                LogSettings.DEFAULT.withMinutes(1).withSectors(LogKind.DETAILED, 4, 256, 2));
        Simulation simulation = new Simulation(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 1, List.of(unit));
        simulation.advance(Duration.ofHours(1));
        LogWalker walker = new LogWalker(UnitWords.moving(simulation, unit, Duration.ofMinutes(3)), DETAILED);
        List<Entry> entries = walker.newest(10);
        // header, table and records are three minutes apart, and meanwhile the oldest was overwritten
        List<String> times = entries.stream().map(entry -> entry.time().toLocalTime().toString()).toList();
        assertThat(times.get(9), is("11:03"));
        assertThat(unit.logs().intervals().get(unit.logs().intervals().size() - 1).unitTime().toLocalTime().toString(),
                is("11:" + (3 * walker.frames())));
        assertThat(entries.get(0).time(), is(greaterThan(entries.get(9).time())));
    }

    @Test
    void pastIsThereBeforeTheScenarioBegins() {
        PlantSettings settings = Scenario.LOW_VOLTAGE_TRIP.settings();
        SimulatedUnit unit = SimulatedUnit.withPast(settings, Duration.ofDays(3), UnitIdentity.b(0),
                Scenario.LOW_VOLTAGE_TRIP, LogSettings.DEFAULT);
        assertThat(unit.now(), is(settings.start()));
        assertThat(unit.state().soc(), is(closeTo(9.5, 1e-6)));
        assertThat(walk(unit), hasSize(3 * 96));
        assertThat(unit.state().alerts(), is(empty()));
        unit.advanceTo(settings.start().plusSeconds(65));
        assertThat(unit.state().alerts(), contains(50));
    }
}
