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
package org.openhab.binding.selectronic.internal.handler;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.types.UnDefType;

/**
 * What a thing shows through gaps, restarts, clocks that are set, glitches and alerts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class InverterTruthTest {
    private static final Unit UNIT = new Unit("A1", new Identity("240001", "SP-PRO", "V15.47", 7500.0));

    private final VirtualTime time = new VirtualTime();
    private final FakeStorage storage = new FakeStorage();
    private final FakeOpenHab openHab = new FakeOpenHab(time);
    private final FakeSource source = new FakeSource();
    private final Bridge bridge = FakeOpenHab.gateway("box", Map.of("host", "192.0.2.1"));
    private final Timing timing = new Timing(time.clock(), time, new Random(1));
    private final Map<Quantity, Double> plant = new EnumMap<>(Quantity.class);
    private final List<UnitEvent> log = new ArrayList<>();
    private boolean logged;
    private Duration deviceClock = Duration.ZERO;

    @BeforeEach
    void aSiteWithAGenerator() {
        plant.putAll(Map.of(BATTERY_STATE_OF_CHARGE, 38.0, BATTERY_POWER, 500.0, LOAD_POWER, 400.0, AC_SOURCE_POWER,
                0.0, SOLAR_AC_COUPLED_POWER, 0.0, SOLAR_DC_COUPLED_POWER, 0.0, LOAD_ENERGY_TOTAL, 1921.0,
                AC_SOURCE_ENERGY_EXPORT_TOTAL, 0.0, ALERTS_CODE, 0.0));
        source.units = List.of(UNIT);
        answer();
    }

    private void answer() {
        source.readings.put(UNIT.id(), () -> {
            Map<Quantity, Value> reported = new EnumMap<>(Quantity.class);
            plant.forEach((quantity, number) -> reported.put(quantity, Value.of(number)));
            Instant now = now();
            List<UnitEvent> newEvents = List.copyOf(log);
            log.clear();
            return CompletableFuture.completedFuture(
                    new Sample(ConnectionType.GATEWAY, now, now, Duration.ofMillis(5), reported, newEvents, logged));
        });
    }

    private Instant now() {
        return time.clock().instant().plus(deviceClock);
    }

    private Thing start(Map<String, Object> config) {
        if (bridge.getHandler() == null) {
            openHab.add(bridge, new FakeBridgeHandler(bridge, TestServices.of(timing), source));
        }
        Thing inverter = FakeOpenHab.inverter(bridge, "main", config);
        openHab.add(inverter, new InverterHandler(inverter, TestServices.of(timing, storage)));
        time.settle();
        return inverter;
    }

    private void pass(Duration duration) {
        time.pass(duration);
        time.settle();
    }

    private String state(String channel) {
        return String.valueOf(openHab.states.get(channel));
    }

    private double number(String channel) {
        return openHab.states.get(channel) instanceof QuantityType<?> number ? number.doubleValue() : Double.NaN;
    }

    @ParameterizedTest
    @ValueSource(doubles = { 0, 4000 })
    void anOutageOfHoursIsNotIntegrated(double after) {
        start(Map.of("acSource", "GENERATOR"));
        pass(Duration.ofMinutes(1));
        plant.put(AC_SOURCE_POWER, 4000.0);
        pass(Duration.ofMinutes(10));
        double minutes = number("generator#run-time");
        double energy = number("generator#run-energy");
        assertThat(minutes, closeTo(10, 0.2));
        assertThat(energy, closeTo(0.66, 0.02));
        source.fail(UNIT.id(), new SourceException(Problem.CONNECTION_REFUSED));
        pass(Duration.ofHours(26));
        answer();
        plant.put(AC_SOURCE_POWER, after);
        pass(Duration.ofMinutes(20));
        assertThat(number("generator#run-time"), is(minutes));
        assertThat(number("generator#run-energy"), is(energy));
        assertThat(state("generator#run-end"), is("UNDEF"));
        assertThat(state("generator#running"), is(after > 0 ? "ON" : "OFF"));
    }

    @Test
    void aClockThatIsSetInTheMiddleOfARunChangesNoDuration() {
        start(Map.of("acSource", "GENERATOR"));
        pass(Duration.ofMinutes(1));
        plant.put(AC_SOURCE_POWER, 3600.0);
        pass(Duration.ofMinutes(5));
        deviceClock = Duration.ofDays(4000);
        pass(Duration.ofMinutes(5));
        deviceClock = Duration.ofHours(-3);
        pass(Duration.ofMinutes(5));
        plant.put(AC_SOURCE_POWER, 0.0);
        pass(Duration.ofMinutes(1));
        assertThat(number("generator#run-time"), closeTo(15, 0.2));
        assertThat(number("generator#run-energy"), closeTo(0.9, 0.02));
    }

    @Test
    void oneAnswerOfZerosIsNotShownButItsEventsAre() {
        logged = true;
        start(Map.of());
        openHab.updates.clear();
        Map<Quantity, Double> sound = new EnumMap<>(plant);
        plant.replaceAll((quantity, number) -> 0.0);
        log.add(new UnitEvent(UnitEvent.Type.ALERT_RAISED, 241, now(), false, Map.of()));
        pass(FakeBridgeHandler.INTERVAL.plusSeconds(1));
        assertThat(state("battery#state-of-charge"), is("38 %"));
        assertThat(state("load#energy-total"), is("1921 kWh"));
        assertThat(openHab.triggers, contains("alerts#alert RAISED 241"));
        plant.putAll(sound);
        pass(FakeBridgeHandler.INTERVAL.plusSeconds(1));
        assertThat(openHab.updates.stream().filter(update -> update.contains(" 0 %")).toList(), is(empty()));
    }

    @Test
    void zerosAreNotShownAfterARestartAndTakeTheThingOfflineInTheEnd() {
        plant.replaceAll((quantity, number) -> 0.0);
        Thing inverter = start(Map.of());
        pass(Duration.ofMinutes(5));
        assertThat(openHab.states, not(hasKey("battery#state-of-charge")));
        assertThat(openHab.thing(inverter.getUID()).getStatusInfo().toString(),
                allOf(startsWith("OFFLINE"), containsString("offline.all-zero")));
        aSiteWithAGenerator();
        pass(Duration.ofMinutes(1));
        assertThat(state("battery#state-of-charge"), is("38 %"));
        assertThat(openHab.thing(inverter.getUID()).getStatusInfo().getStatus().toString(), is("ONLINE"));
    }

    @Test
    void aTraceOfExportTakesNoGeneratorAway() {
        Thing inverter = start(Map.of());
        plant.put(AC_SOURCE_POWER, 3800.0);
        pass(Duration.ofMinutes(1));
        plant.put(AC_SOURCE_ENERGY_EXPORT_TOTAL, 0.0732421875);
        pass(Duration.ofMinutes(5));
        assertThat(openHab.thing(inverter.getUID()).getProperties(), hasEntry("acSource", "GENERATOR"));
        plant.put(AC_SOURCE_ENERGY_EXPORT_TOTAL, 3.0);
        pass(Duration.ofMinutes(5));
        assertThat("not in the middle of a run", openHab.thing(inverter.getUID()).getProperties(),
                hasEntry("acSource", "GENERATOR"));
        plant.put(AC_SOURCE_POWER, -500.0);
        pass(Duration.ofMinutes(5));
        assertThat(openHab.thing(inverter.getUID()).getProperties(), hasEntry("acSource", "GRID"));
        assertThat(openHab.triggers, contains("generator#event STARTED", "generator#event STOPPED"));
    }

    @Test
    void sinceWhenAnAlertIsActiveIsKeptOverRestartsAndNeverMadeUp() {
        Thing inverter = start(Map.of());
        pass(Duration.ofMinutes(1));
        plant.put(ALERTS_CODE, 50.0);
        pass(FakeBridgeHandler.INTERVAL);
        assertThat(openHab.states.get("alerts#since"), is(instanceOf(DateTimeType.class)));
        String since = state("alerts#since");
        assertThat(openHab.triggers, contains("alerts#alert RAISED 50"));
        for (int restart = 0; restart < 2; restart++) {
            openHab.dispose(inverter);
            openHab.states.clear();
            pass(Duration.ofHours(5));
            inverter = start(Map.of());
            pass(Duration.ofMinutes(1));
            assertThat(state("alerts#since"), is(since));
        }
        assertThat("once", openHab.triggers, hasSize(1));
        openHab.dispose(inverter);
        storage.getKeys().forEach(storage::remove);
        start(Map.of());
        pass(Duration.ofMinutes(1));
        assertThat("nobody knows", openHab.states.get("alerts#since"), is(UnDefType.UNDEF));
        assertThat(openHab.states.get("alerts#active"), is(OnOffType.ON));
    }

    @Test
    void whatIsOnlyNotedIsNeverActiveAndNeverCleared() {
        logged = true;
        start(Map.of());
        log.add(new UnitEvent(UnitEvent.Type.ALERT_RAISED, 241, now(), false, Map.of()));
        pass(Duration.ofMinutes(10));
        assertThat(openHab.triggers, contains("alerts#alert RAISED 241"));
        assertThat(openHab.updates.stream().filter(update -> update.equals("alerts#active ON")).toList(), is(empty()));
    }

    @Test
    void anInvertedAcSourceIsInvertedInEvents() {
        logged = true;
        Thing inverter = start(Map.of("invertAcSource", true));
        plant.put(AC_SOURCE_POWER, -3800.0);
        log.add(new UnitEvent(UnitEvent.Type.ALERT_RAISED, 50, now(), false,
                Map.of(AC_SOURCE_POWER, Value.of(-3800.0))));
        pass(Duration.ofMinutes(1));
        assertThat(number("ac-source#power"), is(3800.0));
        InverterHandler handler = (InverterHandler) java.util.Objects.requireNonNull(inverter.getHandler());
        assertThat(handler.contact().events(1).get(0).snapshot(), hasEntry(AC_SOURCE_POWER, Value.of(3800.0)));
    }
}
