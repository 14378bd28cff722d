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

import java.io.IOException;
import java.net.Socket;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Published exchanges over a line, byte for byte.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReplayTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void publishedExchangesInTheirOrder() throws Exception {
        Replay replay = Replay.published();
        try (SimulatedSerialServer server = new SimulatedSerialServer(replay, SerialServerOptions.DEFAULT);
                IndependentClient client = new IndependentClient(new Socket(server.host(), server.port()))) {
            for (String[] line : PublishedLines.of("exchanges.txt", 4)) {
                assertThat(line[0], ask(client, line[1], line[2].length() / 2), is(line[2]));
            }
            assertThat(replay.requests(), hasSize(PublishedLines.of("exchanges.txt", 4).size()));
            assertThat(replay.unknown(), is(empty()));
            replay.rewind();
            Set<String> first = new HashSet<>();
            for (String[] line : PublishedLines.of("exchanges.txt", 4)) {
                if (first.add(line[1])) {
                    assertThat(line[0], ask(client, line[1], line[2].length() / 2), is(line[2]));
                }
            }
        }
    }

    @Test
    void lastAnswerStaysAndOthersAreUnknown() throws Exception {
        Replay replay = new Replay();
        byte[] request = Frame.query(0xA000, 1).bytes();
        replay.record(request, new byte[] { 1 });
        replay.record(request, new byte[] { 2, 3 });
        assertThat(replay.receive(request, request.length).bytes(), is(new byte[] { 1 }));
        assertThat(replay.receive(request, request.length).bytes(), is(new byte[] { 2, 3 }));
        assertThat(replay.receive(request, request.length).bytes(), is(new byte[] { 2, 3 }));
        byte[] other = Frame.query(0xA001, 1).bytes();
        assertThat(replay.receive(other, other.length).isSilence(), is(true));
        assertThat(replay.unknown(), contains(Frame.query(0xA001, 1)));
    }

    private static String ask(IndependentClient client, String request, int length) throws IOException {
        client.send(HEX.parseHex(request));
        return HEX.formatHex(client.receive(length));
    }
}
