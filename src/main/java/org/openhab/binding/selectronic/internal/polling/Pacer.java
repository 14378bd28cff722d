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
 * Keeps requests apart: each begins at least a gap, with some jitter, after the one before, and none while the other
 * side has asked for silence.
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
     * @param clock what time it is
     * @param gap the shortest time from the beginning of one request to that of the next
     * @param jitter how much is added at most
     * @param random where the jitter comes from
     */
    public Pacer(Clock clock, Duration gap, Duration jitter, RandomGenerator random) {
        this.clock = clock;
        this.gap = gap;
        this.jitter = jitter;
        this.random = random;
        this.free = clock.instant();
        this.heldUntil = free;
    }

    /** @return how long until the next request may begin, zero for now */
    public synchronized Duration untilFree() {
        return until(free);
    }

    /** @return how long the request must wait that is hereby announced; it has its place then */
    public synchronized Duration reserve() {
        Duration wait = until(free);
        free = clock.instant().plus(wait).plus(gap).plusMillis(random.nextLong(jitter.toMillis() + 1));
        return wait;
    }

    /** @param time for how long the other side wants no request */
    public synchronized void hold(Duration time) {
        Instant end = clock.instant().plus(time);
        heldUntil = end.isAfter(heldUntil) ? end : heldUntil;
    }

    /** @return how much is left of the time for which the other side wants no request, zero for none */
    public synchronized Duration held() {
        return until(heldUntil);
    }

    private Duration until(Instant time) {
        Duration left = Duration.between(clock.instant(), time);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
