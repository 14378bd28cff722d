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
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.definitions.Texts;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.PackedTexts;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.polling.SteadyClock;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.log.LogKind;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.PlantListener;
import org.openhab.binding.selectronic.simulator.plant.PlantState;
import org.openhab.binding.selectronic.simulator.portal.PortalAccount;
import org.openhab.binding.selectronic.simulator.portal.PortalOptions;
import org.openhab.binding.selectronic.simulator.portal.PortalSystem;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.binding.selectronic.simulator.portal.SiteDetails;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Thing;
import org.openhab.core.types.TimeSeries;

/**
 * A unit that keeps some hours and an openHAB that is away for days: the portal fills what the unit has overwritten.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LostHistoryTest {
    /** Two sectors of 20 records are advertised: ten hours. */
    private static final LogSettings SMALL = LogSettings.DEFAULT.withSectors(LogKind.DETAILED, 3, 44 * 20 + 7, 2);
    private static final Duration AWAY = Duration.ofHours(60);
    /** The portal rounds; a counter of the unit drops what does not fill a count, at both ends of an hour. */
    private static final double PORTAL_STEP = 0.006, UNIT_STEP = 0.25;
    private static final Map<String, ToDoubleFunction<Energies>> FLOWS = Map.of("load-energy", Energies::load,
            "solar-energy", energies -> energies.acSolar() + energies.dcSolar());

    private static final Instant BEGIN = Instant.parse("2026-01-15T02:00:00Z");

    private final VirtualTime time = new VirtualTime();
    private final SimulatedUnit unit = SimulatedUnit.withPast(
            Scenario.SUNNY_DAY.settings().withStart(time.clock().instant()).withZone(TestServices.SYDNEY),
            Duration.ofHours(28), UnitIdentity.b(0), Scenario.SUNNY_DAY, SMALL);
    private final Simulation simulation = new Simulation(time.clock(), 1, List.of(unit));
    private final World world = new World(time, new FakeOpenHab(time), new Timing(time.clock(), time, new Random(1)),
            simulation);
    private final SimulatedSerialServer server = new SimulatedSerialServer(SimulatedPort.of(simulation),
            SerialServerOptions.DEFAULT);
    private final NativeHouse cable = new NativeHouse((SSLSocketFactory) SSLSocketFactory.getDefault(),
            new SteadyClock(), world);
    /** What flowed in each hour, by the plant itself. */
    private final SortedMap<Instant, Energies> flowed = new TreeMap<>();
    private PortalHouse portal = new PortalHouse(world, PortalOptions.DEFAULT);

    LostHistoryTest() throws IOException {
        cable.texts = new PackedTexts(Texts.english());
        unit.change(plant -> plant.observe(new PlantListener() {
            @Override
            public void passed(Instant from, Energies step, PlantState after) {
                flowed.merge(from.truncatedTo(ChronoUnit.HOURS), step, Energies::plus);
            }
        }));
    }

    @AfterEach
    void close() {
        portal.close();
        cable.close();
        server.close();
    }

    private Thing start() {
        portal.addBridge(Map.of());
        cable.addBridge(SelectronicBindingConstants.THING_TYPE_NETWORK,
                Map.of("host", "127.0.0.1", "port", server.port(), "refreshInterval", 60));
        return startInverter();
    }

    private Thing startInverter() {
        cable.inverterConfig = Map.of("alternatives", List.of(portal.bridge().getUID().getAsString()));
        Thing inverter = cable.addInverter("main");
        run(Duration.ofMinutes(2));
        return inverter;
    }

    private void stop(Thing inverter) {
        world.openHab().dispose(world.openHab().thing(inverter.getUID()));
        run(Duration.ofMinutes(1));
    }

    /** Lets time pass, but not while somebody waits for an answer. */
    private void run(Duration duration) {
        Instant end = time.clock().instant().plus(duration);
        while (time.clock().instant().isBefore(end)) {
            time.await("answers", () -> portal.transports.stream().allMatch(CountingConnection::isIdle)
                    && cable.busyThreads() == 0 && !time.untilNext().isZero());
            Duration left = Duration.between(time.clock().instant(), end);
            time.pass(time.untilNext().compareTo(left) < 0 ? time.untilNext() : left);
        }
    }

    /** openHAB reads what there is, and is away for days. */
    private void leave() {
        Thing inverter = start();
        run(Duration.ofHours(1));
        assertThat("a connection that is not needed", livePolls(), is(0L));
        stop(inverter);
        world.openHab().dispose(portal.bridge());
        world.openHab().dispose(Objects.requireNonNull(cable.bridge));
        time.pass(AWAY);
        simulation.catchUp();
    }

    private long livePolls() {
        return portal.asked().stream().filter(path -> path.startsWith("/dashboard/hfdata")).count();
    }

    private long pages() {
        return portal.asked().stream().filter(path -> path.startsWith("/dashboard/chartdata")).count();
    }

    private List<TimeSeries.Entry> series(String channel) {
        return world.openHab().series.getOrDefault("history#" + channel, List.of());
    }

    private String state() {
        return String.valueOf(world.openHab().states.get("connection#history-state"));
    }

    /** Returns the hours that the unit has overwritten, with those of which it has a part. */
    private List<Instant> lost() {
        String[] note = cable.storage.getKeys().stream().filter(key -> key.endsWith(" lost"))
                .map(key -> String.valueOf(cable.storage.get(key)).split(" ")).findFirst().orElseThrow();
        return flowed.keySet().stream().filter(hour -> hour.plus(1, ChronoUnit.HOURS).isAfter(Instant.parse(note[0]))
                && !hour.isAfter(Instant.parse(note[1]))).toList();
    }

    private void assertWhole() {
        List<Instant> lost = lost();
        assertThat(lost.size(), is(greaterThan(40)));
        FLOWS.forEach((channel, flow) -> {
            List<Instant> times = series(channel).stream().map(TimeSeries.Entry::timestamp).sorted().toList();
            assertThat(channel, times, is(
                    Stream.iterate(times.get(0), hour -> hour.plus(1, ChronoUnit.HOURS)).limit(times.size()).toList()));
            assertThat(channel, times.get(times.size() - 1),
                    is(greaterThan(lost.get(lost.size() - 1).plus(Duration.ofHours(7)))));
            double filled = 0, sum = 0;
            for (TimeSeries.Entry entry : series(channel)) {
                if (!entry.timestamp().isBefore(BEGIN)) {
                    double number = ((QuantityType<?>) entry.state()).doubleValue();
                    double lived = flow.applyAsDouble(Objects.requireNonNull(flowed.get(entry.timestamp()))) / 1000;
                    boolean ofPortal = lost.contains(entry.timestamp());
                    assertThat(channel + " " + entry.timestamp(), number,
                            is(closeTo(lived, ofPortal ? PORTAL_STEP : UNIT_STEP)));
                    filled += ofPortal ? number : 0;
                    sum += ofPortal ? lived : 0;
                }
            }
            assertThat(channel, sum, is(greaterThan(10.0)));
            assertThat(channel, filled, is(closeTo(sum, PORTAL_STEP * Math.sqrt(lost.size()))));
        });
        assertThat(state(), containsString(lost.size() + " of " + lost.size() + " hours came from the portal"));
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void theHoursOfTheGapComeFromThePortalOnce(boolean restarted) {
        if (restarted) {
            // the days of the charts are others than those of the inverter
            portal.portal.close();
            portal = new PortalHouse(
                    List.of(SimulatedPortal.account(simulation).withZone(ZoneId.of("Australia/Perth"))), world);
        }
        leave();
        Thing inverter = start();
        if (restarted) {
            for (int n = 0; n < 6; n++) {
                run(Duration.ofSeconds(40));
                stop(inverter);
                inverter = startInverter();
            }
        }
        run(Duration.ofMinutes(10));
        assertWhole();
        assertThat("one for each day", pages(), is(both(greaterThan(2L)).and(lessThan(5L))));
        long polls = livePolls();
        run(Duration.ofMinutes(10));
        assertThat("it is not needed any more", livePolls(), is(polls));
        assertThat(cable.storage.unchangedPuts, is(empty()));
    }

    @Test
    void aPortalThatFailsAtFirstFillsLater() {
        leave();
        portal.portal.inject(Faults.status(503));
        int before = portal.portal.log().count();
        start();
        run(Duration.ofHours(1));
        assertThat(state(), both(containsString("Overwritten")).and(not(containsString("portal"))));
        assertThat("it is not flooded", portal.portal.log().count() - before, is(lessThan(60)));
        portal.portal.clearFaults();
        run(Duration.ofHours(1));
        assertWhole();
    }

    @Test
    void whatThePortalDoesNotKnowEitherStaysLost() {
        leave();
        portal.portal.forgetHours(SimulatedPortal.FIRST_SYSTEM, BEGIN, time.clock().instant());
        start();
        run(Duration.ofMinutes(15));
        assertThat(state(), containsString("0 of "));
        assertThat(series("load-energy").stream().map(TimeSeries.Entry::timestamp).filter(lost()::contains).toList(),
                is(empty()));
        long polls = livePolls();
        run(Duration.ofMinutes(10));
        assertThat(livePolls(), is(polls));
    }

    /** The account has one system, which is that of a neighbour. */
    @Test
    void aPortalWithAnotherUnitFillsNothing() {
        portal.portal.close();
        PortalSystem neighbour = PortalSystem.of(7, simulation).withDetails(SiteDetails.of(UnitIdentity.a(7)));
        portal = new PortalHouse(
                List.of(PortalAccount.owner(SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD, neighbour)), world);
        leave();
        start();
        run(Duration.ofMinutes(15));
        assertThat(state(), both(containsString("Overwritten")).and(not(containsString("portal"))));
        assertThat(pages(), is(0L));
    }
}
