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

import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Holds what was told of the past against what the plant did.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
interface SoakBooks {
    /** Of a way that tells nothing of the past. */
    SoakBooks NONE = (channel, time, number) -> {
        throw new AssertionError(channel + " of a way without a record");
    };

    /**
     * Takes an entry of a series.
     *
     * @param channel a channel of the group history
     */
    void reported(String channel, Instant time, double number);

    /** Checks what was told since the last time, and that nothing is missing. */
    default void audit() {
    }

    /** openHAB is there again, and has read what was recorded meanwhile if it does that at once. */
    default void returned() {
    }

    /** Another unit is in place of the one before, audited a moment ago. */
    default void replaced() {
    }

    /** Hourly energies by channel. */
    default Map<String, HourlyEnergies> hours() {
        return Map.of();
    }

    /** The largest difference of each channel of means. */
    default Map<String, Double> worst() {
        return Map.of();
    }

    /** Intervals or hours that came, each of them once. */
    default int entries() {
        return 0;
    }

    /** Intervals that were overwritten before anybody came to read them. */
    default int overwritten() {
        return 0;
    }

    /** How often all of the record was written anew. */
    default double wraps() {
        return 0;
    }
}
