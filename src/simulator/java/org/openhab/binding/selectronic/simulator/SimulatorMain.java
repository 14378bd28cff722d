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

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;

/**
 * A simulated SP PRO to point an openHAB, a browser or any other client at. It runs until Ctrl-C.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SimulatorMain {
    private SimulatorMain() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            Objects.requireNonNull(System.out).print(SimulatorOptions.USAGE);
            return;
        }
        SimulatorOptions options;
        try {
            options = SimulatorOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            fail(2, e.getMessage() + System.lineSeparator() + SimulatorOptions.USAGE);
            return;
        }
        RunningSimulator simulator;
        try {
            simulator = start(options, Clock.systemUTC());
        } catch (IOException e) {
            fail(1, e.getMessage() + System.lineSeparator());
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "stop"));
        simulator.explain(Objects.requireNonNull(System.out));
        new CountDownLatch(1).await();
    }

    private static void fail(int code, String text) {
        Objects.requireNonNull(System.err).print(text);
        System.exit(code);
    }

    /**
     * Starts what the options ask for. The plant begins at the present, so that time stamps are those of now. Its hour
     * of the day is that of this machine, or that of the scenario where the options say so.
     */
    static RunningSimulator start(SimulatorOptions options, Clock clock) throws IOException {
        PlantSettings script = options.scenario().settings().withSeed(options.seed());
        PlantSettings settings = options.hourOfScenario() ? script.rebasedTo(clock.instant())
                : script.withStart(clock.instant().truncatedTo(ChronoUnit.SECONDS)).withZone(ZoneId.systemDefault());
        return new RunningSimulator(new Simulation(clock, options.speed(),
                Simulation.units(options.scenario(), settings, options.units(), Duration.ofDays(options.past()))),
                settings.zone(), options);
    }
}
