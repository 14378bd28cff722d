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

import java.util.Arrays;
import java.util.HexFormat;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A query and its answer as bytes on the line, reconstructed from the words. An answer is the query, the words with the
 * low byte first, and a checksum of the words alone.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class AnsweredQuery {
    private static final int CHECK_BYTES = 2;

    private AnsweredQuery() {
    }

    /**
     * @param words some words
     * @return query and answer as hexadecimal digits, separated by a space
     * @throws IllegalArgumentException for words that must not be read
     */
    public static String hex(Words words) {
        byte[] query = new ReadQuery(words.address(), words.count()).bytes();
        byte[] answer = Arrays.copyOf(query, query.length + 2 * words.count() + CHECK_BYTES);
        int place = query.length;
        for (int value : words.values()) {
            answer[place++] = (byte) value;
            answer[place++] = (byte) (value >> Byte.SIZE);
        }
        Crc16Kermit.append(answer, query.length, place);
        return HexFormat.of().formatHex(query) + " " + HexFormat.of().formatHex(answer);
    }
}
