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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;

/**
 * Determines the interval that a detailed record covers. A record does not contain it, and the current setting may
 * differ from the setting at that time; but records written with the same setting follow each other at its interval.
 * A longer distance than that of the present setting is the interval only if it occurs three times in a row: twice, it
 * is that of two missing records.
 * Source: possible settings are 1, 5, 10, 15 or 30 minutes, and in a published log of 5952 records at 15 minutes 8
 * single records are missing.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Interval {
    private static final Set<Duration> POSSIBLE = Stream.of(1, 5, 10, 15, 30, 60).map(Duration::ofMinutes)
            .collect(Collectors.toUnmodifiableSet());
    private static final Duration LEEWAY = Duration.ofSeconds(2);

    /**
     * A complete record.
     *
     * @param record a record of the log
     * @param end when it was written
     * @param before the previous complete record, null if there is none
     * @param distance time since the previous record, zero if there is none; not positive if the clock was set back
     */
    record Entry(DetailedRecord record, Instant end, @Nullable DetailedRecord before, Duration distance) {
        /**
         * @param record a record of the log
         * @param before the previous complete record, null if there is none
         * @param beforeEnd when the previous record was written
         */
        static Entry of(DetailedRecord record, @Nullable DetailedRecord before, Instant beforeEnd) {
            Instant end = record.time(beforeEnd);
            return new Entry(record, end, before, before == null ? Duration.ZERO : Duration.between(beforeEnd, end));
        }
    }

    private Interval() {
    }

    /**
     * @param distances time between each record and the previous one, zero if unknown
     * @param number the number of a record
     * @param present the current setting
     * @return the interval: its distance if that is the current setting, shorter, or one of three equal
     *         ones; otherwise it follows a hole, and its interval is that of its neighbours
     */
    static Duration of(List<Duration> distances, int number, Duration present) {
        Duration distance = distances.get(number);
        Duration earlier = number == 0 ? Duration.ZERO : distances.get(number - 1);
        Duration later = number + 1 == distances.size() ? Duration.ZERO : distances.get(number + 1);
        boolean isHole = earlier.equals(later) && POSSIBLE.contains(earlier) && earlier.compareTo(distance) < 0;
        if (!isHole && isSetting(distances, number, present)) {
            return distance;
        }
        Duration known = earlier.isZero() ? later : earlier;
        boolean agree = earlier.isZero() || later.isZero() || earlier.equals(later);
        boolean fits = distance.isZero() || known.compareTo(distance) <= 0;
        return agree && fits && !known.isZero()
                && isSetting(distances, earlier.isZero() ? number + 1 : number - 1, present) ? known : present;
    }

    private static boolean isSetting(List<Duration> distances, int number, Duration present) {
        Duration distance = distances.get(number);
        List<Duration> around = distances.subList(Math.max(0, number - 2), Math.min(distances.size(), number + 3));
        return POSSIBLE.contains(distance) && (distance.compareTo(present) <= 0
                || Collections.indexOfSubList(around, Collections.nCopies(3, distance)) >= 0);
    }

    /**
     * @param entries complete records in their order
     * @param following their successor, null if there is none
     * @param present the current setting
     * @return their values, each with its interval
     */
    static List<HistoryRecord> histories(List<Entry> entries, @Nullable Entry following, Duration present) {
        List<HistoryRecord> histories = new ArrayList<>();
        List<Duration> distances = Stream.concat(entries.stream(), Stream.ofNullable(following)).map(Entry::distance)
                .toList();
        for (int n = 0; n < entries.size(); n++) {
            Entry entry = entries.get(n);
            Duration interval = of(distances, n, present);
            boolean adjoins = entry.distance.minus(interval).abs().compareTo(LEEWAY) <= 0;
            histories.add(entry.record.history(adjoins ? entry.before : null, entry.end, interval));
        }
        return histories;
    }
}
