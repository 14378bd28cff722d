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

import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.splink.PortLink;
import org.openhab.binding.selectronic.internal.splink.TestClock;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.core.thing.Thing;

/**
 * A serial line that is too slow for the refresh interval.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SlowConnectionTest {
    private final SimulatedPort port = SimulatedPort.of(Simulation.still(Scenario.SUNNY_DAY));
    private final TestClock line = new TestClock();
    private final NativeHouse house = new NativeHouse((SSLSocketFactory) SSLSocketFactory.getDefault(), line);

    @AfterEach
    void close() {
        house.close();
    }

    private Thing start(int baud, int refreshInterval) {
        house.installSerialLinks((name, speed, clock) -> new PortLink(port, line, baud));
        Thing inverter = house.serial("/dev/line", Map.of("speed", baud, "refreshInterval", refreshInterval));
        house.rounds(3);
        return inverter;
    }

    private String bridge() {
        return house.status(Objects.requireNonNull(house.bridge));
    }

    @Test
    void theBridgeSaysWhatIntervalItCanKeep() {
        Thing inverter = start(1200, 5);
        assertThat(bridge(), is("ONLINE NONE @text/online.slow-connection [\"5\", \"10\"]"));
        assertThat("it is read all the same", house.status(inverter), is("ONLINE NONE"));
        house.openHab.statuses.clear();
        house.rounds(5);
        assertThat("it is said once", house.openHab.statuses, is(empty()));
    }

    @Test
    void aConnectionThatKeepsTheIntervalHasNothingToSay() {
        start(1200, 10);
        assertThat(bridge(), is("ONLINE NONE"));
        assertThat(List.copyOf(house.openHab.statuses).toString(), not(containsString("slow-connection")));
    }
}
