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
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A clock that is not affected by changes of the system time, for measuring durations. Small computers often start with
 * a wrong date that is corrected, by years, a minute later. Its time of day is right only until the system time is set,
 * so it must not be shown.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SteadyClock extends Clock {
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
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
