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
package org.openhab.binding.selectronic.workbench;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * What the owner asks for on the command line.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Options {
    private static final int LARGEST_PORT = 65535;
    private static final String NUMBER = "[1-9]\\d{0,5}";

    private boolean help;
    private boolean list;
    private boolean plain;
    private boolean verbose;
    private boolean fast;
    private boolean https;
    private boolean acceptCertificate;
    private @Nullable Scenario scenario;
    private @Nullable String gateway;
    private @Nullable Duration duration;
    private Locale locale = Locale.getDefault();

    private Options() {
    }

    /**
     * @param arguments the command line
     * @return what it asks for
     * @throws UsageException if it makes no sense
     */
    static Options parse(String... arguments) throws UsageException {
        Options options = new Options();
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            options.take(rest.next(), rest);
        }
        if (options.gateway != null && (options.fast || options.scenario != null)) {
            throw new UsageException("not-simulated");
        } else if (options.gateway == null && (options.https || options.acceptCertificate)) {
            throw new UsageException("no-gateway");
        } else if (options.acceptCertificate && !options.https) {
            throw new UsageException("no-https");
        }
        return options;
    }

    private void take(String option, Iterator<String> rest) throws UsageException {
        switch (option) {
            case "--help", "-h" -> help = true;
            case "--list" -> list = true;
            case "--plain" -> plain = true;
            case "--verbose" -> verbose = true;
            case "--fast" -> fast = true;
            case "--https" -> https = true;
            case "--accept-certificate" -> acceptCertificate = true;
            case "--scenario" -> scenario = scenario(value(option, rest));
            case "--gateway" -> gateway = gateway(value(option, rest));
            case "--seconds" -> duration = seconds(value(option, rest));
            case "--lang" -> locale = Locale.forLanguageTag(value(option, rest).replace('_', '-'));
            default -> throw new UsageException("unknown", option);
        }
    }

    private static String value(String option, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException("value-missing", option);
        }
        return rest.next();
    }

    private static Scenario scenario(String name) throws UsageException {
        return Scenario.byName(name).orElseThrow(() -> new UsageException("scenario", name));
    }

    private static Duration seconds(String text) throws UsageException {
        if (!text.matches(NUMBER)) {
            throw new UsageException("seconds", text);
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    private static String gateway(String text) throws UsageException {
        if (text.isBlank() || text.startsWith("-") || text.contains("/") || port(text) > LARGEST_PORT) {
            throw new UsageException("gateway", text);
        }
        return text;
    }

    /** An address of IPv6 has colons of its own, and stands in brackets if a port follows. */
    private static int colon(String text) {
        int colon = text.lastIndexOf(':');
        boolean portFollows = colon > 0 && text.substring(colon + 1).matches(NUMBER)
                && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
        return portFollows ? colon : text.length();
    }

    private static int port(String text) {
        int colon = colon(text);
        return colon == text.length() ? 0 : Integer.parseInt(text.substring(colon + 1));
    }

    /** @return what the bundle is run against */
    Way way() {
        String gateway = this.gateway;
        if (gateway != null) {
            return new OwnGateway(gateway.substring(0, colon(gateway)), port(gateway), https, acceptCertificate);
        }
        Scenario scenario = this.scenario;
        return new SimulatedSpPro(scenario == null ? Scenario.SUNNY_DAY : scenario, fast);
    }

    /** @return whether only the options are to be explained */
    boolean help() {
        return help;
    }

    /** @return whether only the scenarios are to be listed */
    boolean list() {
        return list;
    }

    /** @return whether to print lines even on a terminal; a debug log would spoil the screen */
    boolean plain() {
        return plain || verbose;
    }

    /** @return whether the debug log of the binding is wanted */
    boolean verbose() {
        return verbose;
    }

    /** @return how long to run, null if that was not said */
    @Nullable
    Duration duration() {
        return duration;
    }

    /** @return the owner's language */
    Locale locale() {
        return locale;
    }
}
