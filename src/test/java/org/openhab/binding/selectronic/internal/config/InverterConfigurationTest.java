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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.model.AcSource;

/**
 * Tests what an {@link InverterConfiguration} accepts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class InverterConfigurationTest {
    private final InverterConfiguration configuration = new InverterConfiguration();

    @Test
    public void nothingNeedsToBeSet() {
        assertThat(configuration.problem(), is(Optional.empty()));
        assertThat(configuration.acSource(), is(AcSource.AUTO));
    }

    @ParameterizedTest
    @ValueSource(doubles = { 0.9, -5, 10_001, Double.NaN })
    public void aCapacityThatCannotBeIsRefused(double capacity) {
        configuration.batteryCapacity = capacity;
        assertThat(configuration.problem().orElseThrow().key(), is(ConfigurationProblem.OUT_OF_RANGE));
        assertThat(configuration.problem().orElseThrow().arguments(),
                contains("@text/thing-type.config.selectronic.inverter.batteryCapacity.label",
                        Double.toString(capacity), "1", "10000"));
    }

    @ParameterizedTest
    @ValueSource(doubles = { 1, 63.6, 10_000 })
    public void aCapacityNeedNotBeWhole(double capacity) {
        configuration.batteryCapacity = capacity;
        assertThat(configuration.problem(), is(Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    public void eachAcSourceIsAnOption(AcSource source) {
        configuration.acSource = source.name();

        assertThat(configuration.problem(), is(Optional.empty()));
        assertThat(configuration.acSource(), is(source));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " " })
    public void anEmptyAcSourceIsFoundOut(@Nullable String acSource) {
        configuration.acSource = acSource;

        assertThat(configuration.problem(), is(Optional.empty()));
        assertThat(configuration.acSource(), is(AcSource.AUTO));
    }

    @ParameterizedTest
    @ValueSource(strings = { "MAINS", "generator", "GRID,GENERATOR" })
    public void anythingElseIsNoAcSource(String acSource) {
        configuration.acSource = acSource;

        ConfigurationProblem problem = configuration.problem().orElseThrow();
        assertThat(problem.key(), is(ConfigurationProblem.NOT_AN_OPTION));
        assertThat(problem.arguments(), contains("@text/thing-type.config.selectronic.inverter.acSource.label",
                acSource, "AUTO / GRID / GENERATOR / BOTH"));
    }

    @ParameterizedTest
    @CsvSource({ "79, false", "80, true", "100000, true", "100001, false", "-100, false" })
    public void generatorThresholdHasLimits(int watts, boolean accepted) {
        configuration.generatorThreshold = watts;

        assertThat(configuration.problem().isEmpty(), is(accepted));
        if (!accepted) {
            ConfigurationProblem problem = configuration.problem().orElseThrow();
            assertThat(problem.key(), is(ConfigurationProblem.OUT_OF_RANGE));
            assertThat(problem.arguments(),
                    contains("@text/thing-type.config.selectronic.inverter.generatorThreshold.label",
                            Integer.toString(watts), "80", "100000"));
        }
    }
}
