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
package org.openhab.binding.selectronic.internal.soak;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.soak.Incident.Kind;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;

/**
 * The same unit in the same year, without an openHAB: its logs fill in the course of months, and that must not be taken
 * for what openHAB holds on to.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class UnitAlone {
    private UnitAlone() {
    }

    /**
     * @param start when the year begins
     * @param days how many there are
     * @param incidents what happens; another unit begins with empty logs
     * @return what the process holds on to each 30 days
     */
    static List<Footprint> live(Instant start, int days, List<Incident> incidents) {
        SimulatedUnit unit = new SoakSystem(start).unit();
        List<Footprint> footprints = new ArrayList<>();
        for (int month = 1; month <= days / 30; month++) {
            Instant end = start.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(30 * month)).plus(Soak.AUDIT);
            Instant begin = end.minus(Duration.ofDays(30));
            incidents.stream().filter(incident -> incident.kind() == Kind.REPLACEMENT && incident.from().isAfter(begin)
                    && !incident.from().isAfter(end)).forEach(incident -> {
                        unit.advanceTo(incident.from());
                        unit.replaceBy(UnitIdentity.a(7));
                    });
            unit.advanceTo(end);
            footprints.add(Footprint.now(month));
        }
        return footprints;
    }
}
