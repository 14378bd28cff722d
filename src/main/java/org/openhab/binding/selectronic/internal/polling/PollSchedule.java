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
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * When the next poll of a unit is due. While all is well that is one interval after the last one was due, so that the
 * pace does not drift with the time that answers take; a poll that took longer than the interval is followed at once by
 * one poll, never by those that were missed. After failures the delay grows ({@link Backoff}): a little while the
 * trouble is tolerated, so that it is tried several times before it is called an outage, and then further.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PollSchedule {
    private final Clock clock;
    private final Duration interval;
    private final Backoff retries;
    private final Backoff backoff;
    private final Supplier<Duration> toleratedTime;
    private Instant toleratedUntil;
    private int failures;
    private Instant due;

    /**
     * @param clock runs evenly
     * @param interval the pace while all is well, also the shortest delay after a failure
     * @param slowestRetry the longest delay between two attempts while the trouble is tolerated
     * @param slowest the longest delay after that
     * @param random where the jitter comes from
     * @param toleratedTime how long trouble that begins now is tolerated; asked at the first failure in a row
     */
    public PollSchedule(Clock clock, Duration interval, Duration slowestRetry, Duration slowest,
            RandomGenerator random, Supplier<Duration> toleratedTime) {
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

    /** The poll was good. */
    public void succeeded() {
        failures = 0;
        retries.reset();
        backoff.reset();
        Instant now = clock.instant();
        Instant next = due.plus(interval);
        due = next.isBefore(now) ? now : next;
    }

    /** The poll failed. */
    public void failed() {
        Instant now = clock.instant();
        if (failures++ == 0) {
            toleratedUntil = now.plus(toleratedTime.get());
        }
        due = now.plus((now.isBefore(toleratedUntil) ? retries : backoff).next());
    }

    /** @param wait after how long another attempt makes sense, and not before */
    public void waitFor(Duration wait) {
        due = clock.instant().plus(wait);
    }

    /** Makes the next poll due now. */
    public void request() {
        due = clock.instant();
    }

    /** @return how many polls have failed since the last good one */
    public int failures() {
        return failures;
    }
}
