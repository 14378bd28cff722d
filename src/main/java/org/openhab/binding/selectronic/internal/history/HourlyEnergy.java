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
package org.openhab.binding.selectronic.internal.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Sums the energies of intervals by clock hour. An hour is returned only if it was recorded completely, without a gap,
 * and only once, even if the clock of the recording unit was set back.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HourlyEnergy {
    private static final Duration HOUR = Duration.ofHours(1);
    /**
     * Tolerance for the start of intervals relative to the hour, and never more than a part of an interval: units
     * record times in seconds.
     */
    private static final Duration LEEWAY = Duration.ofSeconds(30);
    private static final int LEEWAY_PART = 4;
    private static final int MOST_RANGES = 8;
    private static final String BETWEEN_PARTS = "|", BETWEEN_RANGES = ",";

    private @Nullable Instant hour;
    private Instant until = Instant.EPOCH;
    private double sum;
    private final List<Range> sent = new ArrayList<>();

    /**
     * Consecutive hours already returned.
     *
     * @param first the beginning of the first
     * @param last the beginning of the last
     */
    private record Range(Instant first, Instant last) {
        boolean holds(Instant hour) {
            return !hour.isBefore(first) && !hour.isAfter(last);
        }

        static Range parse(String text) {
            String[] times = text.split(" ");
            return new Range(Instant.parse(times[0]), Instant.parse(times[times.length - 1]));
        }

        @Override
        public String toString() {
            return first + " " + last;
        }
    }

    /**
     * @param start the beginning of an interval
     * @param end its end
     * @param energy the energy within it
     * @param zone the time zone of the hours; some zones are offset by half an hour
     * @return the hour, if this interval completes it and it was not returned before
     */
    Optional<Point> add(Instant start, Instant end, double energy, ZoneId zone) {
        Duration length = Duration.between(start, end);
        if (length.equals(HOUR)) {
            // an hour of the clock that it was recorded by
            hour = null;
            return once(start, energy);
        }
        Duration leeway = length.dividedBy(LEEWAY_PART).compareTo(LEEWAY) < 0 ? length.dividedBy(LEEWAY_PART) : LEEWAY;
        Instant own = start.plus(leeway).atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        if (isNear(start, own, leeway)) {
            hour = own;
            sum = 0;
        } else if (!own.equals(hour) || !isNear(start, until, leeway)) {
            // begun earlier, or with a gap: the hour is incomplete
            hour = null;
        }
        Instant begun = hour;
        if (begun == null) {
            return Optional.empty();
        }
        sum += energy;
        until = end;
        Instant over = begun.plus(HOUR);
        boolean isComplete = isNear(end, over, leeway);
        if (isComplete || end.isAfter(over)) {
            hour = null;
        }
        return isComplete ? once(begun, sum) : Optional.empty();
    }

    private static boolean isNear(Instant time, Instant other, Duration leeway) {
        return Duration.between(time, other).abs().compareTo(leeway) <= 0;
    }

    private Optional<Point> once(Instant begin, double energy) {
        if (sent.stream().anyMatch(range -> range.holds(begin))) {
            return Optional.empty();
        }
        int newest = sent.size() - 1;
        if (newest >= 0 && sent.get(newest).last.plus(HOUR).equals(begin)) {
            sent.set(newest, new Range(sent.get(newest).first, begin));
        } else {
            sent.add(new Range(begin, begin));
        }
        if (sent.size() > MOST_RANGES) {
            sent.remove(0);
        }
        return Optional.of(new Point(begin, energy));
    }

    /** The same, to go on from without this one. */
    HourlyEnergy copy() {
        HourlyEnergy copy = new HourlyEnergy();
        copy.hour = hour;
        copy.until = until;
        copy.sum = sum;
        copy.sent.addAll(sent);
        return copy;
    }

    /** Parses the result of {@link #toString()}; for any other text no hours are known. */
    static HourlyEnergy parse(String text) {
        HourlyEnergy parsed = new HourlyEnergy();
        String[] parts = text.split("\\" + BETWEEN_PARTS, -1);
        String[] open = parts[0].split(" ");
        try {
            if (parts.length > 1 && !parts[1].isEmpty()) {
                for (String range : parts[1].split(BETWEEN_RANGES)) {
                    parsed.sent.add(Range.parse(range));
                }
            }
            if (open.length == 3) {
                parsed.sum = Double.parseDouble(open[1]);
                parsed.until = Instant.parse(open[2]);
                parsed.hour = Instant.parse(open[0]);
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            return new HourlyEnergy();
        }
        return parsed;
    }

    /** Empty as long as nothing is known. */
    @Override
    public String toString() {
        String ranges = sent.stream().map(Range::toString).collect(Collectors.joining(BETWEEN_RANGES));
        String open = hour == null ? "" : hour + " " + sum + " " + until;
        return open.isEmpty() && ranges.isEmpty() ? "" : open + BETWEEN_PARTS + ranges;
    }
}
