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
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * Growing delays with jitter.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class BackoffTest {
    private static final Duration FLOOR = Duration.ofSeconds(5);
    private static final Duration CEILING = Duration.ofMinutes(5);

    @Test
    void theUpperEndDoublesUpToTheCeiling() {
        for (int failures = 1; failures <= 12; failures++) {
            Duration longest = Duration.ZERO;
            Duration shortest = CEILING;
            for (int seed = 0; seed < 400; seed++) {
                Backoff backoff = new Backoff(FLOOR, CEILING, new Random(seed));
                Duration delay = FLOOR;
                for (int failure = 0; failure < failures; failure++) {
                    delay = backoff.next();
                }
                longest = delay.compareTo(longest) > 0 ? delay : longest;
                shortest = delay.compareTo(shortest) < 0 ? delay : shortest;
            }
            double upper = Math.min(300, 5 * Math.pow(2, failures));
            assertThat(longest.toMillis() / 1000.0, is(both(lessThanOrEqualTo(upper)).and(greaterThan(upper * 0.9))));
            assertThat(shortest, is(greaterThanOrEqualTo(FLOOR)));
            assertThat(shortest.toMillis() / 1000.0, is(lessThan(5 + upper * 0.05)));
        }
    }

    @Test
    void aSuccessBeginsAtTheFloorAgain() {
        Backoff backoff = new Backoff(FLOOR, CEILING, new Random(1));
        for (int failure = 0; failure < 10; failure++) {
            backoff.next();
        }
        backoff.reset();
        assertThat(backoff.next(), is(lessThanOrEqualTo(Duration.ofSeconds(10))));
    }

    @Test
    void anIntervalLongerThanTheCeilingIsKept() {
        Backoff backoff = new Backoff(Duration.ofHours(1), CEILING, new Random(1));
        assertThat(backoff.next(), is(Duration.ofHours(1)));
        assertThat(backoff.next(), is(Duration.ofHours(1)));
    }

    /** Full jitter: both ends can come. */
    @Test
    void bothEndsCanCome() {
        assertThat(new Backoff(FLOOR, CEILING, Always.least()).next(), is(FLOOR));
        assertThat(new Backoff(FLOOR, CEILING, Always.most()).next(), is(FLOOR.multipliedBy(2)));
    }
}
