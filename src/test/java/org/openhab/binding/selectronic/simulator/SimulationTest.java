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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * The plants' time follows a clock, at any speed.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SimulationTest {
    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-01T03:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(@Nullable ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final HandClock clock = new HandClock();

    @Test
    void fastIsADayInTwoMinutes() {
        Simulation simulation = new Simulation(clock, SimulatorOptions.FAST,
                Simulation.units(Scenario.SUNNY_DAY, Scenario.SUNNY_DAY.settings(), 2));
        Instant start = simulation.now();
        clock.now = clock.now.plusSeconds(120);
        simulation.catchUp();
        assertThat(Duration.between(start, simulation.now()), is(Duration.ofDays(1)));
        simulation.units().forEach(unit -> assertThat(unit.now(), is(simulation.now())));
        assertThat(simulation.unit().sample().time(), is(simulation.now()));
    }

    @Test
    void clockThatJumpsBackDoesNotTurnThePlant() {
        Simulation simulation = Simulation.of(Scenario.NIGHT, clock);
        simulation.advance(Duration.ofMinutes(10));
        Instant before = simulation.unit().now();
        clock.now = clock.now.minus(Duration.ofDays(1));
        simulation.catchUp();
        assertThat(simulation.unit().now(), is(before));
    }

    @Test
    void unitsDiffer() {
        Simulation simulation = new Simulation(clock, 1,
                Simulation.units(Scenario.NIGHT, Scenario.NIGHT.settings(), 3));
        assertThat(simulation.units().stream().map(unit -> unit.identity().id()).distinct().count(), is(3L));
        assertThat(simulation.units().get(1).state().flows(), is(not(simulation.unit().state().flows())));
    }

    @Test
    void rebasedPlantKeepsItsHour() {
        for (int hour = 0; hour < 24; hour++) {
            Instant start = clock.now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(hour)).plusSeconds(hour);
            PlantSettings settings = Scenario.SUNNY_DAY.settings().rebasedTo(start);
            assertThat(settings.start(), is(start));
            assertThat(LocalDateTime.ofInstant(start, settings.zone()).toLocalTime().toString(), startsWith("06:30"));
        }
    }
}
