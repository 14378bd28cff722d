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
package org.openhab.binding.selectronic.simulator.memory;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.plant.GeneratorReason;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * What the unit's memory says, by the signs and balances that public captures show.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class UnitMemoryTest {
    private static final Map<Register, Register> MOVED = Map.of(Register.LOAD_POWER, Register.LOAD_POWER_PHASE,
            Register.SOURCE_POWER, Register.SOURCE_POWER_PHASE, Register.COUPLED_POWER, Register.COUPLED_POWER_PHASE,
            Register.LOAD_TODAY, Register.LOAD_TODAY_MOVED, Register.SOURCE_OUT_TODAY, Register.SOURCE_OUT_TODAY_MOVED,
            Register.SOURCE_IN_TODAY, Register.SOURCE_IN_TODAY_MOVED, Register.COUPLED_TODAY,
            Register.COUPLED_TODAY_MOVED, Register.SOURCE_IN_TOTAL, Register.SOURCE_IN_TOTAL_MOVED, Register.LOAD_TOTAL,
            Register.LOAD_TOTAL_MOVED, Register.COUPLED_TOTAL, Register.COUPLED_TOTAL_MOVED);

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void signsAndBalancesHoldAllDay(Scenario scenario) {
        Simulation simulation = Simulation.still(scenario);
        for (int i = 0; i < 96; i++) {
            simulation.advance(Duration.ofMinutes(15));
            ProcessImage image = simulation.unit().image();
            double volts = value(Register.BATTERY_VOLTS, image);
            double battery = value(Register.BATTERY_POWER, image);
            assertThat(value(Register.BATTERY_CURRENT, image) * volts, is(closeTo(-battery, 5)));
            // load + inverter + source = AC-coupled solar on the AC side
            assertThat(
                    value(Register.LOAD_POWER, image) + value(Register.INVERTER_POWER, image)
                            + value(Register.SOURCE_POWER, image),
                    is(closeTo(value(Register.COUPLED_POWER_FINE, image), 9)));
            // battery - shunt = inverter on the DC side
            assertThat(battery - value(Register.SHUNT_1_POWER, image),
                    is(closeTo(value(Register.DC_INVERTER_POWER, image), 16)));
            // units of older memory maps leave the new places empty
            long map = image.counts(Register.MEMORY_MAP_VERSION);
            MOVED.forEach(
                    (old, moved) -> assertThat(image.counts(moved), is(moved.since() <= map ? image.counts(old) : 0)));
        }
    }

    @Test
    void generatorRunIsNegativeSourcePower() {
        SimulatedUnit unit = Simulation.still(Scenario.GENERATOR_RUN).unit();
        unit.change(plant -> plant.startGenerator(GeneratorReason.MANUAL));
        unit.advanceTo(unit.now().plusSeconds(180));
        ProcessImage image = unit.image();
        assertThat(value(Register.SOURCE_POWER, image), is(closeTo(-6000, 5)));
        assertThat(value(Register.BATTERY_POWER, image), is(lessThan(-3000.0)));
        assertThat(value(Register.INVERTER_POWER, image), is(greaterThan(3000.0)));
        assertThat(image.counts(Register.GENERATOR_STATUS), is(1L));
        assertThat(image.counts(Register.GENERATOR_START_REASON), is(20L));
        assertThat(image.counts(Register.SOURCE_STATUS), is(2L));
        assertThat(image.counts(Register.CONTACTORS), is(3L));
        assertThat(value(Register.SOURCE_VOLTS, image), is(closeTo(236, 5)));
    }

    @Test
    void solarOnTheShuntIsNegative() {
        SimulatedUnit unit = Simulation.still(Scenario.SUNNY_DAY).unit();
        assertThat(unit.image().counts(Register.SHUNT_1_POWER), is(lessThan(0L)));
        assertThat(unit.image().counts(Register.SHUNT_1_TODAY), is(lessThan(0L)));
        assertThat(unit.image().counts(Register.SHUNT_1_NAME), is(1L));
    }

    @Test
    void mainsSiteExportsPositive() {
        ProcessImage image = Simulation.still(Scenario.MAINS_EXPORTING).unit().image();
        assertThat(value(Register.SOURCE_POWER, image), is(greaterThan(1000.0)));
        assertThat(image.counts(Register.GENERATOR_STATUS), is(10L));
    }

    @Test
    void alertsFillTheSlots() {
        SimulatedUnit unit = Simulation.still(Scenario.NIGHT).unit();
        unit.change(plant -> {
            plant.raise(127);
            plant.raise(2);
        });
        assertThat(unit.image().words(41_533, 4), is(new int[] { 127, 2, 0, 0 }));
        assertThat(unit.image().counts(Register.LAMP_SERVICE), is(1L));
        unit.change(plant -> plant.clear(127));
        assertThat(unit.image().words(41_533, 4), is(new int[] { 2, 0, 0, 0 }));
    }

    @Test
    void versionsAreThoseSeenWithTheirFirmware() {
        SimulatedUnit unit = Simulation.still(Scenario.NIGHT).unit();
        assertThat(unit.image().words(0xA007, 6), is(new int[] { 51, 15, 33, 3, 3, 5 }));
        unit.replaceBy(UnitIdentity.a(3));
        assertThat(unit.image().words(0xA007, 3), is(new int[] { 39, 12, 19 }));
    }

    @Test
    void logsAreEmptyAndLieSideBySide() {
        ProcessImage image = Simulation.still(Scenario.NIGHT).unit().image();
        assertThat(image.words(0xA266, 9), is(new int[] { 2, 36, 0x8000, 0xE, 0, 0x8000, 0xE, 0xFFFF, 0xE }));
        assertThat(image.words(0xA335, 5), is(new int[] { 12, 44, 0x8000, 0x6, 0 }));
        long end = 0x68000;
        for (int sector = 0; sector < 12; sector++) {
            int[] words = image.words(0xA33A + 4 * sector, 4);
            assertThat((long) words[1] << 16 | words[0], is(end));
            end = ((long) words[3] << 16 | words[2]) + 1;
        }
        assertThat(end, is(0xC8000L));
    }

    @Test
    void figuresOfThePastGrowWithTheirPeriod() {
        ProcessImage image = Simulation.still(Scenario.NIGHT).unit().image();
        for (int address : new int[] { 41_331, 41_358 }) {
            long before = 0;
            for (int period : new int[] { 0, 4, 8 }) {
                long sum = image.word(address + period) | (long) image.word(address + period + 1) << 16;
                assertThat(sum, is(greaterThan(before)));
                before = sum;
            }
            assertThat(before, is(lessThan(image.counts(Register.BATTERY_IN_TOTAL))));
        }
        int yesterday = image.word(41_419);
        assertThat((double) image.word(41_420), is(closeTo(7.0 * yesterday, 7)));
    }

    @Test
    void clockOfAPublishedExample() {
        ProcessImage image = new ProcessImage();
        UnitClock.write(LocalDateTime.parse("2026-09-18T15:32:53.67"), image);
        assertThat(image.words(0x1D0000, 8), is(new int[] { 0x67, 0x53, 0x32, 0x15, 0x05, 0x18, 0x09, 0x26 }));
    }

    @Test
    void identityAndScales() {
        SimulatedUnit unit = Simulation.still(Scenario.NIGHT).unit();
        assertThat(unit.image().scales(), is(UnitScales.B));
        assertThat(unit.image().counts(Register.SERIAL), is((long) unit.identity().serial()));
        assertThat(unit.image().counts(Register.FIRMWARE), is(1611L));
        unit.replaceBy(UnitIdentity.a(3));
        assertThat(unit.image().scales(), is(UnitScales.A));
        assertThat(unit.sample().identity(), is(UnitIdentity.a(3)));
    }

    private static double value(Register register, ProcessImage image) {
        return register.in(image).doubleValue();
    }
}
