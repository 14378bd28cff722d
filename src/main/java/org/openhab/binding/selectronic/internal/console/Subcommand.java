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

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The subcommands of the command.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
enum Subcommand {
    STATUS("", About.NOTHING, "things with their status and how the contact has gone"),
    READ("<inverter>", About.INVERTER, "all channels, with what the device told"),
    DEVICES("", About.NOTHING, "inverters that each bridge reaches"),
    SYSTEMS("", About.NOTHING, "the same as devices"),
    LOGS("<inverter> [<log>] [<count>] [raw]", About.INVERTER,
            "what was seen last; or the end of a log of the inverter: alerts, operations, days, intervals"),
    HISTORY("<inverter> [<from> [<to>]]", About.INVERTER,
            "how far the record was read; with days such as 2026-01-31, fills them in once more"),
    RELEASE("<bridge> <minutes>", About.BRIDGE, "lets other programs use the port or session for a time"),
    CAPTURE("<bridge> <minutes> [<file>]", About.BRIDGE,
            "records what is asked and answered, without anything personal"),
    DIAGNOSTICS("[<thing>]", About.THING, "a report for a post in the forum, without secrets");

    /** The type of the first argument. */
    enum About {
        NOTHING,
        INVERTER,
        BRIDGE,
        THING
    }

    private final String syntax;
    private final About about;
    private final String description;

    Subcommand(String syntax, About about, String description) {
        this.syntax = syntax;
        this.about = about;
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

    About about() {
        return about;
    }

    String description() {
        return description;
    }

    static Collection<String> words() {
        return Arrays.stream(values()).map(Subcommand::word).toList();
    }

    static Optional<Subcommand> of(List<String> words) {
        return words.isEmpty() ? Optional.empty()
                : Stream.of(values()).filter(each -> each.word().equalsIgnoreCase(words.get(0))).findFirst();
    }
}
