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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Consecutive words in the unit's memory, and the query that reads them.
 * <p>
 * A unit does not answer a query that starts below 0xA001, except for the single word at 0xA000 (published by the selpi
 * project), so there is no such range; the same applies to a range with the word at 0xC200, which is part of the
 * password and must not be read.
 *
 * @param address the address of the first word
 * @param words the number of words, 1 to 256
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record WordRange(int address, int words) implements Request {

    /** Address of the state of the log-in, which is read alone. */
    public static final int STATE = 0xA000;
    private static final int PASSWORD = 0xC200;

    /**
     * @throws IllegalArgumentException for words that must not be read together
     */
    public WordRange {
        if (words < 1 || words > MOST_WORDS) {
            throw new IllegalArgumentException(words + " words do not fit in a frame");
        }
        if (address < STATE || address == STATE && words > 1 || address > Integer.MAX_VALUE - words) {
            throw new IllegalArgumentException("no answer to " + words + " words at 0x" + Integer.toHexString(address));
        }
        if (address <= PASSWORD && PASSWORD < address + words) {
            throw new IllegalArgumentException("the password is not to be read");
        }
    }

    @Override
    public byte[] frame() {
        return Frame.of(Frame.QUERY, address, words);
    }

    /** @return the address after the last word */
    public int end() {
        return address + words;
    }

    /** @return number of bytes of a read, query and answer together */
    public int bytes() {
        return HEADER + answerLength();
    }

    @Override
    public String toString() {
        return "read of 0x" + Integer.toHexString(address) + " x " + words;
    }
}
