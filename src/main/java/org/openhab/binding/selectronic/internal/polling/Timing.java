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
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What handlers measure and wait with.
 *
 * @param clock runs evenly, whatever happens to the system's clock
 * @param wall tells the time of day
 * @param executor where work is done; nothing may block on it
 * @param random where jitter comes from
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Timing(Clock clock, Clock wall, ScheduledExecutorService executor, RandomGenerator random) {
    /**
     * @param clock runs evenly and tells the time of day
     * @param executor where work is done
     * @param random where jitter comes from
     */
    public Timing(Clock clock, ScheduledExecutorService executor, RandomGenerator random) {
        this(clock, clock, executor, random);
    }
}
