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
package org.openhab.binding.selectronic.simulator.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.plant.Energies;

/**
 * Energies of the hours of a zone. An hour begins when the clocks of the zone show a full one.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HourlyRecord {
    static final Duration HOUR = Duration.ofHours(1);

    private final ZoneId zone;
    private final NavigableMap<Instant, ChartHour> hours = new TreeMap<>();
    private Optional<LocalDate> first = Optional.empty();

    HourlyRecord(ZoneId zone) {
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /** Adds some seconds, at most an hour, during which the powers stayed the same. */
    synchronized void add(Instant from, Instant to, Energies energy, double soc) {
        if (!from.isBefore(to)) {
            return;
        }
        if (first.isEmpty()) {
            first = Optional.of(LocalDate.ofInstant(from, zone));
        }
        Instant start = start(from);
        Instant last = start(to.minusNanos(1));
        double share = last.equals(start) ? 1
                : (double) Duration.between(from, last).toNanos() / Duration.between(from, to).toNanos();
        hours.merge(start, ChartHour.of(energy, share, soc), ChartHour::then);
        if (share < 1) {
            hours.merge(last, ChartHour.of(energy, 1 - share, soc), ChartHour::then);
        }
    }

    /** The first day of the record, as long as it has begun. */
    synchronized Optional<LocalDate> firstDay() {
        return first;
    }

    /** Whether something of a time is known. */
    synchronized boolean knows(Instant from, Instant to) {
        return !hours.subMap(from, to).isEmpty();
    }

    /** What is known of a time, in sum. */
    synchronized Optional<ChartHour> sum(Instant from, Instant to) {
        return hours.subMap(from, to).values().stream().reduce(ChartHour::then);
    }

    /** The start of the hour that contains an instant. */
    Instant start(Instant time) {
        long offset = zone.getRules().getOffset(time).getTotalSeconds();
        long local = time.getEpochSecond() + offset;
        return Instant.ofEpochSecond(Math.floorDiv(local, HOUR.toSeconds()) * HOUR.toSeconds() - offset);
    }

    /** Loses the hours that begin in a time. */
    synchronized void forget(Instant from, Instant to) {
        SortedMap<Instant, ChartHour> lost = hours.subMap(from, to);
        lost.clear();
    }
}
