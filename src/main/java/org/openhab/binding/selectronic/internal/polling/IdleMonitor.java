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
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Detects that the values were unused for so long that the connection should be released for other programs.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class IdleMonitor {
    private final Clock clock;
    private final Duration idleAfter;
    private Instant lastUse;
    private volatile boolean idle;

    /**
     * @param clock the current time
     * @param idleAfter the time without use, zero for never idle
     */
    public IdleMonitor(Clock clock, Duration idleAfter) {
        this.clock = clock;
        this.idleAfter = idleAfter;
        this.lastUse = clock.instant();
    }

    /**
     * @param inUse returns whether the values are in use now; not called if it does not matter
     * @return whether they were unused for that time
     */
    public boolean isIdle(BooleanSupplier inUse) {
        if (idleAfter.isZero()) {
            return false;
        }
        Instant now = clock.instant();
        if (inUse.getAsBoolean()) {
            lastUse = now;
        }
        idle = Duration.between(lastUse, now).compareTo(idleAfter) >= 0;
        return idle;
    }

    /** @return the last result of {@link #isIdle} */
    public boolean wasIdle() {
        return idle;
    }
}
