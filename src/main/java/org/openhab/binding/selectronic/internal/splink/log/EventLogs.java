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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unexpected;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.memory.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far alerts and operations of one unit were read. The headers come with the live values; only where one has moved
 * its new records are read, a frame of them at a time, so that no poll takes long. Of what was there before the first
 * look only the newest is told.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class EventLogs {
    private static final int NEVER = -1;
    private static final int EMPTY = 0;
    private static final int RECORDS_IN_A_READ = 7;

    private final Logger logger = LoggerFactory.getLogger(EventLogs.class);
    private final Map<LogKind, Seen> seen = new EnumMap<>(LogKind.class);

    /** The newest record that was read. */
    private static final class Seen {
        private int address = NEVER;
        private Instant time = Instant.EPOCH;
        private int fingerprint;

        Seen copy() {
            Seen copy = new Seen();
            copy.address = address;
            copy.time = time;
            copy.fingerprint = fingerprint;
            return copy;
        }
    }

    /**
     * @param setup the unit
     * @param picture what was read at one time, with the headers in it
     * @param reading how to read more
     * @param zone where the unit stands
     * @return what happened since the last time, each log in its order
     * @throws SourceException if the unit does not answer; nothing is lost by that
     * @throws InterruptedException if the thread is told to stop
     */
    public List<UnitEvent> readNew(UnitSetup setup, List<Words> picture, LogReading reading, ZoneId zone)
            throws SourceException, InterruptedException {
        List<UnitEvent> events = new ArrayList<>();
        if (!EventRecord.isKnown(setup.logs().eventFormat())) {
            return events;
        }
        LogUnit unit = LogUnit.of(setup, zone);
        Map<LogKind, Seen> before = new EnumMap<>(LogKind.class);
        seen.forEach((kind, each) -> before.put(kind, each.copy()));
        boolean whole = false;
        try {
            readAll(unit, picture, reading, events);
            whole = true;
        } finally {
            if (!whole) {
                // what was read of one log goes with the sample that did not come about
                seen.clear();
                seen.putAll(before);
            }
        }
        return events;
    }

    private void readAll(LogUnit unit, List<Words> picture, LogReading reading, List<UnitEvent> events)
            throws SourceException, InterruptedException {
        for (LogKind kind : List.of(LogKind.ALERTS, LogKind.OPERATIONS)) {
            Optional<LogHeader> header = LogHeader.of(kind, picture);
            if (header.isPresent()) {
                try {
                    readNew(kind, header.get(), reading, unit, events);
                } catch (Unexpected e) {
                    // a log that cannot be read is no reason to do without live values
                    logger.debug("{}: {}", kind, e.getMessage());
                }
            }
        }
    }

    private void readNew(LogKind kind, LogHeader header, LogReading reading, LogUnit unit, List<UnitEvent> events)
            throws SourceException, InterruptedException {
        Seen seen = this.seen.computeIfAbsent(kind, first -> new Seen());
        boolean first = seen.address == NEVER;
        if (header.count() == 0) {
            seen.address = EMPTY;
        } else if (header.newest() != seen.address) {
            Ring ring = Ring.of(kind, reading.read(kind.headerAndTable()));
            int number = first ? ring.size() - 1 : firstNew(ring, seen, kind, reading);
            WordRange range = ring.read(number);
            int[] words = reading.read(range).values();
            for (int at = 0; at < range.words(); at += kind.recordWords()) {
                Optional<UnitEvent> event = EventRecord.event(kind, words, at, unit, seen.time, first);
                if (event.isPresent()) {
                    events.add(event.get());
                    seen.time = event.get().time();
                }
                seen.address = range.address() + at;
                seen.fingerprint = fingerprint(words, at, kind);
            }
        }
    }

    private static int fingerprint(int[] words, int at, LogKind kind) {
        return Arrays.hashCode(Arrays.copyOfRange(words, at, at + kind.recordWords()));
    }

    /**
     * Where the newest that was read still is what it was, those behind it are new. After a reset, or when more has
     * come than the log holds, those that one read brings are.
     */
    private static int firstNew(Ring ring, Seen seen, LogKind kind, LogReading reading)
            throws SourceException, InterruptedException {
        if (seen.address == EMPTY) {
            return 0;
        }
        int last = ring.number(seen.address);
        if (last >= 0 && last < ring.size() - 1) {
            int[] words = reading.read(new WordRange(seen.address, kind.recordWords())).values();
            if (fingerprint(words, 0, kind) == seen.fingerprint) {
                return last + 1;
            }
        }
        return Math.max(0, ring.size() - RECORDS_IN_A_READ);
    }
}
