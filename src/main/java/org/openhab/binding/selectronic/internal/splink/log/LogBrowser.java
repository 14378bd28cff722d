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

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.LogSource.Entry;
import org.openhab.binding.selectronic.internal.source.LogSource.Excerpt;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Reads the newest records of a log.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LogBrowser {
    private LogBrowser() {
    }

    /**
     * @param memory the memory of the unit
     * @param kind a log
     * @param count maximum number of records
     * @return its newest records, oldest first; for an unknown format the words and, for events, what all formats have
     *         in common
     * @throws SourceException if the unit does not answer, or if header and table of the log contradict each other
     * @throws InterruptedException if the thread is interrupted
     */
    public static Excerpt newest(LogMemory memory, LogKind kind, int count)
            throws SourceException, InterruptedException {
        Ring ring = new Ring(kind, memory);
        LogUnit unit = memory.unit();
        List<LogRecord> records = ring.newest(count);
        boolean known = kind.isKnown(unit.format(kind));
        Map<LogRecord, Map<Quantity, Value>> values = known ? values(kind, records, unit) : Map.of();
        List<Entry> entries = new ArrayList<>();
        Instant before = Instant.MIN;
        for (LogRecord record : records) {
            Optional<Instant> time = record.seconds() == UnitTime.NONE ? Optional.empty()
                    : Optional.of(UnitTime.of(record.seconds(), unit.zone(), before));
            Optional<UnitEvent> event = kind.isOfEvents() ? EventRecord.event(kind, record, unit, before)
                    : Optional.empty();
            entries.add(new Entry(time, event, Objects.requireNonNullElse(values.get(record), Map.of()),
                    record.toString()));
            before = time.isPresent() ? time.get() : before;
        }
        return new Excerpt(unit.format(kind), known, entries);
    }

    private static Map<LogRecord, Map<Quantity, Value>> values(LogKind kind, List<LogRecord> records, LogUnit unit) {
        Map<LogRecord, Map<Quantity, Value>> values = new HashMap<>();
        List<Interval.Entry> intervals = new ArrayList<>();
        @Nullable
        DetailedRecord before = null;
        Instant end = Instant.MIN;
        for (LogRecord record : records) {
            if (kind == LogKind.DAILY && record.seconds() != UnitTime.NONE) {
                values.put(record, new DailyRecord(record, unit).values());
            } else if (kind == LogKind.DETAILED && new DetailedRecord(record, unit).isUsable()) {
                Interval.Entry entry = Interval.Entry.of(new DetailedRecord(record, unit), before, end);
                intervals.add(entry);
                before = entry.record();
                end = entry.end();
            }
        }
        List<HistoryRecord> histories = Interval.histories(intervals, null, unit.interval());
        for (int n = 0; n < histories.size(); n++) {
            values.put(intervals.get(n).record().record, DecodedRecord.values(histories.get(n).values()));
        }
        return values;
    }
}
