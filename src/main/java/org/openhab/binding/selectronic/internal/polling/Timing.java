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
 * Clocks, executor and random numbers of handlers.
 *
 * @param clock measures durations; not affected by changes of the system time
 * @param wall provides the time of day
 * @param executor runs the work; tasks must not block
 * @param random provides the jitter
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Timing(Clock clock, Clock wall, ScheduledExecutorService executor, RandomGenerator random) {
    /**
     * @param clock measures durations and provides the time of day
     * @param executor runs the work
     * @param random provides the jitter
     */
    public Timing(Clock clock, ScheduledExecutorService executor, RandomGenerator random) {
        this(clock, clock, executor, random);
    }
}
