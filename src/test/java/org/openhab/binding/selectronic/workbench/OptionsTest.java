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
package org.openhab.binding.selectronic.workbench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.workbench.screen.Texts;

/**
 * The command line of the workbench.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class OptionsTest {

    @Test
    void withoutOptionsASunnyDayIsSimulated() throws UsageException {
        Options options = Options.parse();
        assertThat(options.connectionType(), is(new SimulatedSpPro(Scenario.SUNNY_DAY, false)));
        assertThat(options.duration(), is(nullValue()));
        assertThat(options.plain(), is(false));
    }

    @Test
    void optionsAreTaken() throws UsageException {
        Options options = Options.parse("--fast", "--scenario", "lost-inverter", "--seconds", "90", "--once", "--lang",
                "de");
        assertThat(options.connectionType(), is(new SimulatedSpPro(Scenario.LOST_INVERTER, true)));
        assertThat(options.duration(), is(Duration.ofSeconds(90)));
        assertThat(options.once(), is(true));
        assertThat(options.locale(), is(Locale.GERMAN));
    }

    @Test
    void aDebugLogDoesNotSpoilTheScreen() throws UsageException {
        assertThat(Options.parse("--verbose").plain(), is(true));
    }

    @ParameterizedTest
    @CsvSource({ "192.0.2.40,192.0.2.40,0", "shed.local:8080,shed.local,8080", "fe80::1,fe80::1,0",
            "[fe80::1]:81,[fe80::1],81" })
    void aGatewayHasAHostAndPerhapsAPort(String text, String host, int port) throws UsageException {
        assertThat(Options.parse("--gateway", text).connectionType(), is(new OwnGateway(host, port, false, false)));
        assertThat(Options.parse("--gateway", text, "--https", "--accept-certificate").connectionType(),
                is(new OwnGateway(host, port, true, true)));
    }

    @ParameterizedTest
    @CsvSource({ "192.0.2.40,192.0.2.40,0", "shed.local:17001,shed.local,17001" })
    void anAdapterHasAHostAndPerhapsAPort(String text, String host, int port) throws UsageException {
        assertThat(Options.parse("--network", text).connectionType(), is(new OwnAdapter(new HostAndPort(host, port))));
    }

    @Test
    void aSerialPortHasAName() throws UsageException {
        assertThat(Options.parse("--serial", "/dev/ttyUSB0").connectionType(), is(new OwnPort("/dev/ttyUSB0")));
    }

    @Test
    void aTunnelHasAnAccountAndPerhapsAServer() throws UsageException {
        assertThat(Options.parse("--tunnel", "owner@example.org").connectionType(),
                is(new OwnAccount("tunnel", "owner@example.org", Optional.empty())));
        assertThat(Options.parse("--host", "relay.example.org:7529", "--tunnel", "owner@example.org").connectionType(),
                is(new OwnAccount("tunnel", "owner@example.org",
                        Optional.of(new HostAndPort("relay.example.org", 7529)))));
    }

    @Test
    void anAccountIsReachedByOneWayAtATime() throws UsageException {
        assertThat(Options.parse("--portal", "owner@example.org").connectionType(),
                is(new OwnAccount("portal", "owner@example.org", Optional.empty())));
        assertThrows(UsageException.class,
                () -> Options.parse("--portal", "owner@example.org", "--tunnel", "owner@example.org"));
    }

    /** Whoever hands over the password all the same must not find it on the screen, or in the log of a script. */
    @ParameterizedTest
    @ValueSource(strings = { "owner@example.org:s3cret", "owner s3cret", "USER:owner@example.org:s3cret" })
    void whatMayHoldAPasswordIsNotRepeated(String account) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Workbench workbench = new Workbench(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        assertThat(workbench.run("--tunnel", account), is(Workbench.BAD_USAGE));
        assertThat(out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8),
                not(containsString("s3cret")));
    }

    @Test
    void onlyASerialPortNeedsTheSerialTransport() throws UsageException {
        assertThat(Options.parse("--serial", "/dev/ttyUSB0").connectionType().serialPorts(), is(not(Optional.empty())));
        assertThat(Options.parse("--network", "shed").connectionType().serialPorts(), is(Optional.empty()));
        assertThat(Options.parse().connectionType().serialPorts(), is(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({ "--nonsense,unknown", "--network a/b,network", "--network shed --gateway box,one-way",
            "--serial --fast,serial", "--tunnel owner,tunnel", "--tunnel --fast,tunnel", "--host relay,no-tunnel",
            "--tunnel owner@example.org --host https://relay,host", "--serial /dev/ttyUSB0 --network shed,one-way",
            "--seconds,value-missing", "--seconds 0,seconds", "--seconds 1e3,seconds", "--scenario rain,scenario",
            "--gateway http://192.0.2.40,gateway", "--gateway --fast,gateway", "--gateway 192.0.2.40:70000,gateway",
            "--gateway shed --fast,one-way", "--https,no-gateway", "--gateway shed --accept-certificate,no-https" })
    void whatMakesNoSenseIsRefused(String line, String key) {
        UsageException e = assertThrows(UsageException.class, () -> Options.parse(line.split(" ")));
        assertThat(e.key(), is("usage." + key));
        for (Locale locale : new Locale[] { Locale.ENGLISH, Locale.GERMAN }) {
            assertThat(new Texts(locale).of(e.key(), e.arguments()), not(containsString("{")));
        }
    }

    @Test
    void badUsageHasAStatusOfItsOwn() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Workbench workbench = new Workbench(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        assertThat(workbench.run("--nonsense"), is(Workbench.BAD_USAGE));
        assertThat(err.toString(StandardCharsets.UTF_8),
                allOf(containsString("--nonsense"), containsString("--gateway HOST[:PORT]")));
        assertThat(workbench.run("--list"), is(Workbench.GOOD));
        assertThat(out.toString(StandardCharsets.UTF_8), containsString("sunny-day"));
    }
}
