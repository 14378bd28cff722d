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

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How patient a way is, from section 6 of the design and not from the binding: trouble is an outage when there was no
 * good answer for a time, a sample that does not move is one, and attempts are never longer apart than a ceiling.
 *
 * @param settles how soon the first contact tells something
 * @param least after how much time without a good answer it is an outage, not sooner
 * @param most how soon it must be shown
 * @param stale how long a sample may stand still
 * @param back how soon after the end of a trouble all must be well
 * @param hold how long a trouble lasts that must not show
 * @param after how long it is looked at what is shown
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Tolerance(Duration settles, Duration least, Duration most, Duration stale, Duration back, Duration hold,
        Duration after) {

    private static final Tolerance HOUSE = new Tolerance(Duration.ofSeconds(30), Duration.ofSeconds(60),
            Duration.ofSeconds(130), Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofMinutes(3),
            Duration.ofSeconds(25));
    private static final Tolerance PORTAL = new Tolerance(Duration.ofMinutes(2), Duration.ofMinutes(10),
            Duration.ofMinutes(25), Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofMinutes(40),
            Duration.ofMinutes(10));

    /** How long bad times of the portal last at most: a log-in that may be the last one is not made within one. */
    static final Duration BAD_TIME = Duration.ofMinutes(25);

    /** Another connection takes over at the poll after the tolerated time, the preferred one back after two minutes. */
    private static final Tolerance SEVERAL = new Tolerance(Duration.ofSeconds(30), Duration.ofSeconds(60),
            Duration.ofSeconds(130), Duration.ofSeconds(75), Duration.ofMinutes(8), Duration.ofMinutes(3),
            Duration.ofSeconds(25));

    static Tolerance of(SetUp setUp) {
        return switch (setUp) {
            case PORTAL -> PORTAL;
            case ALTERNATIVES -> SEVERAL;
            default -> HOUSE;
        };
    }

    /** How soon after the end of a trouble all must be well, by what was shown of it. */
    Duration back(Expected expected) {
        return expected.about().equals("login-failed") ? BAD_TIME.plus(Duration.ofMinutes(2)) : back;
    }

    /** How far the last good poll may have been before the trouble began. */
    static Duration interval(SetUp setUp) {
        return Duration.ofSeconds(setUp == SetUp.PORTAL ? 61 : setUp == SetUp.GATEWAY ? 5 : 10);
    }
}
