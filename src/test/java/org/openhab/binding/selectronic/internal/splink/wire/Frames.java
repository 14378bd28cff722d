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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Frames for tests, recorded ones and such that are made here without the code that is tested.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Frames {
    private Frames() {
    }

    /**
     * @param file name of a file of recorded frames
     * @return its rows without the heading
     */
    public static List<List<String>> rows(String file) {
        try (InputStream stream = Objects.requireNonNull(Frames.class.getResourceAsStream("/splink/" + file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> List.of(line.split(",", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return a recorded pair */
    public static Pair pair(String name) {
        return pairs().stream().filter(pair -> pair.name().equals(name)).findFirst().orElseThrow();
    }

    /** @return all recorded pairs */
    public static List<Pair> pairs() {
        return rows("pairs.csv").stream().map(row -> new Pair(row.get(0), bytes(row.get(1)), bytes(row.get(2))))
                .toList();
    }

    /** A request and its answer. */
    public record Pair(String name, byte[] request, byte[] answer) {
        /** @return what is asked for */
        public int address() {
            return request[2] & 0xFF | (request[3] & 0xFF) << 8 | (request[4] & 0xFF) << 16 | (request[5] & 0xFF) << 24;
        }

        /** @return how many words */
        public int count() {
            return (request[1] & 0xFF) + 1;
        }

        /** @return whether it is a write */
        public boolean isWrite() {
            return request[0] == 'W';
        }

        /** @return the words of the answer */
        public int[] values() {
            int[] values = new int[count()];
            for (int at = 0; at < values.length; at++) {
                values[at] = answer[8 + 2 * at] & 0xFF | (answer[9 + 2 * at] & 0xFF) << 8;
            }
            return values;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** @return the answer to a read */
    public static byte[] answer(int address, int... values) {
        return answerWithHeaderAddress(address, values);
    }

    /** @return what a unit answers that is a member of a Powerchain system */
    public static byte[] answerOfMember(int... values) {
        return answerWithHeaderAddress(0x5A5A5A5A, values);
    }

    private static byte[] answerWithHeaderAddress(int address, int... values) {
        byte[] header = { 'Q', (byte) (values.length - 1), (byte) address, (byte) (address >> 8),
                (byte) (address >> 16), (byte) (address >> 24) };
        byte[] data = new byte[2 * values.length];
        for (int at = 0; at < values.length; at++) {
            data[2 * at] = (byte) values[at];
            data[2 * at + 1] = (byte) (values[at] >> 8);
        }
        return join(header, crc(header), data, crc(data));
    }

    /** CRC-16/KERMIT bit by bit, low byte first. */
    public static byte[] crc(byte... bytes) {
        int crc = 0;
        for (byte each : bytes) {
            for (int bit = 0; bit < 8; bit++) {
                boolean odd = ((crc ^ each >> bit) & 1) == 1;
                crc = odd ? crc >> 1 ^ 0x8408 : crc >> 1;
            }
        }
        return new byte[] { (byte) crc, (byte) (crc >> 8) };
    }

    /** @return the parts as one */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    /** @return the bytes that hexadecimal digits say */
    public static byte[] bytes(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** @return the digits of bytes */
    public static String digits(byte... bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
