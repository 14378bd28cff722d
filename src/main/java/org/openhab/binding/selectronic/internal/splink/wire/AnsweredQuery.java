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

import java.util.HexFormat;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A query and its answer as bytes on the wire, reconstructed from the words. An answer is the query, the words with the
 * low byte first, and a checksum of the words alone.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class AnsweredQuery {
    private AnsweredQuery() {
    }

    /**
     * @param words some words
     * @return query and answer as hexadecimal digits, separated by a space
     * @throws IllegalArgumentException for words that must not be read
     */
    public static String hex(Words words) {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(new WordRange(words.address(), words.count()).frame()) + " "
                + hex.formatHex(Frame.of(Frame.QUERY, words.address(), words.count(), words.bytes()));
    }
}
