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
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SimulatedTunnel;
import org.openhab.binding.selectronic.simulator.splink.TunnelOptions;
import org.openhab.binding.selectronic.simulator.splink.TunnelState;

/**
 * The law of what the server of the tunnel is burdened with while a unit behind it cannot be read: each attempt takes a
 * connection and a log-in of its own, and so does each list; neither comes faster than the back-off allows.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class TunnelLoadLawTest {
    private static final String EMAIL = "owner@example.org";
    private static final String PASSWORD = "s3cret pass";
    private static final Duration BEFORE = Duration.ofMinutes(30), WINDOW = Duration.ofHours(2);
    /** The longest delay between two attempts; with full jitter they come about twice as often. */
    private static final Duration CEILING = Duration.ofMinutes(5);

    @ParameterizedTest
    @EnumSource(names = "READY", mode = EnumSource.Mode.EXCLUDE)
    void aUnitThatCannotBeReadCostsALogInForEachAttemptAndListAndNothingIsWritten(TunnelState state)
            throws IOException {
        Simulation simulation = Simulation.still(Scenario.SUNNY_DAY);
        try (SimulatedTunnel tunnel = new SimulatedTunnel(simulation, TunnelOptions.DEFAULT);
                NativeHouse house = new NativeHouse(tunnel.certificate().clientContext().getSocketFactory())) {
            int serial = simulation.unit().identity().serial();
            tunnel.addAccount(EMAIL, PASSWORD, serial);
            tunnel.setState(serial, state);
            house.tunnel(tunnel.port(), Map.of("email", EMAIL, "password", PASSWORD));
            live(house, BEFORE);
            int before = tunnel.commands().size();
            house.openHab.statuses.clear();
            int things = house.openHab.thingUpdates;

            live(house, WINDOW);

            List<String> said = tunnel.commands().subList(before, tunnel.commands().size());
            long attempts = count(said, "CONNECT");
            long lists = count(said, "LIST");
            assertThat("attempts", attempts,
                    is(both(greaterThan(0L)).and(lessThanOrEqualTo(3 * WINDOW.dividedBy(CEILING)))));
            assertThat("lists", lists, is(lessThanOrEqualTo(WINDOW.dividedBy(CEILING) + 1)));
            assertThat("log-ins", count(said, "USER"), is(lessThanOrEqualTo(attempts + lists)));
            assertThat("log-ins that were refused", tunnel.rejectedLogins(), is(0));
            assertThat("what stays as it is is not shown again", house.openHab.statuses, is(empty()));
            assertThat("updates of things", house.openHab.thingUpdates - things, is(0));
            assertThat(house.openHab.unchangedThingUpdates, is(empty()));
            for (FakeStorage storage : List.of(house.storage, house.refused)) {
                assertThat(storage.unchangedPuts, is(empty()));
            }
        }
    }

    private static void live(NativeHouse house, Duration time) {
        Instant end = house.time.clock().instant().plus(time);
        while (house.time.clock().instant().isBefore(end)) {
            house.round();
        }
    }

    private static long count(List<String> said, String begin) {
        return said.stream().filter(line -> line.startsWith(begin)).count();
    }
}
