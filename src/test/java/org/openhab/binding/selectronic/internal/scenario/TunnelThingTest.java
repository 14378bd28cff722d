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
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedTunnel;
import org.openhab.binding.selectronic.simulator.splink.TunnelOptions;
import org.openhab.binding.selectronic.simulator.splink.TunnelState;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.Thing;

/**
 * The tunnel of select.live, from the text dialogue to channels.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class TunnelThingTest {
    private static final String EMAIL = "owner@example.org";
    private static final String PASSWORD = "s3cret = :pass";

    private final Simulation simulation = Simulation.still(Scenario.SUNNY_DAY);
    private final SimulatedTunnel tunnel;
    private final NativeHouse house;

    TunnelThingTest() throws IOException {
        tunnel = new SimulatedTunnel(simulation, TunnelOptions.DEFAULT);
        tunnel.addAccount(EMAIL, PASSWORD, simulation.unit().identity().serial());
        house = new NativeHouse(tunnel.certificate().clientContext().getSocketFactory());
    }

    @AfterEach
    void close() {
        house.close();
        tunnel.close();
    }

    private Thing start(String password) {
        return house.tunnel(tunnel.port(), Map.of("email", EMAIL, "password", password));
    }

    private Thing bridge() {
        return Objects.requireNonNull(house.bridge);
    }

    @Test
    void theOnlyUnitOfTheAccountIsRead() {
        Thing inverter = start(PASSWORD);
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat(house.openHab.states.get("battery#power"), is(instanceOf(QuantityType.class)));
        assertThat(house.openHab.states, hasEntry("connection#source", new StringType("TUNNEL")));
        Map<String, String> properties = house.openHab.thing(inverter.getUID()).getProperties();
        assertThat(properties, hasEntry("serialNumber", String.valueOf(simulation.unit().identity().serial())));
        assertThat("what only the unit itself can tell", properties, hasKey("firmwareVersion"));
    }

    @Test
    void aRefusedLoginIsNeverRepeated() {
        start("wrong");
        assertThat(house.status(bridge()), startsWith("OFFLINE CONFIGURATION_ERROR @text/offline.account-refused"));
        int commands = tunnel.commands().size();
        house.rounds(30);
        assertThat(tunnel.commands().size(), is(commands));
        assertThat(house.openHab.statuses.toString(), not(containsString("wrong")));
        assertThat(house.openHab.statuses.toString(), not(containsString(EMAIL)));
    }

    @Test
    void aSessionOfSomebodyElseIsAStateAndPasses() {
        String serial = String.valueOf(simulation.unit().identity().serial());
        tunnel.setState(simulation.unit().identity().serial(), TunnelState.BUSY);
        Thing inverter = start(PASSWORD);
        String shown = house.status(inverter) + house.status(bridge());
        assertThat(shown, containsString("@text/offline.tunnel-busy [\"" + serial + "\"]"));
        tunnel.setState(simulation.unit().identity().serial(), TunnelState.READY);
        house.roundsUntil(inverter, "ONLINE");
        assertThat(house.status(inverter), is("ONLINE NONE"));
    }

    @Test
    void aTunnelThatIsCutComesBackUnnoticed() {
        Thing inverter = start(PASSWORD);
        house.openHab.statuses.clear();
        tunnel.dropSessions();
        house.rounds(3);
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat(house.openHab.statuses, is(empty()));
    }

    /** The line to the unit and the list of units are asked for with the same account. */
    @Test
    void anAccountThatIsRefusedInTheMiddleIsTriedOnce() {
        start(PASSWORD);
        tunnel.removeAccount(EMAIL);
        tunnel.dropSessions();
        house.rounds(30);
        assertThat(house.status(bridge()), startsWith("OFFLINE CONFIGURATION_ERROR @text/offline.account-refused"));
        assertThat(tunnel.rejectedLogins(), is(1));
    }

    /** Otherwise the unit is busy, with our own session. */
    @Test
    void aChangedConfigurationWaitsForTheGoodByeOfTheOneBefore() {
        Thing inverter = start(PASSWORD);
        house.rounds(2);
        tunnel.unit(simulation.unit().identity().serial()).inject((request, right, before) -> {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            return right;
        }, 1);
        house.openHab.statuses.clear();
        house.handler().dispose();
        house.handler().initialize();
        house.roundsUntil(inverter, "ONLINE");
        house.rounds(2);
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat(house.openHab.statuses.toString(), not(containsString("tunnel-busy")));
    }

    @Test
    void theSessionOfAnInverterThatIsDisabledIsLeftToOthers() {
        Thing inverter = start(PASSWORD);
        house.rounds(2);
        SimulatedPort port = tunnel.unit(simulation.unit().identity().serial());
        assertThat(port.isLoggedIn(), is(true));
        house.openHab.dispose(inverter);
        house.time.await("the good-bye", () -> !port.isLoggedIn());
        assertThat(house.status(bridge()), is("ONLINE NONE"));
    }

    @Test
    void aBoxWithoutInternetIsNoFaultOfTheAccount() {
        Thing inverter = start(PASSWORD);
        house.openHab.statuses.clear();
        tunnel.setState(simulation.unit().identity().serial(), TunnelState.OFFLINE);
        tunnel.dropSessions();
        house.roundsUntil(inverter, "OFFLINE");
        assertThat(house.status(inverter), startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.tunnel-offline"));
        assertThat(house.status(bridge()), is("ONLINE NONE"));
        assertThat(house.openHab.statuses, hasSize(1));
    }

    /** The server is waited for much longer than anybody wants to wait for the end of a bridge. */
    @Test
    void aListThatIsAwaitedIsBrokenOffAtTheEnd() {
        tunnel.line().inject(Faults.hang());
        house.add(SelectronicBindingConstants.THING_TYPE_TUNNEL,
                Map.of("host", "localhost", "port", tunnel.port(), "email", EMAIL, "password", PASSWORD));
        house.time.await("a connection", () -> tunnel.line().connectionsOpen() == 1);
        long begin = System.nanoTime();
        house.openHab.dispose(bridge());
        house.time.await("the end", () -> house.busyThreads() == 0 && tunnel.line().connectionsOpen() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - begin), is(lessThan(Duration.ofSeconds(8))));
    }
}
