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
import java.util.Optional;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;

/**
 * When polls are due.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PollScheduleTest {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final VirtualTime time = new VirtualTime();
    private final PollSchedule schedule = new PollSchedule(time.clock(), INTERVAL, INTERVAL, Duration.ofMinutes(5),
            new Random(1), () -> Duration.ZERO, Optional.empty());

    private static Duration untilDue(VirtualTime time, PollSchedule schedule) {
        Duration wait = Duration.between(time.clock().instant(), schedule.due());
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private Duration untilDue() {
        return untilDue(time, schedule);
    }

    @Test
    void theFirstPollIsDueAtOnce() {
        assertThat(untilDue(), is(Duration.ZERO));
    }

    @Test
    void theTimeThatAnswersTakeDoesNotDriftThePace() {
        for (int poll = 0; poll < 100; poll++) {
            time.pass(untilDue());
            time.pass(Duration.ofMillis(700));
            schedule.succeeded();
        }
        assertThat(untilDue(), is(Duration.ofMillis(4300)));
    }

    @Test
    void pollsThatWereMissedAreNotMadeUpFor() {
        time.pass(Duration.ofSeconds(23));
        schedule.succeeded();
        assertThat(untilDue(), is(Duration.ZERO));
        schedule.succeeded();
        assertThat(untilDue(), is(INTERVAL));
    }

    @Test
    void failuresSlowItDownAndASuccessForgivesThem() {
        for (int failure = 1; failure <= 10; failure++) {
            schedule.failed();
            assertThat(schedule.failures(), is(failure));
            assertThat(untilDue(), is(greaterThanOrEqualTo(INTERVAL)));
            assertThat(untilDue(), is(lessThanOrEqualTo(Duration.ofMinutes(5))));
            time.pass(untilDue());
        }
        schedule.succeeded();
        assertThat(schedule.failures(), is(0));
        assertThat(untilDue(), is(INTERVAL));
    }

    @Test
    void whatTheOwnerAsksForIsDueAtOnceWhateverHasFailed() {
        schedule.failed();
        schedule.request();
        assertThat(untilDue(), is(Duration.ZERO));
        assertThat("failures are not forgotten", schedule.failures(), is(1));
    }

    @Test
    void aSuccessForgetsHowLongTheTroubleWas() {
        for (int failure = 0; failure < 20; failure++) {
            schedule.failed();
        }
        schedule.succeeded();
        schedule.failed();
        assertThat(untilDue(), is(lessThanOrEqualTo(INTERVAL.multipliedBy(2))));
    }

    /** As the portal's around midnight: the pace is kept for a time that begins with the first failure in a row. */
    @Test
    void aTroubleThatPassesByItselfDoesNotSlowItDown() {
        PollSchedule patient = new PollSchedule(time.clock(), INTERVAL, INTERVAL, Duration.ofMinutes(5), new Random(1),
                () -> Duration.ofMinutes(1), Optional.empty());
        for (int trouble = 0; trouble < 2; trouble++) {
            for (int failure = 0; failure < 12; failure++) {
                patient.failed();
                assertThat(untilDue(time, patient), is(INTERVAL));
                time.pass(INTERVAL);
            }
            Duration slowest = Duration.ZERO;
            for (int failure = 0; failure < 20; failure++) {
                patient.failed();
                slowest = untilDue(time, patient).compareTo(slowest) > 0 ? untilDue(time, patient) : slowest;
            }
            assertThat(slowest, is(greaterThan(INTERVAL.multipliedBy(2))));
            patient.succeeded();
            time.pass(INTERVAL);
        }
    }

    @Test
    void attemptsSlowDownOnlyALittleWhileATroubleIsTolerated() {
        Duration slowestRetry = Duration.ofSeconds(15);
        PollSchedule tolerant = new PollSchedule(time.clock(), INTERVAL, slowestRetry, Duration.ofMinutes(5),
                new Random(1), () -> Duration.ofMinutes(1), Optional.empty());
        for (Duration passed = Duration.ZERO; passed.toSeconds() < 60; passed = passed.plus(untilDue(time, tolerant))) {
            time.pass(untilDue(time, tolerant));
            tolerant.failed();
            assertThat(untilDue(time, tolerant), is(lessThanOrEqualTo(slowestRetry)));
        }
    }
}
