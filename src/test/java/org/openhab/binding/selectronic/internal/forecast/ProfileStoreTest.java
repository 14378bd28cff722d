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
package org.openhab.binding.selectronic.internal.forecast;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;

/**
 * Half hours are the means of what was read or recorded; what is not known is never zero.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ProfileStoreTest {
    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    private static final long SLOT = ProfileStore.slot(NOON);
    private static final int LOAD = ProfileStore.LOAD;

    private final ProfileStore store = new ProfileStore();
    private final TextsInMemory texts = new TextsInMemory();

    private static HalfHour load(double watts) {
        return new HalfHour(watts, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    private void addSamples(int fromSecond, int toSecond, double watts) {
        for (int second = fromSecond; second <= toSecond; second += 60) {
            store.add(NOON.plusSeconds(second), load(watts));
        }
    }

    private void addHouse(int days) {
        SimulatedHouse house = new SimulatedHouse(7);
        for (int at = 0; at < days * SimulatedHouse.DAY; at++) {
            store.add(SimulatedHouse.time(at), SimulatedHouse.time(at + 1), house.at(at));
        }
    }

    private static void assertSame(ProfileStore one, ProfileStore other, Instant end) {
        for (long slot = ProfileStore.slot(end) - ProfileStore.SIZE; slot < ProfileStore.slot(end); slot++) {
            for (int value = 0; value <= ProfileStore.CHARGE; value++) {
                assertThat(other.get(slot, value), is(one.get(slot, value)));
            }
        }
    }

    @Test
    void aHalfHourIsTheMeanOverTime() {
        addSamples(0, 900, 600);
        addSamples(960, 1800, 1200);
        assertThat(store.get(SLOT, LOAD), is(closeTo(900, 20)));
    }

    @Test
    void aHalfHourOfWhichLessThanTenMinutesAreKnownIsAGap() {
        addSamples(0, 240, 600);
        addSamples(1800, 3600, 600);
        assertThat(store.get(SLOT, LOAD), is(Double.NaN));
        assertThat(store.get(SLOT + 1, LOAD), is(600.0));
        assertThat(store.get(SLOT + 1, ProfileStore.SOLAR), is(Double.NaN));
    }

    @Test
    void chargeIsTheOneAtTheEnd() {
        for (int minute = 0; minute <= 30; minute++) {
            store.add(NOON.plus(Duration.ofMinutes(minute)), new HalfHour(500, 0, 0, 500, 80 - minute));
        }
        assertThat(store.get(SLOT, ProfileStore.CHARGE), is(closeTo(50, 1)));
    }

    @Test
    void intervalsOfAnyLengthAreBroughtToHalfHours() {
        Map<Quantity, Double> values = Map.of(Quantity.HISTORY_LOAD_POWER, 700.0, Quantity.HISTORY_STATE_OF_CHARGE,
                60.0);
        HistoryRecord hour = new HistoryRecord(NOON, NOON.plusSeconds(3600), values);
        store.add(hour.start(), hour.end(), HalfHour.of(hour));
        store.add(NOON.plusSeconds(3600), NOON.plusSeconds(4500), load(300));
        store.add(NOON.plusSeconds(4500), NOON.plusSeconds(5400), load(500));
        assertThat(store.get(SLOT, LOAD), is(700.0));
        assertThat(store.get(SLOT + 1, LOAD), is(700.0));
        assertThat(store.get(SLOT + 2, LOAD), is(400.0));
        assertThat(store.get(SLOT, ProfileStore.CHARGE), is(60.0));
        assertThat(store.get(SLOT, ProfileStore.BATTERY), is(Double.NaN));
    }

    @Test
    void recordedIntervalsDoNotReplaceWhatWasMeasured() {
        addSamples(0, 1800, 600);
        store.add(NOON, NOON.plusSeconds(3600), load(999));
        assertThat(store.get(SLOT, LOAD), is(600.0));
        assertThat(store.get(SLOT + 1, LOAD), is(closeTo(999, 5)));
    }

    @Test
    void whatALoggerRecordedThatMeasuredNothingIsAGap() {
        store.add(NOON, NOON.plusSeconds(1800), new HalfHour(0, 0, 0, 0, 0));
        assertThat(store.get(SLOT, LOAD), is(Double.NaN));
    }

    @Test
    void impossiblePowersAreAGap() {
        store.add(NOON, NOON.plusSeconds(1800), new HalfHour(1e9, Double.POSITIVE_INFINITY, 0, 500, 50));
        assertThat(store.get(SLOT, LOAD), is(Double.NaN));
        assertThat(store.get(SLOT, ProfileStore.SOLAR), is(Double.NaN));
        assertThat(store.get(SLOT, ProfileStore.BATTERY), is(500.0));
    }

    @Test
    void aRestartKeepsEverything() {
        addHouse(70);
        store.save(texts);
        assertSame(store, ProfileStore.load(texts), SimulatedHouse.time(70 * SimulatedHouse.DAY));
    }

    @Test
    void aRestartWithinAHalfHourKeepsItsBeginning() {
        addSamples(0, 900, 600);
        store.close(texts);
        assertThat(ProfileStore.load(texts).get(SLOT, LOAD), is(600.0));
    }

    @Test
    void storageIsBoundedHoweverLongItRuns() {
        addHouse(SimulatedHouse.DAYS);
        store.save(texts);
        assertThat(texts.texts.keySet(), hasSize(lessThanOrEqualTo(10)));
        assertThat(texts.texts.values(), everyItem(hasLength(lessThan(5000))));
        assertSame(store, ProfileStore.load(texts), SimulatedHouse.time(SimulatedHouse.DAYS * SimulatedHouse.DAY));
    }

    @Test
    void onlyTheWeekThatHasChangedIsWritten() {
        addHouse(70);
        store.save(texts);
        texts.written = 0;
        store.save(texts);
        assertThat(texts.written, is(0));
        Instant next = SimulatedHouse.time(70 * SimulatedHouse.DAY);
        store.add(next, next.plusSeconds(1800), load(500));
        store.save(texts);
        assertThat(texts.written, is(1));
    }

    /** As on a machine whose clock was a year ahead until it was set. */
    @Test
    void aClockThatWasAheadEndsNoLearning() {
        addSamples(0, 1800, 600);
        store.save(texts);
        int year = 365 * 24 * 3600;
        addSamples(year, year + 3600, 700);
        store.save(texts);
        addSamples(1800, 5400, 800);
        store.close(texts);
        for (ProfileStore one : new ProfileStore[] { store, ProfileStore.load(texts) }) {
            assertThat(one.get(SLOT + 1, LOAD), is(800.0));
            assertThat(one.get(SLOT + 2, LOAD), is(800.0));
            assertThat(one.get(ProfileStore.slot(NOON.plusSeconds(year)), LOAD), is(Double.NaN));
        }
    }

    /** As on a machine without a battery for its clock, for the minutes until it reaches a time server. */
    @ParameterizedTest
    @ValueSource(longs = { 0, -3600, -90 * 24 * 3600, Long.MIN_VALUE })
    void aClockThatIsBehindForSomeMinutesLosesNothing(long wrong) {
        addHouse(70);
        store.save(texts);
        ProfileStore restarted = ProfileStore.load(texts);
        Instant end = SimulatedHouse.time(70 * SimulatedHouse.DAY);
        Instant start = wrong == Long.MIN_VALUE ? Instant.EPOCH : end.plusSeconds(wrong);
        for (int second = 0; second < 300; second += 10) {
            restarted.add(start.plusSeconds(second), load(99));
        }
        restarted.add(end.plusSeconds(310), load(99));
        restarted.close(texts);
        assertSame(store, ProfileStore.load(texts), end);
    }

    @Test
    void whatWasLoadedAndDidNotChangeIsNotWritten() {
        addHouse(20);
        store.save(texts);
        int written = texts.written;
        ProfileStore.load(texts).save(texts);
        assertThat(texts.written, is(written));
    }

    @Test
    void aStoreThatHoldsNothingKnowsNothing() {
        for (int back = 0; back < ProfileStore.SIZE; back++) {
            assertThat(store.get(SLOT - back, LOAD), is(Double.NaN));
        }
        addSamples(0, 1800, 600);
        assertThat("before", store.get(SLOT - 1, LOAD), is(Double.NaN));
        addSamples(7200, 9000, 600);
        assertThat("between", store.get(SLOT + 2, LOAD), is(Double.NaN));
        assertThat("after", store.get(SLOT + 4, LOAD), is(600.0));
    }

    @Test
    void halfHoursOfAClockThatWasAheadAreForgottenAndOthersAreNot() {
        addHouse(20);
        Instant behind = SimulatedHouse.time(19 * SimulatedHouse.DAY);
        for (int second = 0; second <= 720; second += 60) {
            store.add(behind.plusSeconds(second), load(600));
        }
        long slot = ProfileStore.slot(behind);
        assertThat(store.get(slot - 1, LOAD), is(greaterThan(0.0)));
        for (int ahead = 1; ahead < SimulatedHouse.DAY; ahead++) {
            assertThat(store.get(slot + ahead, LOAD), is(Double.NaN));
        }
        store.save(texts);
        assertSame(store, ProfileStore.load(texts), behind);
    }

    @Test
    void aTextThatCannotBeReadIsAGap() {
        addHouse(20);
        store.save(texts);
        String damaged = texts.texts.keySet().iterator().next();
        texts.texts.put(damaged, "?");
        long end = ProfileStore.slot(SimulatedHouse.time(20 * SimulatedHouse.DAY));
        ProfileStore read = ProfileStore.load(texts);
        long known = 0;
        for (long slot = end - 20 * ProfileStore.DAY; slot < end; slot++) {
            known += Double.isNaN(read.get(slot, LOAD)) ? 0 : 1;
        }
        assertThat(known, is(both(greaterThan(10L * ProfileStore.DAY)).and(lessThan(20L * ProfileStore.DAY))));
    }

    @Test
    void sixtyDaysOfALogFillItAtOnce() {
        addHouse(60);
        long end = ProfileStore.slot(SimulatedHouse.time(60 * SimulatedHouse.DAY));
        for (long slot = end - ProfileStore.SIZE; slot < end; slot++) {
            assertThat(store.get(slot, LOAD), is(greaterThan(0.0)));
        }
    }
}
