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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Notes;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPortion.Lost;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;

/**
 * How far each quantity of the history of one unit was sent. Each has a position of its own, so that a channel that is
 * linked later gets the past as well, and the others nothing twice.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HistoryLedger {
    private final Notes memory;
    private final String unit;
    private final HistoryPosition beginning;
    private final Supplier<ZoneId> zone;
    private final Map<Quantity, Cursor> cursors = new EnumMap<>(Quantity.class);

    /**
     * How far one quantity is.
     *
     * @param position what was sent ends there
     * @param hours which hours have come
     */
    private record Cursor(HistoryPosition position, HourSum hours) {
        private static final String SEPARATOR = "|";

        static Cursor parse(String text) {
            int end = text.indexOf(SEPARATOR);
            return end < 0
                    ? new Cursor(HistoryPosition.parse(text), new HourSum())
                    : new Cursor(HistoryPosition.parse(text.substring(0, end)),
                            HourSum.parse(text.substring(end + SEPARATOR.length())));
        }

        /** One text, since one without the other would lose or repeat an hour. */
        @Override
        public String toString() {
            String known = hours.toString();
            return known.isEmpty() ? position.toString() : position + SEPARATOR + known;
        }
    }

    /**
     * What a quantity gets of a portion.
     *
     * @param points its points
     * @param after how far it is once they were sent
     */
    record Taken(List<Point> points, Cursor after) {
    }

    /**
     * @param memory where positions are kept
     * @param unit names the unit and its record
     * @param beginning where a quantity begins of which nothing was sent yet
     * @param zone whose clock hours energies are added up to
     */
    HistoryLedger(Notes memory, String unit, HistoryPosition beginning, Supplier<ZoneId> zone) {
        this.memory = memory;
        this.unit = unit;
        this.beginning = beginning;
        this.zone = zone;
    }

    /** What is lost of a part that is gone: what came after that which was sent; nothing of those that begin now. */
    Optional<Lost> lost(Set<Quantity> wanted, Lost gone) {
        return wanted.stream().filter(quantity -> memory.get(key(quantity)) != null)
                .map(quantity -> cursor(quantity).position.time()).min(Comparator.naturalOrder())
                .filter(sent -> sent.isBefore(gone.to()))
                .map(sent -> new Lost(sent.isAfter(gone.from()) ? sent : gone.from(), gone.to()));
    }

    /** The position of the quantity that is farthest behind. */
    HistoryPosition earliest(Set<Quantity> wanted) {
        return wanted.stream().map(quantity -> cursor(quantity).position)
                .min(Comparator.comparing(HistoryPosition::time)
                        .thenComparing(position -> position.mark().isEmpty()))
                .orElse(beginning);
    }

    /**
     * @param quantity the quantity
     * @param after the position that the portion follows
     * @param portion a portion
     * @return what the quantity has not got yet of it; it counts as sent once it is kept, so that nothing is left out
     *         if the sending fails
     */
    Taken take(Quantity quantity, HistoryPosition after, HistoryPortion portion) {
        Cursor cursor = cursor(quantity);
        boolean here = cursor.position.equals(after);
        Instant sent = cursor.position.time();
        List<Point> points = new ArrayList<>();
        HourSum hours = cursor.hours.copy();
        // one that is ahead of the portion takes what is later, and all that stands behind the record where it is; one
        // that stands where the portion begins takes all of it: whatever the unit's clock may have done
        boolean reached = here;
        for (HistoryRecord history : portion.records()) {
            if (reached || history.end().isAfter(sent)) {
                add(quantity, history, hours, points);
            }
            reached |= history.end().equals(sent);
        }
        boolean further = reached || portion.position().time().isAfter(sent);
        return new Taken(points, new Cursor(further ? portion.position() : cursor.position, hours));
    }

    private void add(Quantity quantity, HistoryRecord history, HourSum hour, List<Point> points) {
        Double number = history.values().get(quantity);
        if (number == null) {
            return;
        }
        if (quantity.form() == ChannelForm.HISTORY_ENERGY) {
            hour.add(history.start(), history.end(), number, zone.get()).ifPresent(points::add);
        } else {
            points.add(point(quantity, history, number));
        }
    }

    private static Point point(Quantity quantity, HistoryRecord history, double number) {
        boolean atEnd = quantity.form() == ChannelForm.HISTORY_STATE_OF_CHARGE;
        return new Point(atEnd ? history.end() : history.start(), number);
    }

    /** Remembers how far the quantity is; where it has not begun it begins anew after a restart. */
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
            known = stored == null ? new Cursor(beginning, new HourSum()) : Cursor.parse(stored);
            cursors.put(quantity, known);
        }
        return known;
    }

    private String key(Quantity quantity) {
        return unit + " " + quantity.channel();
    }
}
