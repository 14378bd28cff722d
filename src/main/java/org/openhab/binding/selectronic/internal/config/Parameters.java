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

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.HostName;

/**
 * Checks the parameters of a thing in turn and keeps the first problem.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Parameters {
    private static final int LEAST_PORT = 1, MOST_PORT = 65535;

    private final String thingType;
    private @Nullable ConfigurationProblem problem;

    /** @param thingType the id of the thing type, used to look up the labels of its parameters */
    Parameters(String thingType) {
        this.thingType = thingType;
    }

    /** @return the first problem, empty if there is none */
    Optional<ConfigurationProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Checks that a text is present. */
    Parameters required(String parameter, @Nullable String value) {
        return check(value != null && !value.isBlank(), ConfigurationProblem.MISSING, parameter);
    }

    /** Checks that a password is present. A password may consist of spaces. */
    Parameters requiredPassword(String parameter, @Nullable String value) {
        return check(value != null && !value.isEmpty(), ConfigurationProblem.MISSING, parameter);
    }

    /** Checks that a number is within limits. */
    Parameters range(String parameter, Number value, Number least, Number most) {
        // a comparison with NaN is false
        return check(value.doubleValue() >= least.doubleValue() && value.doubleValue() <= most.doubleValue(),
                ConfigurationProblem.OUT_OF_RANGE, parameter, value.toString(), least.toString(), most.toString());
    }

    /** Checks a TCP port. */
    Parameters port(String parameter, int value) {
        return range(parameter, value, LEAST_PORT, MOST_PORT);
    }

    /** Checks that a value is one of several names, or empty. */
    Parameters option(String parameter, @Nullable String value, Stream<String> options) {
        List<String> known = options.toList();
        return check(value == null || value.isBlank() || known.contains(value), ConfigurationProblem.NOT_AN_OPTION,
                parameter, value == null ? "" : value.strip(), String.join(" / ", known));
    }

    /** Checks a text that is sent unchanged: it must not contain control characters or those that would end it. */
    Parameters sendable(String parameter, String value, String forbidden) {
        return check(
                value.chars()
                        .noneMatch(character -> Character.isISOControl(character) || forbidden.indexOf(character) >= 0),
                ConfigurationProblem.INVALID, parameter);
    }

    /** Checks that a password consists of printable ASCII characters and is not too long. */
    Parameters asciiPassword(String parameter, String value, int longest) {
        return check(
                value.length() <= longest && value.chars().allMatch(character -> character >= ' ' && character <= '~'),
                ConfigurationProblem.INVALID_PASSWORD, parameter, Integer.toString(longest));
    }

    /** Checks a host for a socket connection. */
    Parameters host(String parameter, @Nullable String value) {
        String host = HostName.normal(value == null ? "" : value);
        // outside web addresses an underscore is allowed
        return required(parameter, value).check(isHost(host.replace('_', 'x')), ConfigurationProblem.HOST_INVALID,
                parameter);
    }

    /** Checks a host for use in a web address. */
    Parameters webHost(String parameter, @Nullable String value) {
        String host = HostName.normal(value == null ? "" : value);
        return host(parameter, value).check(isHost(host), ConfigurationProblem.HOST_UNDERSCORE, parameter, host);
    }

    /**
     * Checks that the text is a host and nothing else: parsed as part of an address, it must be returned unchanged. The
     * rules are those of the addresses used for requests, so that every accepted host can be used in a request.
     */
    private static boolean isHost(String text) {
        try {
            String host = new URI("http", null, text, -1, null, null, null).getHost();
            return text.equals(host) || ("[" + text + "]").equals(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private Parameters check(boolean good, String key, String parameter, String... arguments) {
        if (!good && problem == null) {
            String label = "@text/thing-type.config.selectronic." + thingType + "." + parameter + ".label";
            problem = new ConfigurationProblem(key, Stream.concat(Stream.of(label), Stream.of(arguments)).toList());
        }
        return this;
    }
}
