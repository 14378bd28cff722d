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
package org.openhab.binding.selectronic.internal.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.soak.Incident.Kind;

/**
 * What happens within a time, by chance but the same each time: at most one incident each half day, so that it is clear
 * what each of them has led to. The seldom ones have their places.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Timetable {
    private static final Duration HALF_DAY = Duration.ofHours(12);
    /** Of a half day. Portal's bad minutes around midnight in Sydney, 13 or 14 h UTC, are left to themselves. */
    private static final Duration EARLIEST = Duration.ofHours(3), LATEST = Duration.ofHours(8);

    private final Random chance;
    private final Instant start;
    private final List<Integer> free = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();

    /**
     * @param start a midnight or noon in UTC
     * @param days how many
     * @param seed of the chance
     */
    Timetable(Instant start, int days, long seed) {
        this.start = start;
        this.chance = new Random(seed);
        // the first day is for getting to know each other
        for (int half = 2; half < 2 * days - 1; half++) {
            free.add(half);
        }
    }

    /** At a certain day, and nothing else as long as it lasts. */
    Timetable on(int day, Kind kind, Duration length) {
        Incident incident = new Incident(within(2 * day), kind, length);
        int last = (int) Duration.between(start, incident.to()).dividedBy(HALF_DAY);
        free.removeIf(half -> half >= 2 * day && half <= last);
        incidents.add(incident);
        return this;
    }

    /** So many times at any time that is still free, and as long as it happens to be. */
    Timetable often(int times, Kind kind, Duration shortest, Duration longest) {
        Collections.shuffle(free, chance);
        for (int n = 0; n < times && !free.isEmpty(); n++) {
            long room = longest.minus(shortest).toSeconds();
            incidents.add(new Incident(within(free.remove(free.size() - 1)), kind,
                    shortest.plusSeconds(room == 0 ? 0 : chance.nextLong(room))));
        }
        return this;
    }

    private Instant within(int half) {
        return start.plus(HALF_DAY.multipliedBy(half)).plus(EARLIEST)
                .plusSeconds(chance.nextLong(LATEST.minus(EARLIEST).toSeconds()));
    }

    /** In order. */
    List<Incident> incidents() {
        return incidents.stream().sorted(Comparator.comparing(Incident::from)).toList();
    }
}
