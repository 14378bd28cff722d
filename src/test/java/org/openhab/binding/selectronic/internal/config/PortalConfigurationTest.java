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

import java.time.Duration;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;

/**
 * Tests what a {@link PortalConfiguration} accepts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PortalConfigurationTest {
    private final PortalConfiguration configuration = new PortalConfiguration();

    PortalConfigurationTest() {
        configuration.email = "owner@example.org";
        configuration.password = "secret";
    }

    private Optional<String> key() {
        return configuration.problem().map(ConfigurationProblem::key);
    }

    @Test
    void anAccountIsEnough() {
        assertThat(key(), is(Optional.empty()));
        assertThat(Duration.ofSeconds(configuration.refreshInterval), is(ConnectionType.PORTAL.usualInterval()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " " })
    void theAddressMustBeThere(@Nullable String email) {
        configuration.email = email;
        assertThat(key(), is(Optional.of(ConfigurationProblem.MISSING)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void thePasswordMustBeThere(@Nullable String password) {
        configuration.password = password;
        assertThat(key(), is(Optional.of(ConfigurationProblem.MISSING)));
    }

    @ParameterizedTest
    @CsvSource({ "29, false", "30, true", "3600, true", "3601, false" })
    void theIntervalHasLimits(int seconds, boolean accepted) {
        configuration.refreshInterval = seconds;
        assertThat(key().isEmpty(), is(accepted));
    }

    @ParameterizedTest
    @CsvSource({ "0, false", "1, true", "65535, true", "65536, false" })
    void thePortHasLimits(int port, boolean accepted) {
        configuration.port = port;
        assertThat(key().isEmpty(), is(accepted));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://select.live", "select.live:443", "select.live/login", "owner@select.live" })
    void theHostIsABareName(String host) {
        configuration.host = host;
        assertThat(key(), is(Optional.of(ConfigurationProblem.HOST_INVALID)));
    }
}
