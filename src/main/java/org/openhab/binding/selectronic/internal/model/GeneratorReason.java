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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Why the generator was started, or why it keeps running.
 * <p>
 * Source: register lists of two public native clients that agree; two codes mean equalising and four that it does not
 * run.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum GeneratorReason {
    NOT_RUNNING,
    FRONT_PANEL,
    REMOTE_REQUEST,
    RUN_SCHEDULE,
    INVERTER_HOT,
    INVERTER_SHUTTING_DOWN,
    SYNCHRONISATION_FAULT,
    STATE_OF_CHARGE,
    BATTERY_VOLTAGE_LOW,
    BATTERY_MIDPOINT_ERROR,
    EQUALISING,
    HIGH_LOAD,
    EXERCISE,
    GENERATOR_AVAILABLE,
    GENERATOR_FAULT,
    MINIMUM_RUN_TIME,
    LOCKOUT,
    BATTERY_FLOAT,
    COOLING_DOWN,
    CONFIRMED_START,
    MANUAL,
    AC_SOURCE_PRESENT,
    DISABLED,
    SUPPORT_MODE,
    BATTERY_LOAD,
    WARMING_UP;

    private static final GeneratorReason[] OF_CODE = { NOT_RUNNING, FRONT_PANEL, REMOTE_REQUEST, RUN_SCHEDULE,
            INVERTER_HOT, INVERTER_SHUTTING_DOWN, SYNCHRONISATION_FAULT, STATE_OF_CHARGE, BATTERY_VOLTAGE_LOW,
            BATTERY_MIDPOINT_ERROR, EQUALISING, HIGH_LOAD, EXERCISE, GENERATOR_AVAILABLE, GENERATOR_FAULT,
            MINIMUM_RUN_TIME, LOCKOUT, BATTERY_FLOAT, COOLING_DOWN, CONFIRMED_START, MANUAL, AC_SOURCE_PRESENT,
            DISABLED, SUPPORT_MODE, EQUALISING, BATTERY_LOAD, NOT_RUNNING, NOT_RUNNING, NOT_RUNNING, WARMING_UP };

    /**
     * @param code the code that the inverter reported
     * @return the name of the state; the number itself for an unknown code, so that nothing is hidden;
     *         {@link Value#UNKNOWN} if it is not a code
     */
    public static Value ofCode(double code) {
        return Codes.named(OF_CODE, code);
    }
}
