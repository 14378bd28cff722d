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

import org.eclipse.jdt.annotation.NonNullByDefault;

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

    private final Map<String, List<byte[]>> answers = new HashMap<>();
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

    /** Adds an answer, of any bytes, to a valid request. */
    public synchronized void record(byte[] request, byte[] answer) {
        answers.computeIfAbsent(key(request), key -> new ArrayList<>()).add(answer.clone());
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
                unknown.add(request);
            } else {
                int place = places.merge(key, 0, (old, zero) -> Math.min(old + 1, recorded.size() - 1));
                replies = replies.then(Reply.of(recorded.get(place)));
            }
        }
        return replies;
    }

    private static String key(byte[] request) {
        return HexFormat.of().formatHex(request);
    }
}
