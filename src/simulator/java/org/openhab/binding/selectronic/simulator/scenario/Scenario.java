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
package org.openhab.binding.selectronic.simulator.scenario;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.plant.BatterySettings;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.GeneratorSettings;
import org.openhab.binding.selectronic.simulator.plant.GridSettings;
import org.openhab.binding.selectronic.simulator.plant.LoadSettings;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.plant.SolarSettings;

/**
 * Scripts: a plant to begin with, and what happens to it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Scenario {
    SUNNY_DAY("off the grid in January, from half past six in the morning", offGrid("2026-01-15T06:30", 38, 0.1)),
    CLOUDY_WEEK("off the grid in July under cloud, with a generator that has to help",
            generator("2026-07-06T06:00", 55).withSolar(new SolarSettings(5000, 2500, 0.95))),
    GENERATOR_RUN("an evening on which the battery reaches 30 % after some minutes and the generator starts",
            generator("2026-07-06T18:30", 30.3)),
    LOW_VOLTAGE_TRIP("a nearly empty battery: after a minute alert 50 for 17 s, then a generator start",
            generator("2026-07-06T04:30", 9.5).withGenerator(GeneratorSettings.of(6000, 5, 60)),
            at(60, "low DC voltage", unit -> unit.change(plant -> plant.trip()))),
    LOST_INVERTER("after a minute the gateway loses its inverter for ten minutes; it goes on answering",
            offGrid("2026-01-15T11:00", 70, 0.05), at(60, "cable out", unit -> unit.setLinked(false)),
            at(660, "cable in", unit -> unit.setLinked(true))),
    REPLACED_UNIT("after a minute another unit with other scale factors is in its place",
            offGrid("2026-01-15T11:00", 70, 0.05), at(60, "replaced", unit -> unit.replaceBy(UnitIdentity.a(7)))),
    CLOCK_JUMP("the unit's clock jumps over midnight after a minute, and back after ten",
            offGrid("2026-01-15T22:30", 60, 0.05),
            at(60, "ahead", unit -> unit.change(plant -> plant.jumpClock(Duration.ofHours(2)))),
            at(600, "back", unit -> unit.change(plant -> plant.jumpClock(Duration.ofHours(-2))))),
    MAINS_EXPORTING("a mains site at a January noon that feeds in what it does not need",
            mains("2026-01-15T12:30", 99.5)),
    MAINS_EVENING("a mains site at night whose battery carries the house", mains("2026-03-20T20:30", 56)),
    MAINS_OUTAGE("a mains site at night: after a minute the mains fails for five minutes",
            mains("2026-03-20T20:30", 56), at(60, "mains fails", unit -> unit.change(plant -> plant.setMains(false))),
            at(360, "mains returns", unit -> unit.change(plant -> plant.setMains(true)))),
    NIGHT("off the grid at one in the morning", offGrid("2026-01-15T01:00", 61, 0.05));

    private final String description;
    private final PlantSettings settings;
    private final List<ScenarioEvent> events;

    Scenario(String description, PlantSettings settings, ScenarioEvent... events) {
        this.description = description;
        this.settings = settings;
        this.events = Stream.of(events).sorted(Comparator.comparing(ScenarioEvent::after)).toList();
    }

    /** The scenario of a name like {@code sunny-day}. */
    public static Optional<Scenario> byName(String name) {
        return Stream.of(values()).filter(scenario -> scenario.label().equals(name.toLowerCase(Locale.ROOT))).findAny();
    }

    /** Name to type, like {@code sunny-day}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String description() {
        return description;
    }

    /** The plant at the start. */
    public PlantSettings settings() {
        return settings;
    }

    /** What happens, in order. */
    public List<ScenarioEvent> events() {
        return events;
    }

    private static PlantSettings offGrid(String start, double soc, double cloudiness) {
        return PlantSettings.offGrid(LocalDateTime.parse(start)).withBattery(BatterySettings.of(28_000, soc))
                .withSolar(new SolarSettings(4200, 2200, cloudiness));
    }

    private static PlantSettings generator(String start, double soc) {
        return offGrid(start, soc, 0.6).withGenerator(GeneratorSettings.of(6000, 30, 60));
    }

    private static PlantSettings mains(String start, double soc) {
        return offGrid(start, soc, 0.05).withSolar(new SolarSettings(6000, 0, 0.05))
                .withLoad(new LoadSettings(310, 700, true)).withGrid(new GridSettings(10_000, 5000, 20))
                .withTotals(Energies.onMains(800));
    }

    private static ScenarioEvent at(int seconds, String what, Consumer<ScenarioEvent.Unit> action) {
        return new ScenarioEvent(Duration.ofSeconds(seconds), what, action);
    }
}
