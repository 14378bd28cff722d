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
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPortion.Lost;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.memory.WordRange;

/**
 * Reads the detailed log from a position, one day at a time.
 * <p>
 * A position contains the address of the last record and a fingerprint of its words. As long as both match, the
 * position is found with one read, which also returns the counters needed to calculate the next interval. If they do
 * not match, the record was overwritten (records never move), and the position is searched by time.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class DetailedLog {
    private static final LogKind KIND = LogKind.DETAILED;
    private static final int WORDS = KIND.recordWords();
    /** Earlier than any record: the times in the log start in 2001. */
    private static final Instant LONG_AGO = Instant.parse("2001-01-02T00:00:00Z");

    private final LogReading reading;
    private final LogUnit.Known known;
    private String verified = "";

    /**
     * @param reading reads the memory of the unit
     * @param known provides what is known of the unit, called when there are new records
     */
    public DetailedLog(LogReading reading, LogUnit.Known known) {
        this.reading = reading;
        this.known = known;
    }

    /**
     * @param after a position
     * @return the records after it, at most one day (unit clock)
     * @throws SourceException if the unit does not answer, or if its log cannot be decoded
     * @throws InterruptedException if the thread is interrupted
     */
    public HistoryPortion readAfter(HistoryPosition after) throws SourceException, InterruptedException {
        if (after.fingerprint().equals(verified) && !verified.isEmpty()) {
            LogHeader now = LogHeader.of(KIND, List.of(reading.read(KIND.header()))).orElseThrow(
                    () -> new SourceException(Problem.NO_WORDS, Integer.toHexString(KIND.header().address())));
            if (now.newest() == RecordFingerprint.parse(after.fingerprint()).address()) {
                return new HistoryPortion(List.of(), after, 0, Optional.empty());
            }
        }
        Ring ring = Ring.of(KIND, reading.read(KIND.headerAndTable()));
        if (ring.size() == 0) {
            return new HistoryPortion(List.of(), after, 0, Optional.empty());
        }
        LogUnit unit = known.now().withInterval(reading.read(UnitSetup.LOG_INTERVAL));
        if (!DetailedRecord.isKnown(unit.detailedFormat())) {
            throw new SourceException(Problem.LOG_FORMAT, Integer.toString(unit.detailedFormat()));
        }
        return new Walk(unit, ring, after).portion();
    }

    /**
     * A record that was read.
     *
     * @param record the record
     * @param end when it was written
     * @param before the previous complete record, null if there is none
     * @param beforeEnd when the previous record was written
     * @param position the position after it
     */
    private record Entry(DetailedRecord record, Instant end, @Nullable DetailedRecord before, Instant beforeEnd,
            HistoryPosition position) {
        /** Time since the previous record; not positive if the clock was set back. */
        Duration distance() {
            return before == null ? Duration.ZERO : Duration.between(beforeEnd, end);
        }
    }

    /** One call, from a position to the end of the day. */
    private final class Walk {
        private final LogUnit unit;
        private final Ring ring;
        private final HistoryPosition after;
        private final RecordFingerprint fingerprint;
        private final List<Entry> entries = new ArrayList<>();
        private @Nullable Lost lost;
        /** Whether the start was found by time and is somewhat before the position. */
        private boolean early;

        Walk(LogUnit unit, Ring ring, HistoryPosition after) {
            this.unit = unit;
            this.ring = ring;
            this.after = after;
            this.fingerprint = RecordFingerprint.parse(after.fingerprint());
        }

        HistoryPortion portion() throws SourceException, InterruptedException {
            int next = first();
            @Nullable
            DetailedRecord before = null;
            Instant end = after.time();
            long day = -1;
            boolean hole = false;
            // also read the previous record: its counters are the start of the next interval
            int number = Math.max(0, next - 1);
            while (number < ring.size()) {
                WordRange range = ring.read(number);
                int[] words = reading.read(range).values();
                for (int at = 0; at < range.words(); at += WORDS, number++) {
                    DetailedRecord record = new DetailedRecord(words, at, unit);
                    boolean usable = record.isUsable();
                    if (number >= next && usable) {
                        Instant time = UnitTime.of(record.seconds(), unit.zone(), end);
                        early &= !time.isAfter(after.time());
                        if (early) {
                            end = time;
                            before = record;
                            continue;
                        }
                        Entry entry = new Entry(record, time, before, end, new HistoryPosition(time,
                                RecordFingerprint.of(KIND, ring.address(number), words, at).toString()));
                        // a record that ends at midnight belongs to the previous day
                        long recordDay = time.minusSeconds(1).atZone(unit.zone()).toLocalDate().toEpochDay();
                        if (day >= 0 && recordDay != day) {
                            return portion(Optional.of(entry), ring.size() - number);
                        }
                        day = recordDay;
                        entries.add(entry);
                        if (hole && end.isAfter(LONG_AGO)) {
                            noteHole(end);
                        }
                        hole = false;
                        end = time;
                    } else if (usable && number == next - 1 && after.fingerprint().isEmpty()) {
                        end = UnitTime.of(record.seconds(), unit.zone(), Instant.MIN);
                    } else if (number >= next) {
                        // erased for new records after the records were counted
                        hole |= record.isErased();
                    }
                    // counters continue after a damaged record, but not after a hole
                    if (usable) {
                        before = record;
                    } else if (record.isErased()) {
                        before = null;
                    }
                }
            }
            HistoryPortion portion = portion(Optional.empty(), 0);
            verified = portion.position().fingerprint();
            return portion;
        }

        private HistoryPortion portion(Optional<Entry> following, int left) {
            List<HistoryRecord> records = new ArrayList<>();
            for (int n = 0; n < entries.size(); n++) {
                Entry entry = entries.get(n);
                Duration interval = interval(n, following);
                boolean adjoins = Interval.adjoins(entry.distance(), interval);
                records.add(entry.record.history(adjoins ? entry.before : null, entry.end, interval));
            }
            return new HistoryPortion(records, entries.isEmpty() ? after : entries.get(entries.size() - 1).position,
                    left, Optional.ofNullable(lost));
        }

        /**
         * Determines the interval that was configured when a record was written, from the distances of neighbouring
         * records.
         */
        private Duration interval(int number, Optional<Entry> following) {
            Duration earlier = number > 0 ? entries.get(number - 1).distance() : Duration.ZERO;
            Duration later = number + 1 < entries.size() ? entries.get(number + 1).distance()
                    : following.map(Entry::distance).orElseGet(() -> Duration.ZERO);
            return Interval.of(entries.get(number).distance(), earlier, later, unit.interval());
        }

        /** Notes a hole as lost, unless the clock was set back, when its length is unknown. */
        private void noteHole(Instant end) {
            Instant from = entries.get(entries.size() - 1).end.minus(unit.interval());
            if (from.isAfter(end)) {
                lost = new Lost(end, from);
            }
        }

        /** Returns the number of the first record after the position. */
        private int first() throws SourceException, InterruptedException {
            int there = fingerprint == RecordFingerprint.NONE ? -1 : ring.number(fingerprint.address());
            if (there >= 0 && isMarked(there)) {
                return there + 1;
            }
            if (after.time().isBefore(LONG_AGO)) {
                return 0;
            }
            Optional<Instant> twice = UnitTime.beginOfTwice(after.time(), unit.zone());
            early = twice.isPresent();
            // up to there, records are in the order of their times
            int later = firstLaterThan(twice.isPresent() ? UnitTime.seconds(twice.get(), unit.zone()) - 1
                    : UnitTime.seconds(after.time(), unit.zone()));
            if (later == ring.size()) {
                return later;
            }
            if (later == 0 || new DetailedRecord(words(later - 1), 0, unit).isErased()) {
                noteLost(later);
            }
            return later;
        }

        private boolean isMarked(int number) throws SourceException, InterruptedException {
            return fingerprint.isOf(KIND, words(number), 0);
        }

        private int[] words(int number) throws SourceException, InterruptedException {
            return reading.read(new WordRange(ring.address(number), WORDS)).values();
        }

        private void noteLost(int first) throws SourceException, InterruptedException {
            DetailedRecord oldest = new DetailedRecord(words(first), 0, unit);
            if (oldest.isUsable()) {
                Instant from = UnitTime.of(oldest.seconds(), unit.zone(), after.time()).minus(unit.interval());
                if (from.isAfter(after.time())) {
                    lost = new Lost(after.time(), from);
                }
            }
        }

        /** Finds the first later record by bisection; an incomplete record counts as older. */
        private int firstLaterThan(long seconds) throws SourceException, InterruptedException {
            int low = 0;
            int high = ring.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                DetailedRecord record = new DetailedRecord(words(middle), 0, unit);
                if (record.isUsable() && record.seconds() > seconds) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }
}
