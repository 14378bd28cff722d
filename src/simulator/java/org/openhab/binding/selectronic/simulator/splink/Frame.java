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
package org.openhab.binding.selectronic.simulator.splink;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A frame on the line, as the public clients describe it: letter, number of words less one, word address and CRC in
 * eight bytes; then, but not in a query, the words and their own CRC. All numbers have their low byte first.
 *
 * @param write {@code W} in place of {@code Q}
 * @param address of the first word, 32 bits without sign
 * @param count number of words, 1 to 256
 * @param words none in a query
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Frame(boolean write, int address, int count, List<Integer> words) {

    /** First byte of a query and of its answer. */
    public static final byte QUERY = 0x51;
    /** First byte of a write and of its echo. */
    public static final byte WRITE = 0x57;
    /** Most words of a frame. */
    public static final int MOST_WORDS = 256;

    static final int HEADER = 8;
    static final int CRC = 2;

    private static final int BYTE = 0xFF;
    private static final int WORD = 0xFFFF;

    public Frame {
        if (count < 1 || count > MOST_WORDS || !words.isEmpty() && words.size() != count) {
            throw new IllegalArgumentException(count + " words, " + words.size() + " given");
        }
        words = List.copyOf(words);
    }

    /** Asks for words. */
    public static Frame query(int address, int count) {
        return new Frame(false, address, count, List.of());
    }

    /** Answers a query. */
    public static Frame answer(int address, int... words) {
        return new Frame(false, address, words.length, list(words));
    }

    /** Writes words; the answer is the same. */
    public static Frame write(int address, int... words) {
        return new Frame(true, address, words.length, list(words));
    }

    /** Reads the header that begins at a place; its CRC is not looked at, words are not taken. */
    static Frame header(byte[] bytes, int at) {
        int address = 0;
        for (int i = 5; i >= 2; i--) {
            address = address << 8 | bytes[at + i] & BYTE;
        }
        return new Frame(bytes[at] == WRITE, address, (bytes[at + 1] & BYTE) + 1, List.of());
    }

    /** The same header with the words that follow it at a place. */
    Frame withWords(byte[] bytes, int at) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(bytes[at + 2 * i] & BYTE | (bytes[at + 2 * i + 1] & BYTE) << 8);
        }
        return new Frame(write, address, count, found);
    }

    /** Whether the words lie in a range of addresses that has no end before 2^32. */
    boolean fits() {
        return Integer.toUnsignedLong(address) + count <= 1L << 32;
    }

    /** The frame as it goes over the line. */
    public byte[] bytes() {
        int data = 2 * words.size();
        byte[] bytes = new byte[HEADER + (data == 0 ? 0 : data + CRC)];
        bytes[0] = write ? WRITE : QUERY;
        bytes[1] = (byte) (count - 1);
        for (int i = 0; i < 4; i++) {
            bytes[2 + i] = (byte) (address >>> 8 * i);
        }
        Crc.append(bytes, 0, HEADER - CRC);
        for (int i = 0; i < words.size(); i++) {
            int word = words.get(i) & WORD;
            bytes[HEADER + 2 * i] = (byte) word;
            bytes[HEADER + 2 * i + 1] = (byte) (word >>> 8);
        }
        if (data > 0) {
            Crc.append(bytes, HEADER, HEADER + data);
        }
        return bytes;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s 0x%x x %d %s", write ? "write" : "query", address, count, words);
    }

    private static List<Integer> list(int... words) {
        List<Integer> list = new ArrayList<>();
        for (int word : words) {
            list.add(word & WORD);
        }
        return list;
    }
}
