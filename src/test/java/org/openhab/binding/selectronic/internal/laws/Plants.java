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
package org.openhab.binding.selectronic.internal.laws;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.splink.memory.RangePlanner;
import org.openhab.binding.selectronic.internal.splink.memory.ReadCost;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.plant.BatterySettings;
import org.openhab.binding.selectronic.simulator.plant.GeneratorSettings;
import org.openhab.binding.selectronic.simulator.plant.GridSettings;
import org.openhab.binding.selectronic.simulator.plant.LoadSettings;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.plant.SolarSettings;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Plants by chance: any day and hour, house, sun, battery, with a generator, with mains, or on its own.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Plants {
    /** The clocks never change there. */
    static final ZoneId ZONE = ZoneId.of("Australia/Brisbane");
    static final RangePlanner PLANNER = new RangePlanner(ReadCost.serial(57_600));

    private Plants() {
    }

    static Arbitrary<PlantSettings> any() {
        Arbitrary<LocalDateTime> start = Arbitraries.integers().between(0, 366 * 96)
                .map(quarter -> LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(15L * quarter));
        Arbitrary<SolarSettings> solar = Combinators.combine(Arbitraries.doubles().between(0, 9000),
                Arbitraries.doubles().between(0, 6000), Arbitraries.doubles().between(0, 1)).as(SolarSettings::new);
        Arbitrary<LoadSettings> load = Combinators.combine(Arbitraries.doubles().between(0, 900),
                Arbitraries.doubles().between(0, 3000), Arbitraries.of(true, false)).as(LoadSettings::new);
        Arbitrary<BatterySettings> battery = Combinators
                .combine(Arbitraries.doubles().between(4000, 60_000), Arbitraries.doubles().between(5, 100))
                .as(BatterySettings::of);
        return Combinators
                .combine(start, Arbitraries.longs(), solar, load, battery,
                        Arbitraries.of("alone", "generator", "mains"))
                .as((when, seed, sun, house, store, source) -> PlantSettings.offGrid(when).withZone(ZONE)
                        .withStart(when.atZone(ZONE).toInstant()).withSeed(seed).withSolar(sun).withLoad(house)
                        .withBattery(store)
                        .withGenerator(source.equals("generator") ? GeneratorSettings.of(5000, 40, 80) : null)
                        .withGrid(source.equals("mains") ? new GridSettings(10_000, 5000, 30) : null));
    }

    static List<Words> read(SimulatedUnit unit, List<WordRange> ranges) {
        return ranges.stream().map(range -> read(unit, range)).toList();
    }

    static Words read(SimulatedUnit unit, WordRange range) {
        return new Words(range.address(), unit.words(range.address(), range.words()));
    }

    static UnitSetup setup(SimulatedUnit unit) {
        return UnitSetup.of(read(unit, PLANNER.plan(UnitSetup.WANTED)));
    }
}
