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
package org.openhab.binding.selectronic.simulator.splink;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * CRC-16/KERMIT, bit by bit: the check value of the digits 1 to 9 is 0x2189. A block followed by its own CRC, low byte
 * first, gives 0.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Crc {
    private static final int POLYNOMIAL = 0x8408;

    private Crc() {
    }

    static int of(byte[] bytes, int from, int to) {
        int register = 0;
        for (int i = from; i < to; i++) {
            register ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                register = (register & 1) == 0 ? register >>> 1 : register >>> 1 ^ POLYNOMIAL;
            }
        }
        return register;
    }

    /** Puts the CRC of what lies between two places behind it. */
    static void append(byte[] bytes, int from, int to) {
        int crc = of(bytes, from, to);
        bytes[to] = (byte) crc;
        bytes[to + 1] = (byte) (crc >>> 8);
    }
}
