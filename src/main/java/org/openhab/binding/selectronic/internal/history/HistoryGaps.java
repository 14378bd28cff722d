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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.source.HistoryPortion.Lost;

/**
 * Stores the gaps in the log of a unit: the last one, and those before it that the portal has not filled yet.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HistoryGaps {
    private static final int MOST = 8;
    private static final String SEPARATOR = ";";

    private final TextStorage memory;
    private final String key;
    private final List<HistoryGap> gaps;
    private boolean underWay;
    private Instant next = Instant.MIN;

    /**
     * @param memory stores the gaps
     * @param unit identifies the unit and its kind of log
     */
    HistoryGaps(TextStorage memory, String unit) {
        this.memory = memory;
        this.key = unit + " lost";
        @Nullable
        String stored = memory.get(key);
        this.gaps = Stream.of(stored == null ? new String[0] : stored.split(SEPARATOR))
                .flatMap(text -> HistoryGap.parse(text).stream()).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Adds a gap, unless it is known already because its records are read again after a failure. */
    synchronized void add(Lost lost, Set<Quantity> quantities) {
        Set<Quantity> added = EnumSet.copyOf(quantities);
        gaps.stream().filter(gap -> gap.from().equals(lost.from())).map(HistoryGap::quantities)
                .forEach(added::removeAll);
        HistoryGap gap = HistoryGap.of(lost, added);
        if (gap.isOpen() || gaps.isEmpty() || !lost.from().equals(gaps.get(gaps.size() - 1).from())) {
            gaps.removeIf(known -> !known.isOpen());
            gaps.add(gap);
            keep();
        }
    }

    /** Returns the last gap. */
    synchronized Optional<HistoryGap> last() {
        return gaps.isEmpty() ? Optional.empty() : Optional.of(gaps.get(gaps.size() - 1));
    }

    /** Returns the first gap that the portal has not filled yet. */
    synchronized Optional<HistoryGap> open() {
        return gaps.stream().filter(HistoryGap::isOpen).findFirst();
    }

    /** Returns the gap to fill next, if it is time and none is being filled. */
    synchronized Optional<HistoryGap> begin(Instant now) {
        Optional<HistoryGap> gap = underWay || now.isBefore(next) ? Optional.empty() : open();
        underWay |= gap.isPresent();
        return gap;
    }

    /** Stores what has been filled of a gap. */
    synchronized void replace(HistoryGap before, HistoryGap after) {
        gaps.replaceAll(gap -> gap.equals(before) ? after : gap);
        keep();
    }

    /** Notes that the gap is not being filled any more. If nothing of it was filled, it waits. */
    synchronized void end(HistoryGap gap, Instant retry) {
        underWay = false;
        next = gaps.contains(gap) ? retry : next;
    }

    private void keep() {
        memory.keep(key, gaps.stream().skip(Math.max(0, gaps.size() - MOST)).map(HistoryGap::toString)
                .collect(Collectors.joining(SEPARATOR)));
    }
}
