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
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.web.SelfSigned;

/**
 * The tunnel: text, then frames.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulatedTunnelTest {
    private static final String USER = "USER:" + SimulatedTunnel.EMAIL + ":" + SimulatedTunnel.PASSWORD;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int FIRST = 223_456;
    private static final int SECOND = 123_457;

    private static @Nullable SelfSigned certificate;

    private final PlantSettings settings = Scenario.NIGHT.settings();
    private final Simulation simulation = new Simulation(Clock.systemUTC(), 0,
            Simulation.units(Scenario.NIGHT, settings, 2));
    private @NonNullByDefault({}) SimulatedTunnel tunnel;

    @BeforeAll
    static void makeCertificate() throws IOException {
        certificate = SelfSigned.create();
    }

    @AfterEach
    void stop() {
        tunnel.close();
    }

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void textLeadsToAnInverter(Delivery delivery) throws Exception {
        start(TunnelOptions.DEFAULT.withDelivery(delivery));
        try (IndependentClient client = connect()) {
            expect(client, "LOGIN");
            say(client, USER);
            expect(client, "OK");
            say(client, "LIST DEVICES");
            expect(client, "DEVICES:2", "DEVICE:" + SECOND, "DEVICE:" + FIRST);
            say(client, "LIST SITES");
            expect(client, "DEVICES:2", "DEVICE:" + SECOND + "|Site of " + SECOND,
                    "DEVICE:" + FIRST + "|Site of " + FIRST);
            say(client, "CONNECT:" + FIRST);
            expect(client, "READY");
            client.read(0xA000, 1);
            assertThat(client.u16(0xA000), is(0xFFFF));
            assertThat(client.login("Selectronic SP PRO"), is(true));
            client.read(0xA000, 1);
            assertThat(client.u16(0xA000), is(2));
            client.read(0xA05D, 4);
            assertThat(client.u32(0xA05E), is((long) FIRST));
            assertThat(tunnel.sessions(), contains(FIRST));
        }
        assertThat(tunnel.awaitSession(FIRST, false, PATIENCE), is(true));
        assertThat(tunnel.commands().get(0), is("USER:" + SimulatedTunnel.EMAIL + ":***"));
        assertThat(tunnel.unit(FIRST).violations(), is(empty()));
    }

    @Test
    void wrongPasswordIsRejectedAndTheLineClosed() throws Exception {
        start(TunnelOptions.DEFAULT);
        try (IndependentClient client = connect()) {
            expect(client, "LOGIN");
            say(client, USER + "!");
            expect(client, "REJECTED");
            assertThat(client.drain().length, is(0));
        }
        assertThat(tunnel.rejectedLogins(), is(1));
    }

    @Test
    void invertersThatAreNotToBeHadLeaveTheTextGoingOn() throws Exception {
        start(TunnelOptions.DEFAULT.withoutSites());
        tunnel.addAccount("two@example.org", "secret", FIRST, 999);
        try (IndependentClient client = connect()) {
            expect(client, "LOGIN");
            say(client, "USER:two@example.org:secret");
            expect(client, "OK");
            say(client, "LIST SITES");
            expect(client, "REJECTED");
            try (IndependentClient other = logIn()) {
                say(other, "CONNECT:" + FIRST);
                expect(other, "READY");
                say(client, "CONNECT:" + FIRST);
                expect(client, "BUSY");
            }
            say(client, "CONNECT:" + SECOND);
            expect(client, "REJECTED");
            say(client, "CONNECT:999");
            expect(client, "OFFLINE");
            assertThat(tunnel.awaitSession(FIRST, false, PATIENCE), is(true));
            for (TunnelState state : TunnelState.values()) {
                if (state != TunnelState.READY) {
                    tunnel.setState(FIRST, state);
                    say(client, "CONNECT:" + FIRST);
                    expect(client, state.name());
                }
            }
            say(client, "QUIT");
            expect(client, "DONE");
            assertThat(client.drain().length, is(0));
        }
    }

    @Test
    void bytesBehindReadyBelongToTheFrames() throws Exception {
        start(TunnelOptions.DEFAULT);
        tunnel.setAfterReady((byte) 0x51, (byte) 0);
        try (IndependentClient client = logIn()) {
            say(client, "CONNECT:" + FIRST);
            expect(client, "READY");
            assertThat(client.receive(2), is(new byte[] { 0x51, 0 }));
            client.read(0xA000, 1);
        }
    }

    @Test
    void bytesThatComeAlongWithTheRequestAreFramesToo() throws Exception {
        start(TunnelOptions.DEFAULT);
        try (IndependentClient client = logIn()) {
            byte[] request = ("CONNECT:" + FIRST + "\r\n").getBytes(StandardCharsets.US_ASCII);
            client.send(Reply.of(request).then(Reply.of(Frame.query(0xA000, 1))).bytes());
            expect(client, "READY");
            assertThat(client.receive(12).length, is(12));
        }
    }

    @Test
    void everySessionNeedsItsOwnLogin() throws Exception {
        start(TunnelOptions.DEFAULT);
        for (int i = 0; i < 2; i++) {
            try (IndependentClient client = logIn()) {
                say(client, "CONNECT:" + FIRST);
                expect(client, "READY");
                client.read(0xA000, 1);
                assertThat(client.u16(0xA000), is(0xFFFF));
                assertThat(client.login("Selectronic SP PRO"), is(true));
            }
            assertThat(tunnel.awaitSession(FIRST, false, PATIENCE), is(true));
        }
    }

    @Test
    void idleSessionIsClosed() throws Exception {
        start(TunnelOptions.DEFAULT.withIdle(Duration.ofMillis(700)));
        try (IndependentClient client = logIn()) {
            say(client, "CONNECT:" + FIRST);
            expect(client, "READY");
            assertThat(client.drain().length, is(0));
            assertThat(tunnel.awaitSession(FIRST, false, PATIENCE), is(true));
        }
    }

    @Test
    void serverMayEndBetweenAndInFrames() throws Exception {
        start(TunnelOptions.DEFAULT);
        try (IndependentClient client = logIn()) {
            say(client, "CONNECT:" + FIRST);
            expect(client, "READY");
            client.read(0xA000, 1);
            tunnel.dropSessions();
            assertThat(client.drain().length, is(0));
        }
        try (IndependentClient client = logIn()) {
            assertThat(tunnel.awaitSession(FIRST, false, PATIENCE), is(true));
            tunnel.unit(FIRST).inject(PortFaults.hangUp(9), 1);
            say(client, "CONNECT:" + FIRST);
            expect(client, "READY");
            client.send(IndependentClient.header('Q', 0xA000, 1));
            assertThat(client.drain().length, is(9));
        }
    }

    @Test
    void certificateIsGoodForLoopbackOnlyAndOnlyForWhoTrustsIt() throws Exception {
        start(TunnelOptions.DEFAULT);
        try (SSLSocket socket = (SSLSocket) SSLContext.getDefault().getSocketFactory().createSocket(tunnel.host(),
                tunnel.port())) {
            assertThrows(SSLHandshakeException.class, socket::startHandshake);
        }
        try (SSLSocket socket = (SSLSocket) Objects.requireNonNull(certificate).clientContext().getSocketFactory()
                .createSocket(new Socket(tunnel.host(), tunnel.port()), "select.live", tunnel.port(), true)) {
            verifyName(socket);
            assertThrows(SSLHandshakeException.class, socket::startHandshake);
        }
    }

    private void start(TunnelOptions options) throws IOException {
        tunnel = new SimulatedTunnel(simulation, options, Objects.requireNonNull(certificate));
    }

    private IndependentClient connect() throws IOException {
        SSLSocket socket = (SSLSocket) Objects.requireNonNull(certificate).clientContext().getSocketFactory()
                .createSocket(tunnel.host(), tunnel.port());
        verifyName(socket);
        return new IndependentClient(socket);
    }

    private IndependentClient logIn() throws IOException {
        IndependentClient client = connect();
        expect(client, "LOGIN");
        say(client, USER);
        expect(client, "OK");
        return client;
    }

    private static void verifyName(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
    }

    private static void say(IndependentClient client, String line) throws IOException {
        client.send((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void expect(IndependentClient client, String... lines) throws IOException {
        String text = String.join("\r\n", lines) + "\r\n";
        assertThat(new String(client.receive(text.length()), StandardCharsets.US_ASCII), is(text));
    }
}
