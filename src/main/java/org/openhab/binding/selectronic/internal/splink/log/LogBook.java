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
package org.openhab.binding.selectronic.internal.splink.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.LogSource.Entry;
import org.openhab.binding.selectronic.internal.source.LogSource.Excerpt;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.Form;
import org.openhab.binding.selectronic.internal.splink.memory.WordRange;

/**
 * Opens a log at its end.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LogBook {
    private final LogReading reading;
    private final LogUnit unit;

    /**
     * @param reading how to read the unit
     * @param unit the unit
     */
    public LogBook(LogReading reading, LogUnit unit) {
        this.reading = reading;
        this.unit = unit;
    }

    /**
     * @param kind a log
     * @param count how many records at most
     * @return its newest records, oldest first; of a format that is not known there are only words
     * @throws SourceException if the unit does not answer, or if header and table of the log contradict each other
     * @throws InterruptedException if the thread is told to stop
     */
    public Excerpt newest(LogKind kind, int count) throws SourceException, InterruptedException {
        Ring ring = Ring.of(kind, reading.read(kind.headerAndTable()));
        int format = format(kind);
        boolean known = isKnown(kind, format);
        List<Entry> entries = new ArrayList<>();
        Instant time = Instant.MIN;
        @Nullable
        DetailedRecord before = null;
        int number = Math.max(0, ring.size() - count);
        while (number < ring.size()) {
            WordRange range = ring.read(number);
            int[] words = reading.read(range).values();
            for (int at = 0; at < range.words(); at += kind.recordWords(), number++) {
                Entry entry = entry(kind, known, words, at, time, before);
                entries.add(entry);
                time = entry.time().orElse(time);
                before = kind == LogKind.DETAILED ? new DetailedRecord(words, at, unit) : null;
            }
        }
        return new Excerpt(format, known, entries);
    }

    private int format(LogKind kind) {
        return switch (kind) {
            case ALERTS, OPERATIONS -> unit.eventFormat();
            case DAILY -> unit.dailyFormat();
            case DETAILED -> unit.detailedFormat();
        };
    }

    private static boolean isKnown(LogKind kind, int format) {
        return switch (kind) {
            case ALERTS, OPERATIONS -> EventRecord.isKnown(format);
            case DAILY -> DailyRecord.isKnown(format);
            case DETAILED -> DetailedRecord.isKnown(format);
        };
    }

    private Entry entry(LogKind kind, boolean known, int[] words, int at, Instant before,
            @Nullable DetailedRecord earlier) {
        long seconds = Form.U32.number(words, at);
        Optional<Instant> time = seconds == UnitTime.NONE
                ? Optional.empty()
                : Optional.of(UnitTime.of(seconds, unit.zone(), before));
        Optional<UnitEvent> event = Optional.empty();
        Map<Quantity, Value> values = Map.of();
        if (known && time.isPresent()) {
            switch (kind) {
                case ALERTS, OPERATIONS -> event = EventRecord.event(kind, words, at, unit, before);
                case DAILY -> values = new DailyRecord(words, at, unit).values();
                case DETAILED -> values = detailed(new DetailedRecord(words, at, unit), earlier, time.get(),
                        unit.interval());
            }
        }
        return new Entry(time, event, values, IntStream.range(at, at + kind.recordWords())
                .mapToObj(word -> String.format("%04x", words[word])).collect(Collectors.joining(" ")));
    }

    private static Map<Quantity, Value> detailed(DetailedRecord record, @Nullable DetailedRecord earlier,
            Instant time, Duration present) {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        if (record.isUsable()) {
            Duration distance = Duration.ofSeconds(earlier == null ? 0 : record.seconds() - earlier.seconds());
            Duration interval = Interval.of(distance, Duration.ZERO, Duration.ZERO, present);
            HistoryRecord history = record.history(
                    earlier != null && earlier.isUsable() && Interval.adjoins(distance, interval) ? earlier : null,
                    time, interval);
            history.values().forEach((quantity, number) -> values.put(quantity, Value.of(number)));
        }
        return values;
    }
}
