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
package org.openhab.binding.selectronic.internal.splink.log;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a detailed record covers. A record does not say it, and the setting of the present need not be that of the past;
 * but records of one setting follow each other at its interval. Source: the setting has 1, 5, 10, 15 or 30 minutes, and
 * in a published log of 5952 records at 15 minutes 8 are missing, each alone.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Interval {
    private static final Set<Duration> POSSIBLE = Stream.of(1, 5, 10, 15, 30, 60).map(Duration::ofMinutes)
            .collect(Collectors.toUnmodifiableSet());
    private static final Duration LEEWAY = Duration.ofSeconds(2);

    private Interval() {
    }

    /**
     * @param distance how long after the record before a record was written, zero if that is not known
     * @param earlier the same of the record before
     * @param later the same of the record after
     * @param present the interval that is set at present
     * @return what the record covers: its distance if that is the setting of the present, less than it, or that of a
     *         neighbour; else it lies behind a hole, and covers what its neighbours do
     */
    static Duration of(Duration distance, Duration earlier, Duration later, Duration present) {
        boolean isHole = earlier.equals(later) && POSSIBLE.contains(earlier) && earlier.compareTo(distance) < 0;
        if (!isHole && POSSIBLE.contains(distance)
                && (distance.compareTo(present) <= 0 || distance.equals(earlier) || distance.equals(later))) {
            return distance;
        }
        Duration known = earlier.isZero() ? later : earlier;
        boolean agree = earlier.isZero() || later.isZero() || earlier.equals(later);
        boolean fits = distance.isZero() || known.compareTo(distance) <= 0;
        return agree && fits && POSSIBLE.contains(known) ? known : present;
    }

    /**
     * @param distance how long after the record before a record was written
     * @param interval what it covers
     * @return whether nothing lies between them
     */
    static boolean adjoins(Duration distance, Duration interval) {
        return distance.minus(interval).abs().compareTo(LEEWAY) <= 0;
    }
}
