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
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.PortFaults;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.Thing;

/**
 * The network adapter in front of a simulated unit: from bytes on a socket to channels, and everything that a line can
 * do.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class NativeThingTest {
    private final Simulation simulation = Simulation.still(Scenario.SUNNY_DAY);
    private final SimulatedPort port = SimulatedPort.of(simulation);
    private final SimulatedSerialServer server;
    private final NativeHouse house = new NativeHouse();

    NativeThingTest() throws IOException {
        server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT);
    }

    @AfterEach
    void close() {
        house.close();
        server.close();
    }

    private Thing start() {
        return house.network(server.port(), Map.of());
    }

    @Test
    void theWholePictureWithNamesAndStates() {
        Thing inverter = start();
        assertThat(house.status(Objects.requireNonNull(house.bridge)), is("ONLINE NONE"));
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat(house.openHab.states.get("battery#voltage"), is(instanceOf(QuantityType.class)));
        assertThat(house.openHab.states.get("battery#temperature"), is(instanceOf(QuantityType.class)));
        assertThat(house.openHab.states.get("inverter#mode"), is(instanceOf(StringType.class)));
        assertThat(house.openHab.states.get("load#frequency"), is(instanceOf(QuantityType.class)));
        assertThat(house.openHab.states, hasEntry("connection#source", new StringType("NETWORK")));
        Map<String, String> properties = house.openHab.thing(inverter.getUID()).getProperties();
        assertThat(properties.get("serialNumber"), is(String.valueOf(simulation.unit().identity().serial())));
        assertThat(properties.get("modelId"), startsWith("SP"));
        assertThat(properties.get("hardwareVersion"), is(notNullValue()));
        assertThat(properties.get("acSource"), is("GENERATOR"));
    }

    /** Nothing but log-in and good-bye is ever written. */
    @Test
    void onlyTheLoginIsWritten() {
        start();
        house.rounds(10);
        house.handler().release(java.time.Duration.ofMinutes(5));
        assertThat(port.violations(), is(empty()));
    }

    @Test
    void theConnectionIsReleasedAndTakenBack() throws InterruptedException {
        Thing inverter = start();
        house.handler().release(java.time.Duration.ofMinutes(30));
        house.time.settle();
        assertThat(house.status(Objects.requireNonNull(house.bridge)),
                is("OFFLINE DUTY_CYCLE @text/offline.released [\"30\"]"));
        server.awaitIdle(java.time.Duration.ofSeconds(5));
        int requests = port.requests().size();
        house.time.pass(java.time.Duration.ofMinutes(20));
        assertThat("nobody talks on a line that is lent", port.requests().size(), is(requests));
        house.round();
        house.roundsUntil(inverter, "ONLINE");
        assertThat(house.openHab.statuses.toString(), house.status(inverter), is("ONLINE NONE"));
    }

    @Test
    void aRefusedPasswordIsTriedOnce() {
        port.setLoginsRefused(true);
        start();
        Thing bridge = Objects.requireNonNull(house.bridge);
        assertThat(house.status(bridge), startsWith("OFFLINE CONFIGURATION_ERROR @text/offline.password-refused"));
        house.rounds(20);
        for (int times = 0; times < 3; times++) {
            house.handler().release(Duration.ofMinutes(1));
            house.time.pass(Duration.ofMinutes(2));
            house.rounds(3);
        }
        assertThat("attempts", port.writes(), hasSize(1));
        assertThat(house.status(bridge), startsWith("OFFLINE CONFIGURATION_ERROR @text/offline.password-refused"));
    }

    @Test
    void aLoginThatIsLostIsRenewedUnnoticed() {
        Thing inverter = start();
        house.openHab.statuses.clear();
        port.logOut();
        house.rounds(4);
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat(house.openHab.statuses, is(empty()));
    }

    @Test
    void garbageOnTheLineIsNeverAValue() {
        port.inject(PortFaults.dataCrc(), Integer.MAX_VALUE);
        Thing inverter = start();
        assertThat(house.status(Objects.requireNonNull(house.bridge)),
                startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.line-shared"));
        assertThat(house.openHab.states, not(hasKey("battery#power")));
        port.clearFaults();
        house.roundsUntil(inverter, "ONLINE");
        assertThat(house.openHab.states.get("connection#failures"), is(new DecimalType(0)));
    }

    @Test
    void aSilentUnitIsOfflineAndComesBack() {
        port.inject(PortFaults.silence(), Integer.MAX_VALUE);
        Thing inverter = start();
        assertThat(house.status(Objects.requireNonNull(house.bridge)),
                startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.no-inverter"));
        assertThat(house.openHab.states, not(hasKey("battery#power")));
        port.clearFaults();
        house.roundsUntil(inverter, "ONLINE");
        assertThat(house.status(inverter), is("ONLINE NONE"));
    }

    @Test
    void anAdapterThatIsNotThereIsReportedSoAtOnce() throws IOException {
        int free = server.port();
        server.close();
        Thing inverter = house.network(free, Map.of());
        assertThat(house.status(Objects.requireNonNull(house.bridge)),
                startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.adapter-refused"));
        assertThat(house.status(inverter), is("OFFLINE BRIDGE_OFFLINE"));
    }

    /** The status of the thing says it all, at each attempt. */
    @Test
    void aLostConnectionIsNoWarning() {
        LoudLog loud = new LoudLog();
        try {
            Thing inverter = start();
            server.close();
            house.roundsUntil(inverter, "OFFLINE");
            house.rounds(3);
            assertThat(house.status(inverter), is("OFFLINE BRIDGE_OFFLINE"));
        } finally {
            loud.close();
        }
        assertThat(loud.lines(), is(empty()));
    }

    /** openHAB's own threads call these: nothing in them may wait for a unit that is dead. */
    @Test
    void neitherBeginningNorEndingWaitsForADeadUnit() {
        port.inject(PortFaults.silence(), Integer.MAX_VALUE);
        long begin = System.nanoTime();
        Thing bridge = house.begin(server.port());
        house.time.settle();
        house.openHab.dispose(bridge);
        assertThat(Duration.ofNanos(System.nanoTime() - begin), is(lessThan(Duration.ofMillis(500))));
    }

    /** A unit that was set up anew may count in other steps. */
    @Test
    void aUnitThatStartsAgainIsNotReadInTheStepsOfBefore() {
        start();
        house.rounds(2);
        house.openHab.updates.clear();
        simulation.unit().restart(UnitScales.A);
        house.rounds(8);
        double load = simulation.unit().state().flows().load();
        List<Double> reported = house.openHab.updates.stream().filter(update -> update.startsWith("load#power "))
                .map(update -> Double.valueOf(update.split(" ")[1])).toList();
        assertThat(reported, is(not(empty())));
        assertThat(reported, everyItem(is(closeTo(load, 5))));
    }

    @Test
    void aPasswordThatIsNotAcceptedAnyMoreIsReportedAtOnce() {
        Thing inverter = start();
        port.setLoginsRefused(true);
        port.logOut();
        house.round();
        assertThat(house.status(inverter), startsWith("OFFLINE CONFIGURATION_ERROR @text/offline.password-refused"));
    }

    /** A unit that becomes a member of a Powerchain system: its bridge has contact, it is the inverter that tells. */
    @Test
    void aUnitThatRefusesToTalkIsReportedInTime() {
        Thing inverter = start();
        port.setMember(true);
        var begin = house.time.clock().instant();
        house.roundsUntil(inverter, "OFFLINE");
        assertThat(house.status(inverter), is("OFFLINE CONFIGURATION_ERROR @text/offline.powerchain-member"));
        assertThat(Duration.between(begin, house.time.clock().instant()), is(lessThan(Duration.ofMinutes(4))));
    }
}
