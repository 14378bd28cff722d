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
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.splink.memory.LogColumns;
import org.openhab.binding.selectronic.internal.splink.memory.Register;
import org.openhab.binding.selectronic.internal.splink.memory.RegisterType;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;

/**
 * A record of any log: its address and its words. The first two words are its time.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class LogRecord {
    private final int address;
    private final int[] words;

    /**
     * @param address the address of its first word
     * @param words its words
     */
    LogRecord(int address, int[] words) {
        this.address = address;
        this.words = words;
    }

    int word(int at) {
        return words[at];
    }

    /** Returns the first word of a column. */
    int word(Register column) {
        return words[first(column)];
    }

    /** Returns the words of a column. */
    int[] words(Register column) {
        int first = first(column);
        return Arrays.copyOfRange(words, first, first + column.range().words());
    }

    /** Returns the number in a column that has numbers, NaN if it is unknown. */
    double number(Register column, ScaleFactors scales) {
        return column.number(words, first(column), scales);
    }

    private static int first(Register column) {
        return column.range().address() - LogColumns.FLASH;
    }

    /** Returns its time by the clock of the unit, {@link UnitTime#NONE} if missing. */
    long seconds() {
        return RegisterType.U32.number(words, 0);
    }

    /** Whether nothing was written since it was erased. */
    boolean isErased() {
        return Arrays.stream(words).allMatch(word -> word == 0xFFFF);
    }

    /** Identifies this record: its address and a checksum of its words, since addresses are written again and again. */
    String fingerprint() {
        CRC32 sum = new CRC32();
        for (int word : words) {
            sum.update(word);
            sum.update(word >> 8);
        }
        return String.format("%x:%08x", address, sum.getValue());
    }

    /** Returns the address in a fingerprint, -1 for any other text. */
    static int address(String fingerprint) {
        return fingerprint.matches("[0-9a-f]{1,6}:[0-9a-f]{8}")
                ? Integer.parseInt(fingerprint.substring(0, fingerprint.indexOf(':')), 16)
                : -1;
    }

    /** Returns its words in hexadecimal. */
    @Override
    public String toString() {
        return Arrays.stream(words).mapToObj(word -> String.format("%04x", word)).collect(Collectors.joining(" "));
    }
}
