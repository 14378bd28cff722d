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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.packaging.NothingLeft;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.plant.PlantState;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.PortFaults;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPty;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.Thing;

/**
 * A serial port with a simulated unit at its end, where one can be had: from device file to channels, and what becomes
 * of it when somebody trips over the cable.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@ExtendWith(NothingLeft.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SerialThingTest {
    private static final double STEP = 5;

    @TempDir
    private @NonNullByDefault({}) Path folder;

    private final Simulation simulation = Simulation.still(Scenario.SUNNY_DAY);
    private final SimulatedPort port = SimulatedPort.of(simulation);
    private final NativeHouse house = new NativeHouse();
    private @NonNullByDefault({}) SimulatedPty pty;
    private @NonNullByDefault({}) Path device;

    @BeforeEach
    void plugIn() throws IOException {
        assumeTrue(SimulatedPty.obstacle().isEmpty(), () -> SimulatedPty.obstacle().orElseThrow());
        pty = new SimulatedPty(port, folder.resolve("port"), SerialServerOptions.DEFAULT);
        device = pty.path().toRealPath();
    }

    @AfterEach
    void close() throws IOException {
        house.close();
        if (pty != null) {
            assertThat(openHere(), is(empty()));
            pty.close();
        }
    }

    /** What this process has open of the port, or of one that has gone. */
    private static List<String> openHere() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(Files::isSymbolicLink).map(SerialThingTest::target)
                    .filter(name -> name.startsWith("/dev/pts/")).toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    private Thing bridge() {
        return Objects.requireNonNull(house.bridge);
    }

    private double watts(String channel) {
        return ((QuantityType<?>) Objects.requireNonNull(house.openHab.states.get(channel))).doubleValue();
    }

    /** The speed is found out. Registers have steps of up to 5 W, so that much of the plant's numbers is lost. */
    @Test
    void theUnitIsFoundAndItsValuesAreThoseOfThePlant() throws IOException {
        house.installSerialTransport();
        Thing inverter = house.serial(pty.path().toString(), Map.of());
        assertThat(house.status(bridge()), is("ONLINE NONE"));
        assertThat(house.status(inverter), is("ONLINE NONE"));
        PlantState plant = simulation.unit().state();
        assertThat(watts("battery#power"), is(closeTo(plant.flows().battery(), STEP)));
        assertThat(watts("solar#power"), is(closeTo(plant.flows().acSolar() + plant.flows().dcSolar(), STEP)));
        assertThat(watts("load#power"), is(closeTo(plant.flows().load(), STEP)));
        assertThat(watts("ac-source#power"), is(closeTo(plant.flows().source(), STEP)));
        assertThat(house.openHab.states, hasEntry("connection#source", new StringType("SERIAL")));
        assertThat(house.openHab.thing(inverter.getUID()).getProperties(),
                hasEntry("serialNumber", String.valueOf(simulation.unit().identity().serial())));
        assertThat("open for reading and for writing", openHere(), contains(device.toString(), device.toString()));
        house.rounds(5);
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat("connected once", port.logins(), is(1));
        assertThat(port.violations(), is(empty()));
    }

    @Test
    void aCableThatIsPulledIsReportedAndComesBackByItself() throws IOException {
        house.installSerialTransport();
        Thing inverter = house.serial(pty.path().toString(), Map.of());
        assertThat(house.status(inverter), is("ONLINE NONE"));
        pty.unplug();
        house.round();
        assertThat("one poll that fails is no outage yet", house.status(inverter), is("ONLINE NONE"));
        house.roundsUntil(inverter, "OFFLINE");
        assertThat(house.status(bridge()),
                is("OFFLINE COMMUNICATION_ERROR @text/offline.port-missing [\"" + pty.path() + "\"]"));
        assertThat(house.status(inverter), is("OFFLINE BRIDGE_OFFLINE"));
        assertThat("what has gone is let go of", openHere(), is(empty()));
        house.rounds(3);
        pty.plugIn();
        house.roundsUntil(inverter, "ONLINE");
        assertThat(house.openHab.statuses.toString(), house.status(bridge()), is("ONLINE NONE"));
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat(house.openHab.states.get("connection#failures"), is(new DecimalType(0)));
    }

    @Test
    void aCableThatIsPluggedInLaterIsFound() throws IOException {
        pty.unplug();
        house.installSerialTransport();
        Thing inverter = house.serial(pty.path().toString(), Map.of("speed", 115200));
        assertThat(house.status(bridge()), startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.port-missing"));
        pty.plugIn();
        house.roundsUntil(inverter, "ONLINE");
        assertThat(house.status(inverter), is("ONLINE NONE"));
    }

    @Test
    void theSerialTransportMayBeInstalledLater() {
        Thing inverter = house.serial(pty.path().toString(), Map.of());
        assertThat(house.status(bridge()), is("OFFLINE CONFIGURATION_ERROR @text/offline.no-serial-transport"));
        house.rounds(3);
        assertThat(house.status(bridge()), is("OFFLINE CONFIGURATION_ERROR @text/offline.no-serial-transport"));
        house.installSerialTransport();
        house.roundsUntil(inverter, "ONLINE");
        assertThat(house.status(bridge()), is("ONLINE NONE"));
        assertThat(house.status(inverter), is("ONLINE NONE"));
    }

    @Test
    void aReleasedPortIsFree() throws Exception {
        house.installSerialTransport();
        Thing inverter = house.serial(pty.path().toString(), Map.of());
        house.handler().release(Duration.ofMinutes(30));
        house.time.await("the port is free", () -> {
            try {
                return openHere().isEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat("after a good-bye", port.isLoggedIn(), is(false));
        house.roundsUntil(inverter, "ONLINE");
        assertThat(house.status(inverter), is("ONLINE NONE"));
    }

    /** It takes more than ten seconds to try each speed of a port at which nobody answers. */
    @Test
    void aSearchForTheSpeedIsBrokenOffAtTheEnd() {
        port.inject(PortFaults.silence());
        house.installSerialTransport();
        house.add(SelectronicBindingConstants.THING_TYPE_SERIAL, Map.of("serialPort", pty.path().toString()));
        house.time.await("the port is open", () -> isOpenHere());
        long begin = System.nanoTime();
        house.openHab.dispose(bridge());
        house.time.await("the end", () -> house.busyThreads() == 0 && !isOpenHere());
        assertThat(Duration.ofNanos(System.nanoTime() - begin), is(lessThan(Duration.ofSeconds(6))));
    }

    private static boolean isOpenHere() {
        try {
            return !openHere().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
