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
package org.openhab.binding.selectronic.internal.splink.log;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.simulator.log.DetailedRecord;
import org.openhab.binding.selectronic.simulator.log.HeaderFault;
import org.openhab.binding.selectronic.simulator.log.LogRing;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.log.RecordFault;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * What is read of the detailed log is what the plant did: against the plant's own account of each interval, and written
 * by code that shares nothing with what reads it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class DetailedLogTest {
    private static final Instant SUMMER = Instant.parse("2026-01-20T03:00:00Z");
    private static final org.openhab.binding.selectronic.simulator.log.LogKind RING = org.openhab.binding.selectronic.simulator.log.LogKind.DETAILED;
    /** Half a count of one-word AC power with the scales of the simulated unit. */
    private static final double AC_WATTS = 4.746 / 2;
    private static final double AC_KWH = 0.1139;
    private static final double DC_KWH = 0.1231;

    private static LoggedUnit house(Duration past) {
        return new LoggedUnit(Scenario.SUNNY_DAY, SUMMER, past, LogSettings.DEFAULT);
    }

    private static void assertReported(List<HistoryRecord> read, List<DetailedRecord> did) {
        assertThat(read.stream().map(HistoryRecord::end).toList(), is(did.stream().map(DetailedRecord::end).toList()));
        for (int n = 0; n < read.size(); n++) {
            DetailedRecord truth = did.get(n);
            HistoryRecord reported = read.get(n);
            assertThat(reported.start(), is(reported.end().minus(Duration.ofMinutes(15))));
            assertValue(reported, HISTORY_LOAD_POWER, truth.mean().load(), AC_WATTS);
            assertValue(reported, HISTORY_AC_SOURCE_POWER, truth.mean().source(), AC_WATTS);
            // half a count of the shunt's current at 55 V and of the voltage besides
            assertValue(reported, HISTORY_SOLAR_POWER, truth.mean().acSolar() + truth.mean().dcSolar(),
                    AC_WATTS + 0.0245 * 55 + 0.02 * Math.abs(truth.mean().dcSolar()) + 1);
            // two currents, and voltage and current may rise together within the interval
            assertValue(reported, HISTORY_BATTERY_POWER, truth.mean().battery(),
                    2 * 0.0245 * 55 + 0.02 * Math.abs(truth.mean().battery()) + 3);
            assertValue(reported, HISTORY_STATE_OF_CHARGE, truth.soc(), 1 / 256.0);
        }
    }

    private static void assertValue(HistoryRecord record, Quantity quantity, double truth, double resolution) {
        Double value = record.values().get(quantity);
        assertThat(quantity + " of " + record, value, is(notNullValue()));
        assertThat(quantity + " at " + record.end(), value, closeTo(truth, resolution));
    }

    private static double sum(List<HistoryRecord> read, Quantity quantity) {
        return read.stream().mapToDouble(record -> record.values().getOrDefault(quantity, 0.0)).sum();
    }

    private static double kWh(List<DetailedRecord> did, ToDoubleFunction<DetailedRecord> wattHours) {
        return did.stream().mapToDouble(wattHours).sum() / 1000;
    }

    @ParameterizedTest
    @EnumSource(names = { "SUNNY_DAY", "MAINS_EXPORTING", "GENERATOR_RUN", "CLOUDY_WEEK" })
    void meansAreThePlants(Scenario scenario) throws SourceException, InterruptedException {
        LoggedUnit house = new LoggedUnit(scenario, SUMMER, Duration.ofDays(5), LogSettings.DEFAULT);
        assertReported(house.readAll(), house.unit.logs().intervals());
    }

    /** Of each day the last count may be missing, and with it what flowed since. */
    @ParameterizedTest
    @CsvSource({ "SUNNY_DAY, false", "SUNNY_DAY, true", "MAINS_EXPORTING, false", "MAINS_EXPORTING, true" })
    void energiesAddUpToWhatFlowed(Scenario scenario, boolean clearedAtMidnight)
            throws SourceException, InterruptedException {
        LoggedUnit house = new LoggedUnit(scenario, SUMMER, Duration.ofDays(5),
                LogSettings.DEFAULT.withClearedAtMidnight(clearedAtMidnight));
        List<HistoryRecord> read = house.readAll();
        List<DetailedRecord> did = house.unit.logs().intervals().subList(1, read.size());
        double days = 6;

        assertThat(sum(read, HISTORY_LOAD_ENERGY),
                closeTo(kWh(did, interval -> interval.energy().load()), days * AC_KWH));
        assertThat(sum(read, HISTORY_AC_SOURCE_ENERGY_IMPORT),
                closeTo(kWh(did, interval -> interval.energy().sourceIn()), days * AC_KWH));
        assertThat(sum(read, HISTORY_AC_SOURCE_ENERGY_EXPORT),
                closeTo(kWh(did, interval -> interval.energy().sourceOut()), days * AC_KWH));
        assertThat(sum(read, HISTORY_BATTERY_ENERGY_IN),
                closeTo(kWh(did, interval -> interval.energy().batteryIn()), days * DC_KWH));
        assertThat(sum(read, HISTORY_BATTERY_ENERGY_OUT),
                closeTo(kWh(did, interval -> interval.energy().batteryOut()), days * DC_KWH));
        assertThat(sum(read, HISTORY_SOLAR_ENERGY),
                closeTo(kWh(did, interval -> interval.energy().acSolar() + interval.energy().dcSolar()),
                        days * (AC_KWH + DC_KWH)));
        read.forEach(record -> record.values().forEach((quantity, value) -> {
            if (quantity.name().contains("ENERGY")) {
                assertThat(quantity + " " + record.end(), value, is(greaterThanOrEqualTo(0.0)));
            }
        }));
    }

    @Test
    void aPortionIsADayAtMostAndReadsFiveRecordsAtATime() throws SourceException, InterruptedException {
        LoggedUnit house = house(Duration.ofDays(4));
        DetailedLog log = house.log();
        HistoryPosition position = HistoryPosition.BEGINNING;
        HistoryPortion portion;
        int left = house.unit.logs().ring(RING).count();
        do {
            int before = house.reads;
            portion = log.readAfter(position);
            position = portion.position();
            Set<LocalDate> days = portion.records().stream()
                    .map(record -> record.start().atZone(house.known().zone()).toLocalDate())
                    .collect(Collectors.toSet());
            assertThat(days, hasSize(1));
            assertThat(portion.records().size(), is(lessThanOrEqualTo(96)));
            left -= portion.records().size();
            assertThat("what is to come", portion.left(), is(left));
            assertThat("header, finding the place, and frames of five", house.reads - before,
                    is(lessThanOrEqualTo(1 + 10 + 97 / 5 + 2)));
        } while (portion.left() > 0);
    }

    @Test
    void whatIsNewIsReadAndNothingElse() throws SourceException, InterruptedException {
        LoggedUnit house = house(Duration.ofDays(2));
        DetailedLog log = house.log();
        HistoryPosition position = LoggedUnit.readAll(log, HistoryPosition.BEGINNING, new ArrayList<>());
        for (int quarters = 0; quarters < 4; quarters++) {
            house.reads = 0;
            assertThat(log.readAfter(position).records(), is(empty()));
            assertThat("nothing new costs one request", house.reads, is(1));

            house.pass(Duration.ofMinutes(15L * (quarters + 1)));
            HistoryPortion portion = log.readAfter(position);
            assertThat(portion.records(), hasSize(quarters + 1));
            List<DetailedRecord> all = house.unit.logs().intervals();
            assertReported(portion.records(), all.subList(all.size() - quarters - 1, all.size()));
            assertThat("its counters go on from those before", portion.records().get(0).values(),
                    hasKey(HISTORY_LOAD_ENERGY));
            position = portion.position();
        }
    }

    /** A position of another session, as it comes from the storage. */
    @Test
    void aPositionIsFoundAgainWithFewReads() throws SourceException, InterruptedException {
        LoggedUnit house = house(Duration.ofDays(20));
        List<HistoryRecord> first = new ArrayList<>();
        HistoryPosition position = house.log().readAfter(HistoryPosition.BEGINNING).position();
        position = LoggedUnit.readAll(house.log(), position, first);
        house.pass(Duration.ofHours(3));
        house.reads = 0;

        List<HistoryRecord> more = new ArrayList<>();
        LoggedUnit.readAll(house.log(), HistoryPosition.parse(position.toString()), more);
        assertThat(more, hasSize(12));
        assertThat(house.reads, is(lessThanOrEqualTo(6)));

        house.reads = 0;
        more.clear();
        LoggedUnit.readAll(house.log(), HistoryPosition.at(position.time()), more);
        assertThat(more, hasSize(12));
        assertThat("by time it takes a dozen reads more", house.reads, is(lessThanOrEqualTo(6 + 12)));
    }

    @Test
    void whatWasOverwrittenIsNamed() throws SourceException, InterruptedException {
        LoggedUnit house = new LoggedUnit(Scenario.SUNNY_DAY, SUMMER, Duration.ofDays(1),
                LogSettings.DEFAULT.withSectors(RING, 4, 44 * 60 + 7, 3));
        HistoryPosition position = LoggedUnit.readAll(house.log(), HistoryPosition.BEGINNING, new ArrayList<>());
        house.pass(Duration.ofDays(6));

        List<HistoryRecord> read = new ArrayList<>();
        DetailedLog log = house.log();
        HistoryPortion portion = log.readAfter(position);
        read.addAll(portion.records());
        LoggedUnit.readAll(log, portion.position(), read);

        List<DetailedRecord> did = house.unit.logs().intervals();
        assertReported(read, did.subList(did.size() - read.size(), did.size()));
        assertThat("all that the unit still has", read, hasSize(house.unit.logs().ring(RING).count()));
        assertThat(portion.lost().orElseThrow().from(), is(position.time()));
        assertThat(portion.lost().orElseThrow().to(), is(read.get(0).start()));
    }

    /** The oldest sector is erased for new records while it is read: what it held is reported as lost. */
    @ParameterizedTest
    @ValueSource(ints = { 20, 24, 28, 32, 40, 60 })
    void whatIsErasedWhileItIsReadIsNamed(int hours) throws SourceException, InterruptedException {
        LoggedUnit house = new LoggedUnit(Scenario.SUNNY_DAY, SUMMER, Duration.ofDays(6),
                LogSettings.DEFAULT.withSectors(RING, 4, 44 * 60 + 7, 3));
        HistoryPosition old = HistoryPosition.at(house.readAll().get(0).end());
        boolean[] moved = new boolean[1];
        LogReading moving = range -> {
            if (house.reads == 16 && !moved[0]) {
                moved[0] = true;
                house.pass(Duration.ofHours(hours));
            }
            return house.read(range);
        };
        house.reads = 0;
        List<HistoryRecord> read = new ArrayList<>();
        List<HistoryPortion.Lost> lost = new ArrayList<>();
        DetailedLog log = new DetailedLog(LogUnits.memory(moving, house::known));
        HistoryPosition position = old;
        HistoryPortion portion;
        do {
            portion = log.readAfter(position);
            read.addAll(portion.records());
            portion.lost().ifPresent(lost::add);
            position = portion.position();
        } while (portion.left() > 0);
        LoggedUnit.readAll(house.log(), position, read);

        assertThat("the log has moved", moved[0], is(true));
        // every interval is either there or named
        int gaps = 0;
        Instant expected = old.time();
        for (HistoryRecord record : read) {
            if (!record.start().equals(expected)) {
                gaps++;
                assertThat("between " + expected + " and " + record.start(), lost,
                        hasItem(new HistoryPortion.Lost(expected, record.start())));
            }
            expected = record.end();
        }
        List<DetailedRecord> did = house.unit.logs().intervals();
        assertThat(expected, is(did.get(did.size() - 1).end()));
        assertThat("and nothing else is named", lost, hasSize(gaps));
        assertThat("after so long something is gone", gaps, is(greaterThan(hours < 24 ? -1 : 0)));
    }

    @Test
    void countsThatAreWorthSomethingElseAreNoDifference() throws SourceException, InterruptedException {
        LoggedUnit house = house(Duration.ofDays(1));
        int before = house.readAll().size();
        house.unit.restart(org.openhab.binding.selectronic.simulator.memory.UnitIdentity.a(0).scales());
        house.pass(Duration.ofHours(1));
        List<HistoryRecord> read = house.readAll();
        List<Boolean> energies = read.subList(before - 1, read.size()).stream()
                .map(record -> record.values().containsKey(HISTORY_LOAD_ENERGY)).toList();
        assertThat("one difference is missing", energies.stream().filter(reported -> !reported).count(), is(1L));
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-04-05T22:00:00Z", "2026-10-04T22:00:00Z" })
    void changesOfTheClocksAreNoGaps(String after) throws SourceException, InterruptedException {
        LoggedUnit house = new LoggedUnit(Scenario.SUNNY_DAY, Instant.parse(after), Duration.ofDays(2),
                LogSettings.DEFAULT);
        assertThat(house.known().zone().getRules().isFixedOffset(), is(false));
        assertReported(house.readAll(), house.unit.logs().intervals());
    }

    /** Each record by itself, as openHAB follows them, and with a restart behind each. */
    @ParameterizedTest
    @ValueSource(strings = { "2026-04-04T14:00:00Z", "2026-10-03T14:00:00Z" })
    void changesOfTheClocksAreFollowed(String before) throws SourceException, InterruptedException {
        LoggedUnit house = new LoggedUnit(Scenario.SUNNY_DAY, Instant.parse(before), Duration.ofHours(1),
                LogSettings.DEFAULT);
        List<HistoryRecord> read = new ArrayList<>();
        HistoryPosition position = LoggedUnit.readAll(house.log(), HistoryPosition.BEGINNING, read);
        for (int quarters = 0; quarters < 16; quarters++) {
            house.pass(Duration.ofMinutes(15));
            position = LoggedUnit.readAll(house.log(), HistoryPosition.parse(position.toString()), read);
        }
        assertReported(read, house.unit.logs().intervals());
    }

    /**
     * The unit's clock shows that hour twice, so that a search by its time may end in either of the two, depending on
     * how many records there are: what is reported begins where it must all the same, with its own time.
     */
    @ParameterizedTest
    @CsvSource({ "2026-04-04T14:40:00Z, 14:30", "2026-04-04T15:00:00Z, 15:00", "2026-04-04T15:10:00Z, 15:00",
            "2026-04-04T15:30:00Z, 15:30", "2026-04-04T15:50:00Z, 15:45", "2026-04-04T16:00:00Z, 16:00",
            "2026-04-04T16:10:00Z, 16:00", "2026-04-04T16:15:00Z, 16:15", "2026-04-04T16:59:00Z, 16:45",
            "2026-04-04T17:00:00Z, 17:00", "2026-04-04T17:20:00Z, 17:15" })
    void aTimeInTheHourThatComesTwiceIsFound(String time, String first) throws SourceException, InterruptedException {
        for (int hours : new int[] { 5, 8, 13, 24, 40, 60 }) {
            LoggedUnit house = new LoggedUnit(Scenario.SUNNY_DAY, Instant.parse("2026-04-04T18:00:00Z"),
                    Duration.ofHours(hours), LogSettings.DEFAULT);
            house.pass(Duration.ofHours(hours % 4));
            List<HistoryRecord> read = new ArrayList<>();
            LoggedUnit.readAll(house.log(), HistoryPosition.at(Instant.parse(time)), read);
            List<DetailedRecord> did = house.unit.logs().intervals();
            assertThat(hours + " h", read.get(0).start(), is(Instant.parse("2026-04-04T" + first + ":00Z")));
            assertReported(read, did.subList(did.size() - read.size(), did.size()));
        }
    }

    /** Of which a search that halves it meets another record each time. */
    @Test
    void thatHourIsFoundInALogOfAnyLength() throws SourceException, InterruptedException {
        LoggedUnit house = new LoggedUnit(Scenario.SUNNY_DAY, Instant.parse("2026-04-04T17:00:00Z"),
                Duration.ofHours(5), LogSettings.DEFAULT);
        for (int quarters = 0; quarters < 40; quarters++) {
            house.pass(Duration.ofMinutes(15));
            List<HistoryRecord> read = new ArrayList<>();
            LoggedUnit.readAll(house.log(), HistoryPosition.at(Instant.parse("2026-04-04T15:10:00Z")), read);
            assertThat(quarters + " quarters", read.get(0).start(), is(Instant.parse("2026-04-04T15:00:00Z")));
            List<DetailedRecord> did = house.unit.logs().intervals();
            assertReported(read, did.subList(did.size() - read.size(), did.size()));
        }
    }

    @Test
    void aClockThatIsSetBackSendsNothingTwice() throws SourceException, InterruptedException {
        LoggedUnit house = house(Duration.ofDays(2));
        List<HistoryRecord> read = new ArrayList<>();
        HistoryPosition position = LoggedUnit.readAll(house.log(), HistoryPosition.BEGINNING, read);
        house.unit.change(plant -> plant.jumpClock(Duration.ofDays(-1)));
        house.pass(Duration.ofHours(4));

        LoggedUnit.readAll(house.log(), position, read);

        assertThat(read, hasSize(house.unit.logs().ring(RING).count()));
    }

    @Test
    void aClockThatIsSetBackBehindTheVeryFirstRecordHidesNothing() throws SourceException, InterruptedException {
        LoggedUnit house = house(Duration.ofHours(1));
        house.unit.logs().clear(RING);
        house.pass(Duration.ofMinutes(15));
        List<HistoryRecord> read = new ArrayList<>();
        HistoryPosition position = LoggedUnit.readAll(house.log(), HistoryPosition.BEGINNING, read);
        assertThat(read, hasSize(1));
        house.unit.change(plant -> plant.jumpClock(Duration.ofDays(-1)));
        house.pass(Duration.ofHours(4));

        LoggedUnit.readAll(house.log(), position, read);

        assertThat(read, hasSize(house.unit.logs().ring(RING).count()));
    }

    @Test
    void anEmptyLogAndOneThatWasErased() throws SourceException, InterruptedException {
        LoggedUnit house = house(Duration.ofDays(2));
        HistoryPosition position = LoggedUnit.readAll(house.log(), HistoryPosition.BEGINNING, new ArrayList<>());
        house.unit.logs().clear(RING);
        assertThat(house.log().readAfter(position).records(), is(empty()));
        assertThat(house.log().readAfter(position).position(), is(position));

        house.pass(Duration.ofHours(1));
        assertThat(house.log().readAfter(position).records(), hasSize(4));
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatIsNotWholeIsLeftOut(RecordFault fault) throws SourceException, InterruptedException {
        if (fault == RecordFault.NO_CODE) {
            // of events
            return;
        }
        LoggedUnit house = house(Duration.ofDays(1));
        int all = house.readAll().size();
        house.unit.logs().ring(RING).spoil(10, fault);

        List<HistoryRecord> read = house.readAll();
        assertThat(read, hasSize(all - 1));
        Double energy = read.get(all - 1 - 10).values().get(HISTORY_LOAD_ENERGY);
        assertThat("what the counters gained in the hole belongs to no interval", energy, is(nullValue()));
        assertThat(read.get(all - 10).values(), hasKey(HISTORY_LOAD_ENERGY));
    }

    /** The setting of the present is no setting of the past. */
    @Test
    void recordsOfAnotherSettingCoverWhatWasSetWhenTheyWereWritten() throws SourceException, InterruptedException {
        LoggedUnit house = house(Duration.ofHours(10));
        house.unit.logs().setMinutes(5);
        house.unit.change(plant -> plant.advance(Duration.ofHours(3)));
        List<DetailedRecord> did = house.unit.logs().intervals();
        List<HistoryRecord> read = house.readAll();
        assertThat(read.stream().skip(1).map(HistoryRecord::start).toList(),
                is(did.stream().skip(1).map(DetailedRecord::start).toList()));
        assertThat(read.stream().skip(1).filter(record -> !record.values().containsKey(HISTORY_LOAD_ENERGY)).toList(),
                is(empty()));
    }

    /** In the middle of what is read, or as the first of what is new. */
    @ParameterizedTest
    @ValueSource(ints = { 10, 3 })
    void anIntervalThatWasErasedIsNamed(int back) throws SourceException, InterruptedException {
        LoggedUnit house = house(Duration.ofHours(3));
        HistoryPosition position = LoggedUnit.readAll(house.log(), HistoryPosition.BEGINNING, new ArrayList<>());
        house.pass(Duration.ofHours(1));
        house.unit.logs().ring(RING).spoil(back, RecordFault.ERASED);
        List<DetailedRecord> did = house.unit.logs().intervals();
        DetailedRecord gone = did.get(did.size() - 1 - back);

        HistoryPortion portion = house.log().readAfter(back > 3 ? HistoryPosition.BEGINNING : position);

        assertThat(portion.lost().orElseThrow(), is(new HistoryPortion.Lost(gone.start(), gone.end())));
    }

    @Test
    void powerThatFailsInTheMiddleOfARecordSpoilsOnlyThatOne() throws SourceException, InterruptedException {
        LoggedUnit house = house(Duration.ofDays(1));
        house.unit.losePower(20, true);
        house.pass(Duration.ofHours(2));
        assertReported(house.readAll(), house.unit.logs().intervals());
    }

    @ParameterizedTest
    @EnumSource
    void headersThatCannotBeAreNotBelieved(HeaderFault fault) {
        LoggedUnit house = house(Duration.ofDays(1));
        LogRing ring = house.unit.logs().ring(RING);
        ring.spoil(fault);
        if (fault == HeaderFault.ZERO) {
            // a log without records is one
            return;
        }
        SourceException refused = assertThrows(SourceException.class, house::readAll);
        assertThat(refused.problem(), is(Problem.LOG_UNREADABLE));
        ring.repair();
    }

    @Test
    void anUnknownFormatIsNamed() {
        LoggedUnit house = house(Duration.ofDays(1));
        SourceException refused = assertThrows(SourceException.class,
                () -> new DetailedLog(LogUnits.memory(house, () -> house.known(4)))
                        .readAfter(HistoryPosition.BEGINNING));
        assertThat(refused.problem(), is(Problem.LOG_FORMAT));
        assertThat(refused.arguments(), contains("4"));
    }

    @Test
    void anAnswerWithoutTheHeaderIsNamed() throws SourceException, InterruptedException {
        LoggedUnit house = house(Duration.ofDays(1));
        boolean[] cut = new boolean[1];
        DetailedLog log = new DetailedLog(LogUnits
                .memory(range -> cut[0] ? new Words(range.address(), new int[1]) : house.read(range), house::known));
        HistoryPosition position = LoggedUnit.readAll(log, HistoryPosition.BEGINNING, new ArrayList<>());
        cut[0] = true;
        SourceException refused = assertThrows(SourceException.class, () -> log.readAfter(position));
        assertThat(refused.problem(), is(Problem.NO_WORDS));
    }

    @Test
    void earlierFormatsReportNothingOfCoupledSolar() throws SourceException, InterruptedException {
        LoggedUnit house = house(Duration.ofDays(1));
        HistoryRecord record = new DetailedLog(LogUnits.memory(house, () -> house.known(2)))
                .readAfter(HistoryPosition.BEGINNING).records().get(5);
        assertThat(record.values(), hasKey(HISTORY_LOAD_POWER));
        assertThat(record.values(), not(hasKey(HISTORY_SOLAR_POWER)));
        assertThat(record.values(), not(hasKey(HISTORY_SOLAR_ENERGY)));
    }

    @Test
    void aLogThatMovesWhileItIsReadComesWhole() throws SourceException, InterruptedException {
        LoggedUnit house = house(Duration.ofDays(3));
        LogReading moving = range -> {
            house.pass(Duration.ofMinutes(3));
            return house.read(range);
        };
        List<HistoryRecord> read = new ArrayList<>();
        DetailedLog log = new DetailedLog(LogUnits.memory(moving, house::known));
        HistoryPosition position = LoggedUnit.readAll(log, HistoryPosition.BEGINNING, read);
        LoggedUnit.readAll(house.log(), position, read);
        assertReported(read, house.unit.logs().intervals());
    }

    /** Whatever is in the memory, reading it ends, if with an exception then with a declared one. */
    @Test
    void noiseIsNoLog() throws InterruptedException {
        Random random = new Random(5);
        LogUnit unit = house(Duration.ofHours(1)).known();
        for (int n = 0; n < 3000; n++) {
            boolean plausible = n % 3 == 0;
            DetailedLog log = new DetailedLog(LogUnits.memory(range -> {
                int[] words = random.ints(range.words(), 0, 0x10000).toArray();
                if (plausible && range.address() == LogKind.DETAILED.header().address()) {
                    System.arraycopy(new int[] { 1, 44, 0x10 * 44, 8, 17, 0, 8, 0x7FFF, 8 }, 0, words, 0,
                            Math.min(9, words.length));
                }
                return new Words(range.address(), words);
            }, () -> unit));
            try {
                HistoryPosition position = HistoryPosition.parse("2026-01-01T00:00:00Z 80000:01234567");
                for (int more = 0; more < 5; more++) {
                    position = log.readAfter(position).position();
                }
            } catch (SourceException e) {
                assertThat(e.problem(), is(Problem.LOG_UNREADABLE));
            }
        }
    }

    /** The owner changes the setting while openHAB is connected, and looks at each record as it comes. */
    @ParameterizedTest
    @CsvSource({ "15, 30", "15, 5", "5, 15", "30, 10" })
    void anIntervalThatIsChangedMeanwhileIsThatOfTheRecordsFromThenOn(int before, int after)
            throws SourceException, InterruptedException {
        LoggedUnit house = new LoggedUnit(Scenario.SUNNY_DAY, Instant.parse("2026-01-20T01:00:00Z"),
                Duration.ofHours(3), LogSettings.DEFAULT.withMinutes(before));
        DetailedLog log = house.log();
        List<HistoryRecord> read = new ArrayList<>();
        HistoryPosition position = LoggedUnit.readAll(log, HistoryPosition.BEGINNING, read);
        house.pass(Duration.ofHours(1));
        position = LoggedUnit.readAll(log, position, read);
        house.unit.logs().setMinutes(after);
        for (int looks = 0; looks < 24; looks++) {
            house.pass(Duration.ofMinutes(5));
            position = LoggedUnit.readAll(log, position, read);
        }
        assertThat(read.stream().map(record -> record.start() + " " + record.end()).toList(),
                is(house.unit.logs().intervals().stream().map(did -> did.start() + " " + did.end()).toList()));
    }
}
