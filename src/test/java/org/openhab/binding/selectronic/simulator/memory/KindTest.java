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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Counts and values that others have published: tests of public clients, captures, and bodies of real gateways.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class KindTest {
    @ParameterizedTest
    @CsvSource({ "B, AC_W16, 1, 4.74554443359375", "B, AC_W32, 1416, 839.9613647460938", "B, DC_W, 185, 948.486328125",
            "B, DC_WH, 224, 27562.5", "B, AC_WH, 187, 21298.00341796875", "B, AC_WH, 193836, 22076576.419921876",
            "A, AC_W32, 532, 236.6302490234375", "A, DC_W, 3, 11.53564453125", "A, DC_WH, 10945, 1010061.03515625" })
    void exactInPublishedBodies(String unit, Kind kind, long counts, double value) {
        assertThat(kind.value(counts, scales(unit)).doubleValue(), is(closeTo(value, value * 1e-15)));
        assertThat(kind.counts(value, scales(unit)), is(counts));
    }

    @ParameterizedTest
    @CsvSource({ "A, AC_W32, 797, 354.5006, 1e-4", "A, AC_WH, 60185, 5139822.51, 1e-2", "A, DC_V, 17466, 55.9671, 1e-4",
            "A, DC_W, -44, -169.189, 1e-3", "A, DC_WH, 41, 3783.691, 1e-3", "A, PCT256, 25563, 99.8555, 1e-4",
            "A, TEMP, 1348, 21.803, 1e-3", "B, AC_WH, 16, 1822.3, 1e-1", "B, AC_W16, 20, 94.9, 1e-1",
            "A, DC_V, 16581, 53.131, 1e-3", "A, DC_A, -91, -3.333, 1e-3", "A, AC_V, 14216, 229.93, 1e-2",
            "A, AC_A, -108, -0.725, 1e-3" })
    void roundedInTestsAndCaptures(String unit, Kind kind, long counts, double value, double error) {
        assertThat(kind.value(counts, scales(unit)).doubleValue(), is(closeTo(value, error)));
    }

    @ParameterizedTest
    @CsvSource({ "99, 0", "113.9, 1", "227.7, 1", "227.8, 2" })
    void countersCountFullSteps(double wattHours, long counts) {
        assertThat(Kind.AC_WH.filled(wattHours, UnitScales.B), is(counts));
    }

    private static UnitScales scales(String unit) {
        return "A".equals(unit) ? UnitScales.A : UnitScales.B;
    }
}
