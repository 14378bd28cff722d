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

import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * Addresses of the records of a log, by record number, 0 for the oldest. The oldest record need not be at the start of
 * a sector: only the address of the newest is known, and that the others precede it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Ring {
    private static final int WORDS_IN_A_READ = 256;
    private static final int WORDS_IN_A_ROW = 4;
    /** Start of the flash. Below it are settings and the password of the port, so no header may point there. */
    private static final int START_OF_FLASH = 0x10000;
    /** End of the flash of the unit; addresses beyond are clock and login. */
    private static final int LARGEST_ADDRESS = 0x100000;

    private final LogKind kind;
    private final LogHeader header;
    private final int[] firsts;
    /** Number of records in the sectors before each sector. */
    private final int[] before;
    private final int newestSlot;

    private Ring(LogKind kind, LogHeader header, int[] firsts, int[] before, int newestSlot) {
        this.kind = kind;
        this.header = header;
        this.firsts = firsts;
        this.before = before;
        this.newestSlot = newestSlot;
    }

    /**
     * @param kind a log
     * @param words its header and table
     * @return the addresses of its records
     * @throws SourceException if header or table is inconsistent, or if they contradict each other; nothing of them is
     *             used then
     */
    public static Ring of(LogKind kind, Words words) throws SourceException {
        LogHeader header = LogHeader.of(kind, List.of(words)).orElseThrow(() -> unreadable(kind));
        int table = kind.header().end();
        int sectors = header.sectors();
        if (header.count() == 0) {
            return new Ring(kind, header, new int[0], new int[1], 0);
        }
        if (sectors == 0 || header.recordWords() != kind.recordWords()
                || !words.covers(table, sectors * WORDS_IN_A_ROW)) {
            throw unreadable(kind);
        }
        int[] firsts = new int[sectors];
        int[] before = new int[sectors + 1];
        int newestSlot = -1;
        long end = -1;
        for (int n = 0; n < sectors; n++) {
            int row = table + n * WORDS_IN_A_ROW;
            long first = words.at(row) | (long) words.at(row + 1) << 16;
            long last = words.at(row + 2) | (long) words.at(row + 3) << 16;
            int fits = (int) Math.min((last - first + 1) / kind.recordWords(), LARGEST_ADDRESS);
            if (first <= end || first < START_OF_FLASH || fits < 1 || last > LARGEST_ADDRESS) {
                throw unreadable(kind);
            }
            end = last;
            firsts[n] = (int) first;
            before[n + 1] = before[n] + fits;
            int offset = header.newest() - firsts[n];
            if (offset >= 0 && offset < fits * kind.recordWords() && offset % kind.recordWords() == 0) {
                newestSlot = before[n] + offset / kind.recordWords();
            }
        }
        if (newestSlot < 0 || header.count() > before[sectors]) {
            throw unreadable(kind);
        }
        return new Ring(kind, header, firsts, before, newestSlot);
    }

    private static SourceException unreadable(LogKind kind) {
        return new SourceException(Problem.LOG_UNREADABLE, kind.name().toLowerCase(Locale.ROOT));
    }

    /** @return number of records */
    public int size() {
        return header.count();
    }

    /**
     * @param number the number of a record
     * @return its address
     */
    public int address(int number) {
        int slot = slot(number);
        int sector = sector(slot);
        return firsts[sector] + (slot - before[sector]) * kind.recordWords();
    }

    /**
     * @param address the address of a record
     * @return its number, -1 if it does not exist any more
     */
    public int number(int address) {
        for (int sector = 0; sector < firsts.length; sector++) {
            int offset = address - firsts[sector];
            int fits = before[sector + 1] - before[sector];
            if (offset >= 0 && offset < fits * kind.recordWords() && offset % kind.recordWords() == 0) {
                int slot = before[sector] + offset / kind.recordWords();
                int number = size() - 1 - Math.floorMod(newestSlot - slot, before[firsts.length]);
                return Math.max(number, -1);
            }
        }
        return -1;
    }

    /**
     * @param from number of the first record
     * @return the read of this record and as many of the following ones as fit into one read
     */
    public WordRange read(int from) {
        int slot = slot(from);
        int inSector = before[sector(slot) + 1] - slot;
        int records = Math.min(Math.min(size() - from, inSector), WORDS_IN_A_READ / kind.recordWords());
        return new WordRange(address(from), records * kind.recordWords());
    }

    private int slot(int number) {
        if (number < 0 || number >= size()) {
            throw new IndexOutOfBoundsException(number + " of " + size());
        }
        return Math.floorMod(newestSlot - (size() - 1 - number), before[firsts.length]);
    }

    private int sector(int slot) {
        int sector = 0;
        while (slot >= before[sector + 1]) {
            sector++;
        }
        return sector;
    }
}
