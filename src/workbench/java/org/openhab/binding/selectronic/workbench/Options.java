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

/**
 * What the owner asks for on the command line.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Options {
    private static final String LANGUAGE = "--lang";
    private static final String NUMBER = "[1-9]\\d{0,5}";

    private final List<ConnectionType.Choice> choices = List.of(new SimulatedSpPro.Choice(), new OwnGateway.Choice(),
            new OwnAdapter.Choice(), new OwnPort.Choice(), new OwnAccount.Choice());
    private ConnectionType connectionType = SimulatedSpPro.USUAL;
    private boolean help;
    private boolean list;
    private boolean plain;
    private boolean verbose;
    private boolean once;
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
        options.choose();
        return options;
    }

    /**
     * @param arguments a command line, sense or not
     * @return the language to complain in
     */
    static Locale language(String... arguments) {
        int option = List.of(arguments).indexOf(LANGUAGE);
        return option < 0 || option + 1 >= arguments.length ? Locale.getDefault() : locale(arguments[option + 1]);
    }

    private static Locale locale(String text) {
        return Locale.forLanguageTag(text.replace('_', '-'));
    }

    private void take(String option, Iterator<String> rest) throws UsageException {
        for (ConnectionType.Choice choice : choices) {
            if (choice.take(option, rest)) {
                return;
            }
        }
        switch (option) {
            case "--help", "-h" -> help = true;
            case "--list" -> list = true;
            case "--plain" -> plain = true;
            case "--verbose" -> verbose = true;
            case "--once" -> once = true;
            case "--seconds" -> duration = seconds(value(option, rest));
            case LANGUAGE -> locale = locale(value(option, rest));
            default -> throw new UsageException("unknown", option);
        }
    }

    private void choose() throws UsageException {
        boolean chosen = false;
        for (ConnectionType.Choice choice : choices) {
            ConnectionType other = choice.chosen().orElse(null);
            if (other != null && chosen) {
                throw new UsageException("one-way");
            } else if (other != null) {
                connectionType = other;
                chosen = true;
            }
        }
    }

    /**
     * @param option an option that has a value
     * @param rest what follows it
     * @return the value
     * @throws UsageException if there is none
     */
    static String value(String option, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException("value-missing", option);
        }
        return rest.next();
    }

    private static Duration seconds(String text) throws UsageException {
        if (!text.matches(NUMBER)) {
            throw new UsageException("seconds", text);
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    /** @return what the bundle is run against */
    ConnectionType connectionType() {
        return connectionType;
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

    /** @return whether the first values end the run */
    boolean once() {
        return once;
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
