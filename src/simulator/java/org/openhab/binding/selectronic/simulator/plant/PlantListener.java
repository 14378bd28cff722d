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
package org.openhab.binding.selectronic.simulator.plant;

import java.time.Instant;
import java.time.LocalDateTime;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Whoever keeps books of a plant: sees every step of it, and every alert at the moment it comes and goes.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface PlantListener {
    /**
     * The longest step that may come next.
     *
     * @param unitTime what the clock of the unit shows at its start
     * @return seconds, more than 0
     */
    default double longest(LocalDateTime unitTime) {
        return Double.MAX_VALUE;
    }

    /**
     * A step is done. Its powers were the same all the time; at midnight the counters of the day still hold what they
     * had.
     *
     * @param after the plant at the end of the step
     * @param seconds length of the step
     */
    default void stepped(PlantState after, double seconds) {
    }

    /**
     * All that a step brought with it has happened, midnight and the end of a trip included.
     *
     * @param from when it began, by the plant's own time
     * @param energy of the step
     * @param after the plant at its end
     */
    default void passed(Instant from, Energies energy, PlantState after) {
    }

    /** An alert begins to stand. */
    default void raised(int code, PlantState state) {
    }

    /** An alert stands no longer. */
    default void cleared(int code, PlantState state) {
    }
}
