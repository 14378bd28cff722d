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
package org.openhab.binding.selectronic.simulator.log;

import java.util.Arrays;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One log in flash: sectors that are filled one after the other and erased before they are filled anew. Words that hold
 * nothing read as 0xFFFF. Safe for use by several threads.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LogRing {
    private static final int ERASED = 0xFFFF;
    private static final int HEADER = 5;
    private static final int ENTRY = 4;

    private final LogKind kind;
    private final RingLayout layout;
    private final int perSector;
    /** A record each; absent where nothing was written since the sector was erased. */
    private final short[] @Nullable [] slots;
    private int next;
    private int newest;
    private int count;
    private int uncounted;
    private int changes;
    private int tornWords = -1;
    private boolean tornCounts;
    private @Nullable HeaderFault fault;

    public LogRing(LogKind kind, RingLayout layout) {
        this.kind = kind;
        this.layout = layout;
        this.perSector = layout.perSector(kind.recordWords());
        this.slots = new short[layout.capacity(kind.recordWords())][];
    }

    public LogKind kind() {
        return kind;
    }

    public RingLayout layout() {
        return layout;
    }

    /** Records that the header counts. */
    public synchronized int count() {
        return count;
    }

    /** Address of the newest record, or of the first that will be. */
    public synchronized int newest() {
        return address(newest);
    }

    /**
     * Writes a record behind the newest.
     *
     * @return whether all of it was written
     */
    public synchronized boolean write(int[] record) {
        if (record.length != kind.recordWords()) {
            throw new IllegalArgumentException("a record of " + record.length + " words in " + kind);
        }
        if (next % perSector == 0) {
            for (int ahead = 0; ahead <= layout.erasedAhead(); ahead++) {
                erase((next / perSector + ahead) % layout.sectors());
            }
        }
        boolean torn = tornWords >= 0;
        short[] words = new short[record.length];
        Arrays.fill(words, (short) ERASED);
        for (int i = 0; i < (torn ? tornWords : record.length); i++) {
            words[i] = (short) record[i];
        }
        slots[next] = words;
        uncounted++;
        if (!torn || tornCounts) {
            newest = next;
            count = Math.min(count + uncounted, layout.most(kind.recordWords()));
            uncounted = 0;
        }
        next = (next + 1) % slots.length;
        tornWords = -1;
        changes++;
        return !torn;
    }

    /** Empties the log, as a reset at the unit does. */
    public synchronized void clear() {
        Arrays.fill(slots, null);
        next = 0;
        newest = 0;
        count = 0;
        uncounted = 0;
        changes++;
    }

    /**
     * Counts anew and goes on at the same place. The newest of a published log of 52 records lies 45 records behind the
     * start of a sector, so counting does not begin with a sector.
     */
    public synchronized void countAnew() {
        count = 0;
        uncounted = 0;
        changes++;
    }

    /**
     * Lets the power fail within the next record.
     *
     * @param words what of it is in flash; the rest stays 0xFFFF
     * @param counted whether the header already tells of it; otherwise it does with the record that follows
     */
    public synchronized void tearNext(int words, boolean counted) {
        if (words < 0 || words >= kind.recordWords()) {
            throw new IllegalArgumentException("not a part of a record: " + words + " words");
        }
        tornWords = words;
        tornCounts = counted;
    }

    /** Spoils the header until {@link #repair()}. */
    public synchronized void spoil(HeaderFault newFault) {
        fault = newFault;
        changes++;
    }

    /** Takes a fault of the header away. */
    public synchronized void repair() {
        fault = null;
        changes++;
    }

    /** Spoils a record; the newest is 0 back. */
    public synchronized void spoil(int back, RecordFault recordFault) {
        recordFault.apply(record(back), kind);
    }

    /** Overwrites a word of a record; the newest is 0 back. */
    public synchronized void setWord(int back, int word, int value) {
        record(back)[word] = (short) value;
    }

    /** Header and table of the sectors. */
    public synchronized int[] header() {
        int[] words = new int[HEADER + ENTRY * layout.sectors()];
        words[0] = layout.sectors();
        words[1] = kind.recordWords();
        HeaderFault.setAddress(words, 2, address(newest));
        words[4] = count;
        for (int sector = 0; sector < layout.sectors(); sector++) {
            int start = layout.start(sector);
            HeaderFault.setAddress(words, HEADER + ENTRY * sector, start);
            HeaderFault.setAddress(words, HEADER + ENTRY * sector + 2, start + layout.sectorWords() - 1);
        }
        HeaderFault present = fault;
        if (present != null) {
            present.apply(words, slots.length);
        }
        return words;
    }

    /** Whether an address is in one of the sectors. */
    public boolean holds(int address) {
        int offset = address - layout.first();
        return offset >= 0 && offset < layout.sectors() * layout.stride()
                && offset % layout.stride() < layout.sectorWords();
    }

    /** The word at an address in one of the sectors, 0 to 65535. */
    public synchronized int word(int address) {
        int offset = address - layout.first();
        int within = offset % layout.stride();
        int place = within / kind.recordWords();
        if (place >= perSector) {
            return ERASED;
        }
        short[] words = slots[offset / layout.stride() * perSector + place];
        return words == null ? ERASED : words[within % kind.recordWords()] & 0xFFFF;
    }

    /** A number that is another one when header or records have changed. */
    synchronized int changes() {
        return changes;
    }

    private void erase(int sector) {
        Arrays.fill(slots, sector * perSector, (sector + 1) * perSector, null);
    }

    private short[] record(int back) {
        short[] words = slots[Math.floorMod(newest - back, slots.length)];
        if (words == null) {
            throw new IllegalArgumentException("no record " + back + " back in " + kind);
        }
        return words;
    }

    private int address(int slot) {
        return layout.start(slot / perSector) + slot % perSector * kind.recordWords();
    }
}
