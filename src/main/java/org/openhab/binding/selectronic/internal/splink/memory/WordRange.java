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
 * Consecutive words in the unit's memory.
 *
 * @param address the address of the first word
 * @param words number of words, at least one
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record WordRange(int address, int words) {

    /** Maximum number of words of one read. */
    public static final int LONGEST_READ = 256;

    /** A query has 8 bytes; an answer repeats them and appends a checksum to its words. */
    private static final int BYTES_AROUND = 8 + 8 + 2;

    /** @throws IllegalArgumentException if it has no words or starts below 0 */
    public WordRange {
        if (address < 0 || words < 1) {
            throw new IllegalArgumentException("no range: " + words + " words at " + address);
        }
    }

    /** @return the address after the last word */
    public int end() {
        return address + words;
    }

    /** @return number of bytes of a read, query and answer together */
    public int bytes() {
        return BYTES_AROUND + 2 * words;
    }
}
