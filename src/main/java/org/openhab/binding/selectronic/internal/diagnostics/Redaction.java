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
package org.openhab.binding.selectronic.internal.diagnostics;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Decides which data of a thing may be public. It does not search for secrets: it shows numbers and switches, and texts
 * only if they have a form that is known to be harmless. Of everything else it shows only that it exists.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Redaction {
    static final String SET = "set";

    private static final int SHOWN_DIGITS = 3;
    /** Parameters whose values are never shown, even if they are numbers. */
    private static final Pattern PERSONAL = Pattern
            .compile(".*(password|pin|token|mail|user|name|host|address|number|id|fingerprint)");
    private static final Pattern IDENTITY = Pattern.compile(".*(number|id|fingerprint)");
    private static final Pattern STATUS_KEY = Pattern.compile("@text/(offline\\.[a-z.-]{1,40})( \\[.*)?");
    private static final Pattern STATE_NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,30}");
    private static final Pattern MODEL = Pattern.compile("SP[A-Z]{0,3}-?[A-Z]{0,3}[0-9]{0,4}");
    private static final Pattern VERSION = Pattern
            .compile("(?<![0-9A-Za-z.])V?([0-9]{1,2}(\\.[0-9]{1,2}){0,2})(?![0-9A-Za-z.])");
    private static final Pattern RATED_POWER = Pattern.compile("[0-9]{1,6} W");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern PRIVATE_IPV4 = Pattern
            .compile("(10|127|169\\.254|192\\.168|172\\.(1[6-9]|2[0-9]|3[01]))\\..*");

    private Redaction() {
    }

    /**
     * @param name the name of a parameter
     * @param value its value
     * @return what may be shown of it
     */
    static String parameter(String name, Object value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (value instanceof String text && text.isEmpty()) {
            return "not set";
        } else if ("host".equals(lower)) {
            return kindOfHost(value.toString());
        } else if ("serialport".equals(lower)) {
            return kindOfPort(value.toString());
        } else if (IDENTITY.matcher(lower).matches()) {
            return end(value.toString());
        } else if (!PERSONAL.matcher(lower).matches()
                && (value instanceof Number || value instanceof Boolean || isAcSource(value.toString()))) {
            return value.toString();
        }
        return SET;
    }

    /**
     * @param name the name of a property
     * @param value its text
     * @return what may be shown of it
     */
    static String property(String name, String value) {
        return switch (name) {
            case "vendor" -> "Selectronic".equals(value) ? value : SET;
            case "modelId" -> model(value);
            case "firmwareVersion", "hardwareVersion" -> versions(value);
            case "ratedPower" -> RATED_POWER.matcher(value).matches() ? value : SET;
            case "acSource" -> isAcSource(value) ? value : SET;
            default -> IDENTITY.matcher(name.toLowerCase(Locale.ROOT)).matches() ? end(value) : SET;
        };
    }

    static String model(@Nullable String reported) {
        return reported == null ? "model not reported" : MODEL.matcher(reported).matches() ? reported : SET;
    }

    /** Returns the version numbers in a text reported by a device. */
    static String versions(String text) {
        String numbers = VERSION.matcher(text).results().map(MatchResult::group).collect(Collectors.joining(" "));
        return numbers.isEmpty() ? SET : numbers;
    }

    private static boolean isAcSource(String text) {
        return Stream.of(AcSource.values()).anyMatch(source -> source.name().equals(text));
    }

    /**
     * @param text a serial number or another identity
     * @return its last digits, which distinguish two units of a house but reveal nothing else
     */
    static String end(String text) {
        return text.length() < 2 * SHOWN_DIGITS ? "…" : "…" + text.substring(text.length() - SHOWN_DIGITS);
    }

    /**
     * @param description the text of a status
     * @return the key of the text, without its arguments
     */
    static Optional<String> status(@Nullable String description) {
        if (description == null || description.isEmpty()) {
            return Optional.empty();
        }
        Matcher known = STATUS_KEY.matcher(description);
        return Optional.of(known.matches() ? known.group(1) : "with a text");
    }

    static String kindOfHost(String host) {
        if (host.contains(":")) {
            return "IPv6 address";
        } else if (IPV4.matcher(host).matches()) {
            return PRIVATE_IPV4.matcher(host).matches() ? "private IPv4 address" : "public IPv4 address";
        } else if ("select.live".equals(host)) {
            return host;
        }
        return host.contains(".") ? "name with a domain" : "local name";
    }

    private static String kindOfPort(String port) {
        if (port.contains("/by-id/") || port.contains("/by-path/")) {
            return "permanent name of a device";
        } else if (port.startsWith("rfc2217:")) {
            return "port of another machine";
        } else if (port.startsWith("/dev/ttyUSB") || port.startsWith("/dev/ttyACM")) {
            return "USB port";
        }
        return port.startsWith("/dev/") ? "device" : SET;
    }

    /**
     * @param value a value
     * @return the value; of a text only the name of a state
     */
    static String value(Value value) {
        return value instanceof Value.Text text && !STATE_NAME.matcher(text.text()).matches() ? "a text"
                : value.toString();
    }
}
