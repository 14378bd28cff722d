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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The times in the logs: seconds since 2001 by the unit's clock, which shows local time without a zone. Source:
 * published records (812678399 s is 2026-10-02 23:59:59).
 * <p>
 * An hour that exists twice at the end of daylight saving is resolved by the order of the records; nothing else is
 * corrected, not even a wrong clock.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class UnitTime {
    /** The value of a missing time. */
    static final long NONE = 0xFFFF_FFFFL;

    private static final Duration LONGEST_CHANGE = Duration.ofHours(3);

    private static final long ORIGIN = LocalDateTime.of(2001, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

    private UnitTime() {
    }

    /** Returns what the clock of the unit showed. */
    static LocalDateTime shown(long seconds) {
        return LocalDateTime.ofEpochSecond(ORIGIN + seconds, 0, ZoneOffset.UTC);
    }

    /** Returns the start of a day by the clock of the unit, in seconds as in the records. */
    static long start(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) - ORIGIN;
    }

    /**
     * @param seconds the seconds of a record
     * @param zone the time zone of the unit
     * @param before the time of the previous record, so that this one is later if two times are possible
     * @return the time of recording
     */
    static Instant of(long seconds, ZoneId zone, Instant before) {
        LocalDateTime shown = shown(seconds);
        List<ZoneOffset> possible = zone.getRules().getValidOffsets(shown);
        if (possible.size() == 2) {
            Instant earlier = shown.toInstant(possible.get(0));
            return !earlier.isBefore(before) ? earlier : shown.toInstant(possible.get(1));
        }
        return shown.atZone(zone).toInstant();
    }

    /**
     * @param time a moment
     * @param zone the time zone of the unit
     * @return if the moment is in one of the two hours that the clock shows twice, the start of the first of them; from
     *         there on, records are not in the order of their times
     */
    static Optional<Instant> beginOfTwice(Instant time, ZoneId zone) {
        @Nullable
        ZoneOffsetTransition near = zone.getRules().previousTransition(time.plus(LONGEST_CHANGE));
        if (near == null || !near.isOverlap()) {
            return Optional.empty();
        }
        Instant begin = near.getInstant().plus(near.getDuration());
        Instant end = near.getInstant().minus(near.getDuration());
        return time.isBefore(begin) || !time.isBefore(end) ? Optional.empty() : Optional.of(begin);
    }

    /**
     * @param time a moment
     * @param zone the time zone of the unit
     * @return the time of the unit's clock at that moment, in seconds as in the records
     */
    static long seconds(Instant time, ZoneId zone) {
        return LocalDateTime.ofInstant(time, zone).toEpochSecond(ZoneOffset.UTC) - ORIGIN;
    }
}
