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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Somebody who watches a plant step by step, however far it is moved on at once.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@FunctionalInterface
public interface PlantObserver {
    /**
     * Some seconds have passed.
     *
     * @param from when they began, by the plant's own time
     * @param energy of these seconds
     * @param after the plant at their end
     */
    void passed(Instant from, Energies energy, PlantState after);
}
