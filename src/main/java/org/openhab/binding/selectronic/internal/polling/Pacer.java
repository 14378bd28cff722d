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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Limits the rate of requests: each starts at least a gap plus jitter after the previous one, and none while the other
 * side has asked for a pause.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Pacer {
    private final Clock clock;
    private final Duration gap;
    private final Duration jitter;
    private final RandomGenerator random;
    private Instant free;
    private Instant heldUntil;

    /**
     * @param clock the current time
     * @param gap the shortest time from the start of one request to the start of the next
     * @param jitter the largest time added to the gap
     * @param random provides the jitter
     */
    public Pacer(Clock clock, Duration gap, Duration jitter, RandomGenerator random) {
        this.clock = clock;
        this.gap = gap;
        this.jitter = jitter;
        this.random = random;
        this.free = clock.instant();
        this.heldUntil = free;
    }

    /** @return the time until the next request may start, zero for now */
    public synchronized Duration untilFree() {
        return until(free);
    }

    /** @return how long the request must wait for which this reserves the next place */
    public synchronized Duration reserve() {
        Duration wait = until(free);
        free = clock.instant().plus(wait).plus(gap).plusMillis(random.nextLong(jitter.toMillis() + 1));
        return wait;
    }

    /** @param time how long the other side accepts no request */
    public synchronized void hold(Duration time) {
        Instant end = clock.instant().plus(time);
        heldUntil = end.isAfter(heldUntil) ? end : heldUntil;
    }

    /** @return the remaining time in which the other side accepts no request, zero for none */
    public synchronized Duration held() {
        return until(heldUntil);
    }

    private Duration until(Instant time) {
        Duration left = Duration.between(clock.instant(), time);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
