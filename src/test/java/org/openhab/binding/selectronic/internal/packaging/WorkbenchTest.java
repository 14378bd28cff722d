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
package org.openhab.binding.selectronic.internal.packaging;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.workbench.Workbench;

/**
 * Whole runs of the workbench, as {@code ./try} makes them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@ExtendWith(NothingLeft.class)
class WorkbenchTest {

    /** Two in a row, in one process: what one of them leaves behind the other would stumble over. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aWholeRunShowsTheTable(String language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = workbench(out, err).run("--scenario", "mains-evening", "--seconds", "4", "--lang", language);
        assertThat(err.toString(StandardCharsets.UTF_8), is(""));
        assertThat(status, is(Workbench.GOOD));
        boolean german = "de".equals(language);
        assertThat(out.toString(StandardCharsets.UTF_8), stringContainsInOrder( //
                german ? "simulierter SP PRO, mains-evening" : "simulated SP PRO, mains-evening",
                german ? "Select.live-Gateway  ONLINE" : "Select.live Gateway  ONLINE",
                german ? "Gefunden und hinzugefügt: SP PRO" : "Found and added: SP PRO", "  ONLINE",
                german ? "Batterie " : "Battery ", german ? "Ladezustand " : "State of Charge ",
                german ? "56,0 % " : "56.0 % "));
    }

    @Test
    void aGatewayWithACertificateOfItsOwnIsReached() throws IOException {
        try (SimulatedGateway gateway = new SimulatedGateway(Simulation.still(Scenario.NIGHT),
                GatewayOptions.DEFAULT.withHttps())) {
            String address = gateway.host() + ":" + gateway.port();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            assertThat(workbench(out, err).run("--gateway", address, "--https", "--accept-certificate", "--seconds",
                    "5", "--lang", "en"), is(Workbench.GOOD));
            assertThat(out.toString(StandardCharsets.UTF_8), containsString("61.0 %"));
            assertThat(workbench(out, err).run("--gateway", address, "--https", "--seconds", "3", "--lang", "en"),
                    is(Workbench.NEVER_ONLINE));
            assertThat(err.toString(StandardCharsets.UTF_8), containsString("Accept Certificate"));
        }
    }

    @Test
    void aBridgeThatStaysOfflineIsReported() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = workbench(out, err).run("--gateway", "127.0.0.1:" + closedPort(), "--seconds", "3", "--lang",
                "en");
        assertThat(status, is(Workbench.NEVER_ONLINE));
        assertThat(err.toString(StandardCharsets.UTF_8),
                allOf(containsString("never came online"), containsString("OFFLINE COMMUNICATION_ERROR: 127.0.0.1:"),
                        not(containsString("@text"))));
    }

    private static Workbench workbench(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Workbench(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
