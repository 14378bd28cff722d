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
package org.openhab.binding.selectronic.internal.scenario;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.types.State;

/**
 * Counts what a simulated day gives the event bus of openHAB, and what the rules of the examples hand on of it to a
 * broker. It takes a minute, so it is run with the years only; the figures are in {@code target/republished.md}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class RepublishedDay {
    private static final int INTERVAL = 10;
    private static final int POLLS = 86_400 / INTERVAL;
    private static final int FULL_ROUNDS = 96;
    private static final int SAMPLE_TIMES = 24 * 60;
    private static final Path RULES = Path.of("examples/mqtt/republish.rules");

    private final Map<String, Double> steps = new HashMap<>();
    private final Map<String, State> last = new HashMap<>();
    private final Map<String, Double> published = new HashMap<>();
    private long updates;
    private long changes;
    private long moved;

    @Test
    void ofASunnyDayLessThanOneUpdateInThirtyReachesTheBroker() throws IOException {
        Pattern.compile("\"([^\"]+)\" -> ([\\d.]+)").matcher(Files.readString(RULES)).results()
                .forEach(step -> steps.put(step.group(1), Double.valueOf(step.group(2))));
        Simulation simulation = Simulation.still(Scenario.SUNNY_DAY);
        try (SimulatedSerialServer server = new SimulatedSerialServer(SimulatedPort.of(simulation),
                SerialServerOptions.DEFAULT); NativeHouse house = new NativeHouse()) {
            house.network(server.port(), Map.of("refreshInterval", BigDecimal.valueOf(INTERVAL)));
            for (int poll = 0; poll < POLLS; poll++) {
                house.openHab.updates.clear();
                simulation.advance(Duration.ofSeconds(INTERVAL));
                house.time.pass(Duration.ofSeconds(INTERVAL));
                house.endPollCycle();
                updates += house.openHab.updates.size();
                // the clock of the samples is the real one here, so their times are reckoned below
                house.openHab.states.forEach((channel, state) -> {
                    if (!channel.equals("connection#sample-time")) {
                        count(channel, state);
                    }
                });
            }
        }
        long messages = moved + SAMPLE_TIMES + FULL_ROUNDS * (last.size() + 1L);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/republished.md"),
                "%d channels with a value, %d updates, %d changes, %d of them by a step; %d messages a day%n"
                        .formatted(last.size() + 1, updates, changes, moved, messages));
        assertThat(updates, is(greaterThan(30 * messages)));
    }

    private void count(String channel, State state) {
        if (state.equals(last.put(channel, state))) {
            return;
        }
        changes++;
        String[] words = state.toString().split(" ");
        @Nullable
        Double step = state instanceof Number ? steps.get(words[words.length - 1]) : null;
        if (step == null) {
            moved++;
            return;
        }
        double number = ((Number) state).doubleValue();
        @Nullable
        Double before = published.get(channel);
        if (before == null || Math.abs(number - before) >= step) {
            moved++;
            published.put(channel, number);
        }
    }
}
