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
package org.openhab.binding.selectronic.workbench;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.workbench.screen.Texts;

/**
 * A simulated SP PRO behind a simulated Select.live box on this machine.
 *
 * @param scenario what happens to it
 * @param fast whether a day passes in two minutes
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record SimulatedSpPro(Scenario scenario, boolean fast) implements ConnectionType {

    /** What is run against if nothing else is asked for. */
    static final SimulatedSpPro USUAL = new SimulatedSpPro(Scenario.SUNNY_DAY, false);

    private static final int FAST = 24 * 60 / 2;
    private static final int USUAL_INTERVAL = 5;
    private static final int SHORTEST_INTERVAL = 2;

    @Override
    public String title(Texts texts) {
        return texts.of(fast ? "title.simulated.fast" : "title.simulated", scenario.label(), FAST);
    }

    @Override
    public Opened open(AccountPassword password) throws IOException {
        Clock clock = Clock.systemUTC();
        PlantSettings settings = scenario.settings().rebasedTo(fast ? todayAtTheHourOf(scenario) : clock.instant());
        SimulatedGateway gateway = new SimulatedGateway(
                new Simulation(clock, fast ? FAST : 1, Simulation.units(scenario, settings, 1)),
                GatewayOptions.DEFAULT);
        return new Opened(OwnGateway.BRIDGE, Map.of("host", gateway.host(), "port", gateway.port(), "refreshInterval",
                fast ? SHORTEST_INTERVAL : USUAL_INTERVAL), gateway::close);
    }

    /** A time that runs ahead of ours begins so that its hours are those of the sun. */
    private static Instant todayAtTheHourOf(Scenario scenario) {
        return LocalDate.now().atTime(LocalTime.ofInstant(scenario.settings().start(), scenario.settings().zone()))
                .atZone(ZoneId.systemDefault()).toInstant();
    }

    /** What happens, and how fast. */
    static final class Choice implements ConnectionType.Choice {
        private @Nullable Scenario scenario;
        private boolean fast;

        @Override
        public boolean take(String option, Iterator<String> rest) throws UsageException {
            switch (option) {
                case "--fast" -> fast = true;
                case "--scenario" -> scenario = scenario(Options.value(option, rest));
                default -> {
                    return false;
                }
            }
            return true;
        }

        private static Scenario scenario(String name) throws UsageException {
            return Scenario.byName(name).orElseThrow(() -> new UsageException("scenario", name));
        }

        @Override
        public Optional<ConnectionType> chosen() {
            return scenario == null && !fast ? Optional.empty()
                    : Optional.of(new SimulatedSpPro(Objects.requireNonNullElse(scenario, USUAL.scenario), fast));
        }
    }
}
