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
package org.openhab.binding.selectronic.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.plant.Plant;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * Simulated units on one time. The time follows a clock at a speed, from the moment of construction on; it is caught up
 * when somebody looks, so there is no thread. With a fixed clock it moves only by {@link #advance(Duration)}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Simulation {
    private final Clock clock;
    private final double speed;
    private final Instant wallStart;
    private final Instant plantStart;
    private final List<SimulatedUnit> units;
    private Duration ahead = Duration.ZERO;

    /**
     * Units of one scenario.
     *
     * @param clock whose time moves the plants
     * @param speed seconds of plant time for a second of the clock
     */
    public Simulation(Clock clock, double speed, List<SimulatedUnit> units) {
        if (units.isEmpty() || speed < 0) {
            throw new IllegalArgumentException("a simulation has a unit and does not run backwards");
        }
        this.clock = clock;
        this.speed = speed;
        this.units = List.copyOf(units);
        this.wallStart = clock.instant();
        this.plantStart = units.get(0).now();
    }

    /** One unit of a scenario at the pace of a clock, on the scenario's own date. */
    public static Simulation of(Scenario scenario, Clock clock) {
        return new Simulation(clock, 1, units(scenario, scenario.settings(), 1));
    }

    /** One unit of a scenario whose time moves only by {@link #advance(Duration)}. */
    public static Simulation still(Scenario scenario) {
        return of(scenario, Clock.fixed(Instant.EPOCH, scenario.settings().zone()));
    }

    /** Units of a scenario: the first with scale factors B, the next with A, and so on, each with its own seed. */
    public static List<SimulatedUnit> units(Scenario scenario, PlantSettings settings, int count) {
        return units(scenario, settings, count, Duration.ZERO);
    }

    /** The same with a past in their logs; without one they have been in service since midnight. */
    static List<SimulatedUnit> units(Scenario scenario, PlantSettings settings, int count, Duration past) {
        List<SimulatedUnit> units = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            UnitIdentity identity = n % 2 == 0 ? UnitIdentity.b(n) : UnitIdentity.a(n);
            PlantSettings own = settings.withSeed(settings.seed() + n);
            units.add(past.isZero() ? new SimulatedUnit(Plant.sinceMidnight(own), identity, scenario)
                    : SimulatedUnit.withPast(own, past, identity, scenario, LogSettings.DEFAULT));
        }
        return units;
    }

    public Clock clock() {
        return clock;
    }

    /** The plants' own time, now. */
    public synchronized Instant now() {
        double elapsed = Duration.between(wallStart, clock.instant()).toMillis() * speed;
        return plantStart.plusMillis(Math.round(Math.max(0, elapsed))).plus(ahead);
    }

    /** Moves the plants on, besides what the clock does. */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the plants' time does not run backwards");
        }
        synchronized (this) {
            ahead = ahead.plus(time);
        }
        catchUp();
    }

    /** Brings every unit to the present. */
    public void catchUp() {
        Instant target = now();
        units.forEach(unit -> unit.advanceTo(target));
    }

    public List<SimulatedUnit> units() {
        return units;
    }

    /** The first unit. */
    public SimulatedUnit unit() {
        return units.get(0);
    }
}
