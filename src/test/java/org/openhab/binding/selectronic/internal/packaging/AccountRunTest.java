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

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.portal.PortalAccount;
import org.openhab.binding.selectronic.simulator.portal.PortalOptions;
import org.openhab.binding.selectronic.simulator.portal.PortalSystem;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SimulatedTunnel;
import org.openhab.binding.selectronic.simulator.splink.TunnelOptions;
import org.openhab.binding.selectronic.workbench.Workbench;

/**
 * Runs of the workbench with an account at select.live, each in a process of its own, since what a process trusts and
 * what its environment holds is settled when it starts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class AccountRunTest {
    private static final String STORE_PASSWORD = "no secret";
    private static final String SECRET = "s3cret of the owner";

    @TempDir
    private @NonNullByDefault({}) Path folder;

    private final Simulation simulation = Simulation.still(Scenario.NIGHT);
    private @NonNullByDefault({}) SimulatedTunnel tunnel;

    @BeforeEach
    void open() throws IOException {
        tunnel = new SimulatedTunnel(simulation, TunnelOptions.DEFAULT);
        tunnel.addAccount("somebody@example.org", SECRET, simulation.unit().identity().serial());
    }

    @AfterEach
    void close() {
        tunnel.close();
    }

    /** What a process had to say, and how it ended. */
    private record Ended(int status, String said) {
    }

    private List<String> trustingTheTunnel() throws IOException, GeneralSecurityException {
        return trusting(tunnel.certificate().certificate());
    }

    private List<String> trusting(Certificate certificate) throws IOException, GeneralSecurityException {
        Path store = folder.resolve("trusted.p12");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", certificate);
        try (OutputStream out = Files.newOutputStream(store)) {
            trusted.store(out, STORE_PASSWORD.toCharArray());
        }
        return List.of("-Djavax.net.ssl.trustStore=" + store, "-Djavax.net.ssl.trustStorePassword=" + STORE_PASSWORD);
    }

    private Ended run(List<String> properties, String password, String... ends)
            throws IOException, InterruptedException {
        return run(properties, password, "--tunnel", tunnel.port(), ends);
    }

    private Ended run(List<String> properties, String password, String connectionType, int port, String... ends)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(properties);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dselectronic.jar=" + System.getProperty("selectronic.jar"),
                "-cp", Objects.requireNonNull(System.getProperty("java.class.path")), Workbench.class.getName(),
                "--plain", "--verbose", connectionType, "somebody@example.org", "--host", "localhost:" + port, "--lang",
                "en"));
        command.addAll(List.of(ends));
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("SELECTRONIC_PASSWORD", password);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            assertThat("has ended", process.waitFor(60, TimeUnit.SECONDS), is(true));
            return new Ended(process.exitValue(), Files.readString(said));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void theUnitsOfTheAccountAreFoundAndReadAndTheSecretStaysOne() throws Exception {
        Ended run = run(trustingTheTunnel(), SECRET, "--once");
        assertThat(run.said, run.status, is(Workbench.GOOD));
        assertThat(run.said, stringContainsInOrder("tunnel of localhost",
                "Found and added: SP PRO " + simulation.unit().identity().serial(), "61.0 %"));
        assertThat(run.said, not(containsString(SECRET)));
        assertThat(run.said, not(containsString("somebody@example.org")));
    }

    @Test
    void aServerThatThePlatformDoesNotTrustGetsNothing() throws Exception {
        Ended run = run(List.of(), SECRET, "--once");
        assertThat(run.said, run.status, is(Workbench.NEVER_ONLINE));
        assertThat(run.said, containsString("No secure connection to the server localhost:" + tunnel.port()));
        assertThat(tunnel.commands(), is(empty()));
    }

    @Test
    void aWrongPasswordIsSentOnceAndNotShown() throws Exception {
        Ended run = run(trustingTheTunnel(), "wr0ng one", "--seconds", "3");
        assertThat(run.said, run.status, is(Workbench.NEVER_ONLINE));
        assertThat(run.said,
                allOf(containsString("select.live rejected e-mail or password."), not(containsString("wr0ng one"))));
        assertThat(tunnel.rejectedLogins(), is(1));
    }

    @Test
    void theSystemsOfTheAccountAreFoundByThePagesOfThePortalToo() throws Exception {
        PortalAccount account = PortalAccount.owner("somebody@example.org", SECRET, PortalSystem.of(9001, simulation));
        try (SimulatedPortal portal = new SimulatedPortal(List.of(account), PortalOptions.DEFAULT, Clock.systemUTC(),
                tunnel.certificate())) {
            Ended run = run(trustingTheTunnel(), SECRET, "--portal", portal.port(), "--once");
            assertThat(run.said, run.status, is(Workbench.GOOD));
            assertThat(run.said, stringContainsInOrder("portal of localhost", "61.0 %"));
            assertThat(run.said, containsString("Found and added"));
            assertThat(run.said, not(containsString(SECRET)));
            assertThat(run.said, not(containsString("somebody@example.org")));
            assertThat(portal.counters().loginsTried(), is(1));
        }
    }

    @Test
    void withoutAPasswordNobodyIsAsked() throws Exception {
        Ended run = run(List.of(), "", "--once");
        assertThat(run.said, run.status, is(Workbench.BAD_USAGE));
        assertThat(run.said, containsString("set the environment variable SELECTRONIC_PASSWORD"));
        assertThat(tunnel.commands(), is(empty()));
    }
}
