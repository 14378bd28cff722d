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
package org.openhab.binding.selectronic.internal.splink.memory;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.memory.ProcessImage;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.plant.Plant;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * The memory of a simulated unit through a day: energy is conserved, which it would not be with a wrong sign or scale.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SimulatedMemoryTest {
    private static final RangePlanner PLANNER = new RangePlanner(ReadCost.serial(57_600));

    private static List<Words> read(ProcessImage image, List<WordRange> reads) {
        return reads.stream().map(read -> new Words(read.address(), image.words(read.address(), read.words())))
                .toList();
    }

    private static double number(Map<Quantity, Value> values, Quantity quantity) {
        Value value = Objects.requireNonNull(values.get(quantity));
        assertThat(quantity.name(), value, is(instanceOf(Value.Numeric.class)));
        return ((Value.Numeric) value).number();
    }

    @ParameterizedTest
    @CsvSource({ "SUNNY_DAY, A", "SUNNY_DAY, B", "GENERATOR_RUN, A", "MAINS_EXPORTING, B" })
    void energyIsConserved(Scenario scenario, String kind) {
        UnitIdentity identity = "A".equals(kind) ? UnitIdentity.a(0) : UnitIdentity.b(0);
        SimulatedUnit unit = new SimulatedUnit(new Plant(scenario.settings()), identity, scenario);
        UnitSetup setup = UnitSetup.of(read(unit.image(), PLANNER.plan(UnitSetup.WANTED)));
        assertThat(setup.identity().serialNumber(), is(Integer.toString(identity.serial())));
        assertThat(setup.identity().ratedPower(), is((double) identity.rating()));
        LiveDecoder decoder = new LiveDecoder(setup);
        List<WordRange> reads = LivePlan.of(setup, PLANNER, List.of());
        Set<Quantity> positive = new HashSet<>();
        Set<Quantity> negative = new HashSet<>();
        Instant start = unit.now();
        for (int quarter = 0; quarter < 96; quarter++) {
            unit.advanceTo(start.plus(Duration.ofMinutes(15L * quarter)));
            Map<Quantity, Value> values = decoder.decode(read(unit.image(), reads));
            double solar = number(values, SOLAR_AC_COUPLED_POWER) + number(values, SOLAR_DC_COUPLED_POWER);
            double losses = solar + number(values, BATTERY_POWER) + number(values, AC_SOURCE_POWER)
                    - number(values, LOAD_POWER);
            assertThat(values.toString(), losses, is(both(greaterThan(-20.0)).and(lessThan(1000.0))));
            assertThat(number(values, BATTERY_CURRENT) * number(values, BATTERY_VOLTAGE),
                    is(closeTo(number(values, BATTERY_POWER), 8)));
            assertThat(number(values, INVERTER_POWER) + number(values, SOLAR_AC_COUPLED_POWER)
                    + number(values, AC_SOURCE_POWER), is(closeTo(number(values, LOAD_POWER), 12)));
            for (Quantity quantity : List.of(BATTERY_POWER, AC_SOURCE_POWER, INVERTER_POWER, INVERTER_DC_CURRENT)) {
                (number(values, quantity) > 0 ? positive : negative).add(quantity);
            }
            assertThat(setup.isContradictedBy(read(unit.image(), reads)), is(false));
        }
        assertThat(positive, hasItems(BATTERY_POWER, INVERTER_POWER, INVERTER_DC_CURRENT));
        assertThat(negative, hasItem(BATTERY_POWER));
    }

    /** Wind, hydro, a charger, both in one or another SP PRO feed the battery, and a load takes from it. */
    @ParameterizedTest
    @CsvSource({ "1, 0, 0", "2, 0, 0", "3, 0, 0", "4, 0, 0", "6, 0, 0", "7, 0, 0", "2, 5, 300", "1, 5, 300",
            "1, 6, 300", "3, 7, 300" })
    void whateverIsOnTheDcBusIsPartOfTheBalance(int first, int second, double load) {
        SimulatedUnit unit = new SimulatedUnit(new Plant(Scenario.SUNNY_DAY.settings()), UnitIdentity.b(0),
                Scenario.SUNNY_DAY);
        unit.wireShunts(first, second, load);
        unit.advanceTo(unit.now().plus(Duration.ofHours(1)));
        UnitSetup setup = UnitSetup.of(read(unit.image(), PLANNER.plan(UnitSetup.WANTED)));
        Map<Quantity, Value> values = new LiveDecoder(setup)
                .decode(read(unit.image(), LivePlan.of(setup, PLANNER, List.of())));
        double dc = unit.state().flows().dcSolar();
        assertThat("the plant feeds", dc, is(greaterThan(300.0)));
        assertThat(number(values, SOLAR_DC_COUPLED_POWER), is(closeTo(first == 1 ? dc : 0, 6)));
        assertThat(number(values, OTHER_DC_SOURCES_POWER), is(closeTo(first == 1 ? 0 : dc, 6)));
        assertThat(number(values, DC_LOADS_POWER), is(closeTo(load, 6)));
        double losses = number(values, SOLAR_AC_COUPLED_POWER) + number(values, SOLAR_DC_COUPLED_POWER)
                + number(values, OTHER_DC_SOURCES_POWER) + number(values, BATTERY_POWER)
                + number(values, AC_SOURCE_POWER) - number(values, LOAD_POWER) - number(values, DC_LOADS_POWER);
        assertThat(losses, is(closeTo(unit.state().flows().loss(), 30)));
    }
}
