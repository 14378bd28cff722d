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
package org.openhab.binding.selectronic.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The connection types to an inverter, with the usual times of each, which distinguish a short failure from an outage.
 * <p>
 * Source: the gateway reads its inverter every 5 s (published {@code /devices/&#123;id&#125;} body, member {@code
 * poll}). Public clients of the native protocol read every 1 s to 60 s, and none reports harm. Those of the portal read
 * every 10 s to 60 s; one has polled it each minute for 30 days and found it failing for up to 20 minutes from midnight
 * in Sydney, and hardly ever else (documentation of LiveOne, 2026).
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum ConnectionType {
    /** The Select.live box on the local network. */
    GATEWAY,
    /** The memory protocol at the unit's own USB or RS-232 port. */
    SERIAL,
    /** The memory protocol through a serial-to-network adapter. */
    NETWORK,
    /** The memory protocol through the tunnel of select.live. */
    TUNNEL,
    /** The web pages of select.live. They fail now and then for minutes. */
    PORTAL;

    /**
     * The period in which the portal is known to fail, with a margin, and the tolerated duration of a failure that
     * starts within it.
     */
    private static final ZoneId PORTAL_ZONE = ZoneId.of("Australia/Sydney");
    private static final LocalTime BAD_FROM = LocalTime.of(23, 50);
    private static final LocalTime BAD_UNTIL = LocalTime.of(0, 30);
    private static final Duration BAD_TIME = Duration.ofMinutes(25);

    /** What the UIDs of bridges of this binding begin with. */
    private static final String BRIDGE = "selectronic:";

    /** Returns a duration of the portal, or that of all others: they are local, or as fast. */
    private Duration ofPortal(Duration ofPortal, Duration ofOthers) {
        return this == PORTAL ? ofPortal : ofOthers;
    }

    /**
     * @param bridge the UID of a thing
     * @return the connection type of that bridge, empty if it is no bridge of this binding
     */
    public static Optional<ConnectionType> ofBridge(String bridge) {
        return Arrays.stream(values())
                .filter(type -> bridge.matches(BRIDGE + type.name().toLowerCase(Locale.ROOT) + ":[\\w-]+")).findFirst();
    }

    /** @return the default interval between polls */
    public Duration usualInterval() {
        return ofPortal(Duration.ofSeconds(60), Duration.ofSeconds(this == GATEWAY ? 5 : 10));
    }

    /**
     * Time after which a sample is stale if its timestamp has not changed.
     *
     * @return the longest time without a new sample
     */
    public Duration staleAfter() {
        return ofPortal(Duration.ofMinutes(15), Duration.ofSeconds(60));
    }

    /**
     * @param began start of the failure
     * @return the time without a successful poll after which the failure is an outage, regardless of the number of
     *         failed polls
     */
    public Duration toleratedTime(Instant began) {
        LocalTime local = LocalTime.ofInstant(began, PORTAL_ZONE);
        return this == PORTAL && (!local.isBefore(BAD_FROM) || local.isBefore(BAD_UNTIL)) ? BAD_TIME
                : ofPortal(Duration.ofMinutes(10), Duration.ofSeconds(60));
    }

    /**
     * While a failure is tolerated, several attempts are made: a device that is busy for a part of each minute is asked
     * in the other part too.
     *
     * @return the longest delay between two attempts during the tolerated time, unless the interval is longer
     */
    public Duration slowestRetry() {
        return ofPortal(Duration.ofSeconds(60), Duration.ofSeconds(15));
    }

    /**
     * @return whether the unit's memory is read. Such a connection serves one program at a time, so that it must be
     *         released for another one
     */
    public boolean isNative() {
        return this != GATEWAY && this != PORTAL;
    }

    /**
     * @return the kind of recorded data that the connection reads: all connections to the unit's memory read the same
     */
    public String logKind() {
        return this == PORTAL ? "charts" : "log";
    }

    /** @return how often to check for new recorded data */
    public Duration logInterval() {
        // the portal adds an hour at a time, a unit adds a few minutes
        return ofPortal(Duration.ofMinutes(15), Duration.ofMinutes(1));
    }

    /** @return the longest waiting time accepted from the server ({@code Retry-After}) */
    public Duration longestHold() {
        return ofPortal(Duration.ofHours(1), Duration.ofMinutes(5));
    }

    /** @return the maximum of the growing delay between attempts while nothing answers */
    public Duration slowestProbe() {
        return ofPortal(Duration.ofMinutes(15), Duration.ofMinutes(5));
    }
}
