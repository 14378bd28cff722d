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

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPortion.Lost;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;

/**
 * Stores how far each history quantity of one log was sent. Each quantity has its own position, so that a channel
 * linked later receives the past too, and the others receive nothing twice.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HistoryCursors {
    /** The energies of intervals that each energy of a day is the sum of. */
    private static final Map<Quantity, Quantity> PARTS = Map.of(Quantity.HISTORY_DAILY_BATTERY_ENERGY_IN,
            Quantity.HISTORY_BATTERY_ENERGY_IN, Quantity.HISTORY_DAILY_BATTERY_ENERGY_OUT,
            Quantity.HISTORY_BATTERY_ENERGY_OUT, Quantity.HISTORY_DAILY_SOLAR_ENERGY, Quantity.HISTORY_SOLAR_ENERGY,
            Quantity.HISTORY_DAILY_LOAD_ENERGY, Quantity.HISTORY_LOAD_ENERGY, Quantity.HISTORY_DAILY_ENERGY_IMPORT,
            Quantity.HISTORY_AC_SOURCE_ENERGY_IMPORT, Quantity.HISTORY_DAILY_ENERGY_EXPORT,
            Quantity.HISTORY_AC_SOURCE_ENERGY_EXPORT);

    private final TextStorage memory;
    private final String unit;
    private final HistoryPosition beginning;
    private final Provider<ZoneId> zone;
    private final Map<Quantity, Cursor> cursors = new EnumMap<>(Quantity.class);

    /**
     * Progress of one quantity.
     *
     * @param position the end of the data sent
     * @param periods the hours or days received
     */
    private record Cursor(HistoryPosition position, PeriodEnergy periods) {
        private static final String SEPARATOR = "|";

        static Cursor parse(String text, ChronoUnit period) {
            int end = text.indexOf(SEPARATOR);
            return end < 0 ? new Cursor(HistoryPosition.parse(text), new PeriodEnergy(period))
                    : new Cursor(HistoryPosition.parse(text.substring(0, end)),
                            PeriodEnergy.parse(text.substring(end + SEPARATOR.length()), period));
        }

        /** Returns both as one text, because one without the other would lose or repeat an hour or a day. */
        @Override
        public String toString() {
            String known = periods.toString();
            return known.isEmpty() ? position.toString() : position + SEPARATOR + known;
        }
    }

    /**
     * The part of a portion for one quantity.
     *
     * @param points its points
     * @param after its progress once they are sent
     */
    record Taken(List<Point> points, Cursor after) {
    }

    /**
     * @param memory stores the positions
     * @param unit identifies the unit and its kind of log
     * @param beginning where a quantity begins that was never sent
     * @param zone the time zone of the hours and days by which energies are summed
     */
    HistoryCursors(TextStorage memory, String unit, HistoryPosition beginning, Provider<ZoneId> zone) {
        this.memory = memory;
        this.unit = unit;
        this.beginning = beginning;
        this.zone = zone;
    }

    /**
     * Returns the parts of deleted data that were never sent, the longest last: the data of each quantity after the
     * last
     * position sent. Quantities that were never sent lose nothing.
     */
    SortedMap<Lost, Set<Quantity>> lost(Set<Quantity> wanted, Lost gone) {
        SortedMap<Lost, Set<Quantity>> lost = new TreeMap<>(Comparator.comparing(Lost::from).reversed());
        for (Quantity quantity : wanted) {
            Instant sent = cursor(quantity).position.time();
            if (memory.get(key(quantity)) != null && sent.isBefore(gone.to())) {
                Lost own = new Lost(sent.isAfter(gone.from()) ? sent : gone.from(), gone.to());
                Objects.requireNonNull(lost.computeIfAbsent(own, any -> EnumSet.noneOf(Quantity.class))).add(quantity);
            }
        }
        return lost;
    }

    /** Returns the position that is furthest behind: of a quantity, or another one. */
    HistoryPosition earliest(Set<Quantity> wanted, Optional<HistoryPosition> other) {
        return Stream
                .concat(wanted.stream().map(quantity -> cursor(quantity).position), other.stream()).min(Comparator
                        .comparing(HistoryPosition::time).thenComparing(position -> position.fingerprint().isEmpty()))
                .orElseGet(() -> beginning);
    }

    /** Whether nothing was read so far. */
    boolean isEmpty(Set<Quantity> wanted) {
        return earliest(wanted, Optional.empty()).equals(beginning);
    }

    /**
     * @param quantity the quantity
     * @param after the position that the portion follows
     * @param portion a portion
     * @return the part that the quantity has not received yet; it counts as sent once it is kept, so that nothing is
     *         lost if sending fails
     */
    Taken take(Quantity quantity, HistoryPosition after, HistoryPortion portion) {
        Cursor cursor = cursor(quantity);
        boolean here = cursor.position.equals(after);
        Instant sent = cursor.position.time();
        List<Point> points = new ArrayList<>();
        PeriodEnergy periods = cursor.periods.copy();
        Quantity part = Objects.requireNonNullElse(PARTS.get(quantity), quantity);
        // a quantity ahead of the portion takes later intervals, and all that follow the interval at its position; a
        // quantity at the start of the portion takes all records, even if the unit's clock was changed
        boolean reached = here;
        for (HistoryRecord history : portion.records()) {
            Double number = history.values().get(part);
            if (number != null && (reached || history.end().isAfter(sent))) {
                switch (quantity.form()) {
                    case HISTORY_ENERGY, HISTORY_DAILY_ENERGY ->
                        periods.add(history.start(), history.end(), number, zone.get()).ifPresent(points::add);
                    default -> points.add(Point.of(quantity, history, number));
                }
            }
            reached |= history.end().equals(sent);
        }
        boolean further = reached || portion.position().time().isAfter(sent);
        return new Taken(points, new Cursor(further ? portion.position() : cursor.position, periods));
    }

    /** Stores the progress of the quantity; one that has not begun starts again after a restart. */
    void keep(Quantity quantity, Taken taken) {
        cursors.put(quantity, taken.after);
        if (!taken.after.position.equals(beginning)) {
            memory.keep(key(quantity), taken.after.toString());
        }
    }

    private Cursor cursor(Quantity quantity) {
        Cursor known = cursors.get(quantity);
        if (known == null) {
            @Nullable
            String stored = memory.get(key(quantity));
            ChronoUnit period = quantity.form() == ChannelForm.HISTORY_DAILY_ENERGY ? ChronoUnit.DAYS
                    : ChronoUnit.HOURS;
            known = stored == null ? new Cursor(beginning, new PeriodEnergy(period)) : Cursor.parse(stored, period);
            cursors.put(quantity, known);
        }
        return known;
    }

    private String key(Quantity quantity) {
        return unit + " " + quantity.channel();
    }
}
