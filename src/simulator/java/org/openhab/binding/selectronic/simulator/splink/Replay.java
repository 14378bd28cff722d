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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A device that knows nothing but recorded answers and gives them back byte for byte. Several answers to one request
 * come in the order of their recording; the last one stays. Any other request gets silence.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Replay implements LineDevice {
    /** The published exchanges, among the resources of the tests. */
    public static final String PUBLISHED = "/splink-simulator/exchanges.txt";

    private static final int STATE = 0xA000;
    private static final int NOT_AVAILABLE = 0xFFFF;

    private final Map<String, List<byte[]>> answers = new HashMap<>();
    private final Map<Integer, Integer> memory = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final RequestParser parser = new RequestParser();
    private final List<Frame> requests = new ArrayList<>();
    private final List<Frame> unknown = new ArrayList<>();

    /** All published exchanges. */
    public static Replay published() throws IOException {
        return of(PUBLISHED);
    }

    /** A resource with a name, a request and an answer in each line, the latter two as hexadecimal digits. */
    public static Replay of(String resource) throws IOException {
        try (InputStream in = Replay.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no resource " + resource);
            }
            Replay replay = new Replay();
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] parts = line.split(" ");
                if (!line.startsWith("#")) {
                    replay.record(HexFormat.of().parseHex(parts[1]), HexFormat.of().parseHex(parts[2]));
                }
            }
            return replay;
        }
    }

    /**
     * A recording of the owner's: its lines {@code READ} with a request and an answer. It knows the words too, so that
     * other blocks of the same memory are answered as well, with what is not available where nothing was recorded. A
     * log-in is never recorded, so none is asked for.
     */
    public static Replay ofCapture(List<String> lines) {
        Replay replay = new Replay();
        replay.record(Frame.query(STATE, 1).bytes(), Frame.answer(STATE, 1).bytes());
        for (String line : lines) {
            String[] parts = line.split(" ");
            if (parts[0].equals("READ")) {
                byte[] answer = HexFormat.of().parseHex(parts[2]);
                replay.record(HexFormat.of().parseHex(parts[1]), answer);
                Frame frame = Frame.header(answer, 0).withWords(answer, Frame.HEADER);
                for (int place = 0; place < frame.count(); place++) {
                    replay.memory.put(frame.address() + place, frame.words().get(place));
                }
            }
        }
        return replay;
    }

    private @Nullable Reply fromMemory(Frame request) {
        int[] words = IntStream.range(request.address(), request.address() + request.count())
                .map(address -> memory.getOrDefault(address, NOT_AVAILABLE)).toArray();
        return !memory.isEmpty() && !request.write() ? Reply.of(Frame.answer(request.address(), words)) : null;
    }

    /** Adds an answer, of any bytes, to a valid request. */
    public synchronized void record(byte[] request, byte[] answer) {
        Objects.requireNonNull(answers.computeIfAbsent(key(request), key -> new ArrayList<>())).add(answer.clone());
    }

    /** Begins again with the first answers. */
    public synchronized void rewind() {
        places.clear();
    }

    /** What was asked. */
    public synchronized List<Frame> requests() {
        return List.copyOf(requests);
    }

    /** What was asked without an answer to it. */
    public synchronized List<Frame> unknown() {
        return List.copyOf(unknown);
    }

    @Override
    public synchronized void begin() {
        parser.reset();
    }

    @Override
    public synchronized Reply receive(byte[] buffer, int count) {
        Reply replies = Reply.SILENCE;
        for (Frame request : parser.take(buffer, count)) {
            requests.add(request);
            String key = key(request.bytes());
            List<byte[]> recorded = answers.get(key);
            if (recorded == null) {
                Reply known = fromMemory(request);
                if (known == null) {
                    unknown.add(request);
                } else {
                    replies = replies.then(known);
                }
            } else {
                int place = Objects
                        .requireNonNull(places.merge(key, 0, (old, zero) -> Math.min(old + 1, recorded.size() - 1)));
                replies = replies.then(Reply.of(recorded.get(place)));
            }
        }
        return replies;
    }

    private static String key(byte[] request) {
        return HexFormat.of().formatHex(request);
    }
}
