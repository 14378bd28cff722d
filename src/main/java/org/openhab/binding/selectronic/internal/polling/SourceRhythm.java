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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Sample;

/**
 * Learns when a device that reads its inverter periodically has new values, from the age of the samples (their time
 * against the current time of the device, both in whole seconds), and places polls just after that. Neither the clock
 * of the device nor the phase or the exact period need to be known. The assumed time of the next values moves slowly
 * earlier until a poll comes too early, which shows the time more exactly than whole seconds do.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SourceRhythm {
    private static final double SECOND = 1;
    private static final double NANOS_PER_SECOND = 1e9;
    /** Seconds from the assumed time of new values to the poll. */
    private static final double MARGIN = 0.3;
    /** Seconds by which the assumed time moves earlier with each poll. */
    private static final double PROBE = 0.02;
    /** Share of an error of the assumed time that corrects the period. */
    private static final double GAIN = 0.05;
    /** Largest difference of the real period from the usual one, as a factor. */
    private static final double SPREAD = 0.1;
    /** Number of periods without new values after which the phase is unknown. */
    private static final int FORGOTTEN = 3;

    private final Clock clock;
    private final Instant begin;
    private final double usualPeriod;
    private double period;
    /** When the device had its latest values, in seconds since the begin; NaN if unknown. */
    private double updated = Double.NaN;
    /** Start of the last poll, in the same seconds. */
    private double polled;
    private @Nullable Sample last;
    private boolean corrected;

    /**
     * @param clock a clock that is not affected by changes of the system time
     * @param usualPeriod the time between two readings of the inverter, to 10 %
     */
    SourceRhythm(Clock clock, Duration usualPeriod) {
        this.clock = clock;
        this.begin = clock.instant();
        this.usualPeriod = seconds(usualPeriod);
        this.period = this.usualPeriod;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }

    private double seconds(Instant time) {
        return seconds(Duration.between(begin, time));
    }

    /** @param sample the answer that has just come */
    void sampled(Sample sample) {
        Sample before = last;
        last = sample;
        double now = seconds(clock.instant());
        double started = now - seconds(sample.responseTime());
        Instant reported = sample.sourceNow();
        double age = reported == null ? Double.NaN : seconds(Duration.between(sample.time(), reported));
        double moved = before == null ? 0 : seconds(Duration.between(before.time(), sample.time()));
        if (!(age >= 0 && age < FORGOTTEN * usualPeriod)) {
            updated = Double.NaN;
        } else if (Double.isNaN(updated) || moved < 0) {
            updated = now - age;
            corrected = false;
        } else {
            follow(now, started, age, moved);
        }
        polled = started;
    }

    private void follow(double now, double started, double age, double moved) {
        double periods = Math.max(1, Math.rint(moved / period));
        double error = 0;
        if (moved > 0) {
            double expected = updated + periods * period;
            // not before the last poll, which did not see it, and within what two times in whole seconds say
            updated = Math.min(Math.min(now, now - age + SECOND),
                    Math.max(expected - PROBE, Math.max(polled, now - age - SECOND)));
            error = updated - expected;
            corrected = false;
        }
        double early = started - updated - period;
        if (early > 0 && !corrected) {
            // the values were not new yet; a device that skips a reading has to look like that only once
            updated += early;
            error += early;
            corrected = true;
        }
        period += GAIN * Math.max(-MARGIN, Math.min(MARGIN, error)) / periods;
        period = Math.max(usualPeriod * (1 - SPREAD), Math.min(usualPeriod * (1 + SPREAD), period));
    }

    /**
     * @param earliest when the next poll is due by the interval
     * @return that time, or just after the device has its next values if these come later; at most a period later
     */
    Instant next(Instant earliest) {
        if (Double.isNaN(updated)) {
            return earliest;
        }
        double due = Math.max(seconds(earliest), polled + period / 2);
        double sinceValues = due - MARGIN - updated;
        double late = sinceValues - Math.floor(sinceValues / period) * period;
        double wait = late <= SECOND ? 0 : period - late;
        return begin.plusNanos(Math.round((due + wait) * NANOS_PER_SECOND));
    }
}
