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
package org.openhab.binding.selectronic.internal.splink;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.link.Link;
import org.openhab.binding.selectronic.internal.splink.wire.Frames;

/**
 * A unit and the link to it, in memory and with a clock of its own: a timeout takes its whole time.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class FakeUnit implements Link {
    public static final String NAME = "test port";
    private static final int SHORT_ANSWER = 100;

    /** What a unit does with those who are not logged in; public clients have seen both. */
    public enum Stranger {
        IGNORED,
        ANSWERED_WITH_WRONG_CRC
    }

    public final TestClock clock = new TestClock();
    public final Map<Integer, Integer> memory = new HashMap<>();
    /** Each request, as "Q a000 1" or "W a00d 1". */
    public final List<String> requests = new ArrayList<>();
    /** What happens to the next answers, one each. */
    public final Deque<UnaryOperator<byte[]>> faults = new ArrayDeque<>();
    /** What happens to all answers for which nothing else was said. */
    public UnaryOperator<byte[]> lasting = UnaryOperator.identity();
    public String password = "Selectronic SP PRO";
    public Stranger stranger = Stranger.IGNORED;
    public boolean loginRequired = true;
    public boolean forgetsLogin;
    public int port = 1;
    public int largestPiece = Integer.MAX_VALUE;
    public Duration timePerPiece = Duration.ofMillis(1);
    /** How long long answers are held back as a whole. */
    public Duration heldBack = Duration.ZERO;
    public @Nullable SourceException openFails;
    /** After how many writes or reads from now on the connection is cut, negative for never. */
    public int cutAfter = -1;
    public int opened;
    public boolean isOpen;
    public int bytesOut;

    private final ByteArrayOutputStream incoming = new ByteArrayOutputStream();
    private byte[] challenge = new byte[16];
    private int challenges;
    private Instant heldUntil = clock.instant();
    private boolean loggedIn;
    private boolean accepted;

    /** The unit is switched off and on. */
    public void restart() {
        loggedIn = false;
    }

    /** @param bytes bytes that arrive without a request */
    public void stray(byte... bytes) {
        incoming.writeBytes(bytes);
    }

    /** @return how many bytes nobody has taken yet */
    public int waiting() {
        return incoming.size();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void open() throws SourceException {
        SourceException failure = openFails;
        if (failure != null) {
            throw failure;
        }
        opened++;
        isOpen = true;
        incoming.reset();
    }

    @Override
    public void close() {
        isOpen = false;
    }

    @Override
    public void write(byte[] bytes) throws SourceException {
        checkLine();
        bytesOut += bytes.length;
        Frames.Pair request = new Frames.Pair("", bytes, bytes);
        requests.add((char) bytes[0] + " " + Integer.toHexString(request.address()) + " " + request.count());
        byte[] answer = request.isWrite() ? written(request, Arrays.copyOfRange(bytes, 8, bytes.length - 2))
                : read(request.address(), request.count());
        UnaryOperator<byte[]> fault = faults.isEmpty() ? lasting : Objects.requireNonNull(faults.remove());
        byte[] sent = fault.apply(answer);
        incoming.writeBytes(sent);
        heldUntil = clock.instant().plus(sent.length > SHORT_ANSWER ? heldBack : Duration.ZERO);
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws SourceException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        checkLine();
        if (incoming.size() == 0 || heldUntil.isAfter(clock.instant().plus(timeout))) {
            clock.pass(timeout);
            return 0;
        }
        Duration held = Duration.between(clock.instant(), heldUntil);
        clock.pass(held.isNegative() ? Duration.ZERO : held);
        byte[] all = incoming.toByteArray();
        int count = Math.min(Math.min(all.length, buffer.length), largestPiece);
        System.arraycopy(all, 0, buffer, 0, count);
        incoming.reset();
        incoming.write(all, count, all.length - count);
        clock.pass(timePerPiece);
        return count;
    }

    private void checkLine() throws SourceException {
        if (cutAfter-- == 0) {
            isOpen = false;
        }
        if (!isOpen) {
            throw new SourceException(Problem.LINK_CUT, NAME);
        }
    }

    private byte[] read(int address, int count) {
        if (address == 0xA000) {
            return Frames.answer(address, loginRequired && !loggedIn ? 0xFFFF : port);
        }
        if (address == 0x1F0000) {
            challenge = md5(("challenge " + challenges++).getBytes(StandardCharsets.US_ASCII), new byte[0]);
            return Frames.answer(address,
                    new Frames.Pair("", Frames.bytes("510700001f00cf62"), Frames.join(new byte[8], challenge))
                            .values());
        }
        if (address == 0x1F0010) {
            return Frames.answer(address, accepted ? 1 : 0);
        }
        byte[] answer = Frames.answer(address,
                IntStream.range(address, address + count).map(at -> memory.getOrDefault(at, 0)).toArray());
        if (loggedIn || !loginRequired) {
            return answer;
        }
        answer[answer.length - 1] ^= 0x55;
        return stranger == Stranger.IGNORED ? new byte[0] : answer;
    }

    private byte[] written(Frames.Pair request, byte[] data) {
        if (request.address() == 0x1F0000) {
            byte[] padded = Arrays.copyOf(password.getBytes(StandardCharsets.ISO_8859_1), 32);
            Arrays.fill(padded, password.length(), 32, (byte) ' ');
            byte[] expected = md5(challenge, padded);
            for (int at = 0; at < 16; at += 2) {
                byte first = expected[at];
                expected[at] = expected[at + 1];
                expected[at + 1] = first;
            }
            accepted = Arrays.equals(expected, data);
            loggedIn = accepted && !forgetsLogin;
        } else if (request.address() == 0xA00D && port == 1 || request.address() == 0xA00E && port == 2) {
            loggedIn = false;
        } else {
            throw new AssertionError("a write that changes the inverter: " + request.address());
        }
        return request.request();
    }

    private static byte[] md5(byte[] first, byte[] second) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(first);
            return md5.digest(second);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
