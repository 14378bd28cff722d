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
package org.openhab.binding.selectronic.internal.source;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * A source that can show the newest entries of a unit's logs, for people who want to look into them. Nothing is stored,
 * and no channel is updated.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface LogSource {
    /** The logs of a unit. */
    enum Log {
        /** Alerts raised and cleared. */
        ALERTS,
        /** Operations of the unit. */
        OPERATIONS,
        /** Counters at the end of each day. */
        DAYS,
        /** Means of intervals of some minutes, and energies counted in them. */
        INTERVALS
    }

    /**
     * The newest entries of a log.
     *
     * @param format the version of the format of its records
     * @param known whether records of this format are decoded; otherwise there are their words only and, for events,
     *            what all formats have in common
     * @param entries the newest records, oldest first
     */
    record Excerpt(int format, boolean known, List<Entry> entries) {
        /** Copies the list. */
        public Excerpt {
            entries = List.copyOf(entries);
        }

        /** @return the same entries with the opposite sign of the AC source, for one that is wired in reverse */
        public Excerpt withInvertedAcSource() {
            return new Excerpt(format, known, entries.stream().map(Entry::withInvertedAcSource).toList());
        }
    }

    /**
     * A record.
     *
     * @param time when it was written (unit clock), empty if unknown
     * @param event the event, empty for records of measurements
     * @param values measured or counted values; an unknown value is not a key
     * @param words its words, four hexadecimal digits each
     */
    record Entry(Optional<Instant> time, Optional<UnitEvent> event, Map<Quantity, Value> values, String words) {
        /** Stores the values without a copy. */
        public Entry {
            values = Collections.unmodifiableMap(values);
        }

        Entry withInvertedAcSource() {
            return new Entry(time, event.map(UnitEvent::withInvertedAcSource), Sample.withInvertedAcSource(values),
                    words);
        }
    }

    /**
     * Reads the newest records of a log.
     *
     * @param unit one of the units
     * @param log one of its logs
     * @param count maximum number of records
     * @return the records, or a {@link SourceException}
     */
    CompletableFuture<Excerpt> newest(Unit unit, Log log, int count);
}
