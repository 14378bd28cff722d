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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.NewEvents;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.Remark;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads new alerts and operations of one unit for each reader. Their headers are read with the live values; new records
 * are read only if a header has changed, one frame at a time, so that polls stay short.
 * <p>
 * Unreadable records and formats that are not completely known are reported once in the log file and as a remark.
 * <p>
 * Events recorded while openHAB was not running are new as well, unless they are more than a day old. At the first read
 * of a reader, the last few events are returned as old ones.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class EventLogs {
    private static final int RECORDS_IN_A_READ = 7;
    private static final Duration NEWS = Duration.ofDays(1);

    private static final String DROPPED = "online.records-dropped", FORMAT = "online.event-format";
    private static final Map<LogKind, String> UNREADABLE = Map.of(LogKind.ALERTS, "online.alerts-unreadable",
            LogKind.OPERATIONS, "online.operations-unreadable");

    private final Logger logger = LoggerFactory.getLogger(EventLogs.class);
    private final String unit;
    /** Hints for the owner, by key. */
    private final Map<String, Remark> remarks = new ConcurrentHashMap<>();
    private int dropped;
    private boolean alertsRead;
    /** The position of the newest record of each log at the last read. */
    private final Map<LogKind, HistoryPosition> newest = new EnumMap<>(LogKind.class);

    /** @param unit the serial number, used in the keys of the readers' positions */
    public EventLogs(String unit) {
        this.unit = unit;
    }

    /** @return hints for the owner */
    public List<Remark> remarks() {
        return Stream.concat(UNREADABLE.values().stream().sorted(), Stream.of(FORMAT, DROPPED)).map(remarks::get)
                .filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }

    private void remark(String key, String... arguments) {
        Remark remark = new Remark(key, List.of(arguments));
        if (!remark.equals(remarks.put(key, remark))) {
            // the status of the bridge says the same in the owner's language
            logger.info("Inverter {}: {} {}", unit, key, remark.arguments());
        }
    }

    /** @return whether the alert log is read and understood, so that it contains each alert */
    public boolean followsAlerts() {
        return alertsRead && !remarks.containsKey(UNREADABLE.get(LogKind.ALERTS));
    }

    /**
     * @param reader storage of the reader with its position
     * @param live the words of the live read, including the headers
     * @param memory the memory of the unit
     * @return the events that the reader has not received yet, in order of time; the order within each log is kept
     * @throws SourceException if the unit does not answer; no event is lost then
     * @throws InterruptedException if the thread is interrupted
     */
    public NewEvents readNew(TextStorage reader, List<Words> live, LogMemory memory)
            throws SourceException, InterruptedException {
        List<UnitEvent> events = new ArrayList<>();
        Map<String, String> upTo = new HashMap<>();
        for (LogKind kind : List.of(LogKind.ALERTS, LogKind.OPERATIONS)) {
            @Nullable
            String stored = reader.get(key(kind));
            @Nullable
            HistoryPosition last = stored == null ? null : HistoryPosition.parse(stored);
            Optional<LogKind.Header> header = kind.header(live);
            List<UnitEvent> reported = new ArrayList<>();
            try {
                if (header.isPresent()) {
                    last = readNew(kind, header.get(), last, memory, reported);
                    remarks.remove(UNREADABLE.get(kind));
                    alertsRead |= kind == LogKind.ALERTS;
                }
            } catch (SourceException e) {
                if (e.kind() != FailureKind.UNEXPECTED) {
                    throw e;
                }
                // an unreadable log must not prevent live values
                logger.debug("{}: {}", kind, e.getMessage(), e);
                remark(Objects.requireNonNull(UNREADABLE.get(kind)), unit);
            }
            events = merged(events, reported);
            if (last != null) {
                upTo.put(key(kind), last.toString());
            }
        }
        return new NewEvents(events, upTo);
    }

    /**
     * Merges two logs in order of time. Each keeps its order, which may differ from that of the times if the clock was
     * set.
     */
    private static List<UnitEvent> merged(List<UnitEvent> one, List<UnitEvent> other) {
        List<UnitEvent> all = new ArrayList<>(one.size() + other.size());
        int next = 0;
        for (UnitEvent event : one) {
            while (next < other.size() && other.get(next).time().isBefore(event.time())) {
                all.add(other.get(next++));
            }
            all.add(event);
        }
        all.addAll(other.subList(next, other.size()));
        return all;
    }

    private String key(LogKind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + " " + unit;
    }

    /** Returns the position of the newest record that the reader has received after this read; null if it has none. */
    private @Nullable HistoryPosition readNew(LogKind kind, LogKind.Header header, @Nullable HistoryPosition last,
            LogMemory memory, List<UnitEvent> events) throws SourceException, InterruptedException {
        if (header.count() == 0) {
            return HistoryPosition.BEGINNING;
        } else if (last != null && last.equals(newest.get(kind))
                && header.newest() == LogRecord.address(last.fingerprint())) {
            return last;
        }
        Ring ring = new Ring(kind, memory);
        int number = last == null ? newest(ring) : firstNew(ring, last);
        if (number == ring.size()) {
            newest.put(kind, Objects.requireNonNull(last));
            return last;
        }
        LogUnit unit = memory.unit();
        int format = unit.format(kind);
        if (!kind.isKnown(format)) {
            remark(FORMAT, this.unit, format < 0 ? "?" : Integer.toString(format));
        }
        Instant news = unit.now().minus(NEWS);
        int unread = 0;
        HistoryPosition position = last == null ? HistoryPosition.BEGINNING : last;
        List<LogRecord> records = ring.records(number);
        for (LogRecord record : records) {
            @Nullable
            UnitEvent event = EventRecord.event(kind, record, unit, position.time()).orElse(null);
            if (event == null) {
                unread++;
            } else {
                events.add(last == null || event.time().isBefore(news) ? event.asOld() : event);
            }
            position = new HistoryPosition(event == null ? position.time() : event.time(), record.fingerprint());
        }
        if (unread > 0) {
            dropped += unread;
            remark(DROPPED, this.unit, Integer.toString(dropped));
        } else {
            remarks.remove(DROPPED);
        }
        if (number + records.size() == ring.size()) {
            newest.put(kind, position);
        }
        return position;
    }

    /**
     * Returns the number of the first new record. If the last record is unchanged, the ones after it are new. After a
     * reset, or if more records were added than the log can hold, the newest ones that fit into one read are new.
     */
    private static int firstNew(Ring ring, HistoryPosition last) throws SourceException, InterruptedException {
        if (last.fingerprint().isEmpty()) {
            return 0;
        }
        int number = ring.number(LogRecord.address(last.fingerprint()));
        return number >= 0 && ring.record(number).fingerprint().equals(last.fingerprint()) ? number + 1 : newest(ring);
    }

    /** Returns the number of the first of the last few records. */
    private static int newest(Ring ring) {
        return Math.max(0, ring.size() - RECORDS_IN_A_READ);
    }
}
