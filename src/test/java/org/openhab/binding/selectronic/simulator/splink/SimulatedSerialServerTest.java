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

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * The serial-to-network adapter, as a client on the network sees it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulatedSerialServerTest {
    private static final String PASSWORD = "Selectronic SP PRO";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Simulation simulation = Simulation.still(Scenario.SUNNY_DAY);
    private final SimulatedPort port = SimulatedPort.of(simulation);
    private @NonNullByDefault({}) SimulatedSerialServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void clientLogsInReadsAndSaysGoodBye() throws Exception {
        start(SerialServerOptions.DEFAULT);
        try (IndependentClient client = connect()) {
            client.read(0xA000, 1);
            assertThat(client.u16(0xA000), is(0xFFFF));
            assertThat(client.login(PASSWORD), is(true));
            client.read(0xA000, 1);
            assertThat(client.u16(0xA000), is(1));
            client.read(0xA05D, 4);
            assertThat(client.u32(0xA05E), is((long) simulation.unit().identity().serial()));
            client.write(0xA00D, (byte) 1, (byte) 0);
            client.read(0xA000, 1);
            assertThat(client.u16(0xA000), is(0xFFFF));
        }
        assertThat(port.violations(), is(empty()));
        assertThat(port.writes(), hasSize(2));
    }

    @Test
    void loginOutlivesTheConnection() throws Exception {
        start(SerialServerOptions.DEFAULT);
        try (IndependentClient client = connect()) {
            assertThat(client.login(PASSWORD), is(true));
        }
        try (IndependentClient client = connect()) {
            client.read(0xA000, 1);
            assertThat(client.u16(0xA000), is(1));
        }
        assertThat(server.served(), is(2));
    }

    @Test
    void secondClientIsTurnedAway() throws Exception {
        start(SerialServerOptions.DEFAULT);
        try (IndependentClient first = connect()) {
            first.read(0xA000, 1);
            try (IndependentClient second = connect()) {
                assertThat(second.drain().length, is(0));
            }
            first.read(0xA000, 1);
        }
        assertThat(server.turnedAway(), is(1));
        try (IndependentClient third = connect()) {
            third.read(0xA000, 1);
        }
    }

    @Test
    void secondClientIsRefusedWhereAsked() throws Exception {
        start(SerialServerOptions.DEFAULT.withSecondRefused());
        try (IndependentClient first = connect()) {
            first.read(0xA000, 1);
            assertThrows(ConnectException.class, this::connect);
            first.read(0xA000, 1);
        }
        assertThat(server.awaitIdle(PATIENCE), is(true));
        try (IndependentClient third = connectAgain()) {
            third.read(0xA000, 1);
        }
    }

    @Test
    void bytesOfAFormerSessionWaitForTheNextClient() throws Exception {
        start(SerialServerOptions.DEFAULT);
        server.leaveUnread((byte) 1, (byte) 0x51, (byte) 3);
        try (IndependentClient client = connect()) {
            client.send(IndependentClient.header('Q', 0xA000, 1));
            assertThat(client.receive(3), is(new byte[] { 1, 0x51, 3 }));
            assertThat(client.receive(12)[8], is((byte) 0xFF));
        }
    }

    @Test
    void unreadRestOfASlowAnswerWaitsForTheNextClient() throws Exception {
        start(SerialServerOptions.DEFAULT.withBaud(9600).withUnreadKept());
        port.logOut();
        byte[] whole;
        try (IndependentClient client = connect()) {
            assertThat(client.login(PASSWORD), is(true));
            client.send(IndependentClient.header('Q', 0xA014, 256));
            whole = client.receive(40);
        }
        assertThat(server.awaitIdle(PATIENCE), is(true));
        try (IndependentClient client = connect()) {
            client.setPatience(200);
            byte[] rest = client.drain();
            assertThat(rest.length, is(both(greaterThan(300)).and(lessThan(483))));
            assertThat(rest.length + whole.length, is(lessThanOrEqualTo(522)));
        }
    }

    @Test
    void headersCanArriveWithoutTheirStart() throws Exception {
        start(SerialServerOptions.DEFAULT.withZeroedHeaders());
        try (IndependentClient client = connect()) {
            client.send(IndependentClient.header('Q', 0xA000, 1));
            byte[] answer = client.receive(12);
            assertThat(Arrays.copyOf(answer, 6), is(new byte[] { 0, 0, 0, (byte) 0xA0, 0, 0 }));
        }
    }

    @Test
    void slowLineTakesItsTime() throws Exception {
        start(SerialServerOptions.DEFAULT.withBaud(57_600));
        try (IndependentClient client = connect()) {
            assertThat(client.login(PASSWORD), is(true));
            long begin = System.nanoTime();
            client.read(0xA014, 256);
            // 530 bytes at 5760 bytes a second are 92 ms
            assertThat(System.nanoTime() - begin, is(greaterThan(88_000_000L)));
        }
    }

    @Test
    void lineInFrontCanBeBad() throws Exception {
        start(SerialServerOptions.DEFAULT);
        server.line().inject(Faults.flipBits(0, 12));
        try (IndependentClient client = connect()) {
            assertThrows(IOException.class, () -> client.read(0xA000, 1));
            server.line().clear();
            client.read(0xA000, 1);
        }
        server.line().inject(Faults.cut(5));
        try (IndependentClient client = connect()) {
            client.send(IndependentClient.header('Q', 0xA000, 1));
            assertThat(client.drain().length, is(5));
        }
    }

    private void start(SerialServerOptions options) throws IOException {
        server = new SimulatedSerialServer(port, options);
    }

    private IndependentClient connect() throws IOException {
        return new IndependentClient(new Socket(server.host(), server.port()));
    }

    /** The port opens a moment after the adapter is idle. */
    private IndependentClient connectAgain() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return connect();
            } catch (ConnectException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }
}
