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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fuzz.Seeds;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever arrives, the words that are found are those of the first sound answer that a slow and simple
 * search finds. As no fuzzer guesses a check sum, the input says what is put together: sound answers, parts of them,
 * flipped bits and bytes of its own. {@link FrameReaderFuzzTest} draws such bytes by chance.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class FramesFuzzTest {
    private static final int ADDRESS = 0xA093;
    private static final int MOST_WORDS = 8;

    static Stream<byte[]> seeds() {
        return Stream.concat(
                Stream.of(new byte[] { 2, 40, 0, 1, 2, 3, 4 }, new byte[] { 1, 1, 4, 0, 9, 9 },
                        new byte[] { 0, 7, 7, 2, 10, 3, 6, 0, 1 }),
                Frames.pairs().stream().limit(4)
                        .map(pair -> Frames.join(Seeds.ofWords(0x0501, 0x1407), pair.answer())));
    }

    @MethodSource("seeds")
    @FuzzTest
    void bytes(byte[] program) {
        if (program.length < 2) {
            return;
        }
        WordRange query = new WordRange(ADDRESS, 1 + Math.floorMod(program[0], MOST_WORDS));
        int piece = 1 + Math.floorMod(program[1], 40);
        byte[] stream = stream(program, query);

        FrameReader reader = new FrameReader(query);
        @Nullable
        Words found = null;
        for (int at = 0; at < stream.length && found == null; at += piece) {
            byte[] next = Arrays.copyOfRange(stream, at, Math.min(stream.length, at + piece));
            found = reader.add(next, next.length);
        }
        assertThat(Frames.digits(stream), found, is(FrameReaderFuzzTest.search(query, stream)));
    }

    private static byte[] stream(byte[] program, WordRange query) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int at = 2; at + 1 < program.length; at += 2) {
            int what = Math.floorMod(program[at], 8);
            int how = program[at + 1] & 0xFF;
            int[] words = new int[query.words()];
            Arrays.setAll(words, word -> Seeds.word(program, how + word));
            byte[] answer = Frames.answer(query.address(), words);
            switch (what) {
                case 0 -> stream.writeBytes(answer);
                case 1 -> stream.write(answer, 0, how % answer.length);
                case 2 -> {
                    answer[how % answer.length] ^= (byte) (1 << (how & 7));
                    stream.writeBytes(answer);
                }
                case 3 -> stream.writeBytes(query.frame());
                case 4 -> stream.write(answer, 2, answer.length - 2);
                case 5 -> stream.writeBytes(new byte[how % 16]);
                case 6 -> {
                    answer[0] = 0;
                    answer[1] = 0;
                    stream.writeBytes(answer);
                }
                default -> {
                    int end = Math.min(program.length, at + 2 + how);
                    stream.write(program, at + 2, end - at - 2);
                    at = end - 2;
                }
            }
        }
        return stream.toByteArray();
    }
}
