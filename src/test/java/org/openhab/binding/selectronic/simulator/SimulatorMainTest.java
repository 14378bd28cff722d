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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.simulator.fault.FaultName;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.log.DetailedRecord;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPty;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.binding.selectronic.simulator.splink.SimulatedTunnel;

/**
 * The command line.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SimulatorMainTest {
    @Test
    void optionsAreUnderstood() {
        SimulatorOptions options = SimulatorOptions.of("--port", "8080", "--scenario", "night", "--fast", "--seed", "9",
                "--units", "3", "--https", "--fault", "login-page", "--splink-port", "10001", "--pty", "sp-pro",
                "--tunnel-port", "7528", "--portal-port", "8443", "--key", "key.p12", "--old-unit", "--clock",
                "scenario");
        assertThat(options.port(), is(8080));
        assertThat(options.scenario(), is(Scenario.NIGHT));
        assertThat(options.speed(), is(720.0));
        assertThat(options.seed(), is(9L));
        assertThat(options.units(), is(3));
        assertThat(options.https(), is(true));
        assertThat(options.fault().orElseThrow(), is(FaultName.LOGIN_PAGE));
        assertThat(options.connectionTypes().network().getAsInt(), is(10_001));
        assertThat(options.connectionTypes().pty().orElseThrow(), is(Path.of("sp-pro")));
        assertThat(options.connectionTypes().tunnel().getAsInt(), is(7528));
        assertThat(options.connectionTypes().portal().getAsInt(), is(8443));
        assertThat(options.key().orElseThrow(), is(Path.of("key.p12")));
        assertThat(options.oldUnit(), is(true));
        assertThat(options.hourOfScenario(), is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = { "--what", "--port", "--port x", "--port 70000", "--units 0", "--splink-port 65536",
            "--pty", "--scenario snow", "--clock noon", "--key", "--fault none" })
    void wrongOptionsAreRefused(String line) {
        assertThrows(IllegalArgumentException.class, () -> SimulatorOptions.of(line.split(" ")));
    }

    @ParameterizedTest
    @EnumSource(FaultName.class)
    void faultsHaveNames(FaultName fault) {
        assertThat(FaultName.byName(fault.label()).orElseThrow(), is(fault));
        assertThat(fault.make(), is(notNullValue()));
        assertThat(SimulatorOptions.USAGE, containsString(fault.label()));
    }

    @Test
    void startsAtThePresentAndReportsWhere() throws Exception {
        SimulatorOptions options = SimulatorOptions.of("--units", "2");
        Clock clock = Clock.systemUTC();
        try (RunningSimulator simulator = SimulatorMain.start(options, clock)) {
            SimulatedGateway gateway = simulator.gateway();
            assertThat(Duration.between(gateway.simulation().now(), clock.instant()).abs(),
                    is(lessThan(Duration.ofSeconds(10))));
            assertThat(explanation(simulator),
                    allOf(containsString(gateway.uri().toString()), containsString(gateway.pointPath())));
            assertThat(simulator.network().isPresent() || simulator.tunnel().isPresent(), is(false));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 2, 5 })
    void logsHoldAsMuchOfThePastAsIsAskedFor(int days) throws Exception {
        SimulatorOptions options = SimulatorOptions.of("--past", Integer.toString(days));
        try (RunningSimulator simulator = SimulatorMain.start(options, Clock.systemUTC())) {
            SimulatedUnit unit = simulator.gateway().simulation().unit();
            List<DetailedRecord> records = unit.logs().intervals();
            // without a past a plant begins at midnight
            assertThat(records.size(),
                    is(days == 0 ? lessThan(96) : both(greaterThan(96 * days - 2)).and(lessThan(96 * days + 2))));
        }
    }

    @Test
    void nativeWaysStandBesideTheGatewayOnTheSameUnit() throws Exception {
        SimulatorOptions options = SimulatorOptions.of("--splink-port", "0", "--tunnel-port", "0");
        try (RunningSimulator simulator = SimulatorMain.start(options, Clock.systemUTC())) {
            SimulatedSerialServer network = simulator.network().orElseThrow();
            SimulatedTunnel tunnel = simulator.tunnel().orElseThrow();
            assertThat(explanation(simulator), allOf(containsString(network.host() + ":" + network.port()),
                    containsString(tunnel.host() + ":" + tunnel.port())));
            assertThat(tunnel.serials(), contains(simulator.gateway().simulation().unit().identity().serial()));
        }
    }

    @Test
    void theClockIsTheRealOneAndItsZoneHasANameUnlessReportedOtherwise() throws Exception {
        Clock clock = Clock.systemDefaultZone();
        try (RunningSimulator simulator = SimulatorMain.start(SimulatorOptions.of("--portal-port", "0"), clock)) {
            SimulatedPortal portal = simulator.portal().orElseThrow();
            assertThat(portal.accounts().get(0).zone(), is(ZoneId.systemDefault()));
            assertThat(Duration.between(portal.simulation().unit().state().unitTime(), LocalDateTime.now(clock)).abs(),
                    is(lessThan(Duration.ofSeconds(10))));
        }
        try (RunningSimulator simulator = SimulatorMain.start(SimulatorOptions.of("--clock", "scenario"), clock)) {
            assertThat(simulator.gateway().simulation().unit().state().unitTime().toLocalTime().toString(),
                    startsWith("06:30"));
        }
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());
            for (String option : List.of("--port", "--splink-port", "--tunnel-port", "--portal-port")) {
                IOException reported = assertThrows(IOException.class,
                        () -> SimulatorMain.start(SimulatorOptions.of(option, port), Clock.systemUTC()));
                assertThat(option, reported.getMessage(), containsString("Port " + port + ": "));
            }
        }
    }

    @Test
    void aKeyLastsAndItsCertificateCanBeTrusted(@TempDir Path folder) throws Exception {
        Path key = folder.resolve("key.p12");
        List<Certificate> shown = new ArrayList<>();
        for (int start = 0; start < 2; start++) {
            SimulatorOptions options = SimulatorOptions.of("--https", "--tunnel-port", "0", "--portal-port", "0",
                    "--key", key.toString());
            try (RunningSimulator simulator = SimulatorMain.start(options, Clock.systemUTC())) {
                shown.add(simulator.tunnel().orElseThrow().certificate().certificate());
                shown.add(simulator.portal().orElseThrow().certificate().orElseThrow().certificate());
                shown.add(simulator.gateway().certificate().orElseThrow());
                assertThat(explanation(simulator), containsString("-file " + folder.resolve("key.p12.pem")));
            }
        }
        try (InputStream trusted = Files.newInputStream(folder.resolve("key.p12.pem"))) {
            assertThat(Set.copyOf(shown),
                    is(Set.of(CertificateFactory.getInstance("X.509").generateCertificate(trusted))));
        }
    }

    @Test
    void portalShowsTheSameUnitsInTheirOwnTimeOfDay() throws Exception {
        SimulatorOptions options = SimulatorOptions.of("--portal-port", "0", "--units", "2", "--clock", "scenario");
        try (RunningSimulator simulator = SimulatorMain.start(options, Clock.systemUTC())) {
            SimulatedPortal portal = simulator.portal().orElseThrow();
            assertThat(portal.accounts().get(0).owned().size(), is(2));
            assertThat(portal.simulation(), is(sameInstance(simulator.gateway().simulation())));
            assertThat(LocalDateTime.ofInstant(portal.simulation().unit().now(), portal.accounts().get(0).zone()),
                    is(portal.simulation().unit().state().unitTime()));
            assertThat(explanation(simulator),
                    allOf(containsString(portal.uri().toString()), containsString(SimulatedPortal.EMAIL)));
        }
    }

    @Test
    void serialPortIsAPathOrAClearText() throws Exception {
        Path path = Files.createTempDirectory("simulated-sp-pro").resolve("port");
        try (RunningSimulator simulator = SimulatorMain.start(SimulatorOptions.of("--pty", path.toString()),
                Clock.systemUTC())) {
            assertThat(explanation(simulator), containsString(path.toString()));
        } catch (IOException e) {
            assertThat(SimulatedPty.obstacle().orElseThrow(), is(e.getMessage()));
        } finally {
            Files.deleteIfExists(path);
            Files.delete(path.getParent());
        }
    }

    @Test
    void faultOfTheLineIsOnAllLines() throws Exception {
        SimulatorOptions options = SimulatorOptions.of("--splink-port", "0", "--fault", "refused");
        try (RunningSimulator simulator = SimulatorMain.start(options, Clock.systemUTC())) {
            int port = simulator.network().orElseThrow().port();
            assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port));
            assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", simulator.gateway().port()));
        }
    }

    private static String explanation(RunningSimulator simulator) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        simulator.explain(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
