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
package org.openhab.binding.selectronic.internal.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;

/**
 * The subcommands of the command.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
enum Subcommand {
    STATUS("", "things with their status, answers and failures"),
    READ("<inverter>", "all channels, with the values that the device reported"),
    DEVICES("", "inverters that each bridge reaches"),
    SYSTEMS("", "the same as devices"),
    LOGS("<inverter> [<log>] [<count>] [raw]",
            "the last events; or the last entries of a log of the inverter: alerts, operations, days, intervals"),
    EXPORT("<inverter> <log> [<from>] [<to>] [<file>]",
            "a log of the inverter as CSV on the console, or in a new file in openHAB's userdata folder"),
    FORECAST("<inverter>", "charge, load and solar power expected in the next 36 hours, with a chart"),
    REGISTERS("<inverter> [<pattern>]",
            "registers of the inverter whose name, subject or meaning has the pattern: address, words, value, confidence"),
    SETTINGS("<inverter> [<pattern>]", "the same for the settings of the inverter"),
    HISTORY("<inverter> [<from> [<to>]]",
            "how far the recorded data was read; with days such as 2026-01-31, sends them again"),
    RELEASE("<bridge> <minutes>", "releases the port or session for other programs for a time"),
    CAPTURE("<bridge> <minutes> [<file>]", "writes requests and answers to a file, without personal data"),
    DIAGNOSTICS("[<thing>]", "a report for a post in the forum, without secrets");

    private final String syntax;
    private final String description;

    Subcommand(String syntax, String description) {
        this.syntax = syntax;
        this.description = description;
    }

    /** Returns the word to type. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the word to type and its arguments. */
    String syntax() {
        return syntax.isEmpty() ? word() : word() + " " + syntax;
    }

    /** Returns whether the first argument names things of this kind. */
    boolean isAbout(Thing thing) {
        return switch (syntax.split(" ")[0]) {
            case "<inverter>" -> !(thing instanceof Bridge);
            case "<bridge>" -> thing instanceof Bridge;
            case "[<thing>]" -> true;
            default -> false;
        };
    }

    String description() {
        return description;
    }

    static Optional<Subcommand> of(List<String> words) {
        return words.isEmpty() ? Optional.empty()
                : Stream.of(values()).filter(each -> each.word().equalsIgnoreCase(words.get(0))).findFirst();
    }
}
