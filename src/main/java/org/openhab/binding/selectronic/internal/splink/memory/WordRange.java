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
 * Words that stand one after another in the unit's memory.
 *
 * @param address the address of the first
 * @param words how many there are, at least one
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record WordRange(int address, int words) {
    /** The most that one read can bring. */
    public static final int LONGEST_READ = 256;

    /** A query has 8 bytes; an answer repeats them and adds a check sum behind its words. */
    private static final int BYTES_AROUND = 8 + 8 + 2;

    /** @throws IllegalArgumentException if it has no words or begins below 0 */
    public WordRange {
        if (address < 0 || words < 1) {
            throw new IllegalArgumentException("no range: " + words + " words at " + address);
        }
    }

    /** @return the address behind the last word */
    public int end() {
        return address + words;
    }

    /** @return the bytes that a read of it takes, query and answer together */
    public int bytes() {
        return BYTES_AROUND + 2 * words;
    }
}
