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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.thing.Thing;

/**
 * The forecast at the first contact with a unit that has logged for two months, over the wire.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class NativeForecastTest {
    private static final Instant START = Instant.parse("2026-01-20T09:00:00Z");
    private static final int DAYS = 60;

    private final SimulatedUnit unit = SimulatedUnit.withPast(
            Scenario.SUNNY_DAY.settings().withStart(START).withZone(ZoneId.of("Australia/Sydney")),
            Duration.ofDays(DAYS), UnitIdentity.b(0), Scenario.SUNNY_DAY, LogSettings.DEFAULT);
    private final SimulatedSerialServer server = new SimulatedSerialServer(
            SimulatedPort.of(new Simulation(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 1, List.of(unit))),
            SerialServerOptions.DEFAULT);
    private NativeHouse house = house(new FakeStorage());

    NativeForecastTest() throws IOException {
    }

    /** openHAB, started at the present of the plant, with items for the forecast only. */
    private NativeHouse house(FakeStorage storage) {
        NativeHouse started = new NativeHouse();
        started.storage = storage;
        started.wall = Clock.fixed(unit.now(), ZoneOffset.UTC);
        started.inverterConfig = Map.of("batteryCapacity", 20.0);
        started.openHab.links = channel -> channel.startsWith("forecast");
        return started;
    }

    @AfterEach
    void close() {
        house.close();
        server.close();
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
    void sixtyDaysOfTheLogAreThereAtTheFirstContactAndARestartInTheMiddleLosesNothing() {
        Thing inverter = house.network(server.port(), Map.of());
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
        assertThat(inverter.getHandler() instanceof InverterHandler handler ? handler.forecast()
                .map(forecast -> forecast.state() + " " + forecast.days() + " " + forecast.nights()).orElse("none")
                : "no handler", is("READY 30 30"));
        assertThat(house.openHab.series.get("forecast#state-of-charge"), hasSize(greaterThanOrEqualTo(72)));
        // a text for each week, and how far it is filled
        assertThat(whole.size(), is(greaterThanOrEqualTo(DAYS / 7 + 1)));

        house.close();
        house = house(left);
        house.network(server.port(), Map.of());
        fillUntil(unit.now());
        house.rounds(2);
        assertThat(profile("profile-"), is(whole));
    }
}
