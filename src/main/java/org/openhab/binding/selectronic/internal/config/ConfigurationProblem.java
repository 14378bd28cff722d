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
package org.openhab.binding.selectronic.internal.config;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What is wrong with the configuration of a thing.
 *
 * @param key the key of the text that says so and what to do about it
 * @param arguments the arguments of the text; never what the owner may have typed as a secret
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ConfigurationProblem(String key, List<String> arguments) {
    private static final String PREFIX = "offline.conf-error.";

    /** The parameter {@code host} is missing. */
    public static final String HOST_MISSING = PREFIX + "host-missing";
    /** The parameter {@code host} holds more or something else than a host. */
    public static final String HOST_INVALID = PREFIX + "host-invalid";
    /** {0} the port, {1} and {2} the limits. */
    public static final String PORT = PREFIX + "port";
    /** {0} the seconds, {1} and {2} the limits. */
    public static final String REFRESH_INTERVAL = PREFIX + "refresh-interval";
    /** {0} the seconds, {1} and {2} the limits. */
    public static final String TIMEOUT = PREFIX + "timeout";
    /** The parameter {@code serialPort} is missing. */
    public static final String SERIAL_PORT_MISSING = PREFIX + "serial-port-missing";
    /** {0} the baud, {1} and {2} the limits. */
    public static final String SPEED = PREFIX + "speed";
    /** The parameter {@code email} is missing. */
    public static final String EMAIL_MISSING = PREFIX + "email-missing";
    /** The parameter {@code email} holds a colon or a control character. */
    public static final String EMAIL_INVALID = PREFIX + "email-invalid";
    /** The parameter {@code password} is missing. */
    public static final String PASSWORD_MISSING = PREFIX + "password-missing";
    /** The parameter {@code password} holds a control character. */
    public static final String PASSWORD_INVALID = PREFIX + "password-invalid";
    /** The parameter {@code inverterPassword} is too long or holds what is not printable ASCII. */
    public static final String INVERTER_PASSWORD = PREFIX + "inverter-password";
    /** {0} the polls, {1} and {2} the limits. */
    public static final String FULL_EVERY = PREFIX + "full-every";
    /** {0} the minutes, {1} and {2} the limits. */
    public static final String IDLE_RELEASE = PREFIX + "idle-release";
    /** {0} what was given. */
    public static final String AC_SOURCE = PREFIX + "ac-source";
    /** {0} the watts, {1} and {2} the limits. */
    public static final String GENERATOR_THRESHOLD = PREFIX + "generator-threshold";
    /** {0} the kilowatt hours, {1} and {2} the limits. */
    public static final String BATTERY_CAPACITY = PREFIX + "battery-capacity";
    /** {0} the days, {1} and {2} the limits. */
    public static final String HISTORY_DAYS = PREFIX + "history-days";
    /** An inverter was set up without a bridge. */
    public static final String NO_BRIDGE = PREFIX + "no-bridge";

    /**
     * @param key the key of the text
     * @param arguments the arguments of the text
     */
    public ConfigurationProblem(String key, String... arguments) {
        this(key, List.of(arguments));
    }

    /** A number outside its limits. */
    static ConfigurationProblem outside(String key, int number, int least, int most) {
        return new ConfigurationProblem(key, Integer.toString(number), Integer.toString(least),
                Integer.toString(most));
    }
}
