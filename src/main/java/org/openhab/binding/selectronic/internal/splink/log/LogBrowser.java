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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.LogSource.Entry;
import org.openhab.binding.selectronic.internal.source.LogSource.Excerpt;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.WordRange;

/**
 * Reads the newest records of a log.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LogBrowser {
    private final LogReading reading;
    private final LogUnit.Known known;

    /**
     * @param reading reads the memory of the unit
     * @param known provides what is known of the unit
     */
    public LogBrowser(LogReading reading, LogUnit.Known known) {
        this.reading = reading;
        this.known = known;
    }

    /**
     * @param kind a log
     * @param count maximum number of records
     * @return its newest records, oldest first; for an unknown format the words and, for events, what all formats have
     *         in common
     * @throws SourceException if the unit does not answer, or if header and table of the log contradict each other
     * @throws InterruptedException if the thread is interrupted
     */
    public Excerpt newest(LogKind kind, int count) throws SourceException, InterruptedException {
        Ring ring = Ring.of(kind, reading.read(kind.headerAndTable()));
        LogUnit unit = known.now();
        List<int[]> records = new ArrayList<>();
        int number = Math.max(0, ring.size() - count);
        while (number < ring.size()) {
            WordRange range = ring.read(number);
            int[] words = reading.read(range).values();
            for (int at = 0; at < range.words(); at += kind.recordWords(), number++) {
                records.add(Arrays.copyOfRange(words, at, at + kind.recordWords()));
            }
        }
        int format = format(kind, unit);
        boolean known = isKnown(kind, format);
        List<Entry> entries = new ArrayList<>();
        Instant before = Instant.MIN;
        for (int n = 0; n < records.size(); n++) {
            int[] words = records.get(n);
            Optional<Instant> time = UnitTime.stamp(words, 0) == UnitTime.NONE ? Optional.empty()
                    : Optional.of(UnitTime.of(UnitTime.stamp(words, 0), unit.zone(), before));
            Optional<UnitEvent> event = kind.isOfEvents() ? EventRecord.event(kind, words, 0, unit, before)
                    : Optional.empty();
            Map<Quantity, Value> values = known && time.isPresent() ? values(kind, records, n, unit, time.get())
                    : Map.of();
            entries.add(new Entry(time, event, values, text(words)));
            before = time.isPresent() ? time.get() : before;
        }
        return new Excerpt(format, known, entries);
    }

    private static int format(LogKind kind, LogUnit unit) {
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

    private static Map<Quantity, Value> values(LogKind kind, List<int[]> records, int number, LogUnit unit,
            Instant time) {
        return switch (kind) {
            case ALERTS, OPERATIONS -> Map.of();
            case DAILY -> new DailyRecord(records.get(number), 0, unit).values();
            case DETAILED -> detailed(records, number, unit, time);
        };
    }

    private static Map<Quantity, Value> detailed(List<int[]> records, int number, LogUnit unit, Instant time) {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        DetailedRecord record = new DetailedRecord(records.get(number), 0, unit);
        if (record.isUsable()) {
            Duration distance = distance(records, number, unit);
            Duration interval = Interval.of(distance, distance(records, number - 1, unit),
                    distance(records, number + 1, unit), unit.interval());
            boolean adjoins = number > 0 && Interval.adjoins(distance, interval);
            record.history(adjoins ? new DetailedRecord(records.get(number - 1), 0, unit) : null, time, interval)
                    .values().forEach((quantity, value) -> values.put(quantity, Value.of(value)));
        }
        return values;
    }

    /** Time between the previous record and this one, zero if unknown. */
    private static Duration distance(List<int[]> records, int number, LogUnit unit) {
        if (number < 1 || number >= records.size()) {
            return Duration.ZERO;
        }
        DetailedRecord before = new DetailedRecord(records.get(number - 1), 0, unit);
        DetailedRecord record = new DetailedRecord(records.get(number), 0, unit);
        return before.isUsable() && record.isUsable() ? Duration.ofSeconds(record.seconds() - before.seconds())
                : Duration.ZERO;
    }

    private static String text(int[] words) {
        return IntStream.of(words).mapToObj(word -> String.format("%04x", word)).collect(Collectors.joining(" "));
    }
}
