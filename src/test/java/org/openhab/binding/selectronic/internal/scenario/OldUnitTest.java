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
import java.time.Duration;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.portal.PortalOptions;
import org.openhab.binding.selectronic.simulator.portal.SessionRules;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.PortOptions;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.binding.selectronic.simulator.splink.UnitWords;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;

/**
 * Devices that differ from the usual in what does not matter.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class OldUnitTest {
    @Test
    void aUnitThatAnswersBeforeTheLoginIsReadLikeAnyOther() throws IOException {
        Simulation simulation = Simulation.still(Scenario.NIGHT);
        SimulatedPort port = new SimulatedPort(UnitWords.of(simulation, simulation.unit()),
                PortOptions.DEFAULT.withAnswersBeforeLogin());
        try (SimulatedSerialServer server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT);
                NativeHouse house = new NativeHouse()) {
            Thing inverter = house.network(server.port(), Map.of());
            house.rounds(3);

            assertThat(house.status(inverter), is("ONLINE NONE"));
            assertThat(house.openHab.states, hasKey("battery#voltage"));
            assertThat(port.violations(), is(empty()));
            assertThat(port.logins(), is(lessThanOrEqualTo(1)));
        }
    }

    @Test
    void aSessionWhoseCookieHoldsSignsOfEqualityLasts() {
        PortalOptions options = PortalOptions.DEFAULT.withSessions(SessionRules.DEFAULT.withPaddedCookie());
        try (PortalHouse house = new PortalHouse(Scenario.NIGHT, options)) {
            Thing inverter = house.start();
            house.run(Duration.ofMinutes(3));

            assertThat(house.openHab.thing(inverter.getUID()).getStatus(), is(ThingStatus.ONLINE));
            assertThat(house.portal.counters().loginsAccepted(), is(1));
        }
    }
}
