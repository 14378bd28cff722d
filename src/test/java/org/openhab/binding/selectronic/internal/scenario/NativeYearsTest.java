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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.log.LogKind;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.PlantListener;
import org.openhab.binding.selectronic.simulator.plant.PlantState;
import org.openhab.binding.selectronic.simulator.plant.SolarSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.types.TimeSeries;

/**
 * Three years of a house, from the daily log of its unit into the series of days, against what the plant itself says
 * that flowed on each day.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class NativeYearsTest {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 10);
    /** The counters begin anew around noon of a day in the second year. */
    private static final LocalDate RESET = LocalDate.of(2024, 5, 20);
    private static final LocalDate LAST = LocalDate.of(2026, 1, 14);
    /** A counter drops what does not fill a count of 0.123 kWh, at both ends of a day; solar energy has two. */
    private static final double COUNT = 0.25;
    private static final Map<String, ToDoubleFunction<Energies>> FLOWS = Map.of("battery-energy-in",
            Energies::batteryIn, "battery-energy-out", Energies::batteryOut, "solar-energy",
            energies -> energies.acSolar() + energies.dcSolar(), "load-energy", Energies::load, "energy-import",
            Energies::sourceIn, "energy-export", Energies::sourceOut);

    private final FakeStorage storage = new FakeStorage();
    private final Map<LocalDate, Energies> flowed = new TreeMap<>();
    private final SimulatedUnit unit = unit();
    private final Simulation simulation = new Simulation(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 1, List.of(unit));
    private final SimulatedPort port = SimulatedPort.of(simulation);
    private final SimulatedSerialServer server;
    private NativeHouse house = house();

    NativeYearsTest() throws IOException {
        server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT);
    }

    private SimulatedUnit unit() {
        LogSettings logs = LogSettings.DEFAULT.withSectors(LogKind.DAILY, 2, 0x8000, 2);
        SimulatedUnit years = SimulatedUnit.withPast(
                Scenario.MAINS_EXPORTING.settings().withSolar(new SolarSettings(5000, 2500, 0.95))
                        .withStart(start(FIRST)).withZone(SYDNEY),
                Duration.ZERO, UnitIdentity.b(0), Scenario.MAINS_EXPORTING, logs);
        years.change(plant -> plant.observe(new PlantListener() {
            @Override
            public void passed(Instant from, Energies step, PlantState after) {
                flowed.merge(LocalDate.ofInstant(from, SYDNEY), step, Energies::plus);
            }
        }));
        pass(years, start(RESET).plus(Duration.ofHours(13)));
        years.change(plant -> plant.setCounters(Energies.NONE));
        years.change(plant -> plant.setCloudiness(0.2));
        // an hour after midnight
        pass(years, start(LAST.plusDays(1)).plus(Duration.ofHours(1)));
        years.poll();
        return years;
    }

    private static void pass(SimulatedUnit years, Instant until) {
        years.change(plant -> plant.advanceRoughly(Duration.between(plant.now(), until)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SYDNEY).toInstant();
    }

    private NativeHouse house() {
        return NativeHouse.startedAt(unit.now(), storage);
    }

    @AfterEach
    void close() {
        house.close();
        server.close();
    }

    private List<TimeSeries.Entry> series(String channel) {
        return house.openHab.series.getOrDefault("history#daily-" + channel, List.of());
    }

    private void catchUp() {
        house.time.await("the record", () -> {
            house.time.pass(Duration.ofSeconds(10));
            return new QuantityType<>("100 %").equals(house.openHab.states.get("connection#history-progress"));
        });
        house.endPollCycle();
    }

    private static Map<LocalDate, Double> days(List<TimeSeries.Entry> entries) {
        Map<LocalDate, Double> days = new TreeMap<>();
        for (TimeSeries.Entry entry : entries) {
            LocalDate day = LocalDate.ofInstant(entry.timestamp(), SYDNEY);
            assertThat("at its beginning", entry.timestamp(), is(start(day)));
            double energy = entry.state() instanceof QuantityType<?> quantity ? quantity.doubleValue() : Double.NaN;
            assertThat(day + " twice", days.put(day, energy) == null, is(true));
        }
        return days;
    }

    private void assertWhole(String channel, Map<LocalDate, Double> reported) {
        ToDoubleFunction<Energies> flow = FLOWS.getOrDefault(channel, energies -> Double.NaN);
        Map<LocalDate, Double> expected = new TreeMap<>();
        // the first day has no record before it, and what was counted before the reset is gone
        flowed.forEach((day, energies) -> {
            if (!day.equals(FIRST) && !day.equals(RESET) && !day.isAfter(LAST)) {
                expected.put(day, flow.applyAsDouble(energies) / 1000);
            }
        });
        assertThat(channel, reported.keySet(), is(expected.keySet()));
        expected.forEach(
                (day, energy) -> assertThat(channel + " of " + day, reported.get(day), is(closeTo(energy, COUNT))));
        assertThat(channel + " flowed", expected.values().stream().mapToDouble(Double::doubleValue).sum(),
                is(greaterThan(100.0)));
        assertThat(channel + ", sum of both parts", reported.values().stream().mapToDouble(Double::doubleValue).sum(),
                is(closeTo(expected.values().stream().mapToDouble(Double::doubleValue).sum(), 4 * COUNT + 1)));
    }

    @Test
    void threeYearsComeOnceAlsoWithARestartInTheMiddle() {
        house.network(server.port(), Map.of());
        // openHAB goes away before all of it was read
        house.time.await("the first years", () -> series("load-energy").size() >= 200);
        house.close();
        Map<String, Map<LocalDate, Double>> reported = new TreeMap<>();
        FLOWS.keySet().forEach(channel -> reported.put(channel, days(series(channel))));
        assertThat(Objects.requireNonNull(reported.get("load-energy")).size(), is(lessThan(1000)));

        house = house();
        house.network(server.port(), Map.of());
        catchUp();
        FLOWS.keySet().forEach(channel -> {
            Map<LocalDate, Double> rest = days(series(channel));
            rest.forEach((day, energy) -> assertThat(channel + ": " + day + " twice",
                    reported.getOrDefault(channel, Map.of()).containsKey(day), is(false)));
            rest.putAll(reported.getOrDefault(channel, Map.of()));
            assertWhole(channel, rest);
        });
        assertThat(port.violations(), is(empty()));

        // nothing new until the next day is over
        house.close();
        house = house();
        house.network(server.port(), Map.of());
        catchUp();
        assertThat(series("load-energy"), is(empty()));
        house.close();
        pass(unit, start(LAST.plusDays(2)).plus(Duration.ofHours(1)));
        house = house();
        house.network(server.port(), Map.of());
        catchUp();
        assertThat(days(series("load-energy")).keySet(), contains(LAST.plusDays(1)));
    }
}
