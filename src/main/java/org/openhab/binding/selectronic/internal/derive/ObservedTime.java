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
package org.openhab.binding.selectronic.internal.derive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.Sample;

/**
 * Measures the observed time between samples with a monotonic clock. The times of the samples only show whether a
 * sample is new. Time between two samples that are too far apart was not observed, whatever the reason: an outage, a
 * released connection, a machine that hung.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ObservedTime {
    private static final double MILLIS_PER_SECOND = 1000;
    /** One or two failed polls are not a gap; gateways may also read their unit less often than they are polled. */
    private static final int POLLS = 3;
    private static final long SHORT_MILLIS = 60_000;

    private final Clock steady;
    private final Provider<Duration> interval;
    private Instant seenAt = Instant.EPOCH;
    private @Nullable Sample last;
    private double seconds;

    /** How a sample follows the previous one. */
    enum Link {
        /** The first sample, or the first after a gap: nothing is known about the time before it. */
        NONE,
        /** The same sample again, from a device that is polled more often than it reads. */
        REPEATED,
        /** The time since the previous sample was observed. */
        CONNECTED
    }

    /**
     * @param steady a monotonic clock
     * @param interval the time between two polls; queried with each sample, because it may change
     */
    ObservedTime(Clock steady, Provider<Duration> interval) {
        this.steady = steady;
        this.interval = interval;
    }

    /**
     * @param sample the next sample
     * @return how it follows the previous one
     */
    Link next(Sample sample) {
        Sample known = last;
        if (known != null && sample.time().equals(known.time()) && sample.values().equals(known.values())) {
            return Link.REPEATED;
        }
        Instant now = steady.instant();
        long millis = Duration.between(seenAt, now).toMillis();
        boolean isGap = millis < 0 || millis > Math.max(SHORT_MILLIS, POLLS * interval.get().toMillis());
        seenAt = now;
        last = sample;
        seconds = millis / MILLIS_PER_SECOND;
        return known == null || isGap ? Link.NONE : Link.CONNECTED;
    }

    /** @return the observed time in seconds between the last two samples, if they are connected */
    double seconds() {
        return seconds;
    }
}
