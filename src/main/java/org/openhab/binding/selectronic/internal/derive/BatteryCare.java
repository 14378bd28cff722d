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

import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Calculates the equivalent full cycles of the battery, its efficiency over the last 30 days, and when it was last
 * full. Keeps the counters at the beginning of each of these days.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class BatteryCare {
    /** State of charge in percent from which the battery is full; the last percent may take days. */
    private static final double NEARLY_FULL = 99;
    private static final Set<Value> FLOAT = Set.of(Value.of("SHORT_TERM_FLOAT"), Value.of("LONG_TERM_FLOAT"));
    private static final int MOST_DAYS = 30;
    /** Number of days that are kept: also some of other dates, so that a temporarily wrong clock loses none. */
    private static final int DAYS_KEPT = MOST_DAYS + 6;
    /** With fewer days the inaccuracy of the state of charge dominates. */
    private static final int LEAST_DAYS = 7;
    private static final double PERCENT = 100;
    private static final Duration STORED_EVERY = Duration.ofDays(1);
    private static final String DAYS = "battery days", FULL = "battery full";

    private final TextStorage storage;
    private final Provider<ZoneId> zone;
    private final Deque<Day> days = new ArrayDeque<>();
    private @Nullable Instant lastFull;
    private Instant fullStored = Instant.MIN;
    private boolean full;

    /** The counters in kWh and the state of charge in percent at the beginning of a day. */
    private record Day(LocalDate date, double in, double out, double charge) {
        static Day parse(String text) {
            String[] parts = text.split(" ");
            return new Day(LocalDate.parse(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]));
        }

        @Override
        public String toString() {
            return date + " " + in + " " + out + " " + charge;
        }
    }

    /**
     * @param storage stores the days and when the battery was last full
     * @param zone the time zone whose midnight starts a new day
     */
    BatteryCare(TextStorage storage, Provider<ZoneId> zone) {
        this.storage = storage;
        this.zone = zone;
        String stored = storage.get(DAYS);
        String storedFull = storage.get(FULL);
        try {
            lastFull = storedFull == null ? null : Instant.parse(storedFull);
            for (String day : stored == null ? new String[0] : stored.split(";")) {
                days.add(Day.parse(day));
            }
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // not our text, so nothing is known
            days.clear();
        }
    }

    /**
     * @param sample a new sample
     * @param capacity the capacity of the battery in kWh, null if unknown
     * @param values receives the figures
     */
    void observe(Sample sample, @Nullable Double capacity, Map<Quantity, Value> values) {
        followFull(sample);
        Instant last = lastFull;
        values.put(BATTERY_LAST_FULL, last == null ? Value.UNKNOWN : Value.of(last));
        if (capacity != null) {
            values.put(BATTERY_CYCLES, Figures.rounded(sample.number(BATTERY_ENERGY_OUT_TOTAL) / capacity));
            values.put(BATTERY_EFFICIENCY, Figures.rounded(efficiency(sample, capacity)));
        }
    }

    /** Follows the live values; the log shows what happened while nothing was read. */
    private void followFull(Sample sample) {
        Instant latest = lastFull;
        for (UnitEvent event : sample.events()) {
            if (isFull(event.snapshot()) && (latest == null || event.time().isAfter(latest))) {
                latest = event.time();
            }
        }
        boolean before = full;
        full = isFull(sample.values());
        latest = full ? sample.time() : latest;
        lastFull = latest;
        // a battery can be full for weeks, in which openHAB may end at any time: written once a day then
        if (latest != null && (full != before || full && isAnotherDay(latest))) {
            fullStored = latest;
            storage.keep(FULL, latest.toString());
        }
    }

    private boolean isAnotherDay(Instant time) {
        return Duration.between(fullStored, time).abs().compareTo(STORED_EVERY) >= 0;
    }

    private static boolean isFull(Map<Quantity, Value> values) {
        return values.get(BATTERY_STATE_OF_CHARGE) instanceof Value.Numeric charge && charge.number() >= NEARLY_FULL
                || values.containsKey(INVERTER_CHARGE_STAGE) && FLOAT.contains(values.get(INVERTER_CHARGE_STAGE));
    }

    /**
     * Returns the energy taken from the battery, corrected for the difference of its charge, in percent of the energy
     * put into it; NaN if that is unknown or impossible.
     */
    private double efficiency(Sample sample, double capacity) {
        double in = sample.number(BATTERY_ENERGY_IN_TOTAL), out = sample.number(BATTERY_ENERGY_OUT_TOTAL),
                charge = sample.number(BATTERY_STATE_OF_CHARGE);
        if (!DoubleStream.of(in, out, charge).allMatch(Double::isFinite)) {
            return Double.NaN;
        }
        LocalDate today = sample.time().atZone(zone.get()).toLocalDate();
        // counters went backwards: the days before are of no use
        days.removeIf(day -> day.in > in || day.out > out);
        if (days.stream().noneMatch(day -> day.date.equals(today))) {
            days.add(new Day(today, in, out, charge));
            while (days.size() > DAYS_KEPT) {
                days.removeFirst();
            }
            storage.keep(DAYS, days.stream().map(Day::toString).collect(Collectors.joining(";")));
        }
        Day first = days.stream()
                .filter(day -> !day.date.isBefore(today.minusDays(MOST_DAYS)) && !day.date.isAfter(today)).findFirst()
                .orElseThrow();
        double percent = PERCENT * (out - first.out + (charge - first.charge) / PERCENT * capacity) / (in - first.in);
        boolean known = !first.date.isAfter(today.minusDays(LEAST_DAYS)) && in - first.in >= capacity;
        return known && percent > 0 && percent <= PERCENT ? percent : Double.NaN;
    }
}
