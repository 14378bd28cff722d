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
package org.openhab.binding.selectronic.internal.polling;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.polling.Freshness.Verdict;

/**
 * A stale value must never be shown as fresh. The device's clock is years off on purpose: it does not matter.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class FreshnessTest {
    private static final Instant START = Instant.parse("2019-06-30T13:59:00Z");

    private final VirtualTime time = new VirtualTime();
    private final Freshness freshness = new Freshness(time.clock(), Duration.ofSeconds(60));

    private static Sample sample(long second, @Nullable Long now) {
        return new Sample(ConnectionType.GATEWAY, START.plusSeconds(second),
                now == null ? null : START.plusSeconds(now), Duration.ZERO, Map.of());
    }

    private Verdict judge(long second, @Nullable Long now) {
        return freshness.judge(sample(second, now));
    }

    private Optional<Duration> age(long second, @Nullable Long now) {
        freshness.judge(sample(second, now));
        return freshness.age();
    }

    @Test
    void aSampleThatMovesIsFresh() {
        for (long second = 0; second < 600; second += 5) {
            assertThat(judge(second, second + 2), is(Verdict.FRESH));
            assertThat(age(second, second + 2), is(Optional.of(Duration.ofSeconds(2))));
            time.pass(Duration.ofSeconds(5));
        }
    }

    /** The gateway answers, with a now that moves, but has lost its inverter. */
    @Test
    void aSampleThatStandsStillForAMinuteIsStale() {
        for (long second = 0; second < 60; second += 5) {
            assertThat("after " + second + " s", judge(0, second), is(Verdict.FRESH));
            assertThat(age(0, second), is(Optional.of(Duration.ofSeconds(second))));
            time.pass(Duration.ofSeconds(5));
        }
        assertThat(judge(0, 60L), is(Verdict.STALE));
        time.pass(Duration.ofMinutes(10));
        assertThat(judge(0, 660L), is(Verdict.STALE));
        assertThat(judge(661, 662L), is(Verdict.FRESH));
    }

    @Test
    void anAnswerThatIsFrozenAsAWholeIsStaleToo() {
        assertThat(judge(0, 1L), is(Verdict.FRESH));
        time.pass(Duration.ofSeconds(59));
        assertThat(judge(0, 1L), is(Verdict.FRESH));
        assertThat(age(0, 1L), is(Optional.of(Duration.ofSeconds(59))));
        time.pass(Duration.ofSeconds(1));
        assertThat(judge(0, 1L), is(Verdict.STALE));
    }

    @Test
    void withoutNowOurOwnClockReports() {
        assertThat(judge(0, null), is(Verdict.FRESH));
        time.pass(Duration.ofSeconds(60));
        assertThat(judge(0, null), is(Verdict.STALE));
        assertThat(judge(60, null), is(Verdict.FRESH));
    }

    @Test
    void whatIsOldAtFirstSightIsStaleAtOnce() {
        assertThat(judge(0, 3600L), is(Verdict.STALE));
    }

    /** As old as one that has stood still too long before our eyes, to the second. */
    @Test
    void atFirstSightTheSameAgeIsTooOld() {
        assertThat(judge(0, 59L), is(Verdict.FRESH));
        assertThat(judge(100, 160L), is(Verdict.STALE));
    }

    /** A cached answer must not overwrite a newer one. */
    @Test
    void anOlderSampleIsReportedApart() {
        assertThat(judge(100, 101L), is(Verdict.FRESH));
        time.pass(Duration.ofSeconds(5));
        assertThat(judge(80, 106L), is(Verdict.OLDER));
        time.pass(Duration.ofSeconds(5));
        assertThat(judge(110, 111L), is(Verdict.FRESH));
    }

    @Test
    void aTimestampThatWentBackForGoodIsFreshAgainWhenItMoves() {
        assertThat(judge(100, 101L), is(Verdict.FRESH));
        time.pass(Duration.ofSeconds(5));
        assertThat(judge(70, 106L), is(Verdict.OLDER));
        time.pass(Duration.ofSeconds(5));
        assertThat(judge(75, 111L), is(Verdict.FRESH));
    }

    @Test
    void aClockThatWasSetBackMakesNothingOld() {
        assertThat(judge(7200, 7201L), is(Verdict.FRESH));
        time.pass(Duration.ofSeconds(5));
        assertThat(judge(3605, 3606L), is(Verdict.FRESH));
    }

    /** Two servers behind one address, neither of which hears from the inverter any more. */
    @Test
    void twoOldSamplesInTurnAreStaleInTheEnd() {
        for (long second = 0; second < 60; second += 5) {
            judge(second % 10 == 0 ? 100 : 90, null);
            time.pass(Duration.ofSeconds(5));
        }
        assertThat(judge(100, null), is(Verdict.STALE));
        assertThat(judge(90, null), is(Verdict.STALE));
        assertThat(judge(161, null), is(Verdict.FRESH));
    }

    @Test
    void anOlderSampleThatStaysIsStaleInTheEnd() {
        assertThat(judge(100, 101L), is(Verdict.FRESH));
        time.pass(Duration.ofSeconds(30));
        assertThat(judge(90, 131L), is(Verdict.OLDER));
        time.pass(Duration.ofSeconds(30));
        assertThat(judge(90, 161L), is(Verdict.STALE));
    }

    @Test
    void aSampleInTheDevicesOwnFutureHasNoAge() {
        assertThat(judge(7200, 0L), is(Verdict.FRESH));
        assertThat(age(7200, 0L), is(Optional.empty()));
        time.pass(Duration.ofSeconds(60));
        assertThat(judge(7200, 60L), is(Verdict.STALE));
    }

    @Test
    void aSecondOrTwoAheadIsRounding() {
        assertThat(judge(2, 0L), is(Verdict.FRESH));
        assertThat(age(2, 0L), is(Optional.of(Duration.ZERO)));
    }

    /** Whatever a device does not tell of the time, our own clock does. */
    @Test
    void withoutADeviceThatReportsTheTimeTheAgeIsHowLongItHasStoodStill() {
        judge(0, null);
        time.pass(Duration.ofSeconds(25));
        judge(0, null);
        assertThat(age(0, null), is(Optional.of(Duration.ofSeconds(25))));
        judge(5, null);
        assertThat(age(5, null), is(Optional.of(Duration.ZERO)));
    }
}
