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

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * Words into values, where more than one word or the setup of the unit decides.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LiveDecoderTest {
    private static final int SOLAR = 1;
    private static final int WIND = 2;

    private static Map<Quantity, Value> decode(UnitSetup setup, TestMemory memory) {
        return new LiveDecoder(setup).decode(memory.written());
    }

    private static Value decoded(UnitSetup setup, TestMemory memory, Quantity quantity) {
        return Objects.requireNonNull(decode(setup, memory).get(quantity));
    }

    private static UnitSetup shunts(int first, int second) {
        return new UnitSetup(Identity.NONE, 1, 51, TestMemory.A, first, second, new UnitSetup.LogSettings(3, 3, 5, 15));
    }

    @Test
    void whatWasNotReadIsAbsent() {
        assertThat(decode(shunts(1, 1), new TestMemory()), is(anEmptyMap()));
        assertThat("half of two words",
                new LiveDecoder(shunts(1, 1)).decode(List.of(new Words(0xA02F, new int[] { 5 }))), is(anEmptyMap()));
        assertThat("one of three registers", decode(shunts(1, 1), new TestMemory().set("COUPLED_TODAY", 5)),
                is(anEmptyMap()));
    }

    /** 100 counts of solar at the first shunt, 10 of wind at the second, which count as negative in the unit. */
    @ParameterizedTest
    @CsvSource({ "1, 0, 100", "1, 1, 110", "0, 1, 10", "2, 1, 10", "0, 0, 0", "6, 5, 0" })
    void onlyShuntsThatMeasureSolarCount(int first, int second, int counts) {
        TestMemory memory = new TestMemory().set("SHUNT_1_POWER", -100).set("SHUNT_2_POWER", -10)
                .set("SHUNT_1_TODAY", -100).set("SHUNT_2_TODAY", -10).set("SHUNT_1_TOTAL", -100)
                .set("SHUNT_2_TOTAL", -10).set("COUPLED_TODAY", 0).set("COUPLED_TOTAL", 0);
        UnitSetup setup = shunts(first, second);
        assertThat(decoded(setup, memory, SOLAR_DC_COUPLED_POWER),
                is(Value.of(Conversion.DC_WATTS.number(counts, TestMemory.A))));
        assertThat(decoded(setup, memory, SOLAR_ENERGY_TODAY),
                is(Value.of(Conversion.DC_ENERGY.number(counts, TestMemory.A))));
        assertThat(decoded(setup, memory, SOLAR_ENERGY_TOTAL),
                is(Value.of(Conversion.DC_ENERGY.number(counts, TestMemory.A))));
    }

    /** 100 counts from the first shunt to the battery, 10 from the battery to the second. */
    @ParameterizedTest
    @CsvSource({ "2, 0, 100, 0", "3, 0, 100, 0", "4, 5, 100, 10", "2, 3, 90, 0", "6, 6, 100, 10", "7, 7, 100, 10",
            "5, 5, 0, -90", "1, 5, 0, 10", "0, 8, 0, 0", "9, 10, 0, 0" })
    void otherShuntsAreSourcesAndLoadsOnTheDcBus(int first, int second, int sources, int loads) {
        TestMemory memory = new TestMemory().set("SHUNT_1_POWER", -100).set("SHUNT_2_POWER", 10);
        UnitSetup setup = shunts(first, second);
        assertThat(decoded(setup, memory, OTHER_DC_SOURCES_POWER),
                is(Value.of(Conversion.DC_WATTS.number(sources, TestMemory.A))));
        assertThat(decoded(setup, memory, DC_LOADS_POWER),
                is(Value.of(Conversion.DC_WATTS.number(loads, TestMemory.A))));
    }

    @ParameterizedTest
    @CsvSource({ "-1, 0", "0, -1", "11, 0", "2, 500" })
    void aShuntOfUnknownUseMakesTheRestOfTheDcBusUnknown(int first, int second) {
        TestMemory memory = new TestMemory().set("SHUNT_1_POWER", -100).set("SHUNT_2_POWER", -10);
        assertThat(decoded(shunts(first, second), memory, OTHER_DC_SOURCES_POWER), is(Value.UNKNOWN));
        assertThat(decoded(shunts(first, second), memory, DC_LOADS_POWER), is(Value.UNKNOWN));
    }

    @Test
    void aShuntOfWhichTheUnitDoesNotReportMakesSolarUnknown() {
        TestMemory memory = new TestMemory().set("SHUNT_1_POWER", -100).set("SHUNT_2_POWER", -10);
        assertThat(decoded(shunts(-1, WIND), memory, SOLAR_DC_COUPLED_POWER), is(Value.UNKNOWN));
        assertThat(decoded(shunts(SOLAR, -1), memory, SOLAR_DC_COUPLED_POWER), is(Value.UNKNOWN));
    }

    @Test
    void aShuntWithoutAReadingMakesSolarUnknownIfItCounts() {
        TestMemory memory = new TestMemory().set("SHUNT_1_POWER", -100).set("SHUNT_2_POWER", 0x7FFF);
        assertThat(decoded(shunts(SOLAR, SOLAR), memory, SOLAR_DC_COUPLED_POWER), is(Value.UNKNOWN));
        assertThat(decoded(shunts(SOLAR, WIND), memory, SOLAR_DC_COUPLED_POWER),
                is(Value.of(Conversion.DC_WATTS.number(100, TestMemory.A))));
    }

    /** Before sunrise a solar shunt has often counted a little of what flows back. */
    @ParameterizedTest
    @CsvSource({ "1, 0, 0", "9, 0, 0", "1, 5, 5", "-4, 0, 4" })
    void aShuntThatCountedALoadBeforeSunriseDoesNotMakeSolarEnergyUnknown(int first, int coupled, int least) {
        TestMemory memory = new TestMemory().set("COUPLED_TODAY", coupled).set("SHUNT_1_TODAY", first)
                .set("SHUNT_2_TODAY", 0).set("COUPLED_TOTAL", coupled).set("SHUNT_1_TOTAL", first)
                .set("SHUNT_2_TOTAL", 0);
        for (Quantity energy : List.of(SOLAR_ENERGY_TODAY, SOLAR_ENERGY_TOTAL)) {
            Value sum = decoded(shunts(SOLAR, 0), memory, energy);
            assertThat(sum, is(least == 0 ? is(Value.of(0.0)) : instanceOf(Value.Numeric.class)));
        }
        assertThat("the sum is cut off at 0, not its parts",
                decoded(shunts(SOLAR, 0), memory.set("COUPLED_TODAY", 100).set("SHUNT_1_TODAY", 1), SOLAR_ENERGY_TODAY),
                is(Value.of(100 * 0.085400390625 - 0.09228515625)));
    }

    @Test
    void aCounterFarBelowNothingIsNoEnergy() {
        TestMemory memory = new TestMemory().set("COUPLED_TODAY", 0).set("SHUNT_1_TODAY", 1000).set("SHUNT_2_TODAY", 0);
        assertThat(decoded(shunts(SOLAR, 0), memory, SOLAR_ENERGY_TODAY), is(Value.UNKNOWN));
    }

    /** The register has no sign, what stands in it has: two counts below 0 are two counts, and not gigawatts. */
    @ParameterizedTest
    @CsvSource({ "19, COUPLED_POWER", "20, COUPLED_POWER@20", "33, COUPLED_POWER@28" })
    void acCoupledPowerIsTheDistanceFromNothing(int map, String place) {
        Register register = TestMemory.register(place);
        UnitSetup setup = TestMemory.setup(map, TestMemory.A);
        assertThat(decoded(setup, new TestMemory().set(register, -2), SOLAR_AC_COUPLED_POWER),
                is(Value.of(register.conversion().number(2, TestMemory.A))));
        assertThat(decoded(setup, new TestMemory().set(register, 2), SOLAR_AC_COUPLED_POWER),
                is(Value.of(register.conversion().number(2, TestMemory.A))));
    }

    private static UnitSetup unit(String model, double rated) {
        return new UnitSetup(new Identity("1", model, null, rated), 33, 51, TestMemory.A, 1, 0,
                new UnitSetup.LogSettings(3, 3, 5, 15));
    }

    /** Of each register the largest and the smallest count: nothing of it is a value of a house. */
    @ParameterizedTest
    @EnumSource
    void whatNoSystemCanHaveIsUnknown(Quantity quantity) {
        UnitSetup setup = unit("SPMC482", 7500);
        List<Register> registers = LiveDecoder.registers(quantity, setup.mapVersion());
        boolean measured = !registers.isEmpty() && registers.get(0).conversion() != Conversion.PLAIN;
        for (long counts : new long[] { 0x7FFF_FFFEL, 0xC000_0000L, 0x8000_0001L, 0x7FFE_7FFEL, 0x8001_8001L }) {
            TestMemory memory = new TestMemory();
            registers
                    .forEach(register -> memory.set(register, register.type().words() == 1 ? counts & 0xFFFF : counts));
            Value value = decode(setup, memory).get(quantity);
            boolean wide = Set.of(BATTERY_STATE_OF_CHARGE, AC_SOURCE_CURRENT, INVERTER_DC_CURRENT).contains(quantity);
            if (measured && !wide && value instanceof Value.Numeric number && number.number() != 0) {
                assertThat(quantity + " " + Long.toHexString(counts), Math.abs(number.number()), is(lessThan(300.0)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "LOAD_POWER@20, LOAD_POWER, 100000, UNKNOWN", "LOAD_POWER@20, LOAD_POWER, 30000, 30000",
            "BATTERY_POWER, BATTERY_POWER, -100000, UNKNOWN", "BATTERY_POWER, BATTERY_POWER, -18000, -18000",
            "BATTERY_VOLTS, BATTERY_VOLTAGE, 100, UNKNOWN", "BATTERY_VOLTS, BATTERY_VOLTAGE, 66, 66",
            "BATTERY_VOLTS, BATTERY_VOLTAGE, -20, UNKNOWN", "BATTERY_VOLTS, BATTERY_VOLTAGE, -0.01, 0",
            "LOAD_VOLTS, LOAD_VOLTAGE, 900, UNKNOWN", "LOAD_VOLTS, LOAD_VOLTAGE, 262, 262",
            "LOAD_FREQUENCY, LOAD_FREQUENCY, 180, UNKNOWN", "LOAD_FREQUENCY, LOAD_FREQUENCY, -50, UNKNOWN",
            "LOAD_FREQUENCY, LOAD_FREQUENCY, 52.5, 52.5", "BATTERY_TEMPERATURE, BATTERY_TEMPERATURE, 400, UNKNOWN",
            "BATTERY_TEMPERATURE, BATTERY_TEMPERATURE, -300, UNKNOWN",
            "BATTERY_TEMPERATURE, BATTERY_TEMPERATURE, -25, -25",
            "TRANSFORMER, INVERTER_TRANSFORMER_TEMPERATURE, 130, 130",
            "LOAD_TODAY@25, LOAD_ENERGY_TODAY, 5000, UNKNOWN", "LOAD_TODAY@25, LOAD_ENERGY_TODAY, 180, 180",
            "LOAD_TOTAL@28, LOAD_ENERGY_TOTAL, 300000000, UNKNOWN", "LOAD_TOTAL@28, LOAD_ENERGY_TOTAL, 500000, 500000",
            "BATTERY_CURRENT, BATTERY_CURRENT, 20000, UNKNOWN", "BATTERY_CURRENT, BATTERY_CURRENT, -400, -400" })
    void aNumberIsHeldAgainstModelAndRating(String place, Quantity quantity, double number, String expected) {
        double count = TestMemory.register(place).conversion().number(1, TestMemory.A);
        double sign = "BATTERY_CURRENT".equals(place) ? -1 : 1;
        Value value = decoded(unit("SPMC482", 7500), new TestMemory().set(place, Math.round(sign * number / count)),
                quantity);
        if ("UNKNOWN".equals(expected)) {
            assertThat(value, is(Value.UNKNOWN));
        } else {
            assertThat(((Value.Numeric) value).number(), is(closeTo(Double.parseDouble(expected), count)));
        }
    }

    @Test
    void theCurrentOfTheBatteryHasTheSignOfItsPower() {
        TestMemory memory = new TestMemory().set("BATTERY_POWER", 46).set("BATTERY_CURRENT", -91).set("BATTERY_VOLTS",
                16581);
        Map<Quantity, Value> values = decode(TestMemory.setup(1, TestMemory.A), memory);
        double watts = number(values, BATTERY_CURRENT) * number(values, BATTERY_VOLTAGE);
        assertThat(watts, is(closeTo(number(values, BATTERY_POWER), 0.5)));
    }

    /** The record of a generator that carries the load: what the house takes comes from the AC source alone. */
    @Test
    void loadIsWhatInverterAndAcSourceGive() {
        TestMemory memory = new TestMemory().set("LOAD_POWER", 10552).set("SOURCE_POWER", -1319).set("INVERTER_POWER",
                0);
        Map<Quantity, Value> generator = decode(TestMemory.setup(1, TestMemory.A), memory);
        assertThat(number(generator, AC_SOURCE_POWER), is(closeTo(number(generator, LOAD_POWER), 1e-9)));
        memory.set("SOURCE_POWER", 0).set("INVERTER_POWER", -10552);
        Map<Quantity, Value> inverter = decode(TestMemory.setup(1, TestMemory.A), memory);
        assertThat(number(inverter, INVERTER_POWER), is(closeTo(number(inverter, LOAD_POWER), 1e-9)));
    }

    @ParameterizedTest
    @CsvSource({ "-1, LOAD_POWER, LOAD_POWER", "19, LOAD_POWER, LOAD_POWER", "20, LOAD_POWER, LOAD_POWER@20",
            "33, LOAD_POWER, LOAD_POWER@20", "19, SOURCE_POWER, SOURCE_POWER", "20, SOURCE_POWER, SOURCE_POWER@20",
            "19, COUPLED_POWER, COUPLED_POWER", "20, COUPLED_POWER, COUPLED_POWER@20",
            "27, COUPLED_POWER, COUPLED_POWER@20", "28, COUPLED_POWER, COUPLED_POWER@28",
            "24, COUPLED_TODAY, COUPLED_TODAY", "25, COUPLED_TODAY, COUPLED_TODAY@25",
            "25, COUPLED_TOTAL, COUPLED_TOTAL@25", "24, LOAD_TODAY, LOAD_TODAY", "25, LOAD_TODAY, LOAD_TODAY@25",
            "27, LOAD_TOTAL, LOAD_TOTAL", "28, LOAD_TOTAL, LOAD_TOTAL@28", "24, IMPORT_TODAY, IMPORT_TODAY",
            "25, IMPORT_TODAY, IMPORT_TODAY@25", "25, EXPORT_TODAY, EXPORT_TODAY@25", "24, IMPORT_TOTAL, IMPORT_TOTAL",
            "25, IMPORT_TOTAL, IMPORT_TOTAL@25", "25, EXPORT_TOTAL, EXPORT_TOTAL@25",
            "33, BATTERY_POWER, BATTERY_POWER" })
    void theMapVersionDecidesThePlace(int version, String name, String place) {
        assertThat(Registers.named(name, version), is(TestMemory.register(place)));
    }

    @Test
    void aMovedRegisterIsReadAtItsNewPlaceOnly() {
        TestMemory memory = new TestMemory().set("LOAD_POWER", 1000).set("LOAD_POWER@20", 2000);
        assertThat(decoded(TestMemory.setup(19, TestMemory.B), memory, LOAD_POWER),
                is(Value.of(Conversion.AC_WATTS_FINE.number(1000, TestMemory.B))));
        assertThat(decoded(TestMemory.setup(20, TestMemory.B), memory, LOAD_POWER),
                is(Value.of(Conversion.AC_WATTS_FINE.number(2000, TestMemory.B))));
        assertThat(decode(TestMemory.setup(33, TestMemory.B), new TestMemory().set("LOAD_POWER", 1000)),
                not(hasKey(LOAD_POWER)));
    }

    @Test
    void theNewPlaceOfTheCoupledPowerCountsFiner() {
        TestMemory memory = new TestMemory().set("COUPLED_POWER@20", 10).set("COUPLED_POWER@28", 80);
        assertThat(decoded(TestMemory.setup(27, TestMemory.B), memory, SOLAR_AC_COUPLED_POWER),
                is(decoded(TestMemory.setup(28, TestMemory.B), memory, SOLAR_AC_COUPLED_POWER)));
    }

    /** As while the unit starts. */
    @ParameterizedTest
    @ValueSource(ints = { 0, 0xFFFF })
    void withoutScaleFactorsNothingIsKnown(int factor) {
        UnitSetup setup = TestMemory.setup(1, new ScaleFactors(factor, factor, factor, factor, factor));
        assertThat(decoded(setup, new TestMemory().set("BATTERY_POWER", 46), BATTERY_POWER), is(Value.UNKNOWN));
    }

    private static double number(Map<Quantity, Value> values, Quantity quantity) {
        return ((Value.Numeric) Objects.requireNonNull(values.get(quantity))).number();
    }

    /** A counter that begins, and an empty battery, are numbers and not unknown. */
    @Test
    void nothingIsANumber() {
        TestMemory memory = new TestMemory().set("COUPLED_TODAY", 0).set("SHUNT_1_TODAY", 0).set("SHUNT_2_TODAY", 0);
        assertThat(decoded(shunts(SOLAR, 0), memory, SOLAR_ENERGY_TODAY), is(Value.of(0.0)));
    }

    @Test
    void aBatteryIsFullAndNotMore() {
        UnitSetup setup = TestMemory.setup(1, TestMemory.A);
        assertThat(decoded(setup, new TestMemory().set("BATTERY_CHARGE", 100 * 256), BATTERY_STATE_OF_CHARGE),
                is(Value.of(100.0)));
        assertThat(decoded(setup, new TestMemory().set("BATTERY_CHARGE", 100 * 256 + 1), BATTERY_STATE_OF_CHARGE),
                is(Value.UNKNOWN));
    }
}
