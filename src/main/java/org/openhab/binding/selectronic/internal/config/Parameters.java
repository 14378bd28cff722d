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
 * Checks the parameters of a thing one after another and keeps the first problem.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Parameters {
    private static final int LEAST_PORT = 1, MOST_PORT = 65535;

    private final String thingType;
    private Optional<ConfigurationProblem> problem = Optional.empty();

    /** @param thingType the id of the thing type, by which the labels of its parameters are found */
    Parameters(String thingType) {
        this.thingType = thingType;
    }

    /** @return the first problem, empty if there is none */
    Optional<ConfigurationProblem> problem() {
        return problem;
    }

    /** A text that must be entered. */
    Parameters required(String parameter, @Nullable String value) {
        return check(value != null && !value.isBlank(), ConfigurationProblem.MISSING, parameter);
    }

    /** A password that must be entered; blanks are a password too. */
    Parameters requiredPassword(String parameter, @Nullable String value) {
        return check(value != null && !value.isEmpty(), ConfigurationProblem.MISSING, parameter);
    }

    /** A number within limits. */
    Parameters range(String parameter, Number value, Number least, Number most) {
        // a comparison with what is no number is false
        return check(value.doubleValue() >= least.doubleValue() && value.doubleValue() <= most.doubleValue(),
                ConfigurationProblem.OUT_OF_RANGE, parameter, value.toString(), least.toString(), most.toString());
    }

    /** A TCP port. */
    Parameters port(String parameter, int value) {
        return range(parameter, value, LEAST_PORT, MOST_PORT);
    }

    /** One of several names, or nothing. */
    Parameters option(String parameter, @Nullable String value, Stream<String> options) {
        List<String> known = options.toList();
        return check(value == null || value.isBlank() || known.contains(value), ConfigurationProblem.NOT_AN_OPTION,
                parameter, value == null ? "" : value.strip(), String.join(" / ", known));
    }

    /** A text that goes out as it is: no control characters, and none of those that would end it. */
    Parameters sendable(String parameter, String value, String forbidden) {
        return check(value.chars()
                .noneMatch(character -> Character.isISOControl(character) || forbidden.indexOf(character) >= 0),
                ConfigurationProblem.INVALID, parameter);
    }

    /** A password of printable ASCII characters. */
    Parameters asciiPassword(String parameter, String value, int longest) {
        return check(
                value.length() <= longest
                        && value.chars().allMatch(character -> character >= ' ' && character <= '~'),
                ConfigurationProblem.INVALID_PASSWORD, parameter, Integer.toString(longest));
    }

    /** A host that a socket can be opened to. */
    Parameters host(String parameter, @Nullable String value) {
        String host = HostName.normal(value == null ? "" : value);
        // to the network an underscore is a character like any other
        return required(parameter, value).check(isHost(host.replace('_', 'x')), ConfigurationProblem.HOST_INVALID,
                parameter);
    }

    /** A host that a web address can be made of. */
    Parameters webHost(String parameter, @Nullable String value) {
        String host = HostName.normal(value == null ? "" : value);
        return host(parameter, value).check(isHost(host), ConfigurationProblem.HOST_UNDERSCORE, parameter, host);
    }

    /**
     * Whether the text is a host and nothing else: put into an address, it must come out of it unchanged. The rules are
     * those of the addresses that requests are made of, so that nothing passes here that no request can be made for.
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
        if (!good && problem.isEmpty()) {
            String label = "@text/thing-type.config.selectronic." + thingType + "." + parameter + ".label";
            problem = Optional.of(new ConfigurationProblem(key,
                    Stream.concat(Stream.of(label), Stream.of(arguments)).toList()));
        }
        return this;
    }
}
