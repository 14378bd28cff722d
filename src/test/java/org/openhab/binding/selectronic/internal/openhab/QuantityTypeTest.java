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
package org.openhab.binding.selectronic.internal.openhab;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Objects;

import javax.measure.Unit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.unit.MetricPrefix;
import org.openhab.core.library.unit.SIUnits;
import org.openhab.core.library.unit.Units;

/**
 * Numbers with units, as openHAB prints, reads, converts and compares them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class QuantityTypeTest {

    @ParameterizedTest
    @ValueSource(strings = { "948.486328125 W", "-1.5 kW", "27.5625 kWh", "350 Wh", "56 %", "51.2 V", "-12.25 A",
            "49.98 Hz", "21.5 °C", "30 s", "5 min", "1.25 h", "150 ms" })
    void whatIsPrintedIsRead(String text) {
        assertThat(new QuantityType<>(text).toString(), is(text));
        assertThat(new QuantityType<>(text).toFullString(), is(text));
    }

    @Test
    void aDoubleKeepsItsDigits() {
        assertThat(new QuantityType<>(948.486328125, Units.WATT).toString(), is("948.486328125 W"));
        assertThat(new QuantityType<>(27.5625, Units.KILOWATT_HOUR).toString(), is("27.5625 kWh"));
        assertThat(new QuantityType<>(56, Units.PERCENT).toString(), is("56 %"));
        assertThat(new QuantityType<>(new BigDecimal("21.50"), SIUnits.CELSIUS).toBigDecimal(),
                is(new BigDecimal("21.50")));
        assertThat(QuantityType.valueOf(240, Units.VOLT).intValue(), is(240));
    }

    @Test
    void theBlankBeforeTheUnitMayBeMissing() {
        assertThat(new QuantityType<>("56%").getUnit(), is((Unit<?>) Units.PERCENT));
        assertThat(new QuantityType<>("1000W"), is(new QuantityType<>(1000, Units.WATT)));
    }

    @ParameterizedTest
    @CsvSource({ "27.5625 kWh,Wh,27562.5", "1500 ms,s,1.5", "90 min,h,1.5", "7200 s,h,2", "20 °C,K,293.15",
            "0.5 kWh,J,1800000", "1.25 kW,W,1250" })
    void unitsAreConverted(String from, String unit, double value) {
        QuantityType<?> converted = new QuantityType<>(from).toUnit(unit);
        assertThat(Objects.requireNonNull(converted).doubleValue(), is(closeTo(value, 1e-9)));
    }

    @Test
    void unitsOfAnotherKindAreNotConverted() {
        assertThat(new QuantityType<>("12 W").toUnit(Units.KILOWATT_HOUR), is(nullValue()));
    }

    @Test
    void equalIsWhatMeansTheSame() {
        assertThat(new QuantityType<>("1 kW"), is(new QuantityType<>("1000 W")));
        assertThat(new QuantityType<>("1 kWh"), is(new QuantityType<>("1000 Wh")));
        assertThat(new QuantityType<>("1 W"), is(not(new QuantityType<>("1 V"))));
        assertThat(new QuantityType<>(2, Units.HOUR).compareTo(new QuantityType<>(90, Units.MINUTE)),
                is(greaterThan(0)));
        assertThat(new QuantityType<>(1500, MetricPrefix.MILLI(Units.SECOND)),
                is(new QuantityType<>(1.5, Units.SECOND)));
    }

    @Test
    void patternsKnowTheUnit() {
        assertThat(new QuantityType<>(56, Units.PERCENT).format("%d %unit%"), is("56 %"));
        assertThat(new QuantityType<>(56.0, Units.PERCENT).format("%d %unit%"), is("56 %"));
        assertThat(new QuantityType<>(21.5, SIUnits.CELSIUS).format("%s"), is("21.5 °C"));
        assertThat(new QuantityType<>(948.4, Units.WATT).format("%.0f %unit%"), is("948 W"));
        assertThat(new QuantityType<>(1000, Units.WATT).format("%.0f W"), is("1000 W"));
    }

    @Test
    void whatIsNotAQuantityIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new QuantityType<>("12 parsecs of nothing"));
        assertThrows(IllegalArgumentException.class, () -> new QuantityType<>("watt"));
    }
}
