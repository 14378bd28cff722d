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
 * Tests what a {@link SerialConfiguration} accepts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class SerialConfigurationTest {
    private final SerialConfiguration configuration = new SerialConfiguration();

    @ParameterizedTest
    @ValueSource(strings = { "/dev/ttyUSB0", "/dev/serial/by-id/usb-Selectronic_SP_PRO_1_0001-if00-port0", "COM3",
            "rfc2217://box:2217" })
    public void aPortIsEnough(String port) {
        configuration.serialPort = port;

        assertThat(configuration.problem(), is(Optional.empty()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "  ", "\t" })
    public void thePortMustBeThere(@Nullable String port) {
        configuration.serialPort = port;

        assertThat(key(), is(ConfigurationProblem.MISSING));
        assertThat(configuration.problem().orElseThrow().arguments(),
                everyItem(anyOf(startsWith("@text/thing-type.config."), is("32"))));
    }

    @ParameterizedTest
    @CsvSource({ "-1, false", "0, true", "9600, true", "57600, true", "230400, true", "230401, false" })
    public void speedHasLimits(int baud, boolean accepted) {
        configuration.serialPort = "COM3";
        configuration.speed = baud;

        assertLimits(accepted, "speed", baud, "0", "230400");
    }

    @Test
    public void theSharedPartIsCheckedToo() {
        configuration.serialPort = "COM3";
        configuration.refreshInterval = 0;

        assertThat(key(), is(ConfigurationProblem.OUT_OF_RANGE));
    }

    private void assertLimits(boolean accepted, String parameter, int number, String least, String most) {
        assertThat(configuration.problem().isEmpty(), is(accepted));
        if (!accepted) {
            assertThat(key(), is(ConfigurationProblem.OUT_OF_RANGE));
            assertThat(configuration.problem().orElseThrow().arguments(),
                    contains("@text/thing-type.config.selectronic.serial." + parameter + ".label",
                            Integer.toString(number), least, most));
        }
    }

    private String key() {
        return configuration.problem().orElseThrow().key();
    }
}
