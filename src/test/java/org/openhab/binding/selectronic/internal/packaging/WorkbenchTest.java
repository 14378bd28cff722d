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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPty;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
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
    @ValueSource(strings = { "en", "de" })
    void aWholeRunShowsTheTable(String language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = workbench(out, err).run("--scenario", "mains-evening", "--once", "--lang", language);
        assertThat(err.toString(StandardCharsets.UTF_8), is(""));
        assertThat(status, is(Workbench.GOOD));
        boolean german = "de".equals(language);
        assertThat(out.toString(StandardCharsets.UTF_8), stringContainsInOrder( //
                german ? "simulierter SP PRO, mains-evening" : "simulated SP PRO, mains-evening",
                german ? "Bridge und Wechselrichter gehen online" : "Bridge and inverter come online",
                german ? "Strg-C" : "Ctrl-C", german ? "Select.live-Gateway  ONLINE" : "Select.live Gateway  ONLINE",
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
            assertThat(workbench(out, err).run("--gateway", address, "--https", "--accept-certificate", "--once",
                    "--lang", "en"), is(Workbench.GOOD));
            assertThat(out.toString(StandardCharsets.UTF_8), containsString("61.0 %"));
            assertThat(workbench(out, err).run("--gateway", address, "--https", "--once", "--lang", "en"),
                    is(Workbench.NEVER_ONLINE));
            assertThat(err.toString(StandardCharsets.UTF_8), containsString("Accept Certificate"));
        }
    }

    @Test
    void aBridgeThatStaysOfflineIsReported() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = workbench(out, err).run("--gateway", "127.0.0.1:" + closedPort(), "--once", "--lang", "en");
        assertThat(status, is(Workbench.NEVER_ONLINE));
        assertThat(err.toString(StandardCharsets.UTF_8), allOf(containsString("never came online"),
                containsString("OFFLINE COMMUNICATION_ERROR: 127.0.0.1:"), not(containsString("@text"))));
    }

    @Test
    void anAdapterIsReached() throws IOException {
        Simulation simulation = Simulation.still(Scenario.NIGHT);
        try (SimulatedSerialServer adapter = new SimulatedSerialServer(SimulatedPort.of(simulation),
                SerialServerOptions.DEFAULT)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            assertThat(workbench(out, err).run("--network", adapter.host() + ":" + adapter.port(), "--once", "--lang",
                    "en"), is(Workbench.GOOD));
            assertThat(err.toString(StandardCharsets.UTF_8), is(""));
            assertThat(out.toString(StandardCharsets.UTF_8), containsString("61.0 %"));
        }
    }

    @Test
    void aSerialPortIsReached(@TempDir Path folder) throws IOException {
        assumeTrue(SimulatedPty.obstacle().isEmpty(), () -> SimulatedPty.obstacle().orElseThrow());
        Simulation simulation = Simulation.still(Scenario.NIGHT);
        try (SimulatedPty pty = new SimulatedPty(SimulatedPort.of(simulation), folder.resolve("port"),
                SerialServerOptions.DEFAULT)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            assertThat(workbench(out, err).run("--serial", pty.path().toString(), "--once", "--lang", "en"),
                    is(Workbench.GOOD));
            assertThat(err.toString(StandardCharsets.UTF_8), is(""));
            assertThat(out.toString(StandardCharsets.UTF_8), stringContainsInOrder("serial port " + pty.path(),
                    "Found and added: SP PRO " + simulation.unit().identity().serial(), "61.0 %"));
        }
    }

    @Test
    void aSerialPortThatIsNotThereIsReportedAndNotMade(@TempDir Path folder) {
        Path port = folder.resolve("port");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(workbench(out, err).run("--serial", port.toString(), "--once", "--lang", "en"),
                is(Workbench.NEVER_ONLINE));
        assertThat(err.toString(StandardCharsets.UTF_8), containsString("There is no serial port " + port + "."));
        assertThat(Files.exists(port), is(false));
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
