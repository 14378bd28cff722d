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
package org.openhab.binding.selectronic.simulator.memory;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The memory of a unit: 16-bit words by address. Words that nothing has written read as 0.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class ProcessImage {
    private static final int WORD = 0xFFFF;

    private final Map<Integer, Integer> words;

    public ProcessImage() {
        this(Map.of());
    }

    private ProcessImage(Map<Integer, Integer> words) {
        this.words = new TreeMap<>(words);
    }

    /** A copy that stays as it is. */
    public ProcessImage copy() {
        return new ProcessImage(words);
    }

    /** Whether a word was ever written. */
    public boolean holds(int address) {
        return words.containsKey(address);
    }

    /** The word at an address, 0 to 65535. */
    public int word(int address) {
        Integer word = words.get(address);
        return word == null ? 0 : word;
    }

    /** Words from an address on, as a read of the native protocol gives them. */
    public int[] words(int address, int count) {
        int[] result = new int[count];
        for (int i = 0; i < count; i++) {
            result[i] = word(address + i);
        }
        return result;
    }

    public void setWord(int address, int word) {
        words.put(address, word & WORD);
    }

    /** The number in a register, in counts. */
    public long counts(Register register) {
        long bits = word(register.address());
        if (register.words().size() == 2) {
            bits |= (long) word(register.address() + 1) << 16;
        }
        return register.words().number(bits);
    }

    /** Writes a register in counts. */
    public void set(Register register, long counts) {
        long bits = register.words().bits(counts);
        setWord(register.address(), (int) (bits & WORD));
        if (register.words().size() == 2) {
            setWord(register.address() + 1, (int) (bits >>> 16));
        }
    }

    /** The unit's scale factors, as the image holds them. */
    public UnitScales scales() {
        return new UnitScales(word(Register.SCALE_AC_VOLTS.address()), word(Register.SCALE_AC_CURRENT.address()),
                word(Register.SCALE_DC_VOLTS.address()), word(Register.SCALE_DC_CURRENT.address()),
                word(Register.SCALE_TEMPERATURE.address()), word(Register.SCALE_INTERNAL.address()));
    }
}
