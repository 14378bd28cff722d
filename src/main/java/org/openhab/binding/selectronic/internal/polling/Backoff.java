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
package org.openhab.binding.selectronic.internal.polling;

import java.time.Duration;
import java.util.random.RandomGenerator;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Growing delays between failed attempts: the upper end doubles with each failure up to a ceiling. Each delay is
 * random, uniform between floor and upper end ("full jitter"), so that many clients of one server do not return
 * together.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Backoff {
    private final Duration floor;
    private final Duration ceiling;
    private final RandomGenerator random;
    private Duration upper;

    /**
     * @param floor the shortest delay
     * @param ceiling the longest delay; taken as the floor if it is shorter than that
     * @param random provides the jitter
     */
    public Backoff(Duration floor, Duration ceiling, RandomGenerator random) {
        this.floor = floor;
        this.ceiling = ceiling.compareTo(floor) < 0 ? floor : ceiling;
        this.random = random;
        this.upper = floor;
    }

    /** @return the delay before the next attempt; each call counts as one more failure */
    public Duration next() {
        Duration doubled = upper.multipliedBy(2);
        upper = doubled.compareTo(ceiling) > 0 ? ceiling : doubled;
        long room = upper.minus(floor).toMillis();
        return room == 0 ? floor : floor.plusMillis(random.nextLong(room + 1));
    }

    /** Resets the delay to the floor after a successful attempt. */
    public void reset() {
        upper = floor;
    }
}
