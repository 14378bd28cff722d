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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.thing.Thing;

/**
 * A thing that is removed leaves nothing behind, in no storage, and one that is made again begins anew.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ThingRemovalTest {
    private static final Instant START = Instant.parse("2026-01-20T03:00:00Z");

    @Test
    void ofAGatewayNoCertificateIsLeftAndANewOneIsAcceptedByTheThingThatIsMadeAgain() throws IOException {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY, GatewayOptions.DEFAULT.withHttps())) {
            Map<String, Object> accepting = Map.of("https", true, "acceptCertificate", true);
            Thing inverter = house.start(accepting, Map.of());
            assertThat(house.status(inverter), is("ONLINE NONE"));
            assertThat(house.storage.getKeys(), is(not(empty())));

            house.openHab.remove(inverter);
            house.openHab.remove(Objects.requireNonNull(house.bridge));
            assertThat(house.storage.getKeys(), is(empty()));
            assertThat(house.inverters.getKeys(), is(empty()));

            house.gateway.changeCertificate();
            assertThat(house.status(house.start(accepting, Map.of())), is("ONLINE NONE"));
        }
    }

    @Test
    void ofAnAccountNoRefusalIsLeftAndTheThingThatIsMadeAgainLogsIn() {
        try (PortalHouse house = new PortalHouse()) {
            house.start(Map.of("password", "not " + SimulatedPortal.PASSWORD));
            assertThat(house.status(house.bridge()), containsString("account-refused"));
            assertThat(house.refusals.getKeys(), is(not(empty())));

            house.openHab.remove(house.bridge());

            assertThat(house.refusals.getKeys(), is(empty()));
        }
    }

    @Test
    void ofAnInverterNoPositionIsLeftAndItsPastComesAgainWhenItIsMadeAgain() throws IOException {
        SimulatedUnit unit = SimulatedUnit.withPast(
                Scenario.SUNNY_DAY.settings().withStart(START).withZone(ZoneId.of("Australia/Sydney")),
                Duration.ofHours(6), UnitIdentity.b(0), Scenario.SUNNY_DAY, LogSettings.DEFAULT);
        SimulatedPort port = SimulatedPort
                .of(new Simulation(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 1, List.of(unit)));
        try (SimulatedSerialServer server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT);
                NativeHouse house = new NativeHouse()) {
            house.wall = Clock.fixed(unit.now(), ZoneOffset.UTC);
            Thing inverter = house.network(server.port(), Map.of());
            int before = pastOf(house);
            assertThat(before, is(greaterThan(20)));
            assertThat(house.storage.getKeys(), is(not(empty())));

            house.openHab.remove(inverter);
            house.openHab.remove(Objects.requireNonNull(house.bridge));
            assertThat(house.storage.getKeys(), is(empty()));
            house.openHab.series.clear();
            house.openHab.states.clear();

            house.network(server.port(), Map.of());
            assertThat(pastOf(house), is(before));
            assertThat("the last event is shown, not told as news", house.openHab.states,
                    hasKey("inverter#last-operation"));
            assertThat(house.openHab.triggers, is(empty()));
        }
    }

    private static int pastOf(NativeHouse house) {
        house.time.await("the record", () -> {
            house.time.pass(Duration.ofSeconds(10));
            return "100 %".equals(String.valueOf(house.openHab.states.get("connection#history-progress")));
        });
        house.endPollCycle();
        return house.openHab.series.getOrDefault("history#load-power", List.of()).size();
    }
}
