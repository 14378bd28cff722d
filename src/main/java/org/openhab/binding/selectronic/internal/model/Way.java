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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The ways to an inverter, with what is usual on each: the times that decide between a short trouble and an outage.
 * <p>
 * Source: the gateway reads its inverter every 5 s (published {@code /devices/&#123;id&#125;} body, member
 * {@code poll}). Public clients of the native protocol read every 1 s to 60 s, and none reports harm. Those of the
 * portal read every 10 s to 60 s; one has polled it each minute for 30 days and found it failing for up to 20 minutes
 * from midnight in Sydney, and hardly ever else (documentation of LiveOne, 2026).
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Way {
    /** The Select.live box on the local network. */
    GATEWAY(Duration.ofSeconds(5)),
    /** The memory protocol at the unit's own USB or RS-232 port. */
    SERIAL(Duration.ofSeconds(10)),
    /** The memory protocol through a serial-to-network adapter. */
    NETWORK(Duration.ofSeconds(10)),
    /** The memory protocol through the tunnel of select.live. */
    TUNNEL(Duration.ofSeconds(10)),
    /** The web pages of select.live. It fails now and then, so that failures are timed and not counted. */
    PORTAL(Duration.ofSeconds(60), Duration.ofMinutes(15), Integer.MAX_VALUE, Duration.ofMinutes(10),
            Duration.ofMinutes(15));

    /** The portal's bad time, with a margin, and how long a trouble may last that begins within it. */
    private static final ZoneId PORTAL_ZONE = ZoneId.of("Australia/Sydney");
    private static final LocalTime BAD_FROM = LocalTime.of(23, 50);
    private static final LocalTime BAD_UNTIL = LocalTime.of(0, 30);
    private static final Duration BAD_TIME = Duration.ofMinutes(25);

    private final Duration usualInterval;
    private final Duration staleAfter;
    private final int toleratedFailures;
    private final Duration toleratedTime;
    private final Duration slowestProbe;

    /**
     * A way within the house, or as quick as one: short trouble is not an outage, and an outage is seen in a minute.
     */
    Way(Duration usualInterval) {
        this(usualInterval, Duration.ofSeconds(60), 3, Duration.ofSeconds(60), Duration.ofMinutes(5));
    }

    Way(Duration usualInterval, Duration staleAfter, int toleratedFailures, Duration toleratedTime,
            Duration slowestProbe) {
        this.usualInterval = usualInterval;
        this.staleAfter = staleAfter;
        this.toleratedFailures = toleratedFailures;
        this.toleratedTime = toleratedTime;
        this.slowestProbe = slowestProbe;
    }

    /** @return the time between two polls unless the owner says otherwise */
    public Duration usualInterval() {
        return usualInterval;
    }

    /**
     * A sample whose own time has not moved for so long is no longer true of the present.
     *
     * @return the longest time without a new sample
     */
    public Duration staleAfter() {
        return staleAfter;
    }

    /** @return the number of polls in a row that must fail before the trouble is called an outage */
    public int toleratedFailures() {
        return toleratedFailures;
    }

    /**
     * @param began when the trouble began
     * @return the time without a good answer after which it is called an outage, however few polls failed
     */
    public Duration toleratedTime(Instant began) {
        LocalTime local = LocalTime.ofInstant(began, PORTAL_ZONE);
        return this == PORTAL && (!local.isBefore(BAD_FROM) || local.isBefore(BAD_UNTIL)) ? BAD_TIME : toleratedTime;
    }

    /**
     * While a trouble is not called an outage, attempts may go on at the usual pace, so that it costs nothing when it
     * has passed; or they slow down from the first failure, as within the house, where tolerance ends sooner.
     *
     * @param began when the trouble began
     * @return how long attempts go on at the usual pace
     */
    public Duration steadyTime(Instant began) {
        return this == PORTAL ? toleratedTime(began) : Duration.ZERO;
    }

    /** @return whether it serves one program at a time, so that it must be released for another one */
    public boolean isExclusive() {
        return this != GATEWAY && this != PORTAL;
    }

    /** @return names the kind of record that the way reads: the ways to the unit's memory read the same one */
    public String record() {
        return this == PORTAL ? "charts" : "log";
    }

    /** @return how often to look whether something new was recorded */
    public Duration recordInterval() {
        // the portal adds an hour at a time, a unit a few minutes
        return Duration.ofMinutes(this == PORTAL ? 15 : 1);
    }

    /** @return the longest time for which the other side's wish for silence ({@code Retry-After}) is kept */
    public Duration longestHold() {
        return this == PORTAL ? Duration.ofHours(1) : Duration.ofMinutes(5);
    }

    /** @return the ceiling of the growing delay between attempts while nothing answers */
    public Duration slowestProbe() {
        return slowestProbe;
    }
}
