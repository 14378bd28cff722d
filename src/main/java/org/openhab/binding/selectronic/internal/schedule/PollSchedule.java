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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * When the next poll is due. While all is well that is one interval after the last one was due, so that the pace does
 * not drift with the time that answers take; a poll that took longer than the interval is followed at once by one poll,
 * never by those that were missed. After failures the delay grows ({@link Backoff}), at once or when they have lasted
 * for some time. After several of them the schedule is <i>open</i>, as a circuit breaker is: then a poll should be a
 * probe, one request and not one for each inverter, until the first good answer closes it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PollSchedule {
    private final Clock clock;
    private final Duration interval;
    private final int failuresToOpen;
    private final Backoff backoff;
    private final Supplier<Duration> steadyTime;
    private Instant steadyUntil;
    private int failures;
    private Instant due;

    /**
     * @param clock what time it is
     * @param interval the pace while all is well, also the shortest delay after a failure
     * @param slowest the longest delay between two attempts
     * @param failuresToOpen after how many failures in a row the schedule is open
     * @param random where the jitter comes from
     */
    public PollSchedule(Clock clock, Duration interval, Duration slowest, int failuresToOpen, RandomGenerator random) {
        this(clock, interval, slowest, failuresToOpen, random, () -> Duration.ZERO);
    }

    /**
     * @param clock what time it is
     * @param interval the pace while all is well, also the shortest delay after a failure
     * @param slowest the longest delay between two attempts
     * @param failuresToOpen after how many failures in a row the schedule is open
     * @param random where the jitter comes from
     * @param steadyTime tells, at the first failure in a row, for how long the pace is kept
     */
    public PollSchedule(Clock clock, Duration interval, Duration slowest, int failuresToOpen, RandomGenerator random,
            Supplier<Duration> steadyTime) {
        this.clock = clock;
        this.interval = interval;
        this.failuresToOpen = failuresToOpen;
        this.backoff = new Backoff(interval, slowest, random);
        this.steadyTime = steadyTime;
        this.due = clock.instant();
        this.steadyUntil = due;
    }

    /** @return how long to wait for the next poll, zero if it is due */
    public Duration untilDue() {
        Duration wait = Duration.between(clock.instant(), due);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** The poll was good. */
    public void succeeded() {
        failures = 0;
        backoff.reset();
        Instant now = clock.instant();
        Instant next = due.plus(interval);
        due = next.isBefore(now) ? now : next;
    }

    /**
     * The poll failed.
     *
     * @param retryAfter how long the other side asks us to wait at least, null if it did not say
     */
    public void failed(@Nullable Duration retryAfter) {
        Instant now = clock.instant();
        if (failures++ == 0) {
            steadyUntil = now.plus(steadyTime.get());
        }
        Duration delay = now.isBefore(steadyUntil) ? interval : backoff.next();
        if (retryAfter != null && retryAfter.compareTo(delay) > 0) {
            delay = retryAfter;
        }
        due = now.plus(delay);
    }

    /** Somebody wants to know now: the next poll is due at once. Delays that a failure has earned are kept. */
    public void hurry() {
        if (failures == 0) {
            due = clock.instant();
        }
    }

    /** @return whether a poll should be a probe only */
    public boolean isOpen() {
        return failures >= failuresToOpen;
    }
}
