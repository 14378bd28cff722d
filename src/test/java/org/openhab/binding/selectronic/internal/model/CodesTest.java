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
package org.openhab.binding.selectronic.internal.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Codes of the inverter into names.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class CodesTest {
    @ParameterizedTest
    @CsvSource({ "0, IDLE", "1, ECONO", "2, ON", "3, SYNC", "4, 4" })
    void modes(double code, String name) {
        assertThat(States.INVERTER_MODE.ofCode(code), is(Value.of(name)));
    }

    @ParameterizedTest
    @CsvSource({ "0, INITIAL", "1, BULK", "2, ABSORB", "3, SHORT_TERM_FLOAT", "4, RETURN_TO_FLOAT", "5, EQUALISE",
            "6, LONG_TERM_FLOAT", "7, 7" })
    void chargeStages(double code, String name) {
        assertThat(States.CHARGE_STAGE.ofCode(code), is(Value.of(name)));
    }

    @ParameterizedTest
    @CsvSource({ "0, NOT_PRESENT", "1, NO_EARTH_NEUTRAL_LINK", "2, IN_TOLERANCE", "3, IN_TOLERANCE", "4, IN_TOLERANCE",
            "5, IN_TOLERANCE", "6, OUT_OF_RANGE", "7, IN_TOLERANCE", "8, VOLTAGE_TOO_HIGH", "9, DISCONNECTED_BY_DRM",
            "10, 10" })
    void sourceStates(double code, String name) {
        assertThat(States.AC_SOURCE_STATUS.ofCode(code), is(Value.of(name)));
    }

    @ParameterizedTest
    @CsvSource({ "0, NOT_RUNNING", "1, FRONT_PANEL", "2, REMOTE_REQUEST", "3, RUN_SCHEDULE", "4, INVERTER_HOT",
            "5, INVERTER_SHUTTING_DOWN", "6, SYNCHRONISATION_FAULT", "7, STATE_OF_CHARGE", "8, BATTERY_VOLTAGE_LOW",
            "9, BATTERY_MIDPOINT_ERROR", "10, EQUALISING", "11, HIGH_LOAD", "12, EXERCISE", "13, GENERATOR_AVAILABLE",
            "14, GENERATOR_FAULT", "15, MINIMUM_RUN_TIME", "16, LOCKOUT", "17, BATTERY_FLOAT", "18, COOLING_DOWN",
            "19, CONFIRMED_START", "20, MANUAL", "21, AC_SOURCE_PRESENT", "22, DISABLED", "23, SUPPORT_MODE",
            "24, EQUALISING", "25, BATTERY_LOAD", "26, NOT_RUNNING", "27, NOT_RUNNING", "28, NOT_RUNNING",
            "29, WARMING_UP", "30, 30" })
    void generatorReasons(double code, String name) {
        assertThat(States.GENERATOR_REASON.ofCode(code), is(Value.of(name)));
    }

    @ParameterizedTest
    @CsvSource({ "0, BOTH_OPEN", "1, INVERTER_CLOSED", "2, AC_SOURCE_CLOSED", "3, BOTH_CLOSED", "4, 4" })
    void contactors(double code, String name) {
        assertThat(States.CONTACTORS.ofCode(code), is(Value.of(name)));
    }

    @ParameterizedTest
    @CsvSource({ "0, NONE", "1, SCHEDULE_1", "8, SCHEDULE_8", "9, 9", "10, 10", "254, 254", "255, ALTERNATE_AC_INPUT",
            "300, ALTERNATE_AC_INPUT", "65534, ALTERNATE_AC_INPUT" })
    void schedules(double code, String name) {
        assertThat(States.SCHEDULE.ofCode(code), is(Value.of(name)));
    }

    @ParameterizedTest
    @ValueSource(doubles = { -1, 0.5, 65535, 70000, Double.NaN })
    void whatIsNoCodeIsUnknown(double code) {
        assertThat(States.INVERTER_MODE.ofCode(code), is(Value.UNKNOWN));
        assertThat(States.SCHEDULE.ofCode(code), is(Value.UNKNOWN));
        assertThat(States.GENERATOR_REASON.ofCode(code), is(Value.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({ "0, GENERATOR", "1, BOTH", "2, GRID", "3, GRID", "4, AUTO", "-1, AUTO", "65535, AUTO" })
    void applications(int code, AcSource source) {
        assertThat(AcSource.ofApplication(code), is(source));
    }

    @Test
    void aGatewayReportsNothingOfHardwareAndSettings() {
        assertThat(new Identity("1", "SP-PRO", "V15.47", 5000.0),
                is(new Identity("1", "SP-PRO", "V15.47", 5000.0, null, AcSource.AUTO)));
    }
}
