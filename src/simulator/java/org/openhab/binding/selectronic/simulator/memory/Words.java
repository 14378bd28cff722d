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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How a number lies in the 16-bit words of the unit; of two words the low one comes first.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Words {
    U16(1, 0, 0xFFFFL),
    S16(1, -0x8000L, 0x7FFFL),
    U32(2, 0, 0xFFFFFFFFL),
    S32(2, -0x80000000L, 0x7FFFFFFFL);

    private final int size;
    private final long lowest;
    private final long highest;

    Words(int size, long lowest, long highest) {
        this.size = size;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** Number of words. */
    public int size() {
        return size;
    }

    /** The bits of a number. */
    long bits(long number) {
        if (number < lowest || number > highest) {
            throw new IllegalArgumentException(number + " does not fit " + this);
        }
        return number & (size == 1 ? 0xFFFFL : 0xFFFFFFFFL);
    }

    /** The number of some bits. */
    long number(long bits) {
        return bits > highest ? bits - (1L << (16 * size)) : bits;
    }
}
