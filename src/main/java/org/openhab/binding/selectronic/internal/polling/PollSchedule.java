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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Provider;

/**
 * Schedules the next poll of a unit. After a good poll it is due one interval after the last one was due, so that
 * response times do not shift the schedule. A poll that took longer than the interval is followed at once by a single
 * poll; missed polls are not repeated. After failures the delay grows ({@link Backoff}): only a little while the
 * failure is tolerated, so that there are several attempts before it is an outage, and further after that.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PollSchedule {
    private final Clock clock;
    private final Duration interval;
    private final Backoff retries;
    private final Backoff backoff;
    private final Provider<Duration> toleratedTime;
    private Instant toleratedUntil;
    private int failures;
    private Instant due;

    /**
     * @param clock a clock that is not affected by changes of the system time
     * @param interval the time between good polls, also the shortest delay after a failure
     * @param slowestRetry the longest delay between two attempts while a failure is tolerated
     * @param slowest the longest delay after that
     * @param random provides the jitter
     * @param toleratedTime how long a failure that begins now is tolerated; called at the first failure in a row
     */
    public PollSchedule(Clock clock, Duration interval, Duration slowestRetry, Duration slowest, RandomGenerator random,
            Provider<Duration> toleratedTime) {
        this.clock = clock;
        this.interval = interval;
        this.retries = new Backoff(interval, slowestRetry, random);
        this.backoff = new Backoff(interval, slowest, random);
        this.toleratedTime = toleratedTime;
        this.due = clock.instant();
        this.toleratedUntil = due;
    }

    /** @return when the next poll is due */
    public Instant due() {
        return due;
    }

    /** Schedules the next poll after a good one. */
    public void succeeded() {
        failures = 0;
        retries.reset();
        backoff.reset();
        Instant now = clock.instant();
        Instant next = due.plus(interval);
        due = next.isBefore(now) ? now : next;
    }

    /** Schedules the next poll after a failure. */
    public void failed() {
        Instant now = clock.instant();
        if (failures++ == 0) {
            toleratedUntil = now.plus(toleratedTime.get());
        }
        due = now.plus((now.isBefore(toleratedUntil) ? retries : backoff).next());
    }

    /** @param wait the time before which another attempt makes no sense */
    public void waitFor(Duration wait) {
        due = clock.instant().plus(wait);
    }

    /** Makes the next poll due now. */
    public void request() {
        due = clock.instant();
    }

    /** @return the number of failed polls since the last good one */
    public int failures() {
        return failures;
    }
}
