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

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests what a {@link GatewayConfiguration} accepts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class GatewayConfigurationTest {
    private final GatewayConfiguration configuration = new GatewayConfiguration();

    @ParameterizedTest
    @ValueSource(strings = { "192.168.1.40", "select-live", "select.live.lan", "box.lan.", "localhost", "10.0.0.1",
            "fe80::1", "[fe80::1]", "::1", " box", "box ", "box\n", "Box", "bóx", "[box]", "2001:db8:0:0:0:0:0:40",
            "fe80::1%eth0", "::ffff:192.0.2.1" })
    public void aHostIsEnough(String host) {
        configuration.host = host;

        assertThat(configuration.problem(), is(Optional.empty()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "  ", "\t" })
    public void theHostMustBeThere(@Nullable String host) {
        configuration.host = host;

        assertThat(key(), is(ConfigurationProblem.MISSING));
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://192.168.1.40", "https://box", "box/", "192.168.1.40/cgi-bin", "my box", "box:80",
            "192.168.1.40:80", "[fe80::1]:80", "owner@box", "owner:secret@box", "box?x", "box#x", "box\\x",
            "fe80::1::2", "[fe80::1", "fe80:1", "192.168.1", "192.168.1.400", "box,other", "\"box\"", "-box",
            "b_x:80" })
    public void nothingMayStandAroundTheHost(String host) {
        configuration.host = host;

        assertThat(key(), is(ConfigurationProblem.HOST_INVALID));
    }

    @Test
    public void anUnderscoreIsSaidToBeTheTroubleWhereNoWebAddressCanHaveOne() {
        configuration.host = "Select_Live";

        ConfigurationProblem problem = configuration.problem().orElseThrow();
        assertThat(problem.key(), is(ConfigurationProblem.HOST_UNDERSCORE));
        assertThat(problem.arguments(),
                contains("@text/thing-type.config.selectronic.gateway.host.label", "select_live"));
    }

    @Test
    public void aMistypedHostIsNotRepeatedAsItMayHoldAPassword() {
        configuration.host = "owner:secret@box";

        assertThat(configuration.problem().orElseThrow().arguments(),
                everyItem(anyOf(startsWith("@text/thing-type.config."), is("32"))));
    }

    @ParameterizedTest
    @CsvSource({ "1, false", "2, true", "3600, true", "3601, false", "-5, false", "0, false" })
    public void refreshIntervalHasLimits(int seconds, boolean accepted) {
        configuration.host = "box";
        configuration.refreshInterval = seconds;

        assertLimits(accepted, "refreshInterval", seconds, "2", "3600");
    }

    @ParameterizedTest
    @CsvSource({ "-1, false", "0, true", "8000, true", "65535, true", "65536, false" })
    public void portHasLimits(int port, boolean accepted) {
        configuration.host = "box";
        configuration.port = port;

        assertLimits(accepted, "port", port, "0", "65535");
    }

    @ParameterizedTest
    @CsvSource({ "0, false", "1, true", "60, true", "61, false" })
    public void timeoutHasLimits(int seconds, boolean accepted) {
        configuration.host = "box";
        configuration.timeout = seconds;

        assertLimits(accepted, "timeout", seconds, "1", "60");
    }

    @ParameterizedTest
    @CsvSource({ "0, false, 80", "0, true, 443", "8000, false, 8000", "8443, true, 8443", "80, true, 80" })
    public void theUsualPortIsThatOfTheScheme(int port, boolean https, int expected) {
        configuration.port = port;
        configuration.https = https;

        assertThat(configuration.effectivePort(), is(expected));
    }

    private void assertLimits(boolean accepted, String parameter, int number, String least, String most) {
        assertThat(configuration.problem().isEmpty(), is(accepted));
        if (!accepted) {
            assertThat(key(), is(ConfigurationProblem.OUT_OF_RANGE));
            assertThat(configuration.problem().orElseThrow().arguments(),
                    contains("@text/thing-type.config.selectronic.gateway." + parameter + ".label",
                            Integer.toString(number), least, most));
        }
    }

    private String key() {
        return configuration.problem().orElseThrow().key();
    }
}
