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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The states that an inverter reports as codes: the name of each code, in order, beginning with code 0. A name that
 * has several codes is repeated.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum States {
    /** Source: register lists of three public native clients that agree. */
    INVERTER_MODE("IDLE", "ECONO", "ON", "SYNC"),
    /** Source: register lists of three public native clients and an event table that agree. */
    CHARGE_STAGE("INITIAL", "BULK", "ABSORB", "SHORT_TERM_FLOAT", "RETURN_TO_FLOAT", "EQUALISE", "LONG_TERM_FLOAT"),
    /**
     * What the charger is allowed to do; it is published as an explanation. Source: cjpit/selpi names the codes, and
     * the vendor's Modbus map (in peter-dolkens/splink) has the same codes at the register with the same neighbours.
     */
    CHARGER_REGULATION("NORMAL", "OVERRIDE", "OFF", "RENEWABLE", "RESTRICTED"),
    /**
     * Which contactors are closed: the one to the AC source and the one to the inverter. Source: register lists of two
     * public native clients and event records with known circumstances.
     */
    CONTACTORS("BOTH_OPEN", "INVERTER_CLOSED", "AC_SOURCE_CLOSED", "BOTH_CLOSED"),
    /**
     * The state of the AC source as reported by the inverter. Source: register lists of two public native clients. Five
     * codes mean "in tolerance": older firmware distinguished lockout and capacity limits. The last one is known from
     * one client only.
     */
    AC_SOURCE_STATUS("NOT_PRESENT", "NO_EARTH_NEUTRAL_LINK", "IN_TOLERANCE", "IN_TOLERANCE", "IN_TOLERANCE",
            "IN_TOLERANCE", "OUT_OF_RANGE", "IN_TOLERANCE", "VOLTAGE_TOO_HIGH", "DISCONNECTED_BY_DRM"),
    /**
     * The state of the generator as seen by the inverter. Source: register lists of two public native clients and an
     * event table that agree. The gateway reports the same code as {@code gen_status}, but its users report that it
     * stays 0 while the generator runs.
     */
    GENERATOR_STATUS("NOT_RUNNING", "RUNNING", "LOW_FUEL", "NO_FUEL", "FAULT", "NOT_AVAILABLE", "STARTING",
            "RETRY_PAUSE", "STOPPING", "DISABLED", "AC_SOURCE_PRESENT"),
    /**
     * Why the generator was started, or why it keeps running. Source: register lists of two public native clients that
     * agree; two codes mean equalising and four that it does not run.
     */
    GENERATOR_REASON("NOT_RUNNING", "FRONT_PANEL", "REMOTE_REQUEST", "RUN_SCHEDULE", "INVERTER_HOT",
            "INVERTER_SHUTTING_DOWN", "SYNCHRONISATION_FAULT", "STATE_OF_CHARGE", "BATTERY_VOLTAGE_LOW",
            "BATTERY_MIDPOINT_ERROR", "EQUALISING", "HIGH_LOAD", "EXERCISE", "GENERATOR_AVAILABLE", "GENERATOR_FAULT",
            "MINIMUM_RUN_TIME", "LOCKOUT", "BATTERY_FLOAT", "COOLING_DOWN", "CONFIRMED_START", "MANUAL",
            "AC_SOURCE_PRESENT", "DISABLED", "SUPPORT_MODE", "EQUALISING", "BATTERY_LOAD", "NOT_RUNNING", "NOT_RUNNING",
            "NOT_RUNNING", "WARMING_UP"),
    /**
     * Which schedule of the inverter is active; codes from 255 are the alternate AC input. Source: one public native
     * client.
     */
    SCHEDULE("NONE", "SCHEDULE_1", "SCHEDULE_2", "SCHEDULE_3", "SCHEDULE_4", "SCHEDULE_5", "SCHEDULE_6", "SCHEDULE_7",
            "SCHEDULE_8");

    /** The highest word, which means "not available". */
    private static final int NOT_AVAILABLE = 0xFFFF;
    private static final int FIRST_ALTERNATE = 255;
    private static final String ALTERNATE = "ALTERNATE_AC_INPUT";

    private final List<String> byCode;

    States(String... byCode) {
        this.byCode = List.of(byCode);
    }

    /** @return the names of all states, without repetition */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(byCode);
        if (this == SCHEDULE) {
            names.add(ALTERNATE);
        }
        return names;
    }

    /**
     * @param code the code that a device reported
     * @return the name of the state; the number itself for an unknown code, so that nothing is hidden;
     *         {@link Value#UNKNOWN} if it is not a code: not a whole number, or the word for "not available"
     */
    public Value ofCode(double code) {
        if (!(code >= 0 && code < NOT_AVAILABLE && code == Math.rint(code))) {
            return Value.UNKNOWN;
        }
        int place = (int) code;
        if (this == SCHEDULE && place >= FIRST_ALTERNATE) {
            return Value.of(ALTERNATE);
        }
        return Value.of(place < byCode.size() ? byCode.get(place) : Integer.toString(place));
    }
}
