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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.PlantListener;
import org.openhab.binding.selectronic.simulator.plant.PlantState;

/**
 * Books of the portal: each clock hour of which its box heard comes once and in order, with the energies that flowed.
 * It watches the plant itself.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HourBooks implements SoakBooks, PlantListener {
    /** The portal adds an hour a quarter of an hour after its end, and is looked at each quarter. */
    private static final Duration LAG = Duration.ofMinutes(35);

    private final SimulatedUnit unit;
    private final ZoneId zone;
    private final Instant begin;
    private final Map<String, HourlyEnergies> sums = new LinkedHashMap<>();

    HourBooks(SimulatedUnit unit, ZoneId zone) {
        this.unit = unit;
        this.zone = zone;
        this.begin = hour(unit.now()).plus(1, ChronoUnit.HOURS);
        for (String channel : new String[] { "load-energy", "solar-energy", "energy-import", "energy-export",
                "load-power", "solar-power" }) {
            sums.put(channel, new HourlyEnergies(channel));
        }
        unit.change(plant -> plant.observe(this));
    }

    private Instant hour(Instant time) {
        return time.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    @Override
    public void passed(Instant from, Energies energy, PlantState after) {
        Instant hour = hour(from);
        if (unit.isLinked() && !hour.isBefore(begin)) {
            flowed("load-energy", hour, energy.load());
            flowed("solar-energy", hour, energy.acSolar() + energy.dcSolar());
            flowed("energy-import", hour, energy.sourceIn());
            flowed("energy-export", hour, energy.sourceOut());
            // a mean power of an hour in W is the energy in Wh; in the books both are thousands
            flowed("load-power", hour, energy.load());
            flowed("solar-power", hour, energy.acSolar() + energy.dcSolar());
        }
    }

    private void flowed(String channel, Instant hour, double wattHours) {
        Objects.requireNonNull(sums.get(channel)).flowed(hour, wattHours);
    }

    @Override
    public void reported(String channel, Instant time, double number) {
        HourlyEnergies hours = sums.get(channel);
        if (hours != null && !time.isBefore(begin)) {
            hours.reported(time, channel.endsWith("-power") ? number / 1000 : number);
        }
    }

    @Override
    public void audit() {
        Instant complete = unit.now().minus(LAG).minus(1, ChronoUnit.HOURS);
        sums.forEach((channel, hours) -> assertThat(channel + " that did not come", hours.missing(complete).keySet(),
                is(empty())));
    }

    @Override
    public Map<String, HourlyEnergies> hours() {
        return sums;
    }

    @Override
    public int entries() {
        return sums.values().stream().mapToInt(HourlyEnergies::hours).min().orElse(0);
    }
}
