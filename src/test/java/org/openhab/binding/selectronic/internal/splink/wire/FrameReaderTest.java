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
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that the answer is found in whatever comes, and that nothing else is taken for it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class FrameReaderTest {
    private static final WordRange STATE = new WordRange(0xA000, 1);
    private static final byte[] NOISE = { 0, (byte) 0xFF, 0x13, 0x51, 0, 0 };

    static Stream<Frames.Pair> pairs() {
        return Frames.pairs().stream();
    }

    static Stream<List<String>> broken() {
        return Frames.rows("broken.csv").stream();
    }

    private static FrameReader reader(Frames.Pair pair) {
        return new FrameReader(pair.request(), pair.answer().length);
    }

    private static @Nullable Words read(FrameReader reader, byte[]... parts) {
        byte[] bytes = Frames.join(parts);
        return reader.add(bytes, bytes.length);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void recordedAnswersAreRead(Frames.Pair pair) {
        assertThat(read(reader(pair), pair.answer()), is(new Words(pair.address(), pair.values())));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void recordedAnswersAreReadByteByByte(Frames.Pair pair) {
        FrameReader reader = reader(pair);
        for (int at = 0; at < pair.answer().length - 1; at++) {
            assertThat(reader.add(new byte[] { pair.answer()[at] }, 1), is(nullValue()));
        }
        assertThat(read(reader, Arrays.copyOfRange(pair.answer(), pair.answer().length - 1, pair.answer().length)),
                is(new Words(pair.address(), pair.values())));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anAnswerWithOneBitFlippedIsNotTaken(Frames.Pair pair) {
        for (int bit = 0; bit < pair.answer().length * 8; bit++) {
            byte[] flipped = pair.answer().clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            FrameReader reader = reader(pair);

            assertThat("bit " + bit, read(reader, flipped), is(nullValue()));
            assertThat("bit " + bit, reader.isDamaged(), is(bit / 8 >= Request.HEADER));
            assertThat("the next one is", read(reader, pair.answer()), is(not(nullValue())));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anAnswerThatIsCutIsNotTaken(Frames.Pair pair) {
        for (int length = 0; length < pair.answer().length; length++) {
            assertThat(read(reader(pair), Arrays.copyOf(pair.answer(), length)), is(nullValue()));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anAnswerAfterACutOneIsFound(Frames.Pair pair) {
        for (int length = 0; length < pair.answer().length; length++) {
            assertThat("cut after " + length, read(reader(pair), Arrays.copyOf(pair.answer(), length), pair.answer()),
                    is(new Words(pair.address(), pair.values())));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anAnswerToAnotherRequestIsSkipped(Frames.Pair pair) {
        for (Frames.Pair other : Frames.pairs()) {
            if (!Arrays.equals(other.request(), 0, 8, pair.request(), 0, 8)) {
                assertThat(other + " for " + pair, read(reader(pair), other.answer()), is(nullValue()));
                assertThat(read(reader(pair), other.answer(), NOISE, pair.answer()),
                        is(new Words(pair.address(), pair.values())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenFramesGiveNothingButWhatIsCertain(List<String> row) {
        Words words = read(new FrameReader(STATE), Frames.bytes(row.get(2)));

        assertThat(words == null ? "" : Integer.toString(words.at(0xA000)), is(row.get(3)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aHeaderThatBeginsWithZerosIsRepaired(Frames.Pair pair) {
        byte[] zeroed = pair.answer().clone();
        zeroed[0] = 0;
        zeroed[1] = 0;
        assertThat(read(reader(pair), zeroed), is(new Words(pair.address(), pair.values())));

        zeroed[2] ^= 1;
        assertThat("another address", read(reader(pair), zeroed), is(nullValue()));

        zeroed[2] ^= 1;
        zeroed[7] ^= 1;
        assertThat("wrong CRC of the header", read(reader(pair), zeroed), is(nullValue()));
    }

    @Test
    void theFirstOfTwoAnswersIsTaken() {
        assertThat(read(new FrameReader(STATE), Frames.answer(0xA000, 1), Frames.answer(0xA000, 2)),
                is(new Words(0xA000, new int[] { 1 })));
    }

    @Test
    void onlyTheCountedBytesAreLookedAt() {
        byte[] answer = Frames.answer(0xA000, 1);

        assertThat(new FrameReader(STATE).add(answer, answer.length - 1), is(nullValue()));
    }

    @Test
    void theEchoOfAWriteMustBeExact() {
        Frames.Pair pair = Frames.pair("login-answer-default-password");
        byte[] otherWords = Frames.pair("login-answer-password-foo").answer();
        FrameReader reader = new FrameReader(WriteFrame.loginAnswer(Arrays.copyOfRange(pair.request(), 8, 24)));

        assertThat(read(reader, otherWords), is(nullValue()));
        assertThat(reader.isDamaged(), is(true));
        assertThat(read(reader, pair.answer()), is(new Words(0x1F0000, pair.values())));
    }

    @Test
    void theRequestItselfIsNotItsAnswer() {
        assertThat(read(new FrameReader(STATE), STATE.frame(), STATE.frame(), STATE.frame()), is(nullValue()));
    }

    /** The header is a sound block by itself, so with zeros behind it it would pass for words. */
    @Test
    void anEchoOnTheLineIsSkipped() {
        for (int count = 1; count <= Request.MOST_WORDS; count++) {
            WordRange query = new WordRange(0xA015, count);
            int[] zeros = new int[count];

            assertThat(count + " words", read(new FrameReader(query), query.frame(), Frames.answer(0xA015, zeros)),
                    is(new Words(0xA015, zeros)));
        }
    }

    @Test
    void aMemberOfAPowerchainSystemIsRecognised() {
        FrameReader reader = new FrameReader(STATE);

        assertThat(reader.isFromMember(), is(false));
        assertThat(read(reader, NOISE, Frames.answerOfMember(1)), is(nullValue()));
        assertThat(reader.isFromMember(), is(true));
    }

    @Test
    void aMemberIsNotRecognisedByAHeaderWithAWrongCrc() {
        byte[] answer = Frames.answerOfMember(1);
        answer[6] ^= 0x10;
        FrameReader reader = new FrameReader(STATE);

        assertThat(read(reader, answer), is(nullValue()));
        assertThat(reader.isFromMember(), is(false));
    }

    @Test
    void aMegabyteOfNoiseIsSkipped() {
        byte[] noise = new byte[1 << 20];
        new Random(7).nextBytes(noise);
        Frames.Pair pair = Frames.pair("attention-reasons");
        FrameReader reader = reader(pair);

        assertThat(read(reader, noise), is(nullValue()));
        assertThat(read(reader, pair.answer()), is(new Words(pair.address(), pair.values())));
    }

    @Test
    void theLongestAnswerIsRead() {
        int[] values = new Random(3).ints(256, 0, 0x10000).toArray();
        byte[] answer = Frames.answer(0xA001, values);

        assertThat(answer.length, is(522));
        assertThat(read(new FrameReader(new WordRange(0xA001, 256)), NOISE, answer), is(new Words(0xA001, values)));
    }

    /** Addresses have 32 bits; none that is known needs the highest, but the answer is of what was asked for. */
    @Test
    void allFourBytesOfAnAddressCount() {
        int address = 0x12345678;
        FrameReader reader = new FrameReader(new WordRange(address, 2).frame(), 8 + 2 * 2 + 2);
        assertThat(read(reader, Frames.answer(address, 0x0102, 0xFFFE)),
                is(new Words(address, new int[] { 0x0102, 0xFFFE })));
    }
}
