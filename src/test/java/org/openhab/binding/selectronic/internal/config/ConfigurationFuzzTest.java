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
package org.openhab.binding.selectronic.internal.config;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.http.UrlHost;
import org.openhab.binding.selectronic.internal.model.HostName;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever an owner types, the configuration says what is wrong or can be tried: then an address can be made of the
 * host, which leads to that host, and account and password fit into their lines. Two bytes are a number, the rest is
 * text, four lines of it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ConfigurationFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream
                .of("\0\5selectlive.local\nowner@example.com\ns&cret:1\nAUTO", "\1\0192.168.1.5:80\n\n\nGRID",
                        "\0\12::1\na:b\nx\ty\nGENERATOR", "\47\20http://box/\n \n \nSUN",
                        "\0\0select.live\nä@b\n%41\nBOTH", "\0\1fe80::1%eth0\nx\ny\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void typed(byte[] input) {
        int number = input.length < 2 ? 0 : (short) (input[0] << 8 | input[1] & 0xFF);
        String text = new String(input, Math.min(2, input.length), Math.max(0, input.length - 2),
                StandardCharsets.UTF_8);
        String[] lines = (text + "\n\n\n\n").split("\n", -1);

        GatewayConfiguration gateway = new GatewayConfiguration();
        gateway.host = lines[0];
        gateway.port = number;
        if (isGood(gateway.problem(), number, 65_535)) {
            leadsTo(lines[0], gateway.effectivePort());
        }
        NetworkConfiguration network = new NetworkConfiguration();
        network.host = lines[0];
        network.refreshInterval = number;
        network.inverterPassword = lines[2];
        if (isGood(network.problem(), number, 3600)) {
            leadsTo(lines[0], network.port);
            assertThat(lines[2].getBytes(StandardCharsets.UTF_8).length, is(lessThanOrEqualTo(32)));
        }
        TunnelConfiguration tunnel = new TunnelConfiguration();
        tunnel.host = lines[0];
        tunnel.email = lines[1];
        tunnel.password = lines[2];
        tunnel.idleRelease = number;
        if (isGood(tunnel.problem(), number, 1440)) {
            leadsTo(lines[0], tunnel.port);
            String login = lines[1] + ":" + lines[2];
            assertThat(login.indexOf(':'), is(lines[1].length()));
            assertThat(login.lines().count(), is(1L));
        }
        PortalConfiguration portal = new PortalConfiguration();
        portal.host = lines[0];
        portal.email = lines[1];
        portal.password = lines[2];
        portal.refreshInterval = number;
        if (isGood(portal.problem(), number, 3600)) {
            leadsTo(lines[0], portal.port);
        }
        SerialConfiguration serial = new SerialConfiguration();
        serial.serialPort = lines[0];
        serial.refreshInterval = number;
        isGood(serial.problem(), number, 3600);
        InverterConfiguration inverter = new InverterConfiguration();
        inverter.acSource = lines[3];
        inverter.batteryCapacity = number / 3.0;
        inverter.historyDays = number;
        isGood(inverter.problem(), number, 10_000);
        assertThat(inverter.acSource(), is(notNullValue()));
    }

    /** What is wrong has a text with arguments that fit in; what is good has a number that can be. */
    private static boolean isGood(Optional<ConfigurationProblem> problem, int number, int most) {
        problem.ifPresent(wrong -> assertThat(wrong.key(), startsWith("offline.conf-error.")));
        assertThat(problem.isPresent() || number >= 0 && number <= most, is(true));
        return problem.isEmpty();
    }

    private static void leadsTo(String typed, int port) {
        String host = HostName.normal(typed);
        String name = UrlHost.of(host);
        URI address = URI.create("https://" + name + ":" + port + "/path");
        assertThat(address.getHost(), is(anyOf(is(host), is("[" + host + "]"))));
        assertThat(address.getPort(), is(port));
        assertThat(address.getUserInfo(), is(nullValue()));
        assertThat(address.getPath(), is("/path"));
    }
}
