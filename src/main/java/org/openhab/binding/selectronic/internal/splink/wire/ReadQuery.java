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
 * Requests words.
 * <p>
 * A unit does not answer a block that starts below 0xA001, except for the single word at 0xA000 (published by the selpi
 * project), so such a block is rejected; the same applies to a block with the word at 0xC200, which is part of the
 * password and must not be read.
 *
 * @param address the address of the first word
 * @param count the number of words, 1 to 256
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ReadQuery(int address, int count) implements Request {

    /** Address of the state of the log-in, which is read alone. */
    public static final int STATE = 0xA000;
    private static final int PASSWORD = 0xC200;

    /**
     * @throws IllegalArgumentException for a block that must not be read
     */
    public ReadQuery {
        if (count < 1 || count > MOST_WORDS) {
            throw new IllegalArgumentException(count + " words do not fit in a frame");
        }
        if (address < STATE || address == STATE && count > 1 || address > Integer.MAX_VALUE - count) {
            throw new IllegalArgumentException("no answer to " + count + " words at 0x" + Integer.toHexString(address));
        }
        if (address <= PASSWORD && PASSWORD < address + count) {
            throw new IllegalArgumentException("the password is not to be read");
        }
    }

    @Override
    public byte[] bytes() {
        return Frame.of(Frame.QUERY, address, count);
    }

    @Override
    public String toString() {
        return "read of 0x" + Integer.toHexString(address) + " x " + count;
    }
}
