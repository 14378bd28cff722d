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
package org.openhab.binding.selectronic.simulator.splink;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * Frames and how requests are found, against published bytes.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class FrameTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void crcHasTheKnownCheckValue() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(Crc.of(digits, 0, digits.length), is(0x2189));
        assertThat(IndependentClient.crc(digits), is(0x2189));
    }

    @Test
    void publishedRequestsAreFoundAndMadeAgain() throws Exception {
        List<String[]> all = new ArrayList<>(PublishedLines.of("exchanges.txt", 4));
        all.addAll(PublishedLines.of("requests.txt", 3));
        assertThat(all, hasSize(49));
        for (String[] line : all) {
            byte[] bytes = HEX.parseHex(line[1]);
            List<Frame> found = new RequestParser().take(bytes, bytes.length);
            assertThat(line[0], found, hasSize(1));
            assertThat(line[0], found.get(0).bytes(), is(bytes));
        }
    }

    @Test
    void publishedAnswersAreMadeAgain() throws Exception {
        for (String[] line : PublishedLines.of("exchanges.txt", 4)) {
            byte[] bytes = HEX.parseHex(line[2]);
            Frame frame = Frame.header(bytes, 0).withWords(bytes, Frame.HEADER);
            assertThat(line[0], frame.bytes(), is(bytes));
        }
    }

    @Test
    void requestsArriveInPiecesAndInHeaps() {
        byte[] both = HEX.parseHex("510000a000009d4b" + "57000da00000e8d80100d819");
        for (int size = 1; size <= both.length; size++) {
            RequestParser parser = new RequestParser();
            List<Frame> found = new ArrayList<>();
            for (int i = 0; i < both.length; i += size) {
                byte[] piece = Arrays.copyOfRange(both, i, Math.min(both.length, i + size));
                found.addAll(parser.take(piece, piece.length));
            }
            assertThat(found, contains(Frame.query(0xA000, 1), Frame.write(0xA00D, 1)));
            assertThat(parser.skipped(), is(0L));
        }
    }

    @Test
    void noiseIsSteppedOverByteByByte() {
        byte[] noisy = HEX.parseHex("00ff5157" + "5107510000" + "510000a000009d4b" + "51");
        RequestParser parser = new RequestParser();
        assertThat(parser.take(noisy, noisy.length), contains(Frame.query(0xA000, 1)));
        assertThat(parser.skipped(), is(9L));
    }

    @Test
    void writeWithWrongDataIsDroppedAsAWhole() {
        byte[] bad = HEX.parseHex("57000da00000e8d80200d819" + "510000a000009d4b");
        RequestParser parser = new RequestParser();
        assertThat(parser.take(bad, bad.length), contains(Frame.query(0xA000, 1)));
        assertThat(parser.skipped(), is(12L));
    }

    @Test
    void aMillionRandomBytesDoNoHarm() {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        RequestParser parser = new RequestParser();
        byte[] piece = new byte[1024];
        for (int i = 0; i < noise.length; i += piece.length) {
            System.arraycopy(noise, i, piece, 0, piece.length);
            parser.take(piece, piece.length);
        }
        parser.reset();
        byte[] query = Frame.query(0xA000, 1).bytes();
        assertThat(parser.take(query, query.length), contains(Frame.query(0xA000, 1)));
    }

    @Test
    void lengthsAreBounded() {
        assertThrows(IllegalArgumentException.class, () -> Frame.query(0, 257));
        assertThrows(IllegalArgumentException.class, () -> Frame.query(0, 0));
        assertThat(Frame.query(0xFFFFFFFF, 1).fits(), is(true));
        assertThat(Frame.query(0xFFFFFFFF, 2).fits(), is(false));
    }
}
