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

import java.util.Arrays;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.fuzz.Seeds;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * A unit whose log is an input: the words of header and table, then the beginnings of four sectors, which the whole
 * flash repeats. All other memory is erased.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class LogImage implements LogReading {
    private static final int FLASH = 0x68000;
    private static final int FLASH_END = 0xF8000;
    private static final int SECTOR = 0x8000;
    private static final int SECTORS = 4;
    /** So many words of each sector are in an input: four detailed records or five events. */
    private static final int KEPT = 192;

    private final WordRange head;
    private final byte[] input;
    private final int from;
    int reads;

    /**
     * @param kind the log
     * @param input the input
     * @param from where in there its words begin
     */
    LogImage(LogKind kind, byte[] input, int from) {
        this.head = kind.headerAndTable();
        this.input = Arrays.copyOfRange(input, Math.min(from, input.length), input.length);
        this.from = from;
    }

    /** The input that repeats the log of a unit, with some other bytes before. */
    static byte[] of(LogKind kind, LoggedUnit unit, int... before) {
        int[] head = unit.read(kind.headerAndTable()).values();
        int[] words = Arrays.copyOf(head, head.length + SECTORS * KEPT);
        for (int sector = 0; sector < head[0]; sector++) {
            int start = head[5 + 4 * sector] | head[6 + 4 * sector] << 16;
            int[] kept = unit.read(new WordRange(start, KEPT)).values();
            System.arraycopy(kept, 0, words, head.length + place(start), KEPT);
        }
        byte[] image = Seeds.ofWords(words);
        byte[] input = new byte[before.length + image.length];
        for (int at = 0; at < before.length; at++) {
            input[at] = (byte) before[at];
        }
        System.arraycopy(image, 0, input, before.length, image.length);
        return input;
    }

    private static int place(int address) {
        return (address - FLASH) / SECTOR % SECTORS * KEPT + (address - FLASH) % SECTOR;
    }

    @Override
    public Words read(WordRange range) {
        reads++;
        int[] words = new int[range.words()];
        Arrays.setAll(words, word -> word(range.address() + word));
        return new Words(range.address(), words);
    }

    private int word(int address) {
        if (address >= head.address() && address < head.end()) {
            return Seeds.word(input, address - head.address());
        }
        boolean kept = address >= FLASH && address < FLASH_END && (address - FLASH) % SECTOR < KEPT;
        return kept ? Seeds.word(input, head.words() + place(address)) : 0xFFFF;
    }

    @Override
    public String toString() {
        return "log in an input from byte " + from;
    }
}
