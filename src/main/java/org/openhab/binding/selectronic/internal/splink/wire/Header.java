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
 * The first eight bytes of a frame.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Header {
    private Header() {
    }

    /**
     * @param frame the frame to write to
     * @param type the type of the frame
     * @param address the address of the first word
     * @param count the number of words, 1 to 256
     */
    static void write(byte[] frame, int type, int address, int count) {
        frame[0] = (byte) type;
        frame[1] = (byte) (count - 1);
        frame[2] = (byte) address;
        frame[3] = (byte) (address >> 8);
        frame[4] = (byte) (address >> 16);
        frame[5] = (byte) (address >> 24);
        Crc16Kermit.append(frame, 0, Request.HEADER - 2);
    }
}
