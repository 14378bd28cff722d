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
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.forecast.Forecast;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Thing;
import org.openhab.core.types.UnDefType;

/**
 * The forecast of a unit with a log, over the wire.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class NativeForecastTest {
    private static final Instant START = Instant.parse("2026-01-20T09:00:00Z");
    private static final int DAYS = 60;
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private SimulatedUnit unit = of(Scenario.SUNNY_DAY.settings(), Duration.ZERO);
    private @Nullable SimulatedSerialServer server;
    private final Map<String, Object> config = new HashMap<>(Map.of("batteryCapacity", 20.0));
    private NativeHouse house = house(new FakeStorage());

    private static SimulatedUnit of(PlantSettings plant, Duration past) {
        return SimulatedUnit.withPast(plant.withStart(START).withZone(SYDNEY), past, UnitIdentity.b(0),
                Scenario.SUNNY_DAY, LogSettings.DEFAULT);
    }

    /** A unit that has been logging for some days, and openHAB beside it. */
    private Thing begin(PlantSettings plant, Duration past) throws IOException {
        unit = of(plant, past);
        return begin(new FakeStorage());
    }

    private Thing begin(FakeStorage storage) throws IOException {
        close();
        SimulatedSerialServer started = new SimulatedSerialServer(
                SimulatedPort.of(new Simulation(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 1, List.of(unit))),
                SerialServerOptions.DEFAULT);
        server = started;
        house = house(storage);
        return house.network(started.port(), Map.of());
    }

    private Forecast forecast(Thing inverter) {
        return inverter.getHandler() instanceof InverterHandler handler ? handler.forecast().orElseThrow()
                : fail("no handler");
    }

    /** openHAB, started at the present of the plant, with items for the forecast only. */
    private NativeHouse house(FakeStorage storage) {
        NativeHouse started = new NativeHouse();
        started.storage = storage;
        started.wall = Clock.fixed(unit.now(), ZoneOffset.UTC);
        started.inverterConfig = Map.copyOf(config);
        started.openHab.links = channel -> channel.startsWith("forecast");
        return started;
    }

    @AfterEach
    void close() {
        house.close();
        SimulatedSerialServer started = server;
        if (started != null) {
            started.close();
        }
    }

    private String filled() {
        return profile("profile-filled").values().stream().findFirst().orElseGet(() -> "");
    }

    private Map<String, String> profile(String of) {
        Map<String, String> texts = new TreeMap<>();
        for (String key : house.storage.getKeys()) {
            String text = house.storage.get(key);
            if (key.contains(of) && text != null) {
                texts.put(key, text);
            }
        }
        return texts;
    }

    /** Lets it read until the log up to a moment is in the profile. */
    private void fillUntil(Instant moment) {
        house.time.await("the profile", () -> {
            house.time.pass(Duration.ofSeconds(10));
            return filled().compareTo(moment.toString()) >= 0;
        });
    }

    @Test
    void sixtyDaysOfTheLogAreThereAtTheFirstContactAndARestartInTheMiddleLosesNothing() throws IOException {
        Thing inverter = begin(Scenario.SUNNY_DAY.settings(), Duration.ofDays(DAYS));
        fillUntil(START.minus(Duration.ofDays(DAYS / 2)));
        // the machine is switched off without a word: only what is stored by now is left
        FakeStorage left = new FakeStorage();
        for (String key : house.storage.getKeys()) {
            left.put(key, house.storage.get(key));
        }
        assertThat(filled(), is(lessThan(START.toString())));
        fillUntil(unit.now());
        house.rounds(2);
        Map<String, String> whole = profile("profile-");
        Forecast forecast = forecast(inverter);
        assertThat(forecast.state() + " " + forecast.days() + " " + forecast.nights(), is("READY 30 30"));
        assertThat(house.openHab.series.get("forecast#state-of-charge"), hasSize(greaterThanOrEqualTo(72)));
        // a text for each week, and how far it is filled
        assertThat(whole.size(), is(greaterThanOrEqualTo(DAYS / 7 + 1)));

        begin(left);
        fillUntil(unit.now());
        house.rounds(2);
        assertThat(profile("profile-"), is(whole));
    }

    @Test
    void whatTheUnitLoggedWhileOpenHabWasAwayIsFilledIn() throws IOException {
        begin(Scenario.SUNNY_DAY.settings(), Duration.ofDays(4));
        fillUntil(unit.now());
        Map<String, String> before = profile("profile-");
        unit.advanceTo(START.plus(Duration.ofHours(5)));
        begin(house.storage);
        fillUntil(unit.now());
        Map<String, String> filledIn = profile("profile-");
        assertThat(filledIn, is(not(before)));

        begin(new FakeStorage());
        fillUntil(unit.now());
        assertThat("as if openHAB had never been away", filledIn, is(profile("profile-")));
    }

    @Test
    void withoutALogItLearnsAndSaysSo() throws IOException {
        Thing inverter = begin(Scenario.SUNNY_DAY.settings(), Duration.ZERO);
        house.rounds(1);
        Forecast forecast = forecast(inverter);
        assertThat(forecast.state() + " " + forecast.days(), is("LEARNING 0"));
        assertThat(house.openHab.states.get("forecast#lowest-charge"), is(UnDefType.UNDEF));
    }

    @Test
    void threeDaysAreEnough() throws IOException {
        Thing inverter = begin(Scenario.SUNNY_DAY.settings(), Duration.ofDays(3).plusHours(2));
        fillUntil(unit.now());
        house.rounds(2);
        Forecast forecast = forecast(inverter);
        assertThat(forecast.state() + " " + forecast.days() + " " + forecast.nights(), is("READY 3 0"));
        assertThat(forecast.typicalError(), is(Double.NaN));
        assertThat(house.openHab.states.get("forecast#typical-error"), is(UnDefType.UNDEF));
    }

    @Test
    void onTheGridNothingRunsShort() throws IOException {
        Thing inverter = begin(Scenario.MAINS_EVENING.settings(), Duration.ofDays(4));
        fillUntil(unit.now());
        house.rounds(2);
        assertThat(forecast(inverter).state(), is(Forecast.State.ON_GRID));
        assertThat(house.openHab.states.get("forecast#lowest-charge"), is(UnDefType.UNDEF));
        assertThat(house.openHab.series, not(hasKey("forecast#state-of-charge")));
        assertThat(house.openHab.series, hasKey("forecast#load-power"));
        assertThat(house.openHab.triggers, everyItem(not(startsWith("forecast"))));
    }

    /** Start at 30 % and stop at 80 %, until the installer changes them. */
    @Test
    void theSetPointsOfTheUnitCount() throws IOException {
        PlantSettings plant = Scenario.CLOUDY_WEEK.settings();
        Thing inverter = begin(plant.withBattery(plant.battery().withSoc(40)), Duration.ofDays(5));
        fillUntil(unit.now());
        awaitSetPoints();
        Forecast forecast = forecast(inverter);
        Instant start = Objects.requireNonNull(forecast.generatorStart());
        assertThat(forecast.reserve(), is(30.0));
        assertThat(house.openHab.states.get("forecast#generator-start"), is(new DateTimeType(start)));
        assertThat(highestAfter(forecast, start), is(greaterThan(60.0)));

        unit.set(0xC02F, 10);
        unit.set(0xC030, 35);
        Forecast changed = forecast(again());
        assertThat(changed.reserve(), is(10.0));
        assertThat(changed.generatorStart(), is(anyOf(nullValue(), greaterThan(start))));

        config.put("reserve", 25);
        Forecast reserved = forecast(again());
        assertThat(reserved.reserve(), is(25.0));
        assertThat(reserved.generatorStart(), is(changed.generatorStart()));
    }

    private void awaitSetPoints() {
        house.time.await("the set points", () -> {
            house.time.pass(Duration.ofSeconds(10));
            return house.openHab.states.get("generator#start-charge") instanceof QuantityType<?>;
        });
        house.rounds(2);
    }

    private static double highestAfter(Forecast forecast, Instant start) {
        return forecast.steps().stream().filter(step -> step.start().isAfter(start)).mapToDouble(Forecast.Step::charge)
                .max().orElseThrow();
    }

    /** The same house after a restart of openHAB. */
    private Thing again() throws IOException {
        Thing inverter = begin(house.storage);
        awaitSetPoints();
        return inverter;
    }
}
