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
package org.openhab.binding.selectronic.internal.splink.wire;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Consecutive words of a unit's memory that were read together.
 *
 * @param address the address of the first word
 * @param values the words, each 0 to 65535
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Words(int address, int[] values) {
    /**
     * @throws IllegalArgumentException for a value that is not a word
     */
    public Words {
        values = values.clone();
        for (int value : values) {
            if (value != (value & 0xFFFF)) {
                throw new IllegalArgumentException(value + " is not a word");
            }
        }
    }

    /** @return a copy of the words */
    @Override
    public int[] values() {
        return values.clone();
    }

    /** @return the words as bytes, the low byte of each first */
    public byte[] bytes() {
        byte[] bytes = new byte[2 * values.length];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) (values[at / 2] >> at % 2 * Byte.SIZE);
        }
        return bytes;
    }

    /** @return number of words */
    public int count() {
        return values.length;
    }

    /**
     * @param first an address
     * @param number number of words from there on
     * @return whether it contains all of them
     */
    public boolean covers(int first, int number) {
        return first >= address && number >= 0 && (long) first + number <= (long) address + values.length;
    }

    /**
     * @param wanted an address
     * @return the word there, 0 to 65535
     * @throws IllegalArgumentException if it does not contain that address
     */
    public int at(int wanted) {
        if (!covers(wanted, 1)) {
            throw new IllegalArgumentException("no word at 0x" + Integer.toHexString(wanted) + " in " + values.length
                    + " words at 0x" + Integer.toHexString(address));
        }
        return values[wanted - address];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Words words && address == words.address && Arrays.equals(values, words.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.stream(values).mapToObj(Integer::toHexString)
                .collect(Collectors.joining(" ", "0x" + Integer.toHexString(address) + ": ", ""));
    }
}
