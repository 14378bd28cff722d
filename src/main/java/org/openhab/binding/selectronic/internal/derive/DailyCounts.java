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

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.TextStorage;

/**
 * Counts something by day, across restarts. Keeps the two days that were counted last, so that neither a temporarily
 * wrong clock nor an event of the day before loses the count of a day.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class DailyCounts {
    private static final Pattern DAY_AND_COUNT = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d{1,4})");
    private static final int DAYS_KEPT = 2;

    private final TextStorage storage;
    private final String key;
    private final Provider<ZoneId> zone;

    /**
     * @param storage stores the counts
     * @param key their key in the storage
     * @param zone the time zone whose midnight starts a new day
     */
    DailyCounts(TextStorage storage, String key, Provider<ZoneId> zone) {
        this.storage = storage;
        this.key = key;
        this.zone = zone;
    }

    /** Returns the count of the day of a time, empty if nothing was counted on that day. */
    OptionalInt of(Instant time) {
        if (storage.get(key) == null) {
            return OptionalInt.empty();
        }
        @Nullable
        Integer counted = byDay().get(day(time));
        return counted == null ? OptionalInt.empty() : OptionalInt.of(counted);
    }

    /** Counts one more on the day of a time. */
    void count(Instant time) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put(day(time), 1);
        byDay().forEach((day, counted) -> counts.merge(day, counted, Integer::sum));
        storage.keep(key, counts.entrySet().stream().limit(DAYS_KEPT).map(day -> day.getKey() + " " + day.getValue())
                .collect(Collectors.joining(" ")));
    }

    private String day(Instant time) {
        return time.atZone(zone.get()).toLocalDate().toString();
    }

    private Map<String, Integer> byDay() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        @Nullable
        String stored = storage.get(key);
        Matcher days = DAY_AND_COUNT.matcher(stored == null ? "" : stored);
        while (days.find() && counts.size() < DAYS_KEPT) {
            counts.putIfAbsent(days.group(1), Integer.parseInt(days.group(2)));
        }
        return counts;
    }
}
