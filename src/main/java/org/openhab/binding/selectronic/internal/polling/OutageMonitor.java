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
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Decides when failures are an outage: after a time without a good answer. Before the first good answer every failure
 * is an outage, so that an owner who has just entered a wrong address sees it at once.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class OutageMonitor {
    private final Clock clock;
    private final Provider<Duration> tolerance;
    private final Instant begin;
    private @Nullable Instant lastSuccess;
    private @Nullable SourceException failure;
    private Duration tolerated = Duration.ZERO;

    /**
     * @param clock a clock that is not affected by changes of the system time
     * @param tolerance how long a failure that begins now is tolerated; called at the first failure in a row
     */
    public OutageMonitor(Clock clock, Provider<Duration> tolerance) {
        this.clock = clock;
        this.tolerance = tolerance;
        this.begin = clock.instant();
    }

    /** Ends the failures after a good answer. */
    public synchronized void succeeded() {
        failure = null;
        lastSuccess = clock.instant();
    }

    /** @param met why there was no good answer */
    public synchronized void failed(SourceException met) {
        if (failure == null) {
            tolerated = tolerance.get();
        }
        failure = met;
    }

    /** @return whether there is an outage */
    public synchronized boolean isOutage() {
        SourceException failure = this.failure;
        Instant last = lastSuccess;
        if (failure != null && (last == null || failure.problem().isLasting())) {
            return true;
        }
        Duration limit = failure == null ? tolerance.get() : tolerated;
        return Duration.between(last == null ? begin : last, clock.instant()).compareTo(limit) >= 0;
    }

    /** @return the last failure, empty if the last attempt was good or none has ended yet */
    public synchronized Optional<SourceException> failure() {
        return Optional.ofNullable(failure);
    }
}
