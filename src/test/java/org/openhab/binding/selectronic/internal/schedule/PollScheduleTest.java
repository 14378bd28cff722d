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
package org.openhab.binding.selectronic.internal.schedule;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
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
    private final PollSchedule schedule = new PollSchedule(time.clock(), INTERVAL, Duration.ofMinutes(5), 3,
            new Random(1));

    @Test
    void theFirstPollIsDueAtOnce() {
        assertThat(schedule.untilDue(), is(Duration.ZERO));
    }

    @Test
    void theTimeThatAnswersTakeDoesNotDriftThePace() {
        for (int poll = 0; poll < 100; poll++) {
            time.pass(schedule.untilDue());
            time.pass(Duration.ofMillis(700));
            schedule.succeeded();
        }
        assertThat(schedule.untilDue(), is(Duration.ofMillis(4300)));
    }

    @Test
    void pollsThatWereMissedAreNotMadeUpFor() {
        time.pass(Duration.ofSeconds(23));
        schedule.succeeded();
        assertThat(schedule.untilDue(), is(Duration.ZERO));
        schedule.succeeded();
        assertThat(schedule.untilDue(), is(INTERVAL));
    }

    @Test
    void failuresSlowItDownAndOpenItAndASuccessClosesIt() {
        for (int failure = 1; failure <= 10; failure++) {
            assertThat(schedule.isOpen(), is(failure > 3));
            schedule.failed(null);
            assertThat(schedule.untilDue(), is(greaterThanOrEqualTo(INTERVAL)));
            assertThat(schedule.untilDue(), is(lessThanOrEqualTo(Duration.ofMinutes(5))));
            time.pass(schedule.untilDue());
        }
        schedule.succeeded();
        assertThat(schedule.isOpen(), is(false));
        assertThat(schedule.untilDue(), is(INTERVAL));
    }

    @Test
    void aWishOfTheOtherSideIsHonoured() {
        schedule.failed(Duration.ofMinutes(20));
        assertThat(schedule.untilDue(), is(Duration.ofMinutes(20)));
        schedule.failed(Duration.ofMillis(1));
        assertThat(schedule.untilDue(), is(greaterThanOrEqualTo(INTERVAL)));
    }

    @Test
    void hurryBringsThePollForwardButNotPastADelayThatAFailureHasEarned() {
        schedule.succeeded();
        schedule.hurry();
        assertThat(schedule.untilDue(), is(Duration.ZERO));
        schedule.failed(null);
        schedule.hurry();
        assertThat(schedule.untilDue(), is(greaterThanOrEqualTo(INTERVAL)));
    }

    @Test
    void aSuccessForgetsHowLongTheTroubleWas() {
        for (int failure = 0; failure < 20; failure++) {
            schedule.failed(null);
        }
        schedule.succeeded();
        schedule.failed(null);
        assertThat(schedule.untilDue(), is(lessThanOrEqualTo(INTERVAL.multipliedBy(2))));
    }

    /** As the portal's around midnight: the pace is kept for a time that begins with the first failure in a row. */
    @Test
    void aTroubleThatPassesByItselfDoesNotSlowItDown() {
        PollSchedule patient = new PollSchedule(time.clock(), INTERVAL, Duration.ofMinutes(5), 3, new Random(1),
                () -> Duration.ofMinutes(1));
        for (int trouble = 0; trouble < 2; trouble++) {
            for (int failure = 0; failure < 12; failure++) {
                patient.failed(null);
                assertThat(patient.untilDue(), is(INTERVAL));
                time.pass(INTERVAL);
            }
            Duration slowest = Duration.ZERO;
            for (int failure = 0; failure < 20; failure++) {
                patient.failed(null);
                slowest = patient.untilDue().compareTo(slowest) > 0 ? patient.untilDue() : slowest;
            }
            assertThat(slowest, is(greaterThan(INTERVAL.multipliedBy(2))));
            patient.succeeded();
            time.pass(INTERVAL);
        }
    }
}
