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

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.splink.UnitWords;

/**
 * Walks a log from its newest record back, frame by frame, as public clients do. It trusts header and table only as far
 * as they agree with themselves.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LogWalker {
    /** Words of one record. */
    public record Entry(long address, int[] words) {
        public int u16(int word) {
            return words[word];
        }

        public int s16(int word) {
            return (short) words[word];
        }

        public long u32(int word) {
            return words[word] | (long) words[word + 1] << 16;
        }

        public int s32(int word) {
            return (int) u32(word);
        }

        public long seconds() {
            return u32(0);
        }

        public LocalDateTime time() {
            return LocalDateTime.parse("2001-01-01T00:00:00").plusSeconds(seconds());
        }
    }

    private static final int FRAME = 256;

    private final UnitWords unit;
    private final int header;
    private int frames;

    public LogWalker(UnitWords unit, int header) {
        this.unit = unit;
        this.header = header;
    }

    public int frames() {
        return frames;
    }

    /** At most so many records, oldest first. */
    public List<Entry> newest(int wanted) {
        int[] head = read(header, 5);
        int sectors = head[0];
        int size = head[1];
        long current = head[2] | (long) head[3] << 16;
        if (sectors == 0 || sectors > 12 || size != 36 && size != 44) {
            throw new IllegalStateException("header: " + Arrays.toString(head));
        }
        int[] table = read(header + 5, 4 * sectors);
        long[] starts = new long[sectors];
        long[] lengths = new long[sectors];
        long capacity = 0;
        int sector = -1;
        for (int i = 0; i < sectors; i++) {
            starts[i] = table[4 * i] | (long) table[4 * i + 1] << 16;
            long end = table[4 * i + 2] | (long) table[4 * i + 3] << 16;
            lengths[i] = end - starts[i] + 1;
            if (lengths[i] < size || i > 0 && starts[i] < starts[i - 1] + lengths[i - 1]) {
                throw new IllegalStateException("table: " + Arrays.toString(table));
            }
            capacity += lengths[i] / size;
            if (current >= starts[i] && current <= end) {
                sector = i;
            }
        }
        if (sector < 0 || (current - starts[sector]) % size != 0 || head[4] > capacity) {
            throw new IllegalStateException("header: " + Arrays.toString(head));
        }
        List<Entry> found = new ArrayList<>();
        int left = Math.min(wanted, head[4]);
        while (left > 0) {
            long before = (current - starts[sector]) / size + 1;
            int count = (int) Math.min(Math.min(left, FRAME / size), before);
            long from = current - (count - 1L) * size;
            int[] words = read((int) from, count * size);
            for (int i = count - 1; i >= 0; i--) {
                found.add(new Entry(from + (long) i * size, Arrays.copyOfRange(words, i * size, (i + 1) * size)));
            }
            left -= count;
            current = from - size;
            if (current < starts[sector]) {
                sector = Math.floorMod(sector - 1, sectors);
                current = starts[sector] + (lengths[sector] / size - 1) * size;
            }
        }
        Collections.reverse(found);
        return found;
    }

    private int[] read(int address, int count) {
        frames++;
        return unit.words(address, count);
    }
}
