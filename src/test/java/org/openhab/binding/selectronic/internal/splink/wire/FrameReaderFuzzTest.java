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
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Puts together what a bad connection can bring and compares what is found in it with the first place that a slow and
 * simple
 * search finds. The number of tries comes from the system property {@code selectronic.fuzz}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class FrameReaderFuzzTest {
    private static final int TRIES = Objects.requireNonNull(Integer.getInteger("selectronic.fuzz", 10_000));
    private static final long SEED = 20261101;

    @Test
    void whatIsFoundIsTheFirstSoundAnswer() {
        Random random = new Random(SEED);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int address = random.nextInt(8) == 0 ? 0xA000 : 0xA001 + random.nextInt(0x1000);
            int count = address == 0xA000 ? 1 : 1 + random.nextInt(random.nextInt(20) == 0 ? 256 : 12);
            WordRange query = new WordRange(address, count);
            byte[] stream = stream(random, address, count);

            assertThat("attempt " + attempt + " with " + query + " on " + Frames.digits(stream),
                    read(random, query, stream), is(search(query, stream)));
        }
    }

    private static byte[] stream(Random random, int address, int count) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int parts = random.nextInt(5); parts >= 0; parts--) {
            byte[] answer = Frames.answer(address, random.ints(count, 0, 0x10000).toArray());
            switch (random.nextInt(8)) {
                case 0 -> stream.writeBytes(answer);
                case 1 -> stream.writeBytes(Arrays.copyOf(answer, random.nextInt(answer.length)));
                case 2 -> answer[random.nextInt(answer.length)] ^= (byte) (1 << random.nextInt(8));
                case 3 -> stream.writeBytes(Frames.answer(address ^ 1, 7, 0x51));
                case 4 -> stream.writeBytes(Arrays.copyOf(answer, 8));
                case 5 -> stream.writeBytes(new byte[random.nextInt(4)]);
                case 6 -> {
                    answer[0] = 0;
                    answer[1] = 0;
                    stream.writeBytes(answer);
                }
                default -> {
                    byte[] noise = new byte[random.nextInt(30)];
                    random.nextBytes(noise);
                    stream.writeBytes(noise);
                }
            }
            if (random.nextInt(6) == 0) {
                stream.writeBytes(answer);
            }
        }
        return stream.toByteArray();
    }

    /** In pieces of any length. */
    private static @Nullable Words read(Random random, WordRange query, byte[] stream) {
        FrameReader reader = new FrameReader(query);
        int at = 0;
        while (at < stream.length) {
            byte[] piece = Arrays.copyOfRange(stream, at, Math.min(stream.length, at + 1 + random.nextInt(40)));
            Words words = reader.add(piece, piece.length);
            if (words != null) {
                return words;
            }
            at += piece.length;
        }
        return null;
    }

    static @Nullable Words search(WordRange query, byte[] stream) {
        byte[] header = query.frame();
        for (int from = 0; from + query.answerLength() <= stream.length; from++) {
            byte[] candidate = Arrays.copyOfRange(stream, from, from + query.answerLength());
            boolean zeroed = candidate[0] == 0 && candidate[1] == 0;
            boolean echo = candidate[0] == header[0] && candidate[1] == header[1];
            byte[] data = Arrays.copyOfRange(candidate, 8, candidate.length - 2);
            boolean twice = Frames.digits(candidate).lastIndexOf(Frames.digits(header)) > 0;
            if ((zeroed || echo) && !twice && Arrays.equals(candidate, 2, 8, header, 2, 8) && Arrays
                    .equals(Frames.crc(data), Arrays.copyOfRange(candidate, candidate.length - 2, candidate.length))) {
                return new Words(query.address(), new Frames.Pair("found", header, candidate).values());
            }
        }
        return null;
    }
}
