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
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.Provider;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Tests {@link ConnectionChoice}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class ConnectionChoiceTest {
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final List<Duration> TOLERANCES = List.of(Duration.ofSeconds(60), Duration.ofSeconds(60),
            Duration.ofMinutes(10));

    private final VirtualTime time = new VirtualTime();
    private final ConnectionChoice choice = new ConnectionChoice(time.clock(),
            TOLERANCES.stream().map(each -> (Provider<Duration>) () -> each).toList());

    @Test
    void aQuickAlternativeDoesNotTakeOverBeforeTheFirstAnswer() {
        assertThat(choice.good(1), is(false));
        time.pass(Duration.ofSeconds(59));
        assertThat(choice.good(1), is(false));
        time.pass(Duration.ofSeconds(1));
        assertThat(choice.good(1), is(true));
    }

    @Test
    void anAlternativeTakesOverAtOnceIfTheFirstAttemptFails() {
        choice.failed(0);
        assertThat(choice.good(1), is(true));
        assertThat(choice.active(), is(1));
    }

    @Test
    void oneFailureIsNoReasonToGetReady() {
        choice.good(0);
        choice.failed(0);
        assertThat(choice.isFailing(0), is(false));
        time.pass(Duration.ofSeconds(30));
        assertThat(choice.isFailing(0), is(true));
    }

    /** A disabled bridge reports neither samples nor failures: a connection after it must supply what it cannot. */
    @Test
    void aConnectionThatWasNeverThereIsFailingAfterItsTime() {
        choice.good(0);
        assertThat(choice.isFailing(1), is(false));
        time.pass(Duration.ofSeconds(60));
        choice.good(0);
        assertThat(choice.isFailing(1), is(true));
        choice.good(1);
        assertThat(choice.isFailing(1), is(false));
    }

    @Test
    void timeWithoutAnySampleIsNoGoodTime() {
        choice.good(0);
        time.pass(Duration.ofHours(1));
        choice.good(1);
        assertThat(choice.active(), is(1));
        choice.good(0);
        assertThat("released for an hour, back for a moment", choice.active(), is(1));
    }

    @Test
    void oneWithOutdatedValuesIsLeftAtOnce() {
        choice.good(0);
        choice.good(1);
        choice.outdated(0);
        assertThat(choice.check(), is(true));
        assertThat(choice.active(), is(1));
    }

    /**
     * Whatever happens: the active connection delivers if any does, one that delivers is left only for a preferred one
     * that was good for two minutes without a break, and others are taken only when the active one is silent for its
     * tolerated time.
     *
     * @param steps what the three connections do every ten seconds: each a sample, a failure, or nothing
     */
    @Property(tries = 200)
    void itNeitherFlapsNorStaysWithADeadConnection(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 26) Integer> steps) {
        VirtualTime time = new VirtualTime();
        ConnectionChoice choice = new ConnectionChoice(time.clock(),
                TOLERANCES.stream().map(each -> (Provider<Duration>) () -> each).toList());
        Instant[] good = new Instant[3], since = new Instant[3];
        boolean[] failed = new boolean[3];
        Instant began = time.clock().instant();
        for (int step : steps) {
            // several steps of the same kind, so that there are long troubles and long good times
            for (int times = 0; times < 5; times++) {
                Instant now = time.clock().instant();
                int code = step;
                for (int rank = 0; rank < 3; rank++, code /= 3) {
                    int before = choice.active();
                    boolean delivered = isCurrent(good, before, now);
                    if (code % 3 == 0) {
                        since[rank] = since[rank] == null || !isCurrent(good, rank, now) ? now : since[rank];
                        good[rank] = now;
                        choice.good(rank);
                    } else if (code % 3 == 1) {
                        since[rank] = null;
                        failed[rank] = true;
                        choice.failed(rank);
                        choice.check();
                    }
                    if (choice.active() != before && delivered && before != rank) {
                        assertThat("only a preferred one takes over from one that delivers", choice.active(),
                                is(lessThan(before)));
                        assertThat("and only after a while", Duration.between(since[choice.active()], now),
                                is(greaterThanOrEqualTo(ConnectionChoice.QUIET_TIME)));
                    }
                }
                choice.check();
                boolean awaited = choice.active() == 0 && good[0] == null && !failed[0]
                        && Duration.between(began, now).compareTo(TOLERANCES.get(0)) < 0;
                boolean any = IntStream.range(0, 3).anyMatch(rank -> isCurrent(good, rank, now));
                assertThat(steps + " " + Arrays.toString(good),
                        awaited || !any || isCurrent(good, choice.active(), now), is(true));
                time.pass(STEP);
            }
        }
    }

    private static boolean isCurrent(Instant[] good, int rank, Instant now) {
        return good[rank] != null && Duration.between(good[rank], now).compareTo(TOLERANCES.get(rank)) < 0;
    }
}
