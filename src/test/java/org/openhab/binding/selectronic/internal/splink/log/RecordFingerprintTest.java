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

import java.util.Arrays;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

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
        String fingerprint = new LogRecord(ADDRESS, words).fingerprint();
        assertThat(new LogRecord(ADDRESS, words.clone()).fingerprint(), is(fingerprint));
        for (int word = 0; word < words.length; word++) {
            for (int bit = 0; bit < 16; bit++) {
                words[word] ^= 1 << bit;
                assertThat("bit " + bit + " of word " + word, new LogRecord(ADDRESS, words).fingerprint(),
                        is(not(fingerprint)));
                words[word] ^= 1 << bit;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWordsAroundARecordDoNotCount(LogKind kind) throws SourceException, InterruptedException {
        int[] words = new Random(3).ints(3 * kind.recordWords(), 0, 0x10000).toArray();
        int[] head = { 1, kind.recordWords(), (ADDRESS + 2 * kind.recordWords()) & 0xFFFF, ADDRESS >> 16, 3,
                ADDRESS & 0xFFFF, ADDRESS >> 16, (ADDRESS + words.length - 1) & 0xFFFF, ADDRESS >> 16 };
        Ring ring = new Ring(kind,
                range -> range.address() < ADDRESS ? new Words(range.address(), head)
                        : new Words(range.address(), Arrays.copyOfRange(words, range.address() - ADDRESS,
                                range.address() - ADDRESS + range.words())));
        String fingerprint = new LogRecord(ADDRESS + kind.recordWords(),
                Arrays.copyOfRange(words, kind.recordWords(), 2 * kind.recordWords())).fingerprint();
        assertThat(ring.record(1).fingerprint(), is(fingerprint));
        assertThat(ring.records(0).get(1).fingerprint(), is(fingerprint));
        assertThat("as it is stored", LogRecord.address(fingerprint), is(ADDRESS + kind.recordWords()));
    }

    @Test
    void anyOtherTextHasNoAddress() {
        assertThat(LogRecord.address(""), is(-1));
        assertThat(LogRecord.address("68000:0123456"), is(-1));
        assertThat(LogRecord.address("1234567:01234567"), is(-1));
    }
}
