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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * What counts are worth.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ConversionTest {
    private static double value(Conversion conversion, long counts, String unit) {
        return conversion.number(counts, TestMemory.scales(unit));
    }

    /** The worth of one count as worked out by hand for the two known sets of scale factors. */
    @ParameterizedTest
    @CsvSource({ "AC_VOLTS, 0.016174, 0.016174", "AC_AMPERES, 0.006714, 0.008954", "AC_WATTS, 3.558350, 4.745544",
            "AC_WATTS_FINE, 0.444794, 0.593193", "AC_ENERGY, 0.085400391, 0.113893066",
            "DC_VOLTS, 0.0032043, 0.0032043", "DC_AMPERES, 0.036621, 0.048828", "DC_WATTS, 3.845215, 5.126953",
            "DC_ENERGY, 0.092285156, 0.123046875", "TEMPERATURE, 0.016174, 0.016174", "PERCENT, 0.00390625, 0.00390625",
            "HUNDREDTHS, 0.01, 0.01", "PLAIN, 1, 1" })
    void oneCount(Conversion conversion, double onUnitA, double onUnitB) {
        assertThat(value(conversion, 1, "A"), is(closeTo(onUnitA, 5e-7)));
        assertThat(value(conversion, 1, "B"), is(closeTo(onUnitB, 5e-7)));
        assertThat(value(conversion, -1, "B"), is(closeTo(-onUnitB, 5e-7)));
    }

    /** Published tests of two clients. */
    @ParameterizedTest
    @CsvSource({ "AC_WATTS_FINE, 797, A, 354.5005798339844", "AC_ENERGY, 60185, A, 5139.822509765625",
            "DC_VOLTS, 17466, A, 55.96710205078125", "DC_WATTS, -44, A, -169.189453125",
            "DC_ENERGY, 41, A, 3.78369140625", "PERCENT, 25563, A, 99.85546875",
            "TEMPERATURE, 1348, A, 21.802978515625", "AC_ENERGY, 16, B, 1.8222890625",
            "AC_WATTS, -1896, B, -8997.55224609375", "AC_WATTS, 20, B, 94.910888671875" })
    void publishedTests(Conversion conversion, long counts, String unit, double value) {
        assertThat(value(conversion, counts, unit), is(closeTo(value, 1e-6)));
    }

    /** The snapshot in an alert record of a real unit, with the vendor's own reading of it. */
    @ParameterizedTest
    @CsvSource({ "DC_VOLTS, 16131, 51.689", "DC_VOLTS, 5244, 16.804", "DC_AMPERES, 4255, 155.823",
            "DC_AMPERES, -13, -0.476", "AC_WATTS_FINE, 16144, 7180.75", "AC_WATTS_FINE, -16144, -7180.75",
            "AC_VOLTS, 14620, 236.469", "PERCENT, 21657, 84.598", "HUNDREDTHS, 5000, 50", "TEMPERATURE, 2975, 48.119",
            "TEMPERATURE, 712, 11.516" })
    void alertRecord(Conversion conversion, long counts, double value) {
        assertThat(value(conversion, counts, "A"), is(closeTo(value, 6e-4)));
    }

    @Test
    void oneWordOfAcPowerCountsEightTimesAsMuchAsTwo() {
        assertThat(value(Conversion.AC_WATTS, 1, "A"), is(8 * value(Conversion.AC_WATTS_FINE, 1, "A")));
    }

    @Test
    void nothingIsNotLessThanNothing() {
        assertThat(Value.of(Conversion.DC_WATTS.number(0, TestMemory.A)), is(Value.of(0.0)));
    }

    @ParameterizedTest
    @CsvSource({ "0, 2200, 1050, 12000, 530, AC_VOLTS AC_WATTS AC_WATTS_FINE AC_ENERGY",
            "5300, 65535, 1050, 12000, 530, AC_AMPERES AC_WATTS AC_WATTS_FINE AC_ENERGY",
            "5300, 2200, 65535, 12000, 530, DC_VOLTS STRING_VOLTS DC_WATTS DC_ENERGY",
            "5300, 2200, 1050, 0, 530, DC_AMPERES DC_WATTS DC_ENERGY", "5300, 2200, 1050, 12000, 0, TEMPERATURE",
            "5300, 2200, 1050, 12000, 65535, TEMPERATURE" })
    void withoutAScaleFactorNothingIsWorkedOut(int acVolts, int acCurrent, int dcVolts, int dcCurrent, int temperature,
            String unknown) {
        ScaleFactors scales = new ScaleFactors(acVolts, acCurrent, dcVolts, dcCurrent, temperature, 24);
        for (Conversion conversion : Conversion.values()) {
            boolean known = !List.of(unknown.split(" ")).contains(conversion.name());
            assertThat(conversion.name(), Value.of(conversion.number(100, scales)),
                    is(known ? instanceOf(Value.Numeric.class) : is(Value.UNKNOWN)));
        }
    }

    /** Numbers of 32 bits stay exact enough, and do not run over. */
    @ParameterizedTest
    @EnumSource
    void theLargestCounts(Conversion conversion) {
        double zero = number(conversion, 0);
        double one = number(conversion, 1) - zero;
        assertThat((number(conversion, 0xFFFF_FFFEL) - zero) / one, is(closeTo(0xFFFF_FFFEL, 2)));
        assertThat((number(conversion, Integer.MIN_VALUE) - zero) / one, is(closeTo(Integer.MIN_VALUE, 2)));
    }

    private static double number(Conversion conversion, long counts) {
        return conversion.number(counts, new ScaleFactors(5300, 2934, 1050, 16_000, 530, 24));
    }
}
