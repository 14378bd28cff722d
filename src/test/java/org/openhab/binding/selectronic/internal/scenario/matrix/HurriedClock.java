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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A clock that runs some times as fast as time while hurry is on, so that waiting for an answer that does not come is
 * over sooner.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HurriedClock extends Clock {
    private final Hurry hurry;
    private Instant last = Instant.now();
    private long lastNanos = System.nanoTime();

    HurriedClock(Hurry hurry) {
        this.hurry = hurry;
    }

    @Override
    public synchronized Instant instant() {
        long now = System.nanoTime();
        last = last.plusNanos((now - lastNanos) * hurry.factor());
        lastNanos = now;
        return last;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(@Nullable ZoneId zone) {
        return this;
    }
}
