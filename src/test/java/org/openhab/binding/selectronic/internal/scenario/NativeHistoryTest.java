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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.log.DetailedRecord;
import org.openhab.binding.selectronic.simulator.log.HeaderFault;
import org.openhab.binding.selectronic.simulator.log.LogKind;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.plant.Plant;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.Thing;
import org.openhab.core.types.TimeSeries;

/**
 * What the unit recorded while openHAB was away, over the line and into the channels.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class NativeHistoryTest {
    private static final Instant START = Instant.parse("2026-01-20T03:00:00Z");

    private final SimulatedUnit unit = SimulatedUnit.withPast(
            Scenario.SUNNY_DAY.settings().withStart(START).withZone(ZoneId.of("Australia/Sydney")), Duration.ofDays(2),
            UnitIdentity.b(0), Scenario.SUNNY_DAY, LogSettings.DEFAULT);
    private final Simulation simulation = new Simulation(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 1, List.of(unit));
    private final SimulatedPort port = SimulatedPort.of(simulation);
    private final SimulatedSerialServer server;
    private final FakeStorage storage = new FakeStorage();
    private NativeHouse house = house();

    NativeHistoryTest() throws IOException {
        server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT);
    }

    /** openHAB, started at the present of the plant. */
    private NativeHouse house() {
        NativeHouse started = new NativeHouse();
        started.storage = storage;
        started.wall = Clock.fixed(unit.now(), ZoneOffset.UTC);
        return started;
    }

    @AfterEach
    void close() {
        house.close();
        server.close();
    }

    private void start() {
        house.network(server.port(), Map.of());
        catchUp();
    }

    /** Lets it read until the channel of the connection says that nothing is left. */
    private void catchUp() {
        house.time.await("the record", () -> {
            house.time.pass(Duration.ofSeconds(10));
            return new QuantityType<>("100 %").equals(house.openHab.states.get("connection#history-progress"));
        });
        house.endRound();
    }

    private List<TimeSeries.Entry> series(String channel) {
        return house.openHab.series.getOrDefault("history#" + channel, List.of());
    }

    private static double number(TimeSeries.Entry entry) {
        return entry.state() instanceof QuantityType<?> quantity ? quantity.doubleValue() : Double.NaN;
    }

    private void assertWhole(List<TimeSeries.Entry> told, List<DetailedRecord> did) {
        assertThat(told.stream().map(TimeSeries.Entry::timestamp).toList(),
                is(did.stream().map(DetailedRecord::start).toList()));
        for (int n = 0; n < told.size(); n++) {
            assertThat(number(told.get(n)), closeTo(did.get(n).mean().load(), 2.5));
        }
    }

    @Test
    void thePastBeforeTheFirstContactComesInDays() {
        start();
        List<DetailedRecord> did = unit.logs().intervals();
        assertWhole(series("load-power"), did);
        assertThat(series("state-of-charge"), hasSize(did.size()));
        assertThat(series("battery-power"), hasSize(did.size()));
        assertThat(house.openHab.seriesSizes.stream().mapToInt(Integer::intValue).max().orElseThrow(),
                is(lessThanOrEqualTo(96)));
        assertThat(port.violations(), is(empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 3 * 24, 70 * 24})
    void anAbsenceIsFilledOnceAndInOrder(int hours) {
        start();
        int before = unit.logs().intervals().size();
        house.close();
        simulation.advance(Duration.ofHours(hours));
        house = house();
        start();

        List<DetailedRecord> did = unit.logs().intervals();
        int kept = Math.min(hours * 4, unit.logs().ring(LogKind.DETAILED).count());
        assertWhole(series("load-power"), did.subList(did.size() - kept, did.size()));
        assertThat(did.size() - before, is(hours * 4));

        // hours that were complete before the absence are not told again
        double told = series("load-energy").stream().mapToDouble(NativeHistoryTest::number).sum();
        double flowed = did.subList(did.size() - kept, did.size()).stream()
                .mapToDouble(interval -> interval.energy().load()).sum() / 1000;
        assertThat("one count for each day, and the hours at both ends", told,
                closeTo(flowed, 0.12 * (kept / 96 + 1) + 3));
        List<Instant> hoursTold = series("load-energy").stream().map(TimeSeries.Entry::timestamp).toList();
        assertThat(new HashSet<>(hoursTold), hasSize(hoursTold.size()));
    }

    @Test
    void newRecordsFollowAndLivePollsGoOn() {
        start();
        int before = series("load-power").size();
        for (int quarter = 0; quarter < 8; quarter++) {
            simulation.advance(Duration.ofMinutes(15));
            int wanted = before + quarter + 1;
            house.time.await("the new record", () -> {
                house.time.pass(Duration.ofSeconds(10));
                return series("load-power").size() >= wanted;
            });
        }
        assertThat(series("load-power"), hasSize(before + 8));
        assertWhole(series("load-power"), unit.logs().intervals());
    }

    @Test
    void aTripBetweenTwoPollsRaisesItsAlertAndTellsWhy() {
        start();
        house.rounds(7);
        house.openHab.triggers.clear();
        unit.change(Plant::trip);
        simulation.advance(Duration.ofSeconds(40));
        house.rounds(14);
        assertThat(house.openHab.triggers, hasItems("alerts#alert RAISED 50", "alerts#alert CLEARED 50"));
        assertThat(house.openHab.triggers.stream().filter("alerts#alert RAISED 50"::equals).count(), is(1L));
        assertThat(house.openHab.states.get("alerts#last-event"), is(notNullValue()));
        Map<String, String> shown = new HashMap<>();
        house.openHab.states.forEach((channel, state) -> shown.put(channel, state.toString()));
        assertThat(shown, hasEntry("alerts#active", "OFF"));
    }

    /** The house trips while openHAB is restarted: the owner is told afterwards, and not again after the next one. */
    @Test
    void aTripWhileOpenHabIsAwayTriggersOnceWhenItIsBack() {
        start();
        house.close();
        unit.change(plant -> plant.raise(50));
        simulation.advance(Duration.ofMinutes(2));
        unit.change(plant -> plant.clear(50));
        simulation.advance(Duration.ofMinutes(3));
        house = house();
        start();
        assertThat(house.openHab.triggers.stream().filter(each -> each.startsWith("alerts#alert")).toList(),
                contains("alerts#alert RAISED 50", "alerts#alert CLEARED 50"));
        assertThat(house.openHab.states.get("alerts#active"), is(OnOffType.OFF));

        house.close();
        house = house();
        start();
        assertThat(house.openHab.triggers, is(empty()));
    }

    @Test
    void aRecordThatContradictsItselfSaysSoAndIsReadWhenItDoesNotAnyMore() {
        unit.logs().ring(LogKind.DETAILED).spoil(HeaderFault.RECORD_SIZE);
        Thing inverter = house.network(server.port(), Map.of());
        house.time.await("the state of the record", () -> house.openHab.states
                .get("connection#history-state") instanceof StringType);
        assertThat(house.openHab.states.get("connection#history-state"),
                is(new StringType("interrupted offline.log-unreadable")));
        assertThat(house.status(inverter), is("ONLINE NONE"));
        unit.logs().ring(LogKind.DETAILED).repair();
        house.time.await("the record", () -> {
            house.time.pass(Duration.ofSeconds(10));
            return new StringType("complete").equals(house.openHab.states.get("connection#history-state"));
        });
        assertWhole(series("load-power"), unit.logs().intervals());
    }

    /** Who has two ways to one unit has two things, and what one was told the other was not. */
    @Test
    void eachThingOfOneUnitIsToldEverything() {
        start();
        house.close();
        unit.change(plant -> plant.raise(50));
        simulation.advance(Duration.ofMinutes(20));
        house = house();
        house.name = "other";
        start();
        assertWhole(series("load-power"), unit.logs().intervals());
        house.close();
        house = house();
        start();
        assertThat(house.openHab.triggers, hasItem("alerts#alert RAISED 50"));
        assertThat("what was recorded since", series("load-power"), hasSize(1));
    }

    /** It is noticed at once; that it has a record of its own, with the list of units an hour later. */
    @Test
    void theRecordOfAUnitInThePlaceOfAnotherIsToldOnce() {
        start();
        int before = series("load-power").size();
        unit.replaceBy(UnitIdentity.a(7));
        for (int quarter = 0; quarter < 6; quarter++) {
            simulation.advance(Duration.ofMinutes(15));
            house.rounds(90);
        }
        catchUp();
        List<TimeSeries.Entry> told = series("load-power");
        assertWhole(told.subList(before, told.size()), unit.logs().intervals());
    }
}
