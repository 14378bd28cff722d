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
 * What can be sent to a unit; there is nothing else.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public sealed interface Request permits ReadQuery, WriteFrame {
    /** Bytes of a frame up to and including the first CRC. */
    int HEADER = 8;
    /** The most words that one frame can carry. */
    int MOST_WORDS = 256;

    /** @return the address of the first word */
    int address();

    /** @return the number of words that are asked for or written, 1 to 256 */
    int count();

    /** @return a copy of the frame as it goes over the line */
    byte[] bytes();

    /** @return how many bytes the answer has, 12 to 522 */
    default int answerLength() {
        return HEADER + 2 * count() + 2;
    }
}
