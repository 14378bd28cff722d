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
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Energies of intervals, added up to those of clock hours. An interval belongs to the hour in which it begins.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HourSum {
    private static final Duration HOUR = Duration.ofHours(1);

    private @Nullable Instant hour;
    private double sum;

    /**
     * @param start the beginning of an interval
     * @param energy what flowed within it
     * @param zone whose hours are meant: some lie half an hour beside the others
     * @return the hour before, if this interval begins a new one
     */
    Optional<Point> add(Instant start, double energy, ZoneId zone) {
        Instant begun = start.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        Optional<Point> before = begun.equals(hour) ? Optional.empty() : end();
        hour = begun;
        sum += energy;
        return before;
    }

    /**
     * @param end the end of an interval
     * @return the hour, if it ends with that interval
     */
    Optional<Point> endAt(Instant end) {
        Instant begun = hour;
        return begun == null || end.isBefore(begun.plus(HOUR)) ? Optional.empty() : end();
    }

    /** Whether an hour has begun that is not complete. */
    boolean isOpen() {
        return hour != null;
    }

    /** What {@link #toString()} has made of an hour that was open; any other text is none. */
    static HourSum parse(String text) {
        HourSum parsed = new HourSum();
        String[] parts = text.split(" ");
        try {
            if (parts.length == 2) {
                double sum = Double.parseDouble(parts[1]);
                parsed.hour = Instant.parse(parts[0]);
                parsed.sum = sum;
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            return new HourSum();
        }
        return parsed;
    }

    @Override
    public String toString() {
        return hour + " " + sum;
    }

    private Optional<Point> end() {
        Instant begun = hour;
        Optional<Point> point = begun == null ? Optional.empty() : Optional.of(new Point(begun, sum));
        hour = null;
        sum = 0;
        return point;
    }
}
