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

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.UnitSample;
import org.openhab.binding.selectronic.simulator.gateway.PointBody;
import org.openhab.binding.selectronic.simulator.gateway.StandingFaults;
import org.openhab.binding.selectronic.simulator.memory.Register;

import com.google.gson.JsonObject;

/**
 * The newest values of systems. The body is that of the gateway, which sends them; they change at the portal's pace.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class LiveFeed {
    private final Duration refresh;
    private final Map<String, UnitSample> newest = new HashMap<>();
    private final StandingFaults faults = new StandingFaults();

    LiveFeed(Duration refresh) {
        this.refresh = refresh;
    }

    JsonObject body(PortalSystem system) {
        UnitSample sample = sample(system);
        return new PointBody(sample.image()).body(sample.time(), system.simulation().now(),
                faults.since(sample, sample.time()), false);
    }

    /** State of charge in percent. */
    double soc(PortalSystem system) {
        return Register.SOC.in(sample(system).image()).doubleValue();
    }

    private synchronized UnitSample sample(PortalSystem system) {
        return Objects.requireNonNull(newest.merge(system.number(), system.unit().sample(),
                (old, fresh) -> period(fresh.time()) == period(old.time()) ? old : fresh));
    }

    private long period(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), refresh.toMillis());
    }
}
