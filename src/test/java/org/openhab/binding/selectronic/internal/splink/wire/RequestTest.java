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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests what can be asked and written, and what cannot.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class RequestTest {
    /** A made-up record in the flash of a test of LiveOne; nothing lives there. */
    private static final String BELOW_THE_MEMORY = "detailed-record-synthetic";

    static Stream<List<String>> requests() {
        return Frames.rows("requests.csv").stream();
    }

    static Stream<Frames.Pair> reads() {
        return Frames.pairs().stream().filter(pair -> !pair.isWrite() && !pair.name().equals(BELOW_THE_MEMORY));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void queriesAreTheRecordedOnes(List<String> row) {
        WordRange query = new WordRange(Integer.decode(row.get(1)), Integer.parseInt(row.get(2)));

        assertThat(Frames.digits(query.frame()), is(row.get(3)));
        assertThat(query.answerLength(), is(Integer.parseInt(row.get(4))));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void queriesOfThePairsAreTheRecordedOnes(Frames.Pair pair) {
        WordRange query = new WordRange(pair.address(), pair.count());

        assertThat(query.frame(), is(pair.request()));
        assertThat(query.answerLength(), is(pair.answer().length));
    }

    @ParameterizedTest
    @CsvSource({ "0xA001, 1", "0xA001, 256", "0xA000, 1", "0x7FFFFFFE, 1", "0xC100, 256", "0xC1FF, 1", "0xC201, 42" })
    void blocksThatAUnitAnswersCanBeAskedFor(String address, int count) {
        WordRange query = new WordRange(Integer.decode(address), count);

        assertThat(query.address(), is(Integer.decode(address)));
        assertThat(query.words(), is(count));
    }

    @ParameterizedTest
    @CsvSource({ "0xA001, 0", "0xA001, -1", "0xA001, 257", "0xA000, 2", "0xA000, 256", "0x9FFF, 1", "0, 1", "-1, 1",
            "-2147483648, 1", "0x7FFFFFFF, 1", "0x7FFFFF00, 256" })
    void blocksThatAUnitDoesNotAnswerCannotBeAskedFor(String address, int count) {
        assertThrows(IllegalArgumentException.class, () -> new WordRange(Integer.decode(address), count));
    }

    @ParameterizedTest
    @CsvSource({ "0xC200, 1", "0xC180, 135", "0xC1FF, 2", "0xC200, 42" })
    void thePasswordCannotBeRead(String address, int count) {
        assertThrows(IllegalArgumentException.class, () -> new WordRange(Integer.decode(address), count));
    }

    @Test
    void theLoginAnswerIsTheRecordedOne() {
        WriteFrame write = WriteFrame.loginAnswer(Frames.bytes("b6d13604080c87ce81c182c66fa5fb35"));

        assertThat(write.frame(), is(Frames.pair("login-answer-default-password").request()));
        assertThat(write.address(), is(0x1F0000));
        assertThat(write.words(), is(8));
        assertThat(write.answerLength(), is(write.frame().length));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 15, 17, 32 })
    void aLoginAnswerHasSixteenBytes(int length) {
        assertThrows(IllegalArgumentException.class, () -> WriteFrame.loginAnswer(new byte[length]));
    }

    @Test
    void theGoodByeIsTheRecordedOne() {
        WriteFrame write = WriteFrame.goodBye(1);

        assertThat(write.frame(), is(Frames.pair("goodbye-port-1").request()));
        assertThat(write.words(), is(1));
        assertThat(write.answerLength(), is(12));
    }

    @Test
    void theGoodByeOfTheOtherPortGoesToTheWordAfterIt() {
        WriteFrame write = WriteFrame.goodBye(2);

        assertThat(write.address(), is(0xA00E));
        assertThat(Frames.digits(write.frame()).substring(0, 12), is("57000ea00000"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 3, -1, 0xFFFF })
    void thereAreTwoPorts(int port) {
        assertThrows(IllegalArgumentException.class, () -> WriteFrame.goodBye(port));
    }

    @Test
    void theBytesOfAWriteCannotBeChanged() {
        WriteFrame write = WriteFrame.goodBye(1);
        write.frame()[2] = 0x33;

        assertThat(write.frame()[2], is((byte) 0x0D));
    }

    @Test
    void whatTheLogShowsOfARequestHoldsNoAnswerToAChallenge() {
        assertThat(new WordRange(0xA028, 6).toString(), is("read of 0xa028 x 6"));
        assertThat(WriteFrame.goodBye(2).toString(), is("good-bye"));
        assertThat(WriteFrame.loginAnswer(new byte[16]).toString(), is("login answer"));
    }
}
