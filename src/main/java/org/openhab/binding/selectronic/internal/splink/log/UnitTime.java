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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.splink.memory.Form;

/**
 * The times in the logs: seconds since 2001 on the unit's own clock, which shows local time without a zone. Source:
 * published records (812678399 s is 2026-10-02 23:59:59).
 * <p>
 * An hour that the clocks repeat is resolved by the order of the records; nothing else is corrected, also not a clock
 * that is wrong.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class UnitTime {
    /** What stands where no time is. */
    static final long NONE = 0xFFFF_FFFFL;

    private static final Duration LONGEST_CHANGE = Duration.ofHours(3);

    private static final long ORIGIN = LocalDateTime.of(2001, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

    private UnitTime() {
    }

    /**
     * @param words the words of records
     * @param at where a record begins in there
     * @return the seconds that it holds, {@link #NONE} where none were written
     */
    static long stamp(int[] words, int at) {
        return Form.U32.number(words, at);
    }

    /**
     * @param seconds what a record holds
     * @param zone where the unit stands
     * @param before the time of the record before, so that this one is later where two times are possible
     * @return the time of the record
     */
    static Instant of(long seconds, ZoneId zone, Instant before) {
        LocalDateTime shown = LocalDateTime.ofEpochSecond(ORIGIN + seconds, 0, ZoneOffset.UTC);
        List<ZoneOffset> possible = zone.getRules().getValidOffsets(shown);
        if (possible.size() == 2) {
            Instant earlier = shown.toInstant(possible.get(0));
            return !earlier.isBefore(before) ? earlier : shown.toInstant(possible.get(1));
        }
        return shown.atZone(zone).toInstant();
    }

    /** Whether the seconds of a record are those of a time after a moment. */
    static boolean isAfter(long seconds, ZoneId zone, Instant moment) {
        return moment.isBefore(Instant.MAX) && of(seconds, zone, Instant.MIN).isAfter(moment);
    }

    /**
     * @param time a moment
     * @param zone where the unit stands
     * @return where the clock has begun, or begins, to show the hour for the first time that it shows twice, if the
     *         moment is in one of the two; records from there on are not in the order of what they show
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
     * @param zone where the unit stands
     * @return what the unit's clock shows then, in the seconds of the records
     */
    static long seconds(Instant time, ZoneId zone) {
        return LocalDateTime.ofInstant(time, zone).toEpochSecond(ZoneOffset.UTC) - ORIGIN;
    }
}
