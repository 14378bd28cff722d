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
import java.time.LocalDate;
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
 * Sums the energies of intervals by hour of the clock or by day. A period is returned only if it was recorded
 * completely, without a gap, and only once, even if the clock of the recording unit was set back.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PeriodEnergy {
    /**
     * Tolerance for the start of intervals relative to the period, and never more than a part of an interval: units
     * record times in seconds.
     */
    static final Duration LEEWAY = Duration.ofSeconds(30);
    private static final int LEEWAY_PART = 4;
    private static final int MOST_RANGES = 8;
    private static final String BETWEEN_PARTS = "|", BETWEEN_RANGES = ",";

    private final ChronoUnit unit;
    private @Nullable Instant period;
    private Instant until = Instant.EPOCH;
    private double sum;
    private final List<Range> sent = new ArrayList<>();

    /**
     * Consecutive periods already returned.
     *
     * @param first the beginning of the first
     * @param last the beginning of the last
     */
    private record Range(Instant first, Instant last) {
        boolean holds(Instant period) {
            return !period.isBefore(first) && !period.isAfter(last);
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

    /** @param unit the length of the periods: hours or days */
    PeriodEnergy(ChronoUnit unit) {
        this.unit = unit;
    }

    /**
     * @param start the beginning of an interval
     * @param end its end
     * @param energy the energy within it
     * @param zone the time zone of the periods; some zones are offset by half an hour
     * @return the period, if this interval completes it and it was not returned before
     */
    Optional<Point> add(Instant start, Instant end, double energy, ZoneId zone) {
        Duration length = Duration.between(start, end);
        if (length.compareTo(unit.getDuration().dividedBy(2)) > 0) {
            // a whole period of the clock that it was recorded by
            period = null;
            return once(unit == ChronoUnit.HOURS ? start : begin(start.plus(length.dividedBy(2)), zone), energy, zone);
        }
        Duration leeway = length.dividedBy(LEEWAY_PART).compareTo(LEEWAY) < 0 ? length.dividedBy(LEEWAY_PART) : LEEWAY;
        Instant own = begin(start.plus(leeway), zone);
        if (isNear(start, own, leeway)) {
            period = own;
            sum = 0;
        } else if (!own.equals(period) || !isNear(start, until, leeway)) {
            // begun earlier, or with a gap: the period is incomplete
            period = null;
        }
        Instant begun = period;
        if (begun == null) {
            return Optional.empty();
        }
        sum += energy;
        until = end;
        Instant over = next(begun, zone);
        boolean isComplete = isNear(end, over, leeway);
        if (isComplete || end.isAfter(over)) {
            period = null;
        }
        return isComplete ? once(begun, sum, zone) : Optional.empty();
    }

    /** Returns the beginning of the hour of the clock that a time is in. */
    static Instant hour(Instant time, ZoneId zone) {
        return time.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    private Instant begin(Instant time, ZoneId zone) {
        return unit == ChronoUnit.HOURS ? hour(time, zone)
                : LocalDate.ofInstant(time, zone).atStartOfDay(zone).toInstant();
    }

    /** Returns the beginning of the period after one; a day may have 23 or 25 hours. */
    private Instant next(Instant begin, ZoneId zone) {
        return unit == ChronoUnit.HOURS ? begin.plus(1, unit)
                : begin.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static boolean isNear(Instant time, Instant other, Duration leeway) {
        return Duration.between(time, other).abs().compareTo(leeway) <= 0;
    }

    private Optional<Point> once(Instant begin, double energy, ZoneId zone) {
        if (sent.stream().anyMatch(range -> range.holds(begin))) {
            return Optional.empty();
        }
        int newest = sent.size() - 1;
        if (newest >= 0 && next(sent.get(newest).last, zone).equals(begin)) {
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
    PeriodEnergy copy() {
        PeriodEnergy copy = new PeriodEnergy(unit);
        copy.period = period;
        copy.until = until;
        copy.sum = sum;
        copy.sent.addAll(sent);
        return copy;
    }

    /** Parses the result of {@link #toString()}; for any other text no periods are known. */
    static PeriodEnergy parse(String text, ChronoUnit unit) {
        PeriodEnergy parsed = new PeriodEnergy(unit);
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
                parsed.period = Instant.parse(open[0]);
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            return new PeriodEnergy(unit);
        }
        return parsed;
    }

    /** Empty as long as nothing is known. */
    @Override
    public String toString() {
        String ranges = sent.stream().map(Range::toString).collect(Collectors.joining(BETWEEN_RANGES));
        String open = period == null ? "" : period + " " + sum + " " + until;
        return open.isEmpty() && ranges.isEmpty() ? "" : open + BETWEEN_PARTS + ranges;
    }
}
