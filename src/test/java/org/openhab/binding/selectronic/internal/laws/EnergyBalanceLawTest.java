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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.LiveDecoder;
import org.openhab.binding.selectronic.internal.splink.memory.LivePlan;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.gateway.PointBody;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.Plant;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.plant.PlantState;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Nothing is made of nothing: solar, battery and AC source give what the load takes and the plant loses, in any state
 * that a plant can come to, whichever way it is read. What the plant loses is asked of the plant.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class EnergyBalanceLawTest {
    /** Five powers in counts of 5 W, and what shunt and AC source show at rest: two counts and one. */
    private static final double WATTS = 30;
    /** Six counters in counts of about 0.12 kWh that drop what does not fill one. */
    private static final double KILOWATT_HOURS = 0.8;

    @Provide
    Arbitrary<PlantSettings> plants() {
        return Plants.any();
    }

    @Provide
    Arbitrary<UnitIdentity> units() {
        return Arbitraries.of(UnitIdentity.a(0), UnitIdentity.b(0));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void whatGoesInComesOutOrIsLost(@ForAll("plants") PlantSettings settings, @ForAll("units") UnitIdentity identity,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 300) Integer> minutes,
            @ForAll @DoubleRange(min = 0, max = 1) double sky, @ForAll @DoubleRange(min = 3, max = 100) double charge)
            throws SourceException {
        SimulatedUnit unit = new SimulatedUnit(new Plant(settings), identity, Scenario.SUNNY_DAY);
        UnitSetup setup = Plants.setup(unit);
        LiveDecoder decoder = new LiveDecoder(setup);
        List<WordRange> reads = LivePlan.of(setup, Plants.PLANNER, List.of());
        for (int step = 0; step < minutes.size(); step++) {
            Duration pause = Duration.ofMinutes(minutes.get(step));
            unit.change(plant -> plant.advance(pause));
            if (step == 1) {
                unit.change(plant -> plant.setCloudiness(sky));
                unit.change(plant -> plant.setSoc(charge));
            }
            PlantState truth = unit.state();
            Map<Quantity, Value> memory = decoder.decode(Plants.read(unit, reads));
            Map<Quantity, Value> reported = point(unit);
            for (Map<Quantity, Value> values : List.of(memory, reported)) {
                Plausible.values(values);
                double losses = number(values, SOLAR_AC_COUPLED_POWER) + number(values, SOLAR_DC_COUPLED_POWER)
                        + number(values, BATTERY_POWER) + number(values, AC_SOURCE_POWER) - number(values, LOAD_POWER);
                assertThat(truth.flows().loss(), is(greaterThan(0.0)));
                assertThat(values.toString(), losses, is(closeTo(truth.flows().loss(), WATTS)));
                assertThat(number(values, LOAD_POWER), is(closeTo(truth.flows().load(), WATTS)));
                assertThat(number(values, BATTERY_POWER), is(closeTo(truth.flows().battery(), WATTS)));
                lost(values, truth.today());
            }
            // both connections read the same memory
            for (Quantity quantity : List.of(BATTERY_POWER, LOAD_POWER, SOLAR_DC_COUPLED_POWER, AC_SOURCE_POWER,
                    LOAD_ENERGY_TOTAL, SOLAR_ENERGY_TODAY, BATTERY_STATE_OF_CHARGE)) {
                assertThat(quantity.name(), number(reported, quantity), is(closeTo(number(memory, quantity), 1e-6)));
            }
        }
    }

    private static void lost(Map<Quantity, Value> values, Energies today) {
        double losses = number(values, SOLAR_ENERGY_TODAY) + number(values, BATTERY_ENERGY_OUT_TODAY)
                - number(values, BATTERY_ENERGY_IN_TODAY) + number(values, AC_SOURCE_ENERGY_IMPORT_TODAY)
                - number(values, AC_SOURCE_ENERGY_EXPORT_TODAY) - number(values, LOAD_ENERGY_TODAY);
        assertThat(today.losses(), is(greaterThanOrEqualTo(0.0)));
        assertThat(values.toString(), losses, is(closeTo(today.losses() / 1000, KILOWATT_HOURS)));
    }

    private static Map<Quantity, Value> point(SimulatedUnit unit) throws SourceException {
        String body = new PointBody(unit.image()).body(unit.now(), unit.now(), unit.now(), true).toString();
        return new PointDecoder(ConnectionType.GATEWAY).decode(body.getBytes(StandardCharsets.UTF_8), Duration.ZERO)
                .values();
    }

    private static double number(Map<Quantity, Value> values, Quantity quantity) {
        Value value = Objects.requireNonNull(values.get(quantity));
        assertThat(quantity.name(), value, is(instanceOf(Value.Numeric.class)));
        return ((Value.Numeric) value).number();
    }
}
