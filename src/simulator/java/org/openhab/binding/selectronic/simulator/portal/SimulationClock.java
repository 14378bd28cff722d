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
package org.openhab.binding.selectronic.simulator.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.Simulation;

/**
 * The plants' own time as a clock, so that a portal ages with them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SimulationClock extends Clock {
    private final Simulation simulation;
    private final ZoneId zone;

    public SimulationClock(Simulation simulation) {
        this(simulation, ZoneOffset.UTC);
    }

    private SimulationClock(Simulation simulation, ZoneId zone) {
        this.simulation = simulation;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(@Nullable ZoneId newZone) {
        return new SimulationClock(simulation, Objects.requireNonNull(newZone));
    }

    @Override
    public Instant instant() {
        return simulation.now();
    }
}
