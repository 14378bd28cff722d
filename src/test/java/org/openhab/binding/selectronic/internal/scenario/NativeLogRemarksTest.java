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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.PortOptions;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.binding.selectronic.simulator.splink.UnitWords;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Thing;

/**
 * What is not as usual in the memory of a unit, as its owner sees it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class NativeLogRemarksTest {
    private static final int EVENT_FORMAT = 0xA00A;

    private final Simulation simulation = Simulation.still(Scenario.SUNNY_DAY);
    private final NativeHouse house = new NativeHouse();
    private final SimulatedSerialServer server;
    private int eventFormat = 3;

    NativeLogRemarksTest() throws IOException {
        UnitWords words = UnitWords.of(simulation, simulation.unit());
        UnitWords changed = (address, count) -> {
            int[] read = words.words(address, count);
            if (EVENT_FORMAT >= address && EVENT_FORMAT < address + count) {
                read[EVENT_FORMAT - address] = eventFormat;
            }
            return read;
        };
        server = new SimulatedSerialServer(new SimulatedPort(changed, PortOptions.DEFAULT),
                SerialServerOptions.DEFAULT);
    }

    @AfterEach
    void close() {
        house.close();
        server.close();
    }

    @Test
    void anEventFormatThatIsNotKnownIsNamedInTheStatusAndItsEventsCome() {
        eventFormat = 2;
        Thing inverter = house.network(server.port(), Map.of());
        house.rounds(2);
        simulation.unit().change(plant -> plant.raise(50));
        house.rounds(4);
        String serial = Integer.toString(simulation.unit().identity().serial());
        assertThat(house.status(Objects.requireNonNull(house.bridge)),
                is("ONLINE NONE @text/online.event-format [\"" + serial + "\", \"2\"]"));
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat(house.openHab.triggers, hasItem("alerts#alert RAISED 50"));
    }

    @Test
    void whatIsUsualNeedsNoRemark() {
        house.network(server.port(), Map.of());
        simulation.unit().change(plant -> plant.raise(50));
        house.rounds(4);
        assertThat(house.status(Objects.requireNonNull(house.bridge)), is("ONLINE NONE"));
    }

    @Test
    void windAtAShuntAndADcLoadHaveChannelsAndArePartOfTheBalance() {
        simulation.unit().wireShunts(2, 5, 250);
        house.network(server.port(), Map.of());
        double wind = simulation.unit().state().flows().dcSolar();
        assertThat(((QuantityType<?>) Objects.requireNonNull(house.openHab.states.get("dc-bus#sources-power")))
                .doubleValue(), is(closeTo(wind, 6)));
        assertThat(((QuantityType<?>) Objects.requireNonNull(house.openHab.states.get("dc-bus#loads-power")))
                .doubleValue(), is(closeTo(250, 6)));
        assertThat(((QuantityType<?>) Objects.requireNonNull(house.openHab.states.get("solar#dc-coupled-power")))
                .doubleValue(), is(0.0));
        house.rounds(40);
        assertThat(((QuantityType<?>) Objects.requireNonNull(house.openHab.states.get("site#losses"))).doubleValue(),
                is(closeTo(simulation.unit().state().flows().loss(), 30)));
        assertThat(house.openHab.states.get("site#balance"), hasToString(not(containsString("wrong"))));
    }
}
