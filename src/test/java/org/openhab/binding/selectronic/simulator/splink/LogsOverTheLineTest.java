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
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.log.LogWalker;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * A client on the network reads the logs with ordinary frames, without a write and beyond the first 64 k of addresses.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LogsOverTheLineTest {
    @Test
    void clientWalksTheLogs() throws Exception {
        Simulation simulation = Simulation.still(Scenario.GENERATOR_RUN);
        simulation.advance(Duration.ofDays(1));
        SimulatedPort port = SimulatedPort.of(simulation);
        try (SimulatedSerialServer server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT);
                IndependentClient client = new IndependentClient(new Socket(server.host(), server.port()))) {
            assertThat(client.login("Selectronic SP PRO"), is(true));
            UnitWords line = (address, count) -> {
                try {
                    client.read(address, count);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return IntStream.range(address, address + count).map(client::u16).toArray();
            };
            List<LogWalker.Entry> detailed = new LogWalker(line, 0xA335).newest(1000);
            assertThat(detailed, hasSize(96));
            assertThat(detailed.get(0).time().toString(), is("2026-07-06T18:45"));
            assertThat(detailed.get(95).time().toString(), is("2026-07-07T18:30"));
            // the generator: its status and the power that it brings, negative for what comes in
            assertThat(new LogWalker(line, 0xA2A7).newest(1000).stream().map(entry -> entry.u16(25)).toList(),
                    hasItems(6, 1, 8));
            assertThat(detailed.stream().mapToInt(entry -> entry.s16(23)).min().orElseThrow(), is(lessThan(-500)));
            assertThat(new LogWalker(line, 0xA2E8).newest(1000), hasSize(1));
        }
        assertThat(port.violations(), is(empty()));
        assertThat(port.writes(), hasSize(1));
    }
}
