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
 * Tests what a {@link NetworkConfiguration} accepts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class NetworkConfigurationTest {
    private final NetworkConfiguration configuration = new NetworkConfiguration();

    @ParameterizedTest
    @ValueSource(strings = { "192.168.1.41", "adapter", "adapter.lan", "sp_pro.lan", "fe80::1", "[2001:db8::41]" })
    public void aHostIsEnough(String host) {
        configuration.host = host;

        assertThat(configuration.problem(), is(Optional.empty()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " " })
    public void theHostMustBeThere(@Nullable String host) {
        configuration.host = host;

        assertThat(key(), is(ConfigurationProblem.MISSING));
    }

    @ParameterizedTest
    @ValueSource(strings = { "adapter:10001", "tcp://adapter", "rfc2217://adapter:10001", "owner:secret@adapter" })
    public void nothingMayStandAroundTheHostAndItIsNotRepeated(String host) {
        configuration.host = host;

        assertThat(key(), is(ConfigurationProblem.HOST_INVALID));
        assertThat(configuration.problem().orElseThrow().arguments(),
                everyItem(anyOf(startsWith("@text/thing-type.config."), is("32"))));
    }

    @ParameterizedTest
    @CsvSource({ "0, false", "1, true", "10001, true", "65535, true", "65536, false" })
    public void portHasLimits(int port, boolean accepted) {
        configuration.host = "adapter";
        configuration.port = port;

        assertLimits(accepted, "port", port, "1", "65535");
    }

    @Test
    public void theSharedPartIsCheckedToo() {
        configuration.host = "adapter";
        configuration.refreshInterval = 0;

        assertThat(key(), is(ConfigurationProblem.OUT_OF_RANGE));
    }

    private void assertLimits(boolean accepted, String parameter, int number, String least, String most) {
        assertThat(configuration.problem().isEmpty(), is(accepted));
        if (!accepted) {
            assertThat(key(), is(ConfigurationProblem.OUT_OF_RANGE));
            assertThat(configuration.problem().orElseThrow().arguments(),
                    contains("@text/thing-type.config.selectronic.network." + parameter + ".label",
                            Integer.toString(number), least, most));
        }
    }

    private String key() {
        return configuration.problem().orElseThrow().key();
    }
}
