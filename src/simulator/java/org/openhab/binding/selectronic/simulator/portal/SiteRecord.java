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
import java.time.ZoneId;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.PlantListener;
import org.openhab.binding.selectronic.simulator.plant.PlantState;

/**
 * What the portal has kept of a unit since it knows it, in the time of a zone. While the cable between unit and gateway
 * is out it hears nothing.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SiteRecord implements PlantListener {
    private static final Duration LONGEST_SILENCE = Duration.ofHours(24);

    private final SimulatedUnit unit;
    private final HourlyRecord hours;
    private final StoredRecord stored = new StoredRecord();
    private final EventRecord events = new EventRecord();
    private @Nullable Instant silentSince;

    SiteRecord(SimulatedUnit unit, ZoneId zone) {
        this.unit = unit;
        this.hours = new HourlyRecord(zone);
        unit.change(plant -> plant.observe(this));
    }

    HourlyRecord hours() {
        return hours;
    }

    StoredRecord stored() {
        return stored;
    }

    EventRecord events() {
        return events;
    }

    @Override
    public void passed(Instant from, Energies energy, PlantState after) {
        Instant silent = silentSince;
        if (!unit.isLinked()) {
            Instant since = silent == null ? from : silent;
            silentSince = since;
            Instant missed = since.plus(LONGEST_SILENCE);
            if (!after.time().isBefore(missed)) {
                events.raise(EventRecord.LOST_COMMUNICATION, missed);
            }
            return;
        }
        if (silent != null) {
            silentSince = null;
            events.clear(EventRecord.LOST_COMMUNICATION, from);
        }
        hours.add(from, after.time(), energy, after.soc());
        stored.add(from, energy, after);
        events.see(after.alerts(), from, after.time());
    }

    void stop() {
        unit.change(plant -> plant.ignore(this));
    }
}
