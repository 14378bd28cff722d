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
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
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

    /** Two sectors of 20 records are advertised: ten hours. */
    private static final LogSettings SMALL = LogSettings.DEFAULT.withSectors(LogKind.DETAILED, 3, 44 * 20 + 7, 2);

    private final FakeStorage storage = new FakeStorage();
    private SimulatedUnit unit = unit(LogSettings.DEFAULT);
    private Simulation simulation = simulation(unit);
    private SimulatedPort port = SimulatedPort.of(simulation);
    private SimulatedSerialServer server;
    private NativeHouse house = house();

    NativeHistoryTest() throws IOException {
        server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT);
    }

    private static SimulatedUnit unit(LogSettings logs) {
        return SimulatedUnit.withPast(
                Scenario.SUNNY_DAY.settings().withStart(START).withZone(ZoneId.of("Australia/Sydney")),
                Duration.ofHours(28), UnitIdentity.b(0), Scenario.SUNNY_DAY, logs);
    }

    private static Simulation simulation(SimulatedUnit unit) {
        return new Simulation(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 1, List.of(unit));
    }

    /** A unit that keeps hours, not months. */
    private void useSmallUnit() throws IOException {
        server.close();
        unit = unit(SMALL);
        simulation = simulation(unit);
        port = SimulatedPort.of(simulation);
        server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT);
        house = house();
    }

    private NativeHouse house() {
        return NativeHouse.startedAt(unit.now(), storage);
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
        house.endPollCycle();
    }

    private List<TimeSeries.Entry> series(String channel) {
        return house.openHab.series.getOrDefault("history#" + channel, List.of());
    }

    private static double number(TimeSeries.Entry entry) {
        return entry.state() instanceof QuantityType<?> quantity ? quantity.doubleValue() : Double.NaN;
    }

    private void assertWhole(List<TimeSeries.Entry> reported, List<DetailedRecord> did) {
        assertThat(reported.stream().map(TimeSeries.Entry::timestamp).toList(),
                is(did.stream().map(DetailedRecord::start).toList()));
        for (int n = 0; n < reported.size(); n++) {
            assertThat(number(reported.get(n)), closeTo(did.get(n).mean().load(), 2.5));
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

    /** A day is more than the small unit keeps. */
    @ParameterizedTest
    @CsvSource({ "3, false", "30, false", "24, true" })
    void anAbsenceIsFilledOnceAndInOrder(int hours, boolean small) throws IOException {
        if (small) {
            useSmallUnit();
        }
        start();
        int before = unit.logs().intervals().size();
        house.close();
        simulation.advance(Duration.ofHours(hours));
        house = house();
        start();

        List<DetailedRecord> did = unit.logs().intervals();
        int kept = Math.min(hours * 4, unit.logs().ring(LogKind.DETAILED).count());
        assertWhole(series("load-power"), did.subList(did.size() - kept, did.size()));
        assertThat(small || did.size() - before == hours * 4, is(true));
        assertThat(kept < hours * 4, is(small));

        // hours that were complete before the absence are not told again
        double reported = series("load-energy").stream().mapToDouble(NativeHistoryTest::number).sum();
        double flowed = did.subList(did.size() - kept, did.size()).stream()
                .mapToDouble(interval -> interval.energy().load()).sum() / 1000;
        assertThat("one count for each day, and the hours at both ends", reported,
                closeTo(flowed, 0.12 * (kept / 96 + 1) + 3));
        List<Instant> hoursReported = series("load-energy").stream().map(TimeSeries.Entry::timestamp).toList();
        assertThat(new HashSet<>(hoursReported), hasSize(hoursReported.size()));
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
    void aTripBetweenTwoPollsRaisesItsAlertAndReportsWhy() {
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
        house.time.await("the state of the record",
                () -> house.openHab.states.get("connection#history-state") instanceof StringType);
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
    void eachThingOfOneUnitIsReportedEverything() {
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

    /** What another unit recorded is not this one's, however long it is in its place. */
    @Test
    void theRecordOfAnotherUnitIsNotReportedUnderTheNameOfTheOneThatIsMeant() {
        house.inverterConfig = Map.of("serialNumber", Integer.toString(unit.identity().serial()));
        start();
        Map<String, Integer> before = sizes();
        unit.replaceBy(UnitIdentity.a(7));
        for (int quarter = 0; quarter < 5; quarter++) {
            simulation.advance(Duration.ofMinutes(15));
            house.rounds(12);
        }
        assertThat(sizes(), is(before));
    }

    /** A thing that names no unit is the one that is there: it gets the record of each, and no hour of both. */
    @Test
    void theRecordOfAUnitInThePlaceOfAnotherIsReportedOnce() {
        start();
        simulation.advance(Duration.ofMinutes(30));
        catchUp();
        int before = series("load-power").size();
        int hours = series("load-energy").size();
        unit.replaceBy(UnitIdentity.a(7));
        simulation.advance(Duration.ofMinutes(75));
        house.time.await("the record of the other", () -> {
            house.time.pass(Duration.ofSeconds(10));
            return series("load-power").size() - before >= unit.logs().intervals().size();
        });
        List<TimeSeries.Entry> reported = series("load-power");
        assertWhole(reported.subList(before, reported.size()), unit.logs().intervals());
        assertThat("an hour that began at one and ended at the other is none", series("load-energy"), hasSize(hours));
    }

    private Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new HashMap<>();
        house.openHab.series.forEach((channel, entries) -> sizes.put(channel, entries.size()));
        return sizes;
    }

    /** The logs were read long ago when the second thing of the same unit is made on the same bridge. */
    @Test
    void aThingThatIsMadeLaterOnTheSameBridgeSeesTheLastEventsAsOldOnes() {
        start();
        house.rounds(3);
        house.openHab.states.clear();
        house.openHab.triggers.clear();
        Thing later = house.addInverter("later");
        house.rounds(3);
        assertThat(house.openHab.states, hasKey("inverter#last-operation"));
        assertThat(later.getHandler() instanceof InverterHandler handler ? handler.lastEvents(5) : List.of(),
                is(not(empty())));
        assertThat(house.openHab.triggers, is(empty()));

        unit.operate(30);
        house.rounds(3);
        assertThat("each of the two things", house.openHab.triggers,
                contains("alerts#operation EVENT 30", "alerts#operation EVENT 30"));
    }
}
