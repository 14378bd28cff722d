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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How a register encodes its number: in one word or in two, the low one first unless the name says otherwise, signed or
 * unsigned. The largest number of each form means "not available": 0xFFFF is documented for the state of charge and
 * other percentages, 0x7FFF for a failed temperature sensor, and in every other register it is the end of the scale,
 * which is never reached.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum RegisterType {
    U16(1, 0xFFFFL),
    S16(1, 0x7FFFL),
    U32(2, 0xFFFF_FFFFL),
    S32(2, 0x7FFF_FFFFL),
    U32_HIGH_FIRST(2, 0xFFFF_FFFFL);

    private static final int BITS_PER_WORD = 16;

    private final int words;
    private final long largest;

    RegisterType(int words, long largest) {
        this.words = words;
        this.largest = largest;
    }

    /** @return the number of words */
    public int words() {
        return words;
    }

    /**
     * @param memory words, each from 0 to 0xFFFF
     * @param at index of the first word
     * @return the number that they encode
     */
    public long number(int[] memory, int at) {
        int low = this == U32_HIGH_FIRST ? at + 1 : at;
        long number = words == 1 ? memory[at] : memory[low] | (long) memory[2 * at + 1 - low] << BITS_PER_WORD;
        // a number above the largest one is negative
        return number > largest ? number - (1L << BITS_PER_WORD * words) : number;
    }

    /**
     * @param number a number of this form
     * @return its distance from 0 if the word is interpreted as signed, even if the form is unsigned
     */
    public long magnitude(long number) {
        long full = 1L << BITS_PER_WORD * words;
        return Math.min(Math.abs(number), Math.abs(number - full));
    }

    /**
     * @param number a number of this form
     * @return whether it is a number, not the mark for "not available"
     */
    public boolean isAvailable(long number) {
        return number != largest;
    }
}
