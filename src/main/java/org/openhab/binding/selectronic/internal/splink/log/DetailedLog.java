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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPortion.Lost;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.log.Interval.Entry;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;

/**
 * Reads the detailed log from a position, one day at a time.
 * <p>
 * A position contains the address of the last record and a fingerprint of its words. As long as both match, the
 * position is found with one read, which also returns the counters needed to calculate the next interval. If they do
 * not match, it was overwritten (records never move), and the position is searched by time.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class DetailedLog {
    private static final LogKind KIND = LogKind.DETAILED;
    /** Earlier than any record: the times in the log start in 2001. */
    private static final Instant LONG_AGO = Instant.parse("2001-01-02T00:00:00Z");

    private final LogMemory memory;
    /** Fingerprint of the newest record at the last read, if everything up to it was read. */
    private String verified = "";

    /**
     * @param memory the memory of the unit
     */
    public DetailedLog(LogMemory memory) {
        this.memory = memory;
    }

    /**
     * @param after a position
     * @return the records after it, at most one day (unit clock)
     * @throws SourceException if the unit does not answer, or if its log cannot be decoded
     * @throws InterruptedException if the thread is interrupted
     */
    public HistoryPortion readAfter(HistoryPosition after) throws SourceException, InterruptedException {
        String seen = verified;
        // a failure can last until the log has come round and the newest record is at the same address again
        verified = "";
        if (after.fingerprint().equals(seen) && !seen.isEmpty()) {
            LogKind.Header now = KIND.header(List.of(memory.read(KIND.header()))).orElseThrow(
                    () -> new SourceException(Problem.NO_WORDS, Integer.toHexString(KIND.header().address())));
            if (now.newest() == LogRecord.address(seen)) {
                verified = seen;
                return new HistoryPortion(List.of(), after, 0, Optional.empty());
            }
        }
        Ring ring = new Ring(KIND, memory);
        if (ring.size() == 0) {
            return new HistoryPortion(List.of(), after, 0, Optional.empty());
        }
        LogUnit unit = memory.unit().withInterval(memory.read(UnitSetup.LOG_INTERVAL));
        if (!KIND.isKnown(unit.format(KIND))) {
            throw new SourceException(Problem.LOG_FORMAT, Integer.toString(unit.format(KIND)));
        }
        HistoryPortion portion = new Walk(unit, ring, after).portion();
        if (portion.left() == 0) {
            verified = portion.position().fingerprint();
        }
        return portion;
    }

    /** One call, from a position to the end of the day. */
    private static final class Walk {
        private final LogUnit unit;
        private final Ring ring;
        private final HistoryPosition after;
        private final List<Entry> entries = new ArrayList<>();
        private @Nullable Lost lost;
        /** Whether the start was found by time and is somewhat before the position. */
        private boolean early;

        Walk(LogUnit unit, Ring ring, HistoryPosition after) {
            this.unit = unit;
            this.ring = ring;
            this.after = after;
        }

        HistoryPortion portion() throws SourceException, InterruptedException {
            int next = first();
            @Nullable
            DetailedRecord before = null;
            Instant end = after.time();
            boolean hole = false;
            // also read the previous record: its counters are the start of the next interval
            int number = Math.max(0, next - 1);
            while (number < ring.size()) {
                for (LogRecord words : ring.records(number)) {
                    DetailedRecord record = new DetailedRecord(words, unit);
                    boolean isNew = number >= next;
                    if (!record.isUsable()) {
                        // counters continue after a damaged record, but not after a hole: one that was erased for new
                        // records after the records were counted
                        hole |= isNew && words.isErased();
                        before = words.isErased() ? null : before;
                    } else if (isNew) {
                        Entry entry = Entry.of(record, before, end);
                        early &= !entry.end().isAfter(after.time());
                        if (!early) {
                            if (!entries.isEmpty() && !day(entry).equals(day(entries.get(0)))) {
                                return portion(entry, ring.size() - number);
                            }
                            entries.add(entry);
                            if (hole && end.isAfter(LONG_AGO)) {
                                noteLost(end, entry.end());
                            }
                            hole = false;
                        }
                        end = entry.end();
                        before = record;
                    } else {
                        end = after.fingerprint().isEmpty() ? record.time(Instant.MIN) : end;
                        before = record;
                    }
                    number++;
                }
            }
            return portion(null, 0);
        }

        /** Returns the day of a record; one that ends at midnight belongs to the previous day. */
        private LocalDate day(Entry entry) {
            return LocalDate.ofInstant(entry.end().minusSeconds(1), unit.zone());
        }

        private HistoryPortion portion(@Nullable Entry following, int left) {
            HistoryPosition position = after;
            if (!entries.isEmpty()) {
                Entry last = entries.get(entries.size() - 1);
                position = new HistoryPosition(last.end(), last.record().record.fingerprint());
            }
            return new HistoryPortion(Interval.histories(entries, following, unit.interval()), position, left,
                    Optional.ofNullable(lost));
        }

        /** Notes that the time before a record is lost, unless the clock was set back, when its length is unknown. */
        private void noteLost(Instant from, Instant firstEnd) {
            Instant to = firstEnd.minus(unit.interval());
            if (to.isAfter(from)) {
                lost = new Lost(from, to);
            }
        }

        /** Returns the number of the first record after the position. */
        private int first() throws SourceException, InterruptedException {
            int next = ring.after(after);
            if (next >= 0) {
                return next;
            }
            if (after.time().isBefore(LONG_AGO)) {
                return 0;
            }
            Optional<Instant> twice = UnitTime.beginOfTwice(after.time(), unit.zone());
            early = twice.isPresent();
            // up to there, records are in the order of their times
            int later = ring.firstLaterThan(twice.isPresent() ? UnitTime.seconds(twice.get(), unit.zone()) - 1
                    : UnitTime.seconds(after.time(), unit.zone()), unit);
            if (later < ring.size() && (later == 0 || ring.record(later - 1).isErased())) {
                DetailedRecord oldest = new DetailedRecord(ring.record(later), unit);
                if (oldest.isUsable()) {
                    noteLost(after.time(), oldest.time(after.time()));
                }
            }
            return later;
        }
    }
}
