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
package org.openhab.binding.selectronic.internal.splink.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * A memory that tests fill with counts and read as the wire would bring it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class TestMemory {
    static final ScaleFactors A = new ScaleFactors(5300, 2200, 1050, 12000, 530);
    static final ScaleFactors B = new ScaleFactors(5300, 2934, 1050, 16000, 530);

    private static final int SOLAR = 1;
    private static final int UNUSED = 0;

    private final Map<Integer, Integer> words = new TreeMap<>();

    /** A unit with those scale factors, with solar at its first shunt and nothing at its second. */
    static UnitSetup setup(int mapVersion, ScaleFactors scales) {
        return new UnitSetup(Identity.NONE, mapVersion, 51, scales, SOLAR, UNUSED,
                new UnitSetup.LogSettings(3, 3, 5, 15));
    }

    static ScaleFactors scales(String unit) {
        return "A".equals(unit) ? A : B;
    }

    /**
     * Returns a register by its name, with the version of the map that has it at the wanted place, as LOAD_POWER@20.
     */
    static Register register(String place) {
        String[] parts = place.split("@");
        return Registers.named(parts[0], parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
    }

    TestMemory set(String place, long counts) {
        return set(register(place), counts);
    }

    /** Writes counts where a register has them; the low word first. */
    TestMemory set(Register register, long counts) {
        WordRange range = register.range();
        for (int i = 0; i < register.type().words(); i++) {
            words.put(range.address() + i, (int) (counts >> 16 * i & 0xFFFF));
        }
        return this;
    }

    /** Writes words as they stand in a recorded answer: hexadecimal, the low byte first. */
    TestMemory set(int address, String wire) {
        String[] each = wire.split(" ");
        for (int i = 0; i < each.length; i++) {
            words.put(address + i, Integer.reverseBytes(Integer.parseInt(each[i], 16)) >>> 16);
        }
        return this;
    }

    /** What reads bring; words that nobody wrote are 0. */
    List<Words> read(List<WordRange> reads) {
        return reads.stream().map(this::read).toList();
    }

    private Words read(WordRange read) {
        int[] values = new int[read.words()];
        for (int i = 0; i < values.length; i++) {
            values[i] = words.getOrDefault(read.address() + i, 0);
        }
        return new Words(read.address(), values);
    }

    /** The words that were written, and no others, in as few pieces as there are. */
    List<Words> written() {
        List<Words> pieces = new ArrayList<>();
        int begin = -1;
        int end = -1;
        for (int address : words.keySet()) {
            if (address != end) {
                if (end > 0) {
                    pieces.add(read(new WordRange(begin, end - begin)));
                }
                begin = address;
            }
            end = address + 1;
        }
        if (end > 0) {
            pieces.add(read(new WordRange(begin, end - begin)));
        }
        return pieces;
    }
}
