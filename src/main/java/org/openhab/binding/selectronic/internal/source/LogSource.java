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
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * A source that can show the logs of a unit, for people who want to look into them. Nothing is stored,
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
     * A part of a log.
     *
     * @param log the log
     * @param from the first day (unit clock), null for the oldest
     * @param to the last day (unit clock), null for the newest
     * @param invertAcSource whether the AC source is wired in reverse, so that its power has the opposite sign
     */
    record Extract(Log log, @Nullable LocalDate from, @Nullable LocalDate to, boolean invertAcSource) {
    }

    /**
     * A column of a log.
     *
     * @param name its name, in upper case
     * @param unit the unit of its numbers, empty for none
     * @param note how sure its meaning is, or that it is a raw word
     */
    record Column(String name, String unit, String note) {
    }

    /**
     * The properties of a log, known before its records are read.
     *
     * @param format the version of the format of its records
     * @param known whether records of this format are completely decoded
     * @param knowsZone whether the time zone of the unit's clock is known; otherwise times are as shown by that clock
     * @param columns the columns after the time
     * @param records the number of records to be read
     */
    record Heading(int format, boolean known, boolean knowsZone, List<Column> columns, int records) {
    }

    /**
     * A record.
     *
     * @param time its time (ISO 8601), with the offset from UTC if the zone is known
     * @param event the event, empty for records of measurements
     * @param values the value of each column
     */
    record Line(String time, Optional<UnitEvent> event, List<Value> values) {
    }

    /** Takes a log as it is read. */
    interface Sheet {
        /**
         * @param heading what comes
         */
        void begin(Heading heading);

        /**
         * @param lines the next records, oldest first
         * @param damaged number of records among them that are left out, since they are damaged or erased
         * @return whether to go on
         */
        boolean add(List<Line> lines, int damaged);
    }

    /**
     * Reads a log, which may take minutes. Live values are read in between.
     *
     * @param unit one of the units
     * @param extract the part to read
     * @param sheet receives the columns and records; it is called by the thread that reads
     * @return completes at the end, or with a {@link SourceException}
     */
    CompletableFuture<@Nullable Void> export(Unit unit, Extract extract, Sheet sheet);

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
