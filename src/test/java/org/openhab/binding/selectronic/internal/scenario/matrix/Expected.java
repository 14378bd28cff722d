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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What an owner must see, as it stands in a cell of the table of expectations.
 *
 * @param kind what kind of thing
 * @param who who shows a text: bridge, inverter, or either of them
 * @param about the key of the text or remark, or several of which one is shown, the id of the channel, or the name of
 *            the rule
 * @param configuration whether it is a matter of configuration
 * @param lasting whether it stays until the configuration changes
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Expected(Kind kind, String who, String about, boolean configuration, boolean lasting) {

    private static final Pattern SHOWN = Pattern.compile("(bridge|inverter|either) ([a-z/-]+)(!{0,2})");
    private static final Pattern REMARK = Pattern.compile("(ok|remark) ([a-z/-]+)");
    private static final Pattern CHANNEL = Pattern.compile("(undef|kept) ([a-z-]+#[a-z-]+)");

    enum Kind {
        /** The trouble does not exist there. */
        NONE,
        /** Nothing, or at most a remark. */
        OK,
        /** A remark of the bridge, which stays ONLINE. */
        REMARK,
        /** A channel is UNDEF. */
        UNDEF,
        /** A channel is left alone. */
        KEPT,
        /** No value but true ones. */
        UNKNOWN,
        /** A text. */
        SHOWN
    }

    static Expected parse(String cell) {
        Matcher shown = SHOWN.matcher(cell);
        Matcher channel = CHANNEL.matcher(cell);
        Matcher remark = REMARK.matcher(cell);
        if (shown.matches()) {
            String marks = Objects.requireNonNull(shown.group(3));
            return new Expected(Kind.SHOWN, Objects.requireNonNull(shown.group(1)),
                    Objects.requireNonNull(shown.group(2)), !marks.isEmpty(), marks.length() == 2);
        } else if (channel.matches()) {
            return of("undef".equals(channel.group(1)) ? Kind.UNDEF : Kind.KEPT,
                    Objects.requireNonNull(channel.group(2)));
        } else if (remark.matches()) {
            return of("ok".equals(remark.group(1)) ? Kind.OK : Kind.REMARK, Objects.requireNonNull(remark.group(2)));
        } else if (cell.startsWith("- ")) {
            return of(Kind.NONE, cell.substring(2));
        } else if ("unknown".equals(cell)) {
            return of(Kind.UNKNOWN, "");
        } else if ("ok".equals(cell)) {
            return of(Kind.OK, "");
        }
        throw new IllegalArgumentException("not understood: " + cell);
    }

    private static Expected of(Kind kind, String about) {
        return new Expected(kind, "", about, false, false);
    }

    /** Nothing to be seen of what a connection alone would show, since other connections of the inverter deliver. */
    static Expected othersTakeOver(Expected alone) {
        return new Expected(Kind.OK, "", alone.about, false, alone.lasting);
    }

    boolean isNone() {
        return kind == Kind.NONE;
    }

    boolean isShown() {
        return kind == Kind.SHOWN;
    }

    /** Whether a bridge may or must make the remark that a status shows. */
    boolean isRemark(String status) {
        return (kind == Kind.OK || kind == Kind.REMARK) && Stream.of(about.split("/"))
                .anyMatch(key -> status.startsWith("ONLINE NONE @text/online." + key + " ["));
    }

    /** Whether a status shows the text, or one of those that may be shown. */
    boolean isShownAs(String status) {
        String detail = "OFFLINE " + (configuration ? "CONFIGURATION_ERROR" : "COMMUNICATION_ERROR");
        return Stream.of(about.split("/")).map(key -> detail + " @text/offline." + key)
                .anyMatch(begin -> status.equals(begin) || status.startsWith(begin + " ["));
    }

    /** Whether bridge and inverter show it. */
    boolean isShown(Rig rig) {
        String bridge = rig.status(rig.bridge());
        String inverter = rig.status(rig.inverter());
        boolean byBridge = isShownAs(bridge) && "OFFLINE BRIDGE_OFFLINE".equals(inverter);
        // where there is none at all, the bridge that is ONLINE may say so too
        String none = " @text/offline.no-units";
        boolean byInverter = isShownAs(inverter)
                && ("ONLINE NONE".equals(bridge) || ("ONLINE NONE" + none).equals(bridge) && inverter.endsWith(none));
        return switch (who) {
            case "bridge" -> byBridge;
            case "inverter" -> byInverter;
            default -> byBridge || byInverter;
        };
    }
}
