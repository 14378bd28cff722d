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
import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * The list of units of a connection and when it is read: at the start, hourly, and every five minutes while a unit is
 * missing or fails, or while no unit is polled. Guarded by the poller.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class UnitList {
    private static final Duration INTERVAL = Duration.ofHours(1);
    /** The interval while a unit is missing, fails or is not polled, and the longest delay after a failure. */
    static final Duration INTERVAL_WHILE_MISSING = Duration.ofMinutes(5);
    /** Longest time that the list waits for units that are due. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Backoff backoff;
    @Nullable
    List<Unit> units;
    Instant due;
    final OpenRequest request = new OpenRequest();
    private @Nullable Instant readAt;
    private @Nullable Instant answeredAt;

    UnitList(Backoff backoff, Instant now) {
        this.backoff = backoff;
        this.due = now;
    }

    /** Makes the list due at once, but at most every five minutes: it may show the cause of a failure. */
    void want() {
        Instant before = readAt;
        Instant soonest = before == null ? due : before.plus(INTERVAL_WHILE_MISSING);
        due = soonest.isBefore(due) ? soonest : due;
    }

    /** Whether it may be read while nothing answers. */
    boolean isAllowed(Instant now) {
        Instant before = readAt;
        return before == null || !before.plus(INTERVAL_WHILE_MISSING).isAfter(now);
    }

    /** Whether it has waited too long for units that are due. */
    boolean isOverdue(Instant now) {
        return due.plus(LONGEST_WAIT).isBefore(now);
    }

    /** Whether the last attempt was answered, and later than the given answer of a unit. */
    boolean isAnsweredAfter(@Nullable Instant unit) {
        Instant list = answeredAt;
        return list != null && (unit == null || unit.isBefore(list));
    }

    /** @param alone whether no unit is polled, so that only the list shows whether the device answers */
    void succeeded(List<Unit> found, boolean alone, Instant now) {
        backoff.reset();
        units = found;
        readAt = now;
        answeredAt = now;
        due = now.plus(found.isEmpty() || alone ? INTERVAL_WHILE_MISSING : INTERVAL);
    }

    /** @param alone whether no unit is polled or known, so that the list is tried sooner */
    void failed(boolean alone, Instant now) {
        readAt = now;
        answeredAt = null;
        due = now.plus(alone ? backoff.next() : INTERVAL_WHILE_MISSING);
    }
}
