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
package org.openhab.binding.selectronic.internal.soak;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Something that happens to a system besides what happens every day.
 *
 * @param from when it begins
 * @param kind what it is
 * @param length how long it lasts
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Incident(Instant from, Kind kind, Duration length) {
    /** What can happen. */
    enum Kind {
        /** The way answers nothing, longer than is tolerated. */
        OUTAGE,
        /** The same, shorter than is tolerated. */
        GLITCH,
        /** Of two connections the preferred one answers nothing. */
        FIRST_OUT,
        /** The same, but it answers without news of the inverter. */
        FIRST_SILENT,
        /** Of two connections the other one answers nothing. */
        SECOND_OUT,
        /** The way answers, but has not heard of the inverter for longer than is tolerated. */
        SILENCE,
        /** A single answer goes wrong. */
        TROUBLE,
        /** openHAB is not there; afterwards it has new handlers and what it had stored. */
        ABSENCE,
        /** The unit is switched off and on, and measures with other scale factors. */
        RESET,
        /** Another unit is in its place. */
        REPLACEMENT;

        /** Whether the owner must be shown that the inverter is out of reach. */
        boolean isShown() {
            return this == OUTAGE || this == SILENCE;
        }
    }

    Instant to() {
        return from.plus(length);
    }
}
