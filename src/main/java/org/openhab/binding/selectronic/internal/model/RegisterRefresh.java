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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How often the register of a channel is read.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum RegisterRefresh {
    /** With each poll. */
    LIVE(Duration.ZERO),
    MINUTE(Duration.ofMinutes(1)),
    HOUR(Duration.ofHours(1));

    /** A poll that comes a little early counts, since the next one would be much too late. */
    private static final Duration EARLY = Duration.ofSeconds(5);

    private final Duration interval;

    RegisterRefresh(Duration interval) {
        this.interval = interval;
    }

    /**
     * @param age the time since the last read
     * @return whether the register must be read again
     */
    public boolean isDue(Duration age) {
        return age.plus(EARLY).compareTo(interval) >= 0;
    }
}
