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
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.action.Diagnosis;
import org.openhab.binding.selectronic.internal.console.SelectronicConsole;
import org.openhab.binding.selectronic.internal.definitions.Texts;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.PackedTexts;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.RegisterDimension;
import org.openhab.binding.selectronic.internal.model.RegisterValue;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.io.console.Console;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingRegistry;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.builder.BridgeBuilder;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.openhab.core.types.UnDefType;

/**
 * An inverter with a gateway, a tunnel and a portal, of which each fails in its turn.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class AlternativesTest {
    private static final Unit UNIT = new Unit("A1", new Identity("240001", "SP-PRO", "V15.47", 7500.0));
    private static final String TUNNEL = "selectronic:tunnel:line", PORTAL = "selectronic:portal:account";

    private final VirtualTime time = new VirtualTime();
    private final FakeOpenHab openHab = new FakeOpenHab(time);
    private final Timing timing = new Timing(time.clock(), time, new Random(1));
    private final Map<ConnectionType, FakeSource> sources = new EnumMap<>(ConnectionType.class);
    private final Map<ConnectionType, Duration> clocks = new HashMap<>();
    private final Map<ConnectionType, Bridge> bridges = new EnumMap<>(ConnectionType.class);
    private final List<UnitEvent> log = new ArrayList<>();
    private double alert;
    private double energy = 1921;
    private double hours;
    private double today = 12;

    @BeforeEach
    void threeBridges() {
        for (ConnectionType type : List.of(ConnectionType.GATEWAY, ConnectionType.TUNNEL, ConnectionType.PORTAL)) {
            FakeSource source = new FakeSource();
            source.connectionType = type;
            source.units = List.of(UNIT);
            sources.put(type, source);
            repair(type);
            String id = switch (type) {
                case GATEWAY -> "box";
                case TUNNEL -> "line";
                default -> "account";
            };
            Bridge bridge = BridgeBuilder
                    .create(new ThingTypeUID("selectronic", type.name().toLowerCase(Locale.ROOT)), id).build();
            bridges.put(type, bridge);
            openHab.add(bridge, new FakeBridgeHandler(bridge, TestServices.of(timing), source));
        }
    }

    private FakeSource source(ConnectionType type) {
        return java.util.Objects.requireNonNull(sources.get(type));
    }

    private void repair(ConnectionType type) {
        source(type).readings.put(UNIT.id(), () -> {
            Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
            // each reports another power, so that it shows from which a value is
            values.put(LOAD_POWER, Value.of(400.0 + type.ordinal()));
            values.put(BATTERY_STATE_OF_CHARGE, Value.of(50.0));
            // the portal rounds, so its counter is behind
            values.put(LOAD_ENERGY_TOTAL,
                    Value.of(type == ConnectionType.PORTAL ? Math.floor(energy * 10) / 10 : energy));
            values.put(LOAD_ENERGY_TODAY, Value.of(today));
            values.put(ALERTS_CODE, Value.of(alert));
            List<UnitEvent> events = List.of();
            if (type == ConnectionType.TUNNEL) {
                values.put(BATTERY_TEMPERATURE, Value.of(25.0));
                events = List.copyOf(log);
                log.clear();
            }
            Instant now = time.clock().instant().plus(clocks.getOrDefault(type, Duration.ZERO));
            return CompletableFuture
                    .completedFuture(new Sample(type, now, now, Duration.ofMillis(5), values, events,
                            type == ConnectionType.TUNNEL, Map.of(),
                            type == ConnectionType.TUNNEL
                                    ? Map.of("FAN_SPEED", new RegisterValue(RegisterDimension.PERCENT, "%",
                                            Value.of(42.0), RegisterValue.Finding.READ))
                                    : Map.of()));
        });
    }

    private void fail(ConnectionType type) {
        source(type).fail(UNIT.id(), new SourceException(Problem.CONNECTION_REFUSED, type.name()));
    }

    private Thing start(String... alternatives) {
        Bridge bridge = java.util.Objects.requireNonNull(bridges.get(ConnectionType.GATEWAY));
        Thing inverter = FakeOpenHab.inverter(bridge, "main", Map.of("alternatives", List.of(alternatives)));
        return start(inverter);
    }

    private Thing start(Thing inverter) {
        openHab.add(inverter, new InverterHandler(inverter, TestServices.of(timing, new FakeStorage())));
        pass(Duration.ofSeconds(1));
        return inverter;
    }

    private Thing startWithRegister(String... alternatives) {
        Bridge bridge = java.util.Objects.requireNonNull(bridges.get(ConnectionType.GATEWAY));
        Thing plain = FakeOpenHab.inverter(bridge, "main", Map.of("alternatives", List.of(alternatives)));
        List<Channel> channels = new ArrayList<>(plain.getChannels());
        channels.add(ChannelBuilder.create(new ChannelUID(plain.getUID(), "fan"), "Number:Dimensionless")
                .withType(new ChannelTypeUID("selectronic", RegisterDimension.PERCENT.typeId()))
                .withConfiguration(new Configuration(Map.of("register", "FAN_SPEED"))).build());
        return start(ThingBuilder.create(plain.getThingTypeUID(), plain.getUID()).withBridge(plain.getBridgeUID())
                .withConfiguration(plain.getConfiguration()).withChannels(channels).build());
    }

    @Test
    void registersComeFromTheFirstNativeConnection() {
        openHab.links = Set.of("load#power", "fan")::contains;
        startWithRegister(PORTAL, TUNNEL);
        pass(Duration.ofMinutes(2));
        assertThat(number("fan"), is(42.0));
        assertThat(source(), is("GATEWAY"));
        assertThat("once an interval", Collections.frequency(source(ConnectionType.TUNNEL).asked, UNIT.id()),
                is(both(greaterThanOrEqualTo(11)).and(lessThanOrEqualTo(14))));
        openHab.states.clear();
        openHab.links = "load#power"::equals;
        pass(Duration.ofMinutes(2));
        assertThat("nobody wants it any more", source(ConnectionType.TUNNEL).asked.size(), is(lessThanOrEqualTo(16)));
    }

    @Test
    void withoutANativeConnectionARegisterIsUndefined() {
        startWithRegister(PORTAL);
        pass(Duration.ofMinutes(2));
        assertThat(openHab.states.get("fan"), is(UnDefType.UNDEF));
        assertThat(Collections.frequency(openHab.updates, "fan UNDEF"), is(1));
    }

    private void pass(Duration duration) {
        time.pass(duration);
        time.settle();
    }

    private double number(String channel) {
        return openHab.states.get(channel) instanceof QuantityType<?> number ? number.doubleValue() : Double.NaN;
    }

    private String source() {
        return String.valueOf(openHab.states.get("connection#source"));
    }

    private String status(Thing thing) {
        return openHab.thing(thing.getUID()).getStatusInfo().toString();
    }

    @Test
    void theNextTakesOverAndThePreferredOneTakesBack() {
        openHab.links = "load#power"::equals;
        Thing inverter = start(TUNNEL, PORTAL);
        pass(Duration.ofMinutes(1));
        assertThat(source(), is("GATEWAY"));
        assertThat("what adds nothing is not polled", source(ConnectionType.TUNNEL).asked, not(hasItem(UNIT.id())));
        fail(ConnectionType.GATEWAY);
        pass(Duration.ofMinutes(2));
        assertThat(source(), is("TUNNEL"));
        assertThat(number("load#power"), is(403.0));
        assertThat(status(inverter), allOf(startsWith("ONLINE"), containsString("online.alternative")));
        assertThat(openHab.triggers, hasItem("connection#event SWITCHED TUNNEL"));
        fail(ConnectionType.TUNNEL);
        pass(Duration.ofMinutes(3));
        assertThat(source(), is("PORTAL"));
        repair(ConnectionType.GATEWAY);
        pass(Duration.ofMinutes(9));
        assertThat(source(), is("GATEWAY"));
        assertThat(status(inverter), is("ONLINE"));
        assertThat(openHab.statuses.stream().filter(each -> each.startsWith("main OFFLINE")).toList(), is(empty()));
        int asked = Collections.frequency(source(ConnectionType.PORTAL).asked, UNIT.id());
        pass(Duration.ofMinutes(10));
        assertThat("not polled any more", Collections.frequency(source(ConnectionType.PORTAL).asked, UNIT.id()),
                is(asked));
    }

    @Test
    void whatTheFirstCannotSupplyComesFromTheNext() {
        openHab.links = Set.of("load#power", "battery#temperature")::contains;
        start(TUNNEL);
        pass(Duration.ofMinutes(2));
        assertThat(number("battery#temperature"), is(25.0));
        assertThat(openHab.updates.stream().filter(each -> each.startsWith("load#power")).distinct().toList(),
                contains("load#power 400 W"));
        assertThat(openHab.updates.stream().filter(each -> each.startsWith("connection#source")).distinct().toList(),
                contains("connection#source GATEWAY"));
        assertThat("once an interval", Collections.frequency(source(ConnectionType.TUNNEL).asked, UNIT.id()),
                is(both(greaterThanOrEqualTo(11)).and(lessThanOrEqualTo(14))));
    }

    @Test
    void anAlertOnTwoConnectionsIsOne() {
        clocks.put(ConnectionType.TUNNEL, Duration.ofMinutes(1));
        start(TUNNEL);
        pass(Duration.ofMinutes(2));
        openHab.triggers.clear();
        alert = 50;
        log.add(new UnitEvent(UnitEvent.Type.ALERT_RAISED, 50, time.clock().instant(), false, Map.of()));
        pass(Duration.ofMinutes(5));
        alert = 0;
        log.add(new UnitEvent(UnitEvent.Type.ALERT_CLEARED, 50, time.clock().instant(), false, Map.of()));
        pass(Duration.ofMinutes(5));
        assertThat(openHab.triggers, contains("alerts#alert RAISED 50", "alerts#alert CLEARED 50"));
    }

    @Test
    void offlineOnlyWhenNoneDelivers() {
        Thing inverter = start(TUNNEL, PORTAL);
        pass(Duration.ofMinutes(5));
        sources.keySet().forEach(this::fail);
        pass(Duration.ofMinutes(30));
        assertThat(status(inverter), allOf(startsWith("OFFLINE"), containsString("no-connection-delivers")));
        repair(ConnectionType.PORTAL);
        pass(Duration.ofMinutes(30));
        assertThat(status(inverter), startsWith("ONLINE"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "selectronic:gateway:box", "mqtt:broker:mine", "selectronic:inverter:a:b", "tunnel" })
    void whatIsNoOtherBridgeOfThisBindingIsRefused(String alternative) {
        Thing inverter = start(alternative);
        assertThat(status(inverter), allOf(startsWith("OFFLINE"), containsString("CONFIGURATION_ERROR"),
                containsString("offline.conf-error.alternative"), containsString(alternative)));
    }

    @Test
    void anAlternativeThatReachesAnotherUnitSuppliesNothing() {
        source(ConnectionType.TUNNEL).units = List.of(new Unit("B2", new Identity("990099", "SP-PRO", null, null)));
        Bridge bridge = java.util.Objects.requireNonNull(bridges.get(ConnectionType.GATEWAY));
        Thing inverter = FakeOpenHab.inverter(bridge, "main",
                Map.of("serialNumber", "240001", "alternatives", List.of(TUNNEL)));
        openHab.add(inverter, new InverterHandler(inverter, TestServices.of(timing, new FakeStorage())));
        fail(ConnectionType.GATEWAY);
        pass(Duration.ofMinutes(10));
        assertThat(source(ConnectionType.TUNNEL).asked, not(hasItem("B2")));
        assertThat(status(inverter), startsWith("OFFLINE"));
    }

    @Test
    void withoutASerialNumberTheUnitOfTheFirstConnectionDecides() {
        source(ConnectionType.TUNNEL).units = List.of(new Unit("B2", new Identity("990099", "SP-PRO", null, null)));
        openHab.links = Set.of("load#power", "battery#temperature")::contains;
        start(TUNNEL);
        pass(Duration.ofMinutes(10));
        assertThat(number("battery#temperature"), is(Double.NaN));
        fail(ConnectionType.GATEWAY);
        pass(Duration.ofMinutes(10));
        assertThat(source(), is("GATEWAY"));
    }

    @Test
    void aDeviceIdIsThatOfTheFirstConnection() {
        source(ConnectionType.TUNNEL).units = List.of(new Unit("T7", UNIT.identity()));
        source(ConnectionType.TUNNEL).readings.put("T7",
                java.util.Objects.requireNonNull(source(ConnectionType.TUNNEL).readings.get(UNIT.id())));
        Bridge bridge = java.util.Objects.requireNonNull(bridges.get(ConnectionType.GATEWAY));
        Thing inverter = FakeOpenHab.inverter(bridge, "main",
                Map.of("deviceId", UNIT.id(), "alternatives", List.of(TUNNEL)));
        openHab.add(inverter, new InverterHandler(inverter, TestServices.of(timing, new FakeStorage())));
        pass(Duration.ofMinutes(2));
        fail(ConnectionType.GATEWAY);
        pass(Duration.ofMinutes(2));
        assertThat(source(), is("TUNNEL"));
    }

    @Test
    void propertiesAreWhatAllConnectionsKnow() {
        source(ConnectionType.TUNNEL).units = List
                .of(new Unit("A1", new Identity("240001", "SPMC482", "V16", 7500.0, "7", AcSource.GRID)));
        Thing inverter = start(TUNNEL);
        pass(Duration.ofMinutes(2));
        assertThat(openHab.thing(inverter.getUID()).getProperties(),
                allOf(hasEntry(Thing.PROPERTY_MODEL_ID, "SP-PRO"), hasEntry(Thing.PROPERTY_HARDWARE_VERSION, "7")));
    }

    @Test
    void oneFailureWakesNoOther() {
        openHab.links = "load#power"::equals;
        start(TUNNEL);
        pass(Duration.ofMinutes(1));
        fail(ConnectionType.GATEWAY);
        pass(Duration.ofSeconds(8));
        repair(ConnectionType.GATEWAY);
        pass(Duration.ofMinutes(2));
        assertThat(source(ConnectionType.TUNNEL).asked, not(hasItem(UNIT.id())));
    }

    @Test
    void recordedDataComesFromTheLogOfTheUnitAlone() {
        openHab.links = Set.of("load#power", "history#load-power")::contains;
        start(PORTAL, TUNNEL);
        pass(Duration.ofMinutes(3));
        assertThat(source(ConnectionType.TUNNEL).asked, hasItem(UNIT.id()));
        assertThat(source(ConnectionType.PORTAL).asked, not(hasItem(UNIT.id())));
    }

    @Test
    void aCounterOfADayThatStartsAnewIsShown() {
        start(TUNNEL);
        pass(Duration.ofMinutes(1));
        today = 0.8;
        pass(Duration.ofMinutes(1));
        assertThat(number("load#energy-today"), is(0.8));
        today = 0;
        pass(Duration.ofMinutes(1));
        assertThat(number("load#energy-today"), is(0.0));
    }

    @Test
    void anAlertSeenWhileTheLogCannotBeReadIsNotRepeatedFromTheLog() {
        start(TUNNEL);
        pass(Duration.ofMinutes(2));
        fail(ConnectionType.TUNNEL);
        pass(Duration.ofMinutes(5));
        openHab.triggers.clear();
        alert = 50;
        log.add(new UnitEvent(UnitEvent.Type.ALERT_RAISED, 50, time.clock().instant(), false, Map.of()));
        pass(Duration.ofMinutes(5));
        assertThat(openHab.triggers, contains("alerts#alert RAISED 50"));
        repair(ConnectionType.TUNNEL);
        pass(Duration.ofMinutes(15));
        assertThat(log, is(empty()));
        assertThat(openHab.triggers, contains("alerts#alert RAISED 50"));
    }

    /** Each connection is asked as often as it would be alone for what it supplies. */
    @Test
    void anAlternativeCostsWhatItAddsAndNoMore() {
        AlternativesTest alone = new AlternativesTest();
        alone.threeBridges();
        alone.openHab.links = "load#power"::equals;
        alone.start();
        openHab.links = Set.of("load#power", "battery#temperature")::contains;
        start(TUNNEL, PORTAL);
        for (AlternativesTest each : List.of(alone, this)) {
            each.pass(Duration.ofMinutes(1));
            each.sources.values().forEach(source -> source.asked.clear());
            each.pass(Duration.ofMinutes(30));
        }
        assertThat(source(ConnectionType.GATEWAY).asked, is(alone.source(ConnectionType.GATEWAY).asked));
        long polls = Duration.ofMinutes(30).dividedBy(ConnectionType.TUNNEL.usualInterval());
        assertThat((long) Collections.frequency(source(ConnectionType.TUNNEL).asked, UNIT.id()),
                is(both(greaterThanOrEqualTo(polls - 1)).and(lessThanOrEqualTo(polls + 1))));
        assertThat(source(ConnectionType.PORTAL).asked, not(hasItem(UNIT.id())));
    }

    @Test
    void whichConnectionIsActiveIsToldByConsoleReportAndHandler() {
        openHab.links = Set.of("load#power", "battery#temperature")::contains;
        Thing inverter = start(TUNNEL, PORTAL);
        pass(Duration.ofMinutes(2));
        assertThat(listed(inverter),
                contains(startsWith("  gateway box: active, the last good sample "),
                        startsWith("  tunnel line: read too, the last good sample "),
                        is("  portal account: not read until it is needed")));
        fail(ConnectionType.GATEWAY);
        pass(Duration.ofMinutes(2));
        assertThat(listed(inverter),
                contains(both(startsWith("  gateway box: read too")).and(containsString(", no values: ")),
                        startsWith("  tunnel line: active"), startsWith("  portal account: ")));
        assertThat(Diagnosis.of(List.of(openHab.thing(inverter.getUID())), TestServices.SYDNEY).lines().toList(),
                hasItems(both(startsWith("  gateway ")).and(containsString("no values: CONNECTION_REFUSED")),
                        both(startsWith("  tunnel ")).and(containsString("active, the last good sample"))));
    }

    private List<String> listed(Thing inverter) {
        ThingRegistry registry = Objects.requireNonNull(mock(ThingRegistry.class));
        when(registry.stream()).thenAnswer(call -> java.util.stream.Stream.of(openHab.thing(inverter.getUID())));
        List<String> lines = new ArrayList<>();
        Console console = Objects.requireNonNull(mock(Console.class));
        doAnswer(call -> lines.add(call.getArgument(0))).when(console).println(anyString());
        new SelectronicConsole(registry, () -> TestServices.SYDNEY, new PackedTexts(Texts.english()), () -> Locale.ROOT)
                .execute(new String[] { "status" }, console);
        return lines.stream().filter(line -> line.matches("  (gateway|tunnel|portal) .*")).toList();
    }

    @Test
    void aDisposedInverterDoesNotSubscribeAgain() {
        Thing inverter = start(TUNNEL);
        InverterConnection connection = new InverterConnection(1, new ThingUID(TUNNEL), ConnectionType.TUNNEL, timing,
                (InverterHandler) java.util.Objects.requireNonNull(openHab.thing(inverter.getUID()).getHandler()));
        connection.close();
        connection.follow(bridges.get(ConnectionType.TUNNEL), true);
        assertThat(connection.bridge().isPresent(), is(false));
    }

    /** A week in which each connection is there or not, at random and in all orders. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void whileOneDeliversThereAreValuesAndNoCounterDecreases(long seed) {
        Random chance = new Random(seed);
        clocks.put(ConnectionType.TUNNEL, Duration.ofSeconds(-61));
        Thing inverter = start(TUNNEL, PORTAL);
        pass(Duration.ofMinutes(20));
        Map<ConnectionType, Instant> goodSince = new EnumMap<>(ConnectionType.class);
        sources.keySet().forEach(type -> goodSince.put(type, time.clock().instant()));
        double counter = 0;
        int switches = 0;
        for (int step = 0; step < 7 * 24 * 4; step++) {
            for (ConnectionType type : sources.keySet()) {
                if (chance.nextDouble() < 0.1) {
                    if (goodSince.containsKey(type)) {
                        goodSince.remove(type);
                        fail(type);
                    } else {
                        goodSince.put(type, time.clock().instant());
                        repair(type);
                    }
                }
            }
            openHab.updates.clear();
            for (int minute = 0; minute < 15; minute++) {
                energy += chance.nextDouble() / 50;
                pass(Duration.ofMinutes(1));
            }
            hours += 0.25;
            double shown = number("load#energy-total");
            assertThat("counter after " + hours + " h", shown, is(greaterThanOrEqualTo(counter)));
            counter = shown;
            // the portal is asked again after a quarter of an hour at most, and tolerated for ten minutes
            boolean steady = goodSince.values().stream()
                    .anyMatch(since -> Duration.between(since, time.clock().instant()).toMinutes() > 45);
            if (steady) {
                assertThat("ONLINE after " + hours + " h with " + goodSince.keySet() + ": " + status(inverter),
                        openHab.thing(inverter.getUID()).getStatus(), is(ThingStatus.ONLINE));
                assertThat("fresh after " + hours + " h with " + goodSince.keySet(),
                        openHab.updates.stream().anyMatch(each -> each.startsWith("load#power")), is(true));
            }
            switches += (int) openHab.triggers.stream().filter(each -> each.startsWith("connection#event")).count();
            openHab.triggers.clear();
        }
        assertThat("no flapping", switches, is(lessThan(250)));
    }
}
