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
package org.openhab.binding.selectronic.simulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.simulator.fault.FaultName;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * The command line.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SimulatorMainTest {
    @Test
    void optionsAreUnderstood() {
        SimulatorOptions options = SimulatorOptions.of("--port", "8080", "--scenario", "night", "--fast", "--seed", "9",
                "--units", "3", "--https", "--fault", "login-page");
        assertThat(options.port(), is(8080));
        assertThat(options.scenario(), is(Scenario.NIGHT));
        assertThat(options.speed(), is(720.0));
        assertThat(options.seed(), is(9L));
        assertThat(options.units(), is(3));
        assertThat(options.https(), is(true));
        assertThat(options.fault().orElseThrow(), is(FaultName.LOGIN_PAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--what", "--port", "--port x", "--port 70000", "--units 0", "--scenario snow",
            "--fault none"})
    void wrongOptionsAreRefused(String line) {
        assertThrows(IllegalArgumentException.class, () -> SimulatorOptions.of(line.split(" ")));
    }

    @ParameterizedTest
    @EnumSource(FaultName.class)
    void faultsHaveNames(FaultName fault) {
        assertThat(FaultName.byName(fault.label()).orElseThrow(), is(fault));
        assertThat(fault.make(), is(notNullValue()));
        assertThat(SimulatorOptions.USAGE, containsString(fault.label()));
    }

    @Test
    void startsAtThePresentAndTellsWhere() throws Exception {
        SimulatorOptions options = SimulatorOptions.of("--units", "2");
        Clock clock = Clock.systemUTC();
        try (SimulatedGateway gateway = SimulatorMain.start(options, clock)) {
            assertThat(Duration.between(gateway.simulation().now(), clock.instant()).abs(),
                    is(lessThan(Duration.ofSeconds(10))));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            SimulatorMain.explain(options, gateway, new PrintStream(bytes, true, StandardCharsets.UTF_8));
            assertThat(bytes.toString(StandardCharsets.UTF_8),
                    allOf(containsString(gateway.uri().toString()), containsString(gateway.pointPath())));
        }
    }
}
