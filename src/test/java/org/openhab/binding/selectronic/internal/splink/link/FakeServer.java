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
package org.openhab.binding.selectronic.internal.splink.link;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.TestClock;

/**
 * The server of the tunnel, in memory and in a time of its own. What it says comes in any pieces.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class FakeServer implements Link {
    static final String NAME = "server:7528";

    final TestClock clock = new TestClock();
    /** Its answer to each command. */
    final Map<String, String> answers = new HashMap<>(Map.of("USER:owner@example.com:secret", "OK\r\n", "LIST SITES",
            "DEVICES:2\r\nDEVICE:240001|Home\r\nDEVICE:240002|Shed\r\n", "LIST DEVICES",
            "DEVICES:1\r\nDEVICE:240001\r\n", "CONNECT:240001", "READY\r\n"));
    final List<String> heard = new ArrayList<>();
    String greeting = "LOGIN\r\n";
    /** Where what it says is split, counted over all it says; everywhere if negative. */
    int split = Integer.MAX_VALUE;
    Duration timePerPiece = Duration.ofMillis(1);
    boolean isOpen;
    @Nullable
    SourceException openFails;

    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private int said;

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
        isOpen = true;
        said = 0;
        pieces.clear();
        say(greeting.getBytes(StandardCharsets.UTF_8));
    }

    void say(byte[] bytes) {
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        for (byte next : bytes) {
            if (said++ == split || split < 0) {
                add(piece);
            }
            piece.write(next);
        }
        add(piece);
    }

    private void add(ByteArrayOutputStream piece) {
        if (piece.size() > 0) {
            pieces.add(piece.toByteArray());
            piece.reset();
        }
    }

    @Override
    public void write(byte[] bytes) throws SourceException {
        checkLine();
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.endsWith("\r\n")) {
            String command = text.substring(0, text.length() - 2);
            heard.add(command);
            say(answers.getOrDefault(command, "").getBytes(StandardCharsets.UTF_8));
        } else {
            heard.add(text);
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws SourceException {
        checkLine();
        if (pieces.isEmpty()) {
            clock.pass(timeout);
            return 0;
        }
        byte[] piece = Objects.requireNonNull(pieces.remove());
        clock.pass(timePerPiece);
        int count = Math.min(piece.length, buffer.length);
        System.arraycopy(piece, 0, buffer, 0, count);
        if (count < piece.length) {
            pieces.addFirst(Arrays.copyOfRange(piece, count, piece.length));
        }
        return count;
    }

    private void checkLine() throws SourceException {
        if (!isOpen) {
            throw new SourceException(Problem.LINK_CUT, NAME);
        }
    }

    @Override
    public void close() {
        isOpen = false;
    }
}
