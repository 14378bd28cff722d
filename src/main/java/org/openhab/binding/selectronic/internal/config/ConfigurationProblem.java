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
 * What is wrong with a configuration, as the key of a text and its arguments.
 *
 * @param key the key of the text
 * @param arguments the arguments of the text; a label is the reference to it, which openHAB translates
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ConfigurationProblem(String key, List<String> arguments) {
    private static final String PREFIX = "offline.conf-error.";

    /** {0} the label of a parameter that must be entered. */
    public static final String MISSING = PREFIX + "missing";
    /** {0} the label of a number, {1} what was entered, {2} and {3} the limits. */
    public static final String OUT_OF_RANGE = PREFIX + "out-of-range";
    /** {0} the label of a parameter, {1} what was entered, {2} what can be entered. */
    public static final String NOT_AN_OPTION = PREFIX + "not-an-option";
    /** {0} the label of a text with characters that cannot be sent; the text may be a secret. */
    public static final String INVALID = PREFIX + "invalid";
    /** {0} the label of a password that is longer than {1} characters or has other than ASCII characters. */
    public static final String INVALID_PASSWORD = PREFIX + "invalid-password";
    /** {0} the label of a host that has something around it. */
    public static final String HOST_INVALID = PREFIX + "host-invalid";
    /** {0} the label of a host whose name {1} has an underscore, which no web address may have. */
    public static final String HOST_UNDERSCORE = PREFIX + "host-underscore";
    /** An inverter was set up without a bridge. */
    public static final String NO_BRIDGE = PREFIX + "no-bridge";
}
