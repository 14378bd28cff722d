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
 * Tests what a {@link TunnelConfiguration} accepts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class TunnelConfigurationTest {
    private final TunnelConfiguration configuration = new TunnelConfiguration();

    @ParameterizedTest
    @ValueSource(strings = { "secret", "with: colon", " ", "\u00fcber, \"quoted\"" })
    public void anAccountIsEnough(String password) {
        account();
        configuration.password = password;

        assertThat(configuration.problem(), is(Optional.empty()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " " })
    public void theAddressMustBeThere(@Nullable String email) {
        account();
        configuration.email = email;

        assertThat(key(), is(ConfigurationProblem.MISSING));
    }

    @ParameterizedTest
    @ValueSource(strings = { "owner@example.org:secret", "owner@example.org\nUSER", "owner\u0085@example.org" })
    public void theAddressMayNotEndItsPartOfTheLineAndIsNotRepeated(String email) {
        account();
        configuration.email = email;

        assertThat(key(), is(ConfigurationProblem.INVALID));
        assertThat(configuration.problem().orElseThrow().arguments(),
                everyItem(anyOf(startsWith("@text/thing-type.config."), is("32"))));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    public void thePasswordMustBeThere(@Nullable String password) {
        account();
        configuration.password = password;

        assertThat(key(), is(ConfigurationProblem.MISSING));
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret\r\n", "sec\u0000ret" })
    public void thePasswordMayNotEndTheLineAndIsNotRepeated(String password) {
        account();
        configuration.password = password;

        assertThat(key(), is(ConfigurationProblem.INVALID));
        assertThat(configuration.problem().orElseThrow().arguments(),
                everyItem(anyOf(startsWith("@text/thing-type.config."), is("32"))));
    }

    @ParameterizedTest
    @CsvSource({ "select.live, true", "splink-api.selectlive.selectronic.com.au, true", "localhost, true",
            "sp_link, true", "https://select.live, false", "select.live:7528, false" })
    public void theServerIsAHost(String host, boolean accepted) {
        account();
        configuration.host = host;

        assertThat(configuration.problem().map(ConfigurationProblem::key),
                is(accepted ? Optional.empty() : Optional.of(ConfigurationProblem.HOST_INVALID)));
    }

    @Test
    public void theServerMayNotBeEmpty() {
        account();
        configuration.host = "";

        assertThat(key(), is(ConfigurationProblem.MISSING));
    }

    @ParameterizedTest
    @CsvSource({ "0, false", "1, true", "7528, true", "65535, true", "65536, false" })
    public void portHasLimits(int port, boolean accepted) {
        account();
        configuration.port = port;

        assertLimits(accepted, "port", port, "1", "65535");
    }

    @Test
    public void theSharedPartIsCheckedToo() {
        account();
        configuration.refreshInterval = 0;

        assertThat(key(), is(ConfigurationProblem.OUT_OF_RANGE));
    }

    private void account() {
        configuration.email = "owner@example.org";
        configuration.password = "secret";
    }

    private void assertLimits(boolean accepted, String parameter, int number, String least, String most) {
        assertThat(configuration.problem().isEmpty(), is(accepted));
        if (!accepted) {
            assertThat(key(), is(ConfigurationProblem.OUT_OF_RANGE));
            assertThat(configuration.problem().orElseThrow().arguments(),
                    contains("@text/thing-type.config.selectronic.tunnel." + parameter + ".label",
                            Integer.toString(number), least, most));
        }
    }

    private String key() {
        return configuration.problem().orElseThrow().key();
    }
}
