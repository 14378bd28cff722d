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
 * A frame that can be sent to a unit; there are no others.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public sealed interface Request permits WordRange, WriteFrame {
    /** Bytes of a frame up to and including the first CRC. */
    int HEADER = 8;
    /** Maximum number of words in one frame. */
    int MOST_WORDS = 256;

    /** @return the address of the first word */
    int address();

    /** @return the number of requested or written words, 1 to 256 */
    int words();

    /** @return a copy of the bytes of the frame */
    byte[] frame();

    /** @return the number of bytes of the answer, 12 to 522 */
    default int answerLength() {
        return HEADER + 2 * words() + 2;
    }
}
