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
package org.openhab.binding.selectronic.internal.history;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.history.HistoryState.Phase;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.scenario.LoudLog;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * A record arrives whole, once, in order, whatever happens in between.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class HistoryReaderTest implements HistoryReader.Outlet {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Unit UNIT = new Unit("240001", new Identity("240001", null, null, null));

    private final VirtualTime time = new VirtualTime();
    private final FakeStorage storage = new FakeStorage();
    private final ThingStorage kept = new ThingStorage(storage);
    private final Set<Quantity> wanted = EnumSet.of(HISTORY_LOAD_POWER, HISTORY_LOAD_ENERGY, HISTORY_STATE_OF_CHARGE);
    private final Map<Quantity, List<Point>> sent = new EnumMap<>(Quantity.class);
    private final List<Integer> sizes = new ArrayList<>();
    private final List<HistoryState> states = new ArrayList<>();
    private @Nullable HistoryPosition recordsAfter;
    private final List<HistoryRecord> records = new ArrayList<>();
    private int mistakes, wantedMistakes;
    private FakeRecord record = new FakeRecord(START);
    private HistoryReader reader = reader(Instant.EPOCH, "UTC");

    @Override
    public Set<Quantity> wanted() {
        if (wantedMistakes-- > 0) {
            throw new IllegalStateException("a mistake, thrown by a test");
        }
        return EnumSet.copyOf(wanted.isEmpty() ? EnumSet.noneOf(Quantity.class) : wanted);
    }

    @Override
    public void series(Quantity quantity, List<Point> points) {
        if (quantity == HISTORY_LOAD_ENERGY && mistakes-- > 0) {
            throw new IllegalStateException("a mistake, thrown by a test");
        }
        sizes.add(points.size());
        Objects.requireNonNull(sent.computeIfAbsent(quantity, key -> new ArrayList<>())).addAll(points);
    }

    @Override
    public Optional<HistoryPosition> recordsAfter() {
        return Optional.ofNullable(recordsAfter);
    }

    @Override
    public void records(HistoryPortion portion) {
        records.addAll(portion.records());
        recordsAfter = portion.left() > 0 ? portion.position() : null;
    }

    @Override
    public void state(HistoryState state) {
        states.add(state);
    }

    @BeforeEach
    void anew() {
        reader = reader(Instant.EPOCH, "UTC");
    }

    private HistoryReader reader(Instant beginning, String zone) {
        return reader(false, beginning, zone, time.clock());
    }

    private HistoryReader reader(boolean ofDays, Instant beginning, String zone, Clock wall) {
        return new HistoryReader(record,
                new HistoryReader.Settings("log", ofDays, Duration.ofMinutes(1), beginning, () -> ZoneId.of(zone)),
                time, time.clock(), wall, kept, this);
    }

    /** A record of the autumn in Sydney, with a log of days beside it, which is read two months later. */
    private HistoryReader readerOfDays() {
        record = new FakeRecord(Instant.parse("2026-03-31T13:00:00Z"));
        return readerOfDays(Instant.parse("2026-06-01T00:00:00Z"));
    }

    private HistoryReader readerOfDays(Instant now) {
        return reader(true, Instant.EPOCH, "Australia/Sydney", Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<Point> days() {
        return sent.getOrDefault(HISTORY_DAILY_LOAD_ENERGY, List.of());
    }

    private static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneId.of("Australia/Sydney")).toInstant();
    }

    /** A source without a log of days: its hours are summed. The clocks go back on 5 April. */
    @Test
    void aDayIsTheSumOfItsHoursWhateverItsLengthAlsoWithARestartInIt() {
        wanted.add(HISTORY_DAILY_LOAD_ENERGY);
        // from 3 April 14:00, for three days and a half
        record = new FakeRecord(Instant.parse("2026-04-03T03:00:00Z"));
        for (int part = 0; part < 7; part++) {
            reader = reader(Instant.EPOCH, "Australia/Sydney");
            record.write(48);
            poll(2);
            reader.stop();
        }
        assertThat(days().stream().map(Point::time).toList(),
                contains(day("2026-04-04"), day("2026-04-05"), day("2026-04-06")));
        assertThat(days().get(0).number(), is(closeTo(9.6, 1e-9)));
        assertThat("25 hours", days().get(1).number(), is(closeTo(10.0, 1e-9)));
    }

    @Test
    void aDayWithAHoleIsNoDay() {
        wanted.add(HISTORY_DAILY_LOAD_ENERGY);
        record.write(100);
        record.skip(1);
        record.write(200);
        poll(2);
        assertThat(days().stream().map(Point::time).toList(), contains(START, START.plus(Duration.ofDays(2))));
    }

    @Test
    void aLogOfDaysIsReadFirstOnceAndADayWhenItIsOver() {
        wanted.add(HISTORY_DAILY_LOAD_ENERGY);
        reader = readerOfDays();
        record.write(5 * 96);
        record.writeDays(61, ZoneId.of("Australia/Sydney"));
        poll(3);
        assertThat(days().stream().map(Point::number).toList(),
                is(IntStream.range(0, 61).mapToObj(n -> (double) n).toList()));
        assertThat("the days on which the clocks change, too", days().get(5).time(), is(day("2026-04-06")));
        assertThat(record.asked.get(0), is(HistoryPosition.ofDays(Instant.EPOCH)));
        assertThat(numbers(), is(upTo(5 * 96)));
        assertThat("the progress is that of the other log", states.get(0).upTo(),
                is(Instant.parse("2026-04-01T13:00:00Z")));

        // the log has 31 May now; it is looked into again when 1 June is over
        record.asked.clear();
        poll(3);
        assertThat(record.asked.stream().map(HistoryPosition::log).distinct().toList(), contains(Log.INTERVALS));
        reader.stop();
        reader = readerOfDays(Instant.parse("2026-06-01T15:00:00Z"));
        record.writeDays(1, ZoneId.of("Australia/Sydney"));
        poll(1);
        assertThat(days(), hasSize(62));
        assertThat(days().get(61).time(), is(day("2026-06-01")));
    }

    @Test
    void daysAloneReportTheirProgressAndAreSentAgainOnRequest() {
        wanted.clear();
        wanted.add(HISTORY_DAILY_LOAD_ENERGY);
        reader = readerOfDays();
        record.write(96);
        record.writeDays(30, ZoneId.of("Australia/Sydney"));
        poll(2);
        assertThat(last().phase(), is(Phase.COMPLETE));
        assertThat(last().upTo(), is(day("2026-05-01")));
        sent.clear();
        reader.refill(day("2026-04-10"), day("2026-04-12"));
        poll(3);
        assertThat("all from there on, as a part is a portion at least", days().get(0).time(), is(day("2026-04-10")));
        assertThat(days().stream().map(Point::time).distinct().toList(), hasSize(days().size()));
        sent.clear();
        poll(3);
        assertThat(sent, is(anEmptyMap()));
    }

    /** One poll after another, each of which drives the feed. */
    private void poll(int minutes) {
        for (int n = 0; n < minutes; n++) {
            reader.follow(UNIT);
            time.pass(Duration.ofMinutes(1));
        }
    }

    private List<Integer> numbers() {
        return sent.getOrDefault(HISTORY_LOAD_POWER, List.of()).stream().map(point -> (int) point.number()).toList();
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private double energy() {
        return sent.getOrDefault(HISTORY_LOAD_ENERGY, List.of()).stream().mapToDouble(Point::number).sum();
    }

    private HistoryState last() {
        return states.get(states.size() - 1);
    }

    @Test
    void aWholeRecordComesOnceAndInOrderADayAtMostAtATime() {
        record.write(5952);

        poll(3);

        assertThat(numbers(), is(upTo(5952)));
        assertThat(sizes.stream().mapToInt(Integer::intValue).max().orElseThrow(), is(96));
        assertThat(Objects.requireNonNull(sent.get(HISTORY_LOAD_POWER)).get(4).time(),
                is(START.plus(Duration.ofMinutes(60))));
        assertThat(Objects.requireNonNull(sent.get(HISTORY_STATE_OF_CHARGE)).get(4).time(),
                is(START.plus(Duration.ofMinutes(75))));
        assertThat(energy(), closeTo(595.2, 1e-6));
        assertThat(last().phase(), is(Phase.COMPLETE));
        assertThat(last().percent(), is(OptionalDouble.of(100)));
    }

    /** A time at which nothing was recorded would be a mystery to an owner. */
    @Test
    void aRecordWithoutAnythingInItIsSaidToBeEmpty() {
        poll(1);
        assertThat(last().phase(), is(Phase.EMPTY));
        record.write(4);
        poll(2);
        assertThat(last().phase(), is(Phase.COMPLETE));
    }

    @Test
    void progressIsReportedOnTheWay() {
        record.write(960);

        poll(1);

        assertThat(states.stream().map(state -> Math.round(state.percent().orElseThrow())).toList(),
                contains(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 100L));
        assertThat(states.get(0).phase(), is(Phase.READING));
    }

    @Test
    void energiesAreThoseOfClockHours() {
        record.write(10);
        poll(1);

        assertThat(Objects.requireNonNull(sent.get(HISTORY_LOAD_ENERGY)).stream().map(Point::time).toList(),
                contains(START, START.plus(Duration.ofHours(1))));
        assertThat("two quarters are no hour yet", energy(), closeTo(0.8, 1e-9));

        record.write(2);
        poll(2);
        assertThat(energy(), closeTo(1.2, 1e-9));
    }

    @Test
    void hoursBeginWhereTheClocksOfTheZoneSay() {
        reader = reader(Instant.EPOCH, "Australia/Adelaide");
        record.write(12);
        poll(1);

        assertThat("half an hour at either end is no hour", hours(),
                contains(START.plus(Duration.ofMinutes(30)), START.plus(Duration.ofMinutes(90))));
        assertThat(energy(), closeTo(0.8, 1e-9));
    }

    private List<Instant> hours() {
        return sent.getOrDefault(HISTORY_LOAD_ENERGY, List.of()).stream().map(Point::time).toList();
    }

    @Test
    void anHourWithAHoleIsNoHourAndThoseBesideItAre() {
        record.write(5);
        record.skip(1);
        record.write(6);
        poll(2);
        assertThat(hours(), contains(START, START.plus(Duration.ofHours(2))));
        assertThat(energy(), closeTo(0.8, 1e-9));
    }

    @Test
    void anHourThatIsReadFromItsMiddleIsNoHourAndRemainsWhatItWasWhenItIsFilledAgain() {
        record.write(12);
        poll(1);
        sent.clear();
        reader.refill(START.plus(Duration.ofMinutes(75)), START.plus(Duration.ofMinutes(150)));
        poll(3);
        assertThat(numbers(), hasSize(7));
        assertThat("only from begin to end", hours(), contains(START.plus(Duration.ofHours(2))));
        assertThat(energy(), closeTo(0.4, 1e-9));
    }

    @Test
    void anHourIsNotReplacedWhenTheClockOfTheUnitIsSetBackNorAfterARestart() {
        record.write(12);
        poll(1);
        record.setBack(6);
        record.write(5);
        poll(1);
        reader = reader(Instant.EPOCH, "UTC");
        record.write(9);
        poll(2);
        assertThat(hours(), is(IntStream.range(0, 5).mapToObj(hour -> START.plus(Duration.ofHours(hour))).toList()));
    }

    /** Whoever moves openHAB from one zone to the other in the middle of an hour. */
    @Test
    void aZoneThatChangesByHalfAnHourMakesNoHourOfAPart() {
        ZoneId[] zone = { ZoneId.of("Australia/Sydney") };
        reader = new HistoryReader(record,
                new HistoryReader.Settings("log", false, Duration.ofMinutes(1), Instant.EPOCH, () -> zone[0]), time,
                time.clock(), time.clock(), kept, this);
        record.write(6);
        poll(1);
        zone[0] = ZoneId.of("Australia/Adelaide");
        record.write(9);
        poll(2);
        assertThat(hours(), contains(START, START.plus(Duration.ofMinutes(90)), START.plus(Duration.ofMinutes(150))));
        assertThat(energy(), closeTo(1.2, 1e-9));
    }

    /** Lord Howe Island sets its clocks by half an hour, on 5 April and 4 October 2026. */
    @ParameterizedTest
    @ValueSource(strings = { "2026-04-04T13:00:00Z", "2026-10-03T13:30:00Z" })
    void anHourOfWhichTheClocksSkipOrRepeatAHalfIsTheSixtyMinutesFromItsBeginningOrNone(String begin) {
        record = new FakeRecord(Instant.parse(begin));
        reader = reader(Instant.EPOCH, "Australia/Lord_Howe");
        record.write(16);
        poll(2);
        List<Point> reported = sent.getOrDefault(HISTORY_LOAD_ENERGY, List.of());
        assertThat(reported, is(not(empty())));
        reported.forEach(hour -> assertThat(hour.toString(), hour.number(), closeTo(0.4, 1e-9)));
        assertThat(new HashSet<>(hours()), hasSize(reported.size()));
    }

    @Test
    void whatIsNewIsLookedForNowAndThenAndCostsOneQuestion() {
        record.write(96);
        poll(1);
        int before = record.asked.size();

        reader.follow(UNIT);
        reader.follow(UNIT);
        assertThat("too soon: nothing was asked", record.asked.size(), is(lessThanOrEqualTo(before + 1)));
        poll(10);
        assertThat(record.asked.size() - before, is(lessThanOrEqualTo(11)));
        assertThat(numbers(), is(upTo(96)));

        record.write(1);
        poll(2);
        assertThat(numbers(), is(upTo(97)));
    }

    @Test
    void aRestartAtAnyPointSendsNothingTwiceAndLeavesNothingOut() {
        for (int restarts = 0; restarts < 40; restarts++) {
            record.write(7);
            reader = reader(Instant.EPOCH, "UTC");
            poll(1);
        }
        record.write(4);
        poll(2);

        assertThat(numbers(), is(upTo(284)));
        assertThat(energy(), closeTo(28.4, 1e-6));
        List<Instant> hours = sent.getOrDefault(HISTORY_LOAD_ENERGY, List.of()).stream().map(Point::time).toList();
        assertThat(new HashSet<>(hours), hasSize(hours.size()));
    }

    @Test
    void aRestartInTheMiddleOfTheReadingGoesOnWhereItWas() {
        record.write(960);
        record.held = new java.util.concurrent.CompletableFuture<>();
        reader.follow(UNIT);
        var first = record.held;
        java.util.Objects.requireNonNull(first).complete(record.portion(record.asked.get(0)));
        time.pass(Duration.ofSeconds(1));
        var second = record.held;
        reader.stop();
        java.util.Objects.requireNonNull(second).complete(record.portion(record.asked.get(1)));
        time.pass(Duration.ofSeconds(1));
        assertThat("what comes after the end is left for the next time", numbers(), is(upTo(96)));

        record.held = null;
        reader = reader(Instant.EPOCH, "UTC");
        poll(1);
        assertThat(numbers(), is(upTo(960)));
    }

    @Test
    void aChannelThatIsLinkedLaterGetsThePastAndTheOthersNothingTwice() {
        wanted.remove(HISTORY_STATE_OF_CHARGE);
        record.write(200);
        poll(1);
        wanted.add(HISTORY_STATE_OF_CHARGE);
        reader.wake();
        record.write(3);

        poll(2);

        assertThat(sent.get(HISTORY_STATE_OF_CHARGE), hasSize(203));
        assertThat(numbers(), is(upTo(203)));
    }

    @Test
    void withoutAnyItemNothingIsAsked() {
        record.write(10);
        wanted.clear();
        poll(5);
        assertThat(record.asked, is(empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = { -100, 0, 100 })
    void oneReadServesTheSeriesAndWhoeverWantsTheRecords(int earlier) {
        record.write(300);
        reader = reader(START, "UTC");
        recordsAfter = HistoryPosition.at(START.minus(FakeRecord.INTERVAL.multipliedBy(earlier)));
        poll(1);
        assertThat(numbers(), is(upTo(300)));
        assertThat(records.subList(records.size() - 200, records.size()).stream().map(HistoryRecord::start).toList(),
                is(IntStream.range(100, 300).mapToObj(at -> START.plus(FakeRecord.INTERVAL.multipliedBy(at)))
                        .toList()));
        assertThat("each portion once", record.asked, hasSize(4));

        poll(1);
        int before = record.asked.size();
        recordsAfter = HistoryPosition.at(START.plus(FakeRecord.INTERVAL.multipliedBy(290)));
        record.write(2);
        poll(2);
        assertThat(numbers(), is(upTo(302)));
        assertThat(records.subList(records.size() - 12, records.size()).get(0).start(),
                is(START.plus(FakeRecord.INTERVAL.multipliedBy(290))));
        assertThat(record.asked.size(), is(before + 2));
    }

    @Test
    void recordsThatAreWantedAreReadWithoutAnyItem() {
        record.write(96);
        wanted.clear();
        recordsAfter = HistoryPosition.at(START);
        poll(5);
        assertThat(records, hasSize(96));
        assertThat("and nothing more", record.asked, hasSize(1));
    }

    @Test
    void whatWasOverwrittenIsNamedAndTheRestComes() {
        record.write(96);
        poll(1);
        record.write(1000);
        record.forget(500);

        poll(2);

        assertThat(numbers().subList(96, numbers().size()), is(IntStream.range(500, 1096).boxed().toList()));
        var lost = last().lost().orElseThrow();
        assertThat(lost.from(), is(START.plus(Duration.ofDays(1))));
        assertThat(lost.to(), is(START.plus(FakeRecord.INTERVAL.multipliedBy(500))));

        reader = reader(Instant.EPOCH, "UTC");
        poll(1);
        assertThat("it is still known after a restart", last().lost().orElseThrow(), is(lost));
    }

    @Test
    void whatWasBeforeTheFirstContactIsNotLost() {
        record.write(600);
        record.forget(100);
        poll(1);
        assertThat(last().lost().isEmpty(), is(true));
        assertThat(numbers(), hasSize(500));
    }

    /** What happened before the log begins was never recorded, and whoever looks later has lost nothing. */
    @Test
    void aChannelThatIsLinkedLaterHasLostNothing() {
        record.write(600);
        record.forget(100);
        wanted.remove(HISTORY_STATE_OF_CHARGE);
        poll(1);
        wanted.add(HISTORY_STATE_OF_CHARGE);
        record.write(1);
        poll(2);
        assertThat(sent.get(HISTORY_STATE_OF_CHARGE), hasSize(501));
        assertThat(last().lost().isEmpty(), is(true));
    }

    @Test
    void aRecordThatIsStillEmptyAfterARestartIsSaidToBeSoAndLosesNothing() {
        poll(1);
        reader = reader(START.minus(Duration.ofDays(1)), "UTC");
        poll(1);
        assertThat(last().phase(), is(Phase.EMPTY));
        record.write(4);
        poll(2);
        assertThat(last().phase(), is(Phase.COMPLETE));
        assertThat(last().lost().isEmpty(), is(true));
        assertThat(numbers(), is(upTo(4)));
    }

    /** Where it begins is somebody's wish, and does not show how far the log has been read. */
    @Test
    void aPartThatBreaksOffDoesNotChangeHowFarTheRecordIs() {
        record.write(96);
        poll(1);
        Instant upTo = last().upTo();
        record.broken = true;
        reader.refill(Instant.EPOCH, START.plus(Duration.ofHours(12)));
        poll(2);
        assertThat(last().phase(), is(Phase.INTERRUPTED));
        assertThat(last().upTo(), is(upTo));
        assertThat(last().percent(), is(OptionalDouble.of(100)));
    }

    @Test
    void aReadingThatBreaksOffIsReportedAndResumed() {
        record.write(96);
        record.broken = true;
        poll(2);
        assertThat(last().phase(), is(Phase.INTERRUPTED));
        assertThat("nobody knows how much there is", last().percent(), is(OptionalDouble.empty()));
        assertThat(numbers(), is(empty()));

        record.broken = false;
        poll(2);
        assertThat(last().phase(), is(Phase.COMPLETE));
        assertThat(last().percent(), is(OptionalDouble.of(100)));
        assertThat(numbers(), is(upTo(96)));

        record.broken = true;
        poll(2);
        assertThat("nor how much has come since", last().percent(), is(OptionalDouble.empty()));
    }

    @Test
    void theBeginningIsKept() {
        reader = reader(START.plus(FakeRecord.INTERVAL.multipliedBy(90)), "UTC");
        record.write(96);
        poll(1);
        assertThat(numbers(), contains(90, 91, 92, 93, 94, 95));
    }

    @Test
    void aPartIsSentOnceMoreOnRequestAndNothingElseChanges() {
        record.portion = 24;
        record.write(96);
        poll(1);
        sent.clear();
        reader.refill(START.plus(Duration.ofHours(6)), START.plus(Duration.ofHours(12)));
        record.write(1);

        poll(2);

        assertThat(numbers().subList(0, 24), is(IntStream.range(24, 48).boxed().toList()));
        assertThat(numbers().get(numbers().size() - 1), is(96));
        assertThat(numbers().stream().filter(number -> number == 96).count(), is(1L));
    }

    @Test
    void anHourInWhichNothingIsRecordedWritesNothingToTheStorage() {
        record.write(97);
        poll(3);
        storage.puts.clear();
        poll(60);
        assertThat(storage.puts, is(empty()));
        record.write(1);
        poll(2);
        assertThat("one position for each quantity", storage.puts, hasSize(wanted.size()));
        assertThat(storage.unchangedPuts, is(empty()));
    }

    /** It is a mistake whatever the reading had come to: nothing counts as sent that was not. */
    @Test
    void aMistakeOfOursIsShownAsSuchAndLoggedOnceWithItsCauseAndLosesNothing() {
        record.write(96);
        mistakes = 3;
        LoudLog log = new LoudLog();
        try {
            poll(4);
            assertThat(states.stream().map(HistoryState::phase).limit(3).toList(), everyItem(is(Phase.FAILED)));
            assertThat(states.get(0).reason().orElseThrow().problem(), is(Problem.OUR_MISTAKE));
            assertThat(states.get(0).reason().orElseThrow().getCause(), is(instanceOf(IllegalStateException.class)));
            assertThat(log.lines(), hasSize(1));
        } finally {
            log.close();
        }
        poll(2);
        assertThat(last().phase(), is(Phase.COMPLETE));
        assertThat(numbers(), is(upTo(96)));
        assertThat(hours(), hasSize(24));
    }

    @Test
    void aMistakeBeforeAnythingIsAskedDoesNotEndTheReadingForGood() {
        record.write(4);
        wantedMistakes = 1;
        poll(3);
        assertThat(numbers(), is(upTo(4)));
    }

    @Test
    void anotherFormOfTheSameSerialNumberIsTheSameUnit() {
        record.write(10);
        poll(1);
        reader = reader(Instant.EPOCH, "UTC");
        reader.follow(new Unit("0240001", new Identity("0240001", null, null, null)));
        time.pass(Duration.ofSeconds(1));
        assertThat(numbers(), hasSize(10));
    }

    @Test
    void howLongTheReadingTakesDoesNotDependOnAClockThatIsSet() {
        VirtualTime wall = new VirtualTime();
        reader = new HistoryReader(record,
                new HistoryReader.Settings("log", false, Duration.ofMinutes(1), Instant.EPOCH, () -> ZoneId.of("UTC")),
                time, time.clock(), wall.clock(), kept, this);
        record.portion = 10;
        record.write(100);
        record.held = new java.util.concurrent.CompletableFuture<>();
        reader.follow(UNIT);
        for (int portion = 0; portion < 2; portion++) {
            var held = java.util.Objects.requireNonNull(record.held);
            time.pass(Duration.ofMinutes(1));
            wall.pass(Duration.ofDays(200));
            held.complete(record.portion(record.asked.get(portion)));
            time.settle();
        }
        assertThat(last().end().orElseThrow(), is(wall.clock().instant().plus(Duration.ofMinutes(4))));
    }

    @Test
    void anOutageAmidTheReadingIsNoPartOfItsPaceAndHasNoEnd() {
        HistoryPace pace = new HistoryPace(time.clock(), time.clock());
        for (int portion = 1; portion <= 3; portion++) {
            pace.add(10, 100 - 10 * portion);
            time.pass(Duration.ofMinutes(1));
        }
        pace.broken();
        time.pass(Duration.ofHours(10));
        assertThat("nobody knows when", pace.end().isEmpty(), is(true));
        assertThat(pace.percent(), is(OptionalDouble.of(30)));
        pace.add(10, 60);
        time.pass(Duration.ofMinutes(1));
        pace.add(10, 50);
        assertThat(Duration.between(time.clock().instant(), pace.end().orElseThrow()),
                is(lessThan(Duration.ofMinutes(6))));
    }

    @Test
    void anotherUnitHasItsOwnPosition() {
        record.write(10);
        poll(1);
        reader.follow(new Unit("240002", new Identity("240002", null, null, null)));
        time.pass(Duration.ofSeconds(1));
        assertThat(numbers(), hasSize(20));
    }
}
