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
package org.openhab.binding.selectronic.internal.splink.log;

import java.util.zip.CRC32;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Identifies a record: its address, and a fingerprint of its words, since addresses are written again and again.
 *
 * @param address the address of its first word, -1 for no record
 * @param fingerprint the checksum of its words, eight digits
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record RecordFingerprint(int address, String fingerprint) {
    /** The mark of no record. */
    static final RecordFingerprint NONE = new RecordFingerprint(-1, "");

    /**
     * @param text a result of {@link #toString()}
     * @return the mark, {@link #NONE} for any other text
     */
    static RecordFingerprint parse(String text) {
        return text.matches("[0-9a-f]{1,6}:[0-9a-f]{8}")
                ? new RecordFingerprint(Integer.parseInt(text.substring(0, text.indexOf(':')), 16),
                        text.substring(text.indexOf(':') + 1))
                : NONE;
    }

    /**
     * @param kind the log of the record
     * @param address the address of the record
     * @param words the words of a read
     * @param at index of the first word of the record
     * @return its mark
     */
    static RecordFingerprint of(LogKind kind, int address, int[] words, int at) {
        CRC32 sum = new CRC32();
        for (int n = 0; n < kind.recordWords(); n++) {
            sum.update(words[at + n]);
            sum.update(words[at + n] >> 8);
        }
        return new RecordFingerprint(address, String.format("%08x", sum.getValue()));
    }

    /** Whether these words are those of the record, at any address. */
    boolean isOf(LogKind kind, int[] words, int at) {
        return of(kind, address, words, at).equals(this);
    }

    @Override
    public String toString() {
        return Integer.toHexString(address) + ":" + fingerprint;
    }
}
