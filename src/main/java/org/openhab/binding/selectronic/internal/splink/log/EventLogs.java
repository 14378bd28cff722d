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
import org.openhab.binding.selectronic.internal.model.News;
import org.openhab.binding.selectronic.internal.model.Notes;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.Remark;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.memory.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads alerts and operations of one unit on from where each reader is. The headers come with the live values; only
 * where one has moved its new records are read, a frame of them at a time, so that no poll takes long.
 * <p>
 * Records that cannot be read, and formats that are not known to the last word, are reported once in the log file and
 * as a remark.
 * <p>
 * What was written while nobody looked is news all the same, unless it is more than a day old. Of what was there before
 * the first look of a reader the last few are told, as old ones.
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
    /** What the owner should know, by its key. */
    private final Map<String, Remark> remarks = new ConcurrentHashMap<>();
    private int dropped;
    private boolean alertsRead;
    /** The newest record of each log, as it was read last. */
    private final Map<LogKind, HistoryPosition> newest = new EnumMap<>(LogKind.class);

    /** @param unit the serial number, by which readers keep how far they are */
    public EventLogs(String unit) {
        this.unit = unit;
    }

    /** @return what the owner should know */
    public List<Remark> remarks() {
        return Stream.concat(UNREADABLE.values().stream().sorted(), Stream.of(FORMAT, DROPPED)).map(remarks::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull).toList();
    }

    private void remark(String key, String... arguments) {
        Remark remark = new Remark(key, List.of(arguments));
        if (!remark.equals(remarks.put(key, remark))) {
            // the status of the bridge says it in the owner's language
            logger.info("Inverter {}: {} {}", unit, key, remark.arguments());
        }
    }

    /** @return whether the log of alerts is read and understood, so that each alert is in it */
    public boolean followsAlerts() {
        return alertsRead && !remarks.containsKey(UNREADABLE.get(LogKind.ALERTS));
    }

    /**
     * @param reader how far it has read, by its notes
     * @param setup the unit
     * @param picture what was read at one time, with the headers in it
     * @param reading how to read more
     * @param zone the zone that the clock of the unit is in
     * @return what the reader has not had yet, in the order of time; each log in its own order
     * @throws SourceException if the unit does not answer; nothing is lost by that
     * @throws InterruptedException if the thread is told to stop
     */
    public News readNew(Notes reader, UnitSetup setup, List<Words> picture, LogReading reading, UnitZone zone)
            throws SourceException, InterruptedException {
        List<UnitEvent> events = new ArrayList<>();
        Map<String, String> upTo = new HashMap<>();
        for (LogKind kind : List.of(LogKind.ALERTS, LogKind.OPERATIONS)) {
            @Nullable
            HistoryPosition last = last(kind, reader);
            Optional<LogHeader> header = LogHeader.of(kind, picture);
            List<UnitEvent> told = new ArrayList<>();
            try {
                if (header.isPresent()) {
                    last = readNew(kind, header.get(), last, reading, setup, zone, told);
                    remarks.remove(UNREADABLE.get(kind));
                    alertsRead |= kind == LogKind.ALERTS;
                }
            } catch (SourceException e) {
                if (e.kind() != FailureKind.UNEXPECTED) {
                    throw e;
                }
                // a log that cannot be read is no reason to do without live values
                logger.debug("{}: {}", kind, e.getMessage(), e);
                remark(Objects.requireNonNull(UNREADABLE.get(kind)), unit);
            }
            events = merged(events, told);
            if (last != null) {
                upTo.put(key(kind), last.toString());
            }
        }
        Instant longAgo = zone.now().minus(NEWS);
        return new News(events.stream().map(event -> event.time().isBefore(longAgo) ? event.asOld() : event).toList(),
                upTo);
    }

    /** Two logs in the order of time, each of them in its own order, which a clock that was set need not be. */
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

    private @Nullable HistoryPosition last(LogKind kind, Notes reader) {
        @Nullable
        String written = reader.get(key(kind));
        return written == null ? null : HistoryPosition.parse(written);
    }

    private String key(LogKind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + " " + unit;
    }

    /** Where the newest is that the reader has with what is read now; null as long as it had nothing. */
    private @Nullable HistoryPosition readNew(LogKind kind, LogHeader header, @Nullable HistoryPosition last,
            LogReading reading, UnitSetup setup, UnitZone zone, List<UnitEvent> events)
            throws SourceException, InterruptedException {
        if (header.count() == 0) {
            return HistoryPosition.BEGINNING;
        } else if (last != null && last.equals(newest.get(kind))
                && header.newest() == RecordMark.parse(last.mark()).address()) {
            return last;
        }
        Ring ring = Ring.of(kind, reading.read(kind.headerAndTable()));
        int number = last == null ? newest(ring) : firstNew(ring, last, kind, reading);
        if (number == ring.size()) {
            newest.put(kind, Objects.requireNonNull(last));
            return last;
        }
        LogUnit unit = zone.unit(setup, reading);
        if (!EventRecord.isKnown(unit.eventFormat())) {
            remark(FORMAT, this.unit, unit.eventFormat() < 0 ? "?" : Integer.toString(unit.eventFormat()));
        }
        int unread = 0;
        WordRange range = ring.read(number);
        int[] words = reading.read(range).values();
        HistoryPosition position = last == null ? HistoryPosition.BEGINNING : last;
        for (int at = 0; at < range.words(); at += kind.recordWords()) {
            Optional<UnitEvent> event = EventRecord.event(kind, words, at, unit, position.time());
            if (event.isEmpty()) {
                unread++;
            }
            Instant time = event.map(UnitEvent::time).orElse(position.time());
            event.map(told -> last == null ? told.asOld() : told).ifPresent(events::add);
            position = new HistoryPosition(time,
                    RecordMark.of(kind, range.address() + at, words, at).toString());
        }
        if (unread > 0) {
            dropped += unread;
            remark(DROPPED, this.unit, Integer.toString(dropped));
        } else {
            remarks.remove(DROPPED);
        }
        if (number + range.words() / kind.recordWords() == ring.size()) {
            newest.put(kind, position);
        }
        return position;
    }

    /**
     * Where the newest that was read still is what it was, those behind it are new. After a reset, or when more has
     * come than the log holds, those that one read brings are.
     */
    private static int firstNew(Ring ring, HistoryPosition last, LogKind kind, LogReading reading)
            throws SourceException, InterruptedException {
        if (last.mark().isEmpty()) {
            return 0;
        }
        RecordMark mark = RecordMark.parse(last.mark());
        int number = ring.number(mark.address());
        boolean there = number >= 0
                && mark.isOf(kind, reading.read(new WordRange(mark.address(), kind.recordWords())).values(), 0);
        return there ? number + 1 : newest(ring);
    }

    /** The last few. */
    private static int newest(Ring ring) {
        return Math.max(0, ring.size() - RECORDS_IN_A_READ);
    }
}
