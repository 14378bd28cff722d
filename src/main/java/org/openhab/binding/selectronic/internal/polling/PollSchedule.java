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
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.Sample;

/**
 * Schedules the next poll of a unit. After a good poll it is due one interval after the last one was due, so that
 * response times do not shift the schedule. If the device reads its inverter periodically, each poll waits until it has
 * new values; the interval remains the mean ({@link SourceRhythm}). A poll that took longer than the interval is
 * followed at once by a single
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
    private final @Nullable SourceRhythm rhythm;
    private Instant toleratedUntil;
    private int failures;
    private Instant due;
    /** When the next poll is due by the interval alone. */
    private Instant nominal;

    /**
     * @param clock a clock that is not affected by changes of the system time
     * @param interval the time between good polls, also the shortest delay after a failure
     * @param slowestRetry the longest delay between two attempts while a failure is tolerated
     * @param slowest the longest delay after that
     * @param random provides the jitter
     * @param toleratedTime how long a failure that begins now is tolerated; called at the first failure in a row
     * @param sourceInterval the time between two readings of the inverter by the device; empty if it has no rhythm
     */
    public PollSchedule(Clock clock, Duration interval, Duration slowestRetry, Duration slowest, RandomGenerator random,
            Provider<Duration> toleratedTime, Optional<Duration> sourceInterval) {
        this.clock = clock;
        this.interval = interval;
        this.retries = new Backoff(interval, slowestRetry, random);
        this.backoff = new Backoff(interval, slowest, random);
        this.toleratedTime = toleratedTime;
        // a shorter interval sees new values soon anyway
        this.rhythm = sourceInterval.filter(each -> each.compareTo(interval) <= 0)
                .map(each -> new SourceRhythm(clock, each)).orElse(null);
        this.due = clock.instant();
        this.nominal = due;
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
        Instant next = nominal.plus(interval);
        scheduleAt(next.isBefore(now) ? now : next);
    }

    /**
     * Schedules the next poll after a good one.
     *
     * @param sample its result
     */
    public void succeeded(Sample sample) {
        succeeded();
        SourceRhythm rhythm = this.rhythm;
        if (rhythm != null) {
            rhythm.sampled(sample);
            due = rhythm.next(nominal);
            Instant latest = due.minus(interval);
            nominal = latest.isAfter(nominal) ? latest : nominal;
        }
    }

    private void scheduleAt(Instant time) {
        nominal = time;
        due = time;
    }

    /** Schedules the next poll after a failure. */
    public void failed() {
        Instant now = clock.instant();
        if (failures++ == 0) {
            toleratedUntil = now.plus(toleratedTime.get());
        }
        scheduleAt(now.plus((now.isBefore(toleratedUntil) ? retries : backoff).next()));
    }

    /** @param wait the time before which another attempt makes no sense */
    public void waitFor(Duration wait) {
        scheduleAt(clock.instant().plus(wait));
    }

    /** Makes the next poll due now. */
    public void request() {
        scheduleAt(clock.instant());
    }

    /** @return the number of failed polls since the last good one */
    public int failures() {
        return failures;
    }
}
