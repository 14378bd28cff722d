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
 * Assembles the bytes of a frame.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Frame {
    static final int QUERY = 0x51;

    private Frame() {
    }

    /**
     * @param type the type of the frame
     * @param address the address of the first word
     * @param count the number of words, 1 to 256
     * @param data the bytes of the words, none for a query
     * @return the frame with its checksums
     */
    static byte[] of(int type, int address, int count, byte... data) {
        int end = Request.HEADER + data.length;
        byte[] frame = new byte[data.length == 0 ? end : end + 2];
        frame[0] = (byte) type;
        frame[1] = (byte) (count - 1);
        frame[2] = (byte) address;
        frame[3] = (byte) (address >> 8);
        frame[4] = (byte) (address >> 16);
        frame[5] = (byte) (address >> 24);
        Crc16Kermit.append(frame, 0, Request.HEADER - 2);
        if (data.length > 0) {
            System.arraycopy(data, 0, frame, Request.HEADER, data.length);
            Crc16Kermit.append(frame, Request.HEADER, end);
        }
        return frame;
    }
}
