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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A record is known again by its content, all of it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class RecordFingerprintTest {
    private static final int ADDRESS = 0x68000;

    @ParameterizedTest
    @EnumSource
    void eachBitOfARecordCounts(LogKind kind) {
        int[] words = new Random(3).ints(kind.recordWords(), 0, 0x10000).toArray();
        RecordFingerprint fingerprint = RecordFingerprint.of(kind, ADDRESS, words, 0);
        assertThat(fingerprint.isOf(kind, words, 0), is(true));
        for (int word = 0; word < words.length; word++) {
            for (int bit = 0; bit < 16; bit++) {
                words[word] ^= 1 << bit;
                assertThat("bit " + bit + " of word " + word, fingerprint.isOf(kind, words, 0), is(false));
                words[word] ^= 1 << bit;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsAroundARecordDoesNotCount(LogKind kind) {
        int[] words = new Random(3).ints(kind.recordWords(), 0, 0x10000).toArray();
        int[] among = new Random(4).ints(3 * kind.recordWords(), 0, 0x10000).toArray();
        System.arraycopy(words, 0, among, kind.recordWords(), words.length);
        RecordFingerprint fingerprint = RecordFingerprint.of(kind, ADDRESS, words, 0);
        assertThat(fingerprint.isOf(kind, among, kind.recordWords()), is(true));
        assertThat("as it is stored", RecordFingerprint.parse(fingerprint.toString()), is(fingerprint));
    }
}
