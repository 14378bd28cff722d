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

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * Tests that the portal fills what a log has lost, once, and nothing else.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class HistoryFillTest extends SeriesBook {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Unit UNIT = new Unit("240001", new Identity("240001", null, null, null));
    private static final Unit ON_PORTAL = new Unit("9001", UNIT.identity());
    /** From 02:30 of the first day to 14:45 of the third. */
    private static final int FIRST_LOST = 10, FIRST_KEPT = 2 * 96 + 59, WRITTEN = 4 * 96;

    private final VirtualTime time = new VirtualTime();
    private final FakeStorage storage = new FakeStorage();
    private final ThingStorage kept = new ThingStorage(storage);
    private final FakeRecord log = new FakeRecord(START);
    private final Set<Quantity> wanted = EnumSet.of(HISTORY_LOAD_POWER, HISTORY_LOAD_ENERGY, HISTORY_STATE_OF_CHARGE,
            HISTORY_BATTERY_POWER);
    private final List<HistoryState> states = new ArrayList<>();
    private final List<HistoryPosition> asked = new ArrayList<>();
    private final Map<Instant, Map<Quantity, Double>> hours = new HashMap<>();
    private Instant settled = Instant.MAX;
    private int failures, mistakes;
    private HistoryReader reader = reader();

    @Override
    public Set<Quantity> wanted() {
        return wanted;
    }

    @Override
    public void series(Quantity quantity, List<Point> points) {
        if (quantity == HISTORY_LOAD_ENERGY && mistakes-- > 0) {
            throw new IllegalStateException("a mistake, thrown by a test");
        }
        super.series(quantity, points);
    }

    @Override
    public void state(HistoryState state) {
        states.add(state);
    }

    /** The log of a unit has no energies in its first record, as they are counted from the record before. */
    private HistoryReader reader() {
        return new HistoryReader((unit, after) -> log.history(unit, after).thenApply(HistoryFillTest::ofUnit),
                new HistoryReader.Settings("log", true, Duration.ofMinutes(1), Instant.EPOCH, () -> ZoneOffset.UTC),
                time, time.clock(), time.clock(), kept, this);
    }

    private static HistoryPortion ofUnit(HistoryPortion portion) {
        List<HistoryRecord> records = new ArrayList<>(portion.records());
        if (portion.lost().filter(lost -> lost.from().isAfter(START)).isPresent()) {
            HistoryRecord first = records.get(0);
            Map<Quantity, Double> values = new EnumMap<>(first.values());
            values.remove(HISTORY_LOAD_ENERGY);
            records.set(0, new HistoryRecord(first.start(), first.end(), values));
        }
        return new HistoryPortion(records, portion.position(), portion.left(), portion.lost());
    }

    /** A day of the portal, whose hours need not begin with those of the clock. */
    private CompletableFuture<HistoryPortion> portal(HistoryPosition after) {
        asked.add(after);
        if (failures-- > 0) {
            return CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, "portal"));
        }
        Instant dayEnd = after.time().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1).atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Instant end = dayEnd.isBefore(settled) ? dayEnd : settled;
        List<HistoryRecord> records = hours.keySet().stream().sorted()
                .filter(hour -> hour.plus(HOUR).isAfter(after.time()) && !hour.plus(HOUR).isAfter(end))
                .map(hour -> new HistoryRecord(hour, hour.plus(HOUR), Objects.requireNonNull(hours.get(hour))))
                .toList();
        return CompletableFuture.completedFuture(new HistoryPortion(records,
                end.isAfter(after.time()) ? HistoryPosition.at(end) : after, 1, Optional.empty()));
    }

    /** The portal has hours from the beginning on, with the number of each. */
    private void portalKnows(Duration shift) {
        IntStream.range(0, WRITTEN / 4)
                .forEach(hour -> hours.put(START.plus(HOUR.multipliedBy(hour)).plus(shift),
                        Map.of(HISTORY_LOAD_POWER, 1000.0 + hour, HISTORY_LOAD_ENERGY, 100.0 + hour,
                                HISTORY_STATE_OF_CHARGE, 50.0, HISTORY_SOLAR_ENERGY, 1.0)));
    }

    private void lose() {
        log.write(FIRST_LOST);
        poll(1);
        log.write(WRITTEN - FIRST_LOST);
        log.forget(FIRST_KEPT);
        poll(3);
    }

    private void poll(int minutes) {
        for (int n = 0; n < minutes; n++) {
            reader.follow(UNIT);
            reader.fill(ON_PORTAL, (unit, after) -> portal(after), Duration.ofMinutes(15));
            time.pass(Duration.ofMinutes(1));
        }
    }

    private void restart() {
        reader.stop();
        reader = reader();
    }

    private List<Instant> times(Quantity quantity) {
        return sent.getOrDefault(quantity, List.of()).stream().map(Point::time).sorted().toList();
    }

    private static List<Instant> allHours() {
        return Stream.iterate(START, hour -> hour.plus(HOUR)).limit(WRITTEN / 4).toList();
    }

    private HistoryGap gap() {
        return states.get(states.size() - 1).lost().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void anHourComesFromTheLogOrFromThePortal(boolean restarts) {
        portalKnows(Duration.ZERO);
        lose();
        for (int n = 0; n < 10; n++) {
            if (restarts) {
                restart();
            }
            poll(1);
        }
        assertThat(times(HISTORY_LOAD_ENERGY), is(allHours()));
        List<Point> ofPortal = sent.getOrDefault(HISTORY_LOAD_ENERGY, List.of()).stream()
                .filter(point -> point.number() >= 100).toList();
        assertThat("those that the log has parts of, too", ofPortal.stream().map(Point::number).sorted().toList(),
                is(IntStream.rangeClosed(2, 2 * 24 + 14).mapToObj(hour -> 100.0 + hour).toList()));
        assertThat("a mean of an hour only if the log has none of it",
                sent.getOrDefault(HISTORY_LOAD_POWER, List.of()).stream().map(Point::number)
                        .filter(number -> number >= 1000).sorted().toList(),
                is(IntStream.rangeClosed(3, 2 * 24 + 13).mapToObj(hour -> 1000.0 + hour).toList()));
        assertThat(new HashSet<>(times(HISTORY_STATE_OF_CHARGE)), hasSize(times(HISTORY_STATE_OF_CHARGE).size()));
        assertThat("nothing that is not wanted, or that the portal has not", sent.keySet(),
                not(hasItems(HISTORY_SOLAR_ENERGY, HISTORY_BATTERY_POWER)));
        assertThat(gap().filled(), is(2 * 24 + 13));
        assertThat(gap().hours(ZoneOffset.UTC), is(2 * 24 + 13L));
        assertThat("a page for each day", asked, hasSize(3));
        assertThat(reader.hasGap(), is(false));
    }

    @Test
    void aDayIsStoredOnceAndNothingIsStoredAfterwards() {
        portalKnows(Duration.ZERO);
        lose();
        poll(5);
        int puts = storage.puts.size();
        poll(50);
        restart();
        poll(50);
        assertThat(storage.puts, hasSize(puts));
        assertThat(asked, hasSize(3));
    }

    @Test
    void whatIsLostIsNotLookedForInThePortalIfNothingIs() {
        portalKnows(Duration.ZERO);
        log.write(WRITTEN);
        poll(10);
        assertThat(asked, is(empty()));
        assertThat(reader.hasGap(), is(false));
    }

    @Test
    void aPortalThatFailsIsAskedAgainLater() {
        portalKnows(Duration.ZERO);
        failures = 3;
        lose();
        poll(40);
        assertThat("each quarter of an hour", asked, hasSize(3));
        poll(10);
        assertThat(times(HISTORY_LOAD_ENERGY), is(allHours()));
    }

    /** Without a portal the gap is only noted; one that is added later fills it. */
    @Test
    void aGapOfMonthsIsFilledWhenThePortalIsAddedLaterADayWithEachPoll() {
        log.write(FIRST_LOST);
        poll(1);
        log.write(100 * 96);
        log.forget(100 * 96 - 40);
        for (int n = 0; n < 3; n++) {
            reader.follow(UNIT);
            time.pass(Duration.ofMinutes(1));
        }
        restart();
        IntStream.range(0, 100 * 24).forEach(
                hour -> hours.put(START.plus(HOUR.multipliedBy(hour)), Map.of(HISTORY_LOAD_ENERGY, 100.0 + hour)));
        for (int day = 0; day <= 101; day++) {
            assertThat(asked.size(), is(lessThanOrEqualTo(day)));
            poll(1);
        }
        assertThat(asked, hasSize(100));
        assertThat(reader.hasGap(), is(false));
        List<Instant> times = times(HISTORY_LOAD_ENERGY);
        assertThat(times, is(Stream.iterate(START, hour -> hour.plus(HOUR)).limit(times.size()).toList()));
        assertThat(times, hasSize(100 * 24 + 2));
    }

    @Test
    void aPortalThatIsNotThatFarYetIsAwaited() {
        portalKnows(Duration.ZERO);
        settled = START.plus(Duration.ofHours(30));
        lose();
        poll(60);
        assertThat(asked.size(), is(lessThan(8)));
        assertThat(gap().reached(), is(settled));
        assertThat(reader.hasGap(), is(true));
        settled = Instant.MAX;
        poll(20);
        assertThat(times(HISTORY_LOAD_ENERGY), is(allHours()));
    }

    @Test
    void whatThePortalDoesNotKnowEitherStaysLost() {
        lose();
        poll(30);
        assertThat(gap().filled(), is(0));
        assertThat(reader.hasGap(), is(false));
        assertThat(asked, hasSize(3));
        assertThat(times(HISTORY_LOAD_ENERGY), hasSize(WRITTEN / 4 - (2 * 24 + 13)));
    }

    @Test
    void anUnknownEnergyIsNoZeroAndItsHourIsNotCounted() {
        portalKnows(Duration.ZERO);
        Instant cut = START.plus(Duration.ofHours(20));
        hours.put(cut, Map.of(HISTORY_STATE_OF_CHARGE, 50.0));
        lose();
        poll(10);
        assertThat(times(HISTORY_LOAD_ENERGY), not(hasItem(cut)));
        assertThat(times(HISTORY_LOAD_ENERGY), hasSize(WRITTEN / 4 - 1));
        assertThat(times(HISTORY_STATE_OF_CHARGE), hasItem(cut.plus(HOUR)));
        assertThat(gap().filled(), is(2 * 24 + 12));
    }

    /** As in Adelaide, where the hours of an account in Sydney begin at half past. */
    @Test
    void anHourThatReachesIntoOneOfTheLogIsNotTaken() {
        portalKnows(Duration.ofMinutes(-30));
        lose();
        poll(10);
        List<Instant> ofPortal = sent.getOrDefault(HISTORY_LOAD_ENERGY, List.of()).stream()
                .filter(point -> point.number() >= 100).map(Point::time).sorted().toList();
        assertThat(ofPortal.get(0), is(START.plus(Duration.ofMinutes(150))));
        assertThat(ofPortal.get(ofPortal.size() - 1), is(START.plus(Duration.ofMinutes(2 * 24 * 60 + 13 * 60 + 30))));
        assertThat(gap().filled(), is(2 * 24 + 12));
        assertThat("as far as the clock shows", gap().hours(ZoneOffset.UTC), is(2 * 24 + 13L));
        assertThat(gap().hours(ZoneId.of("Australia/Adelaide")), is(2 * 24 + 13L));
    }

    /** A channel that had no item for some days lacks them; the others have them from the log. */
    @Test
    void aSeriesThatWasReadIsNotFilled() {
        portalKnows(Duration.ZERO);
        log.write(FIRST_LOST);
        poll(1);
        wanted.remove(HISTORY_LOAD_ENERGY);
        log.write(2 * 96 - FIRST_LOST);
        poll(3);
        wanted.add(HISTORY_LOAD_ENERGY);
        log.write(2 * 96);
        log.forget(FIRST_KEPT);
        poll(20);
        assertThat(times(HISTORY_LOAD_ENERGY), is(allHours()));
        assertThat("those after the second day",
                sent.getOrDefault(HISTORY_LOAD_POWER, List.of()).stream().map(Point::number)
                        .filter(number -> number >= 1000).sorted().toList(),
                is(IntStream.rangeClosed(2 * 24, 2 * 24 + 13).mapToObj(hour -> 1000.0 + hour).toList()));
        assertThat(new HashSet<>(times(HISTORY_LOAD_POWER)), hasSize(times(HISTORY_LOAD_POWER).size()));
    }

    @Test
    void aGapThatIsReadAgainAfterAFailureIsFilledOnce() {
        portalKnows(Duration.ZERO);
        log.write(FIRST_LOST);
        poll(1);
        mistakes = 2;
        log.write(WRITTEN - FIRST_LOST);
        log.forget(FIRST_KEPT);
        poll(30);
        assertThat(new HashSet<>(times(HISTORY_LOAD_ENERGY)), hasSize(times(HISTORY_LOAD_ENERGY).size()));
        assertThat(times(HISTORY_LOAD_ENERGY), is(allHours()));
    }

    @Test
    void aSecondGapIsFilledAfterTheFirst() {
        portalKnows(Duration.ZERO);
        failures = 1;
        log.write(FIRST_LOST);
        poll(1);
        log.write(96);
        log.forget(50);
        poll(3);
        log.write(WRITTEN - FIRST_LOST - 96);
        log.forget(FIRST_KEPT - 50);
        poll(3);
        restart();
        poll(30);
        assertThat(times(HISTORY_LOAD_ENERGY), is(allHours()));
        assertThat("told is the last one", gap().to(), is(START.plus(FakeRecord.INTERVAL.multipliedBy(FIRST_KEPT))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "x y", "2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z 2026-03-02T00:00:00Z",
            "2026-03-01T00:00:00Z 2026-03-02T00:00:00Z 2026-03-01T00:00:00Z many load-energy", ";;" })
    void aNoteOfAnEarlierVersionOrADamagedOneFillsNothing(String note) {
        storage.put("log 240001 lost", note);
        portalKnows(Duration.ZERO);
        log.write(96);
        poll(5);
        assertThat(asked, is(empty()));
        assertThat(states.get(states.size() - 1).lost().isPresent(), is(false));
    }

    /** Powers and charge come as whole hours; an energy is missing in each hour that the gap touches. */
    @Test
    void aGapOfHalfAnHourHasNoWholeHour() {
        Instant from = Instant.parse("2026-01-05T10:10:00Z"), to = Instant.parse("2026-01-05T10:40:00Z");
        assertThat(new HistoryGap(from, to, Set.of(HISTORY_STATE_OF_CHARGE), from, 0).hours(ZoneOffset.UTC), is(0L));
        assertThat(new HistoryGap(from, to, Set.of(HISTORY_STATE_OF_CHARGE, HISTORY_LOAD_ENERGY), from, 0)
                .hours(ZoneOffset.UTC), is(1L));
    }
}
