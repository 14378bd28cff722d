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
package org.openhab.binding.selectronic.internal.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Tells a short trouble from an outage. Before the first success everything is an outage: there is no good state to
 * protect, and an owner who has just typed a wrong address wants to read so at once.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class OutageWatch {
    private final Clock clock;
    private final int toleratedFailures;
    private final Supplier<Duration> tolerance;
    private Duration toleratedTime = Duration.ZERO;
    private int failures;
    private @Nullable Instant lastSuccess;

    /**
     * @param clock what time it is
     * @param toleratedFailures how many failures in a row make an outage
     * @param toleratedTime how long without success makes an outage, however few attempts failed
     */
    public OutageWatch(Clock clock, int toleratedFailures, Duration toleratedTime) {
        this(clock, toleratedFailures, () -> toleratedTime);
    }

    /**
     * @param clock what time it is
     * @param toleratedFailures how many failures in a row make an outage
     * @param tolerance tells, at the first failure in a row, how long without success makes an outage
     */
    public OutageWatch(Clock clock, int toleratedFailures, Supplier<Duration> tolerance) {
        this.clock = clock;
        this.toleratedFailures = toleratedFailures;
        this.tolerance = tolerance;
    }

    /** The attempt was good. */
    public void succeeded() {
        failures = 0;
        lastSuccess = clock.instant();
    }

    /** @return whether the failure that is hereby reported makes it an outage */
    public boolean failed() {
        if (failures++ == 0) {
            toleratedTime = tolerance.get();
        }
        Instant last = lastSuccess;
        return last == null || failures >= toleratedFailures
                || !Duration.between(last, clock.instant()).minus(toleratedTime).isNegative();
    }
}
