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
package org.openhab.binding.selectronic.simulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.portal.PortalOptions;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.Frame;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.binding.selectronic.simulator.splink.SimulatedTunnel;
import org.openhab.binding.selectronic.simulator.splink.TunnelOptions;
import org.openhab.binding.selectronic.simulator.web.SelfSigned;

/**
 * A closed simulator leaves no thread, whatever its clients are in the middle of.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LeavesNothingBehindTest {
    private static final long PATIENCE_MILLIS = 3000;

    @Test
    void noThreadIsLeft() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        SimulatedGateway gateway = new SimulatedGateway(Simulation.still(Scenario.NIGHT), GatewayOptions.DEFAULT);
        try (Socket idle = connect(gateway);
                Socket answered = ask(gateway, gateway.pointPath());
                Socket hung = ask(gateway, gateway.pointPath().replace("/point", "/usage"))) {
            assertThat(answered.getInputStream().read(), is((int) 'H'));
            gateway.inject(Faults.drip(1));
            try (Socket dripping = ask(gateway, gateway.pointPath())) {
                assertThat(dripping.getInputStream().read(), is((int) 'H'));
                gateway.close();
                assertThat(idle.isConnected() && hung.isConnected(), is(true));
            }
        }
        assertNothingIsLeft(before);
    }

    @Test
    void noThreadIsLeftOfTheNativeConnections() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Simulation simulation = Simulation.still(Scenario.NIGHT);
        SimulatedSerialServer slow = new SimulatedSerialServer(SimulatedPort.of(simulation),
                SerialServerOptions.DEFAULT.withBaud(1200).withSecondRefused());
        SimulatedTunnel tunnel = new SimulatedTunnel(simulation, TunnelOptions.DEFAULT);
        byte[] query = Frame.query(SimulatedPort.PORT_ADDRESS, 1).bytes();
        try (Socket halfAsked = new Socket(slow.host(), slow.port());
                Socket silent = new Socket(tunnel.host(), tunnel.port());
                Socket greeted = tunnel.certificate().clientContext().getSocketFactory().createSocket(tunnel.host(),
                        tunnel.port())) {
            halfAsked.getOutputStream().write(query);
            assertThat(halfAsked.getInputStream().read(), is((int) query[0]));
            assertThat(greeted.getInputStream().read(), is((int) 'L'));
            slow.close();
            tunnel.close();
            assertThat(silent.isConnected(), is(true));
        }
        assertNothingIsLeft(before);
    }

    @Test
    void noThreadIsLeftOfThePortal() throws Exception {
        // the JDK keeps a thread for a while after it has waited for a process, such as keytool
        SelfSigned certificate = SelfSigned.create();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Simulation simulation = Simulation.still(Scenario.NIGHT);
        SimulatedPortal portal = new SimulatedPortal(List.of(SimulatedPortal.account(simulation)),
                PortalOptions.DEFAULT, simulation.clock(), certificate);
        SSLSocketFactory factory = certificate.clientContext().getSocketFactory();
        try (Socket silent = new Socket(portal.host(), portal.port());
                Socket answered = factory.createSocket(portal.host(), portal.port());
                Socket hung = factory.createSocket(portal.host(), portal.port())) {
            byte[] request = "GET /login HTTP/1.1\r\nHost: portal\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            answered.getOutputStream().write(request);
            assertThat(answered.getInputStream().read(), is((int) 'H'));
            portal.inject(Faults.hang());
            hung.getOutputStream().write(request);
            assertThat(portal.log().await(2, Duration.ofMillis(PATIENCE_MILLIS)), is(true));
            portal.close();
            assertThat(silent.isConnected(), is(true));
        }
        assertNothingIsLeft(before);
    }

    private static void assertNothingIsLeft(Set<Thread> before) throws InterruptedException {
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        for (Thread thread : left) {
            thread.join(PATIENCE_MILLIS);
            assertThat(thread.getName(), thread.isAlive(), is(false));
        }
    }

    private static Socket connect(SimulatedGateway gateway) throws Exception {
        return new Socket(InetAddress.getByName(gateway.host()), gateway.port());
    }

    private static Socket ask(SimulatedGateway gateway, String path) throws Exception {
        Socket socket = connect(gateway);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: gateway\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
