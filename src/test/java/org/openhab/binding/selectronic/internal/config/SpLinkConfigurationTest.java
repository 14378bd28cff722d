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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests what the shared part of a {@link SpLinkConfiguration} accepts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class SpLinkConfigurationTest {
    private final SpLinkConfiguration configuration = new SpLinkConfiguration();

    @Test
    public void nothingNeedsToBeSet() {
        assertThat(configuration.problem(), is(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({ "0, false", "1, true", "3600, true", "3601, false", "-10, false" })
    public void refreshIntervalHasLimits(int seconds, boolean accepted) {
        configuration.refreshInterval = seconds;

        assertLimits(accepted, "refreshInterval", seconds, "1", "3600");
    }

    @ParameterizedTest
    @CsvSource({ "-1, false", "0, true", "1440, true", "1441, false" })
    public void idleReleaseHasLimits(int minutes, boolean accepted) {
        configuration.idleRelease = minutes;

        assertLimits(accepted, "idleRelease", minutes, "0", "1440");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a", "Selectronic SP Pro", "with, comma: \"and\" ~",
            "12345678901234567890123456789012" })
    public void anInverterCanHaveAnyPasswordOf32AsciiCharacters(String password) {
        configuration.inverterPassword = password;

        assertThat(configuration.problem(), is(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "123456789012345678901234567890123", "secr\u00e9t", "secret\n", "\u0000", "secret\u007f" })
    public void anyOtherPasswordIsNotRepeated(String password) {
        configuration.inverterPassword = password;

        assertThat(key(), is(ConfigurationProblem.INVALID_PASSWORD));
        assertThat(configuration.problem().orElseThrow().arguments(),
                everyItem(anyOf(startsWith("@text/thing-type.config."), is("32"))));
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
