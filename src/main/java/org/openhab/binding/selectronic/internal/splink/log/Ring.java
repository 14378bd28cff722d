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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * The records of a log by number, 0 for the oldest. The oldest record need not be at the start of a sector: only the
 * address of the newest is known, and that the others precede it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Ring {
    private static final int WORDS_IN_A_ROW = 4;
    /** Start of the flash. Below it are settings and the password of the port, so no header may point there. */
    private static final int START_OF_FLASH = 0x10000;
    /** End of the flash of the unit; addresses beyond are clock and login. */
    private static final int LARGEST_ADDRESS = 0x100000;

    private final LogReading memory;
    private final int recordWords;
    private final int size;
    /** The addresses at which records may be, in their order; the ring continues at the first after the last. */
    private final int[] slots;
    private final int newest;

    /**
     * Reads header and table of a log.
     *
     * @param kind a log
     * @param memory the memory of the unit
     * @throws SourceException if header or table is inconsistent, or if they contradict each other; nothing of them is
     *             used then
     * @throws SourceException if the unit does not answer
     * @throws InterruptedException if the thread is interrupted
     */
    public Ring(LogKind kind, LogReading memory) throws SourceException, InterruptedException {
        Words words = memory.read(kind.headerAndTable());
        LogKind.Header header = kind.header(List.of(words)).orElseThrow(() -> unreadable(kind));
        this.memory = memory;
        this.recordWords = kind.recordWords();
        this.size = header.count();
        int sectors = size == 0 ? 0 : header.sectors();
        int table = kind.header().end();
        if (size > 0 && header.recordWords() != recordWords || !words.covers(table, sectors * WORDS_IN_A_ROW)) {
            throw unreadable(kind);
        }
        IntStream.Builder slots = IntStream.builder();
        long end = START_OF_FLASH - 1;
        for (int row = table; row < table + sectors * WORDS_IN_A_ROW; row += WORDS_IN_A_ROW) {
            long first = words.at(row) | (long) words.at(row + 1) << 16;
            long last = words.at(row + 2) | (long) words.at(row + 3) << 16;
            if (first <= end || last < first + recordWords - 1 || last > LARGEST_ADDRESS) {
                throw unreadable(kind);
            }
            for (int address = (int) first; address + recordWords - 1 <= last; address += recordWords) {
                slots.add(address);
            }
            end = last;
        }
        this.slots = slots.build().toArray();
        this.newest = Arrays.binarySearch(this.slots, header.newest());
        if (size > 0 && newest < 0 || size > this.slots.length) {
            throw unreadable(kind);
        }
    }

    private static SourceException unreadable(LogKind kind) {
        return new SourceException(Problem.LOG_UNREADABLE, kind.name().toLowerCase(Locale.ROOT));
    }

    /** @return number of records */
    public int size() {
        return size;
    }

    /**
     * @param number the number of a record
     * @return its address
     */
    public int address(int number) {
        return slots[Math.floorMod(newest - (size - 1 - Objects.checkIndex(number, size)), slots.length)];
    }

    /**
     * @param address the address of a record
     * @return its number, -1 if it does not exist any more
     */
    public int number(int address) {
        int slot = Arrays.binarySearch(slots, address);
        return slot < 0 ? -1 : Math.max(-1, size - 1 - Math.floorMod(newest - slot, slots.length));
    }

    /** Returns the number of the record after a position, -1 if the record at the position was overwritten. */
    int after(HistoryPosition position) throws SourceException, InterruptedException {
        int there = number(LogRecord.address(position.fingerprint()));
        return there >= 0 && record(there).fingerprint().equals(position.fingerprint()) ? there + 1 : -1;
    }

    /** Reads one record. */
    LogRecord record(int number) throws SourceException, InterruptedException {
        return read(number, 1).get(0);
    }

    /** Reads a record and as many of the following ones as fit into one read. */
    List<LogRecord> records(int from) throws SourceException, InterruptedException {
        int most = Math.min(size - from, WordRange.MOST_WORDS / recordWords);
        int count = 1;
        while (count < most && address(from + count) == address(from) + count * recordWords) {
            count++;
        }
        return read(from, count);
    }

    /** Finds the first record that is later by bisection; one whose time is impossible counts as older. */
    int firstLaterThan(long seconds, LogUnit unit) throws SourceException, InterruptedException {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            long time = record(middle).seconds();
            if (unit.isPossible(time) && time > seconds) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Reads the newest records, oldest first. */
    List<LogRecord> newest(int count) throws SourceException, InterruptedException {
        List<LogRecord> records = new ArrayList<>();
        int first = Math.max(0, size - count);
        while (first + records.size() < size) {
            records.addAll(records(first + records.size()));
        }
        return records;
    }

    private List<LogRecord> read(int from, int count) throws SourceException, InterruptedException {
        int address = address(from);
        int[] words = memory.read(new WordRange(address, count * recordWords)).values();
        List<LogRecord> records = new ArrayList<>(count);
        for (int at = 0; at < count * recordWords; at += recordWords) {
            records.add(new LogRecord(address + at, Arrays.copyOfRange(words, at, at + recordWords)));
        }
        return records;
    }
}
