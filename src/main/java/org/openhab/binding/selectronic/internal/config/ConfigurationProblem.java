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
 * An error in a configuration, as the key of a text and its arguments.
 *
 * @param key the key of the text
 * @param arguments the arguments of the text; a label is passed as a reference, which openHAB translates
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ConfigurationProblem(String key, List<String> arguments) {
    private static final String PREFIX = "offline.conf-error.";

    /** {0} the label of a required parameter. */
    public static final String MISSING = PREFIX + "missing";
    /** {0} the label of a number, {1} the value entered, {2} and {3} the limits. */
    public static final String OUT_OF_RANGE = PREFIX + "out-of-range";
    /** {0} the label of a parameter, {1} the value entered, {2} the accepted values. */
    public static final String NOT_AN_OPTION = PREFIX + "not-an-option";
    /** {0} the label of a text with characters that cannot be sent; the text may be a secret. */
    public static final String INVALID = PREFIX + "invalid";
    /** {0} the label of a password that is longer than {1} characters or contains non-ASCII characters. */
    public static final String INVALID_PASSWORD = PREFIX + "invalid-password";
    /** {0} the label of a host with additional text around it. */
    public static final String HOST_INVALID = PREFIX + "host-invalid";
    /** {0} the label of a host whose name {1} has an underscore, which is not allowed in a web address. */
    public static final String HOST_UNDERSCORE = PREFIX + "host-underscore";
    /** {0} a bridge that cannot be an alternative: the bridge of the thing itself, or not one of this binding. */
    public static final String ALTERNATIVE = PREFIX + "alternative";
    /** An inverter has no bridge. */
    public static final String NO_BRIDGE = PREFIX + "no-bridge";

    /**
     * @param bridge the text entered as an alternative bridge
     * @return the problem that it is none
     */
    public static ConfigurationProblem noAlternative(String bridge) {
        return new ConfigurationProblem(ALTERNATIVE, List.of(bridge));
    }
}
