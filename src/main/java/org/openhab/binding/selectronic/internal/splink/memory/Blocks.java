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

import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * The words of several reads, by address.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Blocks {
    /** A number that was not read or is marked as not available. */
    static final int NONE = -1;

    private final int[] addresses;
    private final int[][] values;

    /**
     * @param words the reads, which may overlap
     */
    Blocks(List<Words> words) {
        addresses = new int[words.size()];
        values = new int[words.size()][];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = words.get(i).address();
            values[i] = words.get(i).values();
        }
    }

    /** Returns the words of a register; null if they were not all read. */
    int @Nullable [] of(Register register) {
        WordRange range = register.range();
        for (int i = 0; i < addresses.length; i++) {
            int at = range.address() - addresses[i];
            if (at >= 0 && at + range.words() <= values[i].length) {
                return Arrays.copyOfRange(values[i], at, at + range.words());
            }
        }
        return null;
    }

    /** Returns a register that never moved as an unsigned number; {@link #NONE} if there is none. */
    long number(String name) {
        Register register = Registers.named(name);
        int[] words = of(register);
        long number = words == null ? NONE : register.type().number(words, 0);
        return register.type().isAvailable(number) ? number : NONE;
    }

    /** Returns a code or a version; {@link #NONE} if there is none. */
    int code(String name) {
        return (int) number(name);
    }
}
