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
 * The checksum of the protocol: CRC-16/KERMIT, that is polynomial 0x1021 with all bits mirrored, initial value 0. A
 * block followed by its CRC, low byte first, has the CRC 0.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Crc16Kermit {
    private static final int MIRRORED_POLYNOMIAL = 0x8408;
    private static final int[] TABLE = new int[256];

    static {
        for (int octet = 0; octet < TABLE.length; octet++) {
            int crc = octet;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ MIRRORED_POLYNOMIAL;
            }
            TABLE[octet] = crc;
        }
    }

    private Crc16Kermit() {
    }

    /**
     * @param bytes contains the block
     * @param from index of its first byte
     * @param to index after its last byte
     * @return its CRC, 0 to 65535
     */
    static int of(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int at = from; at < to; at++) {
            crc = crc >> 8 ^ TABLE[(crc ^ bytes[at]) & 0xFF];
        }
        return crc;
    }

    /** Appends the CRC of a block to it. */
    static void append(byte[] bytes, int from, int to) {
        int crc = of(bytes, from, to);
        bytes[to] = (byte) crc;
        bytes[to + 1] = (byte) (crc >> 8);
    }
}
