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
package org.openhab.binding.selectronic.internal.scenario;

import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * What houses have in common whose connections reach the same inverter.
 *
 * @param time the time of all
 * @param openHab the openHAB
 * @param timing the clocks of its handlers
 * @param simulation the inverter
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record World(VirtualTime time, FakeOpenHab openHab, Timing timing, Simulation simulation) {
    /** The plant of a scenario, which follows a new virtual time. */
    World(Scenario scenario) {
        this(new VirtualTime(), scenario);
    }

    /** The plant of a scenario, which follows the virtual time. */
    public World(VirtualTime time, Scenario scenario) {
        this(time, Simulation.of(scenario, time.clock()));
    }

    /** The same with an inverter whose clock shows the time of Sydney. */
    public static World inSydney(VirtualTime time, Scenario scenario) {
        return new World(time, new Simulation(time.clock(), 1,
                Simulation.units(scenario, scenario.settings().withZone(TestServices.SYDNEY), 1)));
    }

    /** A plant with a time of its own. */
    World(Simulation simulation) {
        this(new VirtualTime(), simulation);
    }

    private World(VirtualTime time, Simulation simulation) {
        this(time, new FakeOpenHab(time), new Timing(time.clock(), time, new Random(1)), simulation);
    }
}
