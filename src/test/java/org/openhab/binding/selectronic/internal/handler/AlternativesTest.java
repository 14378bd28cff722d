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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.action.Diagnosis;
import org.openhab.binding.selectronic.internal.console.SelectronicConsole;
import org.openhab.binding.selectronic.internal.definitions.Texts;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.PackedTexts;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.forecast.StoredProfile;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.RegisterDimension;
import org.openhab.binding.selectronic.internal.model.RegisterValue;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.io.console.Console;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingRegistry;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;
import org.openhab.core.types.UnDefType;

/**
 * Tests an inverter with a gateway, a tunnel and a portal.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class AlternativesTest extends ThreeConnections {
    private Thing startWithRegister(String... alternatives) {
        Thing plain = FakeOpenHab.inverter(bridge(ConnectionType.GATEWAY), "main",
                Map.of("alternatives", List.of(alternatives)));
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

    @Test
    void itIsNotOfflineBeforeTheAlternativesWereTried() {
        fail(ConnectionType.GATEWAY);
        Thing inverter = start(TUNNEL, PORTAL);
        pass(Duration.ofMinutes(1));
        assertThat(status(inverter), startsWith("ONLINE"));
        assertThat(openHab.statuses.stream().filter(each -> each.startsWith("main OFFLINE")).toList(), is(empty()));
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
        Thing inverter = start(Map.of("serialNumber", "240001", "alternatives", List.of(TUNNEL)));
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
                Objects.requireNonNull(source(ConnectionType.TUNNEL).readings.get(UNIT.id())));
        start(Map.of("deviceId", UNIT.id(), "alternatives", List.of(TUNNEL)));
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
    void theLogFillsTheForecastAndIsThenLeftAlone() {
        time.pass(Duration.ofDays(1));
        for (int record = 0; record < 96; record++) {
            Instant start = time.clock().instant().minus(RECORDED_EVERY.multipliedBy(96 - record));
            records.add(new HistoryRecord(start, start.plus(RECORDED_EVERY), Map.of(HISTORY_LOAD_POWER, 500.0)));
        }
        openHab.links = Set.of("load#power", "forecast#state")::contains;
        Thing inverter = start(TUNNEL);
        Instant now = time.clock().instant();
        pass(Duration.ofMinutes(3));
        assertThat(StoredProfile.loads(new ThingStorage(storage).ofThing(inverter.getUID().getAsString()),
                now.minus(Duration.ofHours(23)), now.minus(Duration.ofHours(1))), everyItem(is(500.0)));
        assertThat(openHab.states.get("connection#history-state"), is(UnDefType.UNDEF));
        source(ConnectionType.TUNNEL).asked.clear();
        pass(Duration.ofHours(2));
        assertThat(source(ConnectionType.TUNNEL).asked, not(hasItem(UNIT.id())));
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

    private void raiseAnAlertWhileTheLogCannotBeRead() {
        start(TUNNEL);
        pass(Duration.ofMinutes(2));
        fail(ConnectionType.TUNNEL);
        pass(Duration.ofMinutes(5));
        openHab.triggers.clear();
        alert = 50;
        log.add(new UnitEvent(UnitEvent.Type.ALERT_RAISED, 50, time.clock().instant(), false, Map.of()));
        pass(Duration.ofMinutes(5));
    }

    @Test
    void anAlertSeenWhileTheLogCannotBeReadIsNotRepeatedFromTheLog() {
        raiseAnAlertWhileTheLogCannotBeRead();
        assertThat(openHab.triggers, contains("alerts#alert RAISED 50"));
        repair(ConnectionType.TUNNEL);
        pass(Duration.ofMinutes(15));
        assertThat(log, is(empty()));
        assertThat(openHab.triggers, contains("alerts#alert RAISED 50"));
    }

    @Test
    void anAlertThatEndsWhenTheLogIsBackIsClearedOnce() {
        raiseAnAlertWhileTheLogCannotBeRead();
        fail(ConnectionType.GATEWAY);
        pass(Duration.ofSeconds(10));
        alert = 0;
        log.add(new UnitEvent(UnitEvent.Type.ALERT_CLEARED, 50, time.clock().instant(), false, Map.of()));
        repair(ConnectionType.TUNNEL);
        pass(Duration.ofMinutes(10));
        repair(ConnectionType.GATEWAY);
        pass(Duration.ofMinutes(10));
        assertThat(openHab.triggers.stream().filter(each -> each.startsWith("alerts")).toList(),
                contains("alerts#alert RAISED 50", "alerts#alert CLEARED 50"));
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
        when(registry.stream()).thenAnswer(call -> Stream.of(openHab.thing(inverter.getUID())));
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
                ((InverterHandler) Objects.requireNonNull(openHab.thing(inverter.getUID()).getHandler())).inverter()
                        .orElseThrow());
        connection.close();
        connection.follow(bridge(ConnectionType.TUNNEL), true);
        assertThat(connection.bridge().isPresent(), is(false));
    }

    /** What the unit itself reports and the gateway does not, each with some number. */
    private void reportEverythingNative() {
        source(ConnectionType.TUNNEL).readings.put(UNIT.id(), () -> {
            Map<Quantity, Value> values = values(ConnectionType.TUNNEL);
            ofTheUnitAlone().stream().filter(quantity -> !quantity.channel().startsWith("history"))
                    .forEach(quantity -> values.put(quantity, Value.of(1.0)));
            Instant now = time.clock().instant();
            return CompletableFuture.completedFuture(new Sample(ConnectionType.TUNNEL, now, now, Duration.ofMillis(5),
                    values, List.of(), true, Map.of(), Map.of("FAN_SPEED", new RegisterValue(RegisterDimension.PERCENT,
                            "%", Value.of(42.0), RegisterValue.Finding.READ))));
        });
    }

    private static List<Quantity> ofTheUnitAlone() {
        return Stream.of(Quantity.values())
                .filter(quantity -> quantity.origin(ConnectionType.GATEWAY).isEmpty()
                        && quantity.origin(ConnectionType.TUNNEL).isPresent() && !quantity.isSeries()
                        && quantity.form() != ChannelForm.EVENT_TEXT)
                .toList();
    }

    private Map<String, State> statesOf(Predicate<Quantity> which) {
        Map<String, State> states = new TreeMap<>();
        Stream.of(Quantity.values()).filter(which).map(Quantity::channelId)
                .filter(channel -> openHab.states.containsKey(channel))
                .forEach(channel -> states.put(channel, Objects.requireNonNull(openHab.states.get(channel))));
        return states;
    }

    @Test
    void whatAConnectionAddsIsUndefinedOnceItIsSilent() {
        Thing inverter = startWithRegister(TUNNEL);
        reportEverythingNative();
        writeRecord();
        pass(Duration.ofMinutes(3));
        List<Quantity> added = ofTheUnitAlone();
        List<Quantity> unknown = added.stream()
                .filter(quantity -> UnDefType.UNDEF.equals(openHab.states.get(quantity.channelId()))).toList();
        assertThat("of most there is a value", unknown.size(), is(lessThan(added.size() / 4)));
        assertThat(number("fan"), is(42.0));
        fail(ConnectionType.TUNNEL);
        pass(Duration.ofSeconds(45));
        assertThat("tolerated", number("battery#temperature"), is(1.0));
        Map<String, State> ofGateway = statesOf(quantity -> quantity.origin(ConnectionType.GATEWAY).isPresent());
        openHab.updates.clear();
        pass(Duration.ofMinutes(10));
        assertThat(status(inverter), is("ONLINE"));
        for (Quantity quantity : added) {
            assertThat(quantity.channelId(), openHab.states.get(quantity.channelId()), is(UnDefType.UNDEF));
            assertThat("once", Collections.frequency(openHab.updates, quantity.channelId() + " UNDEF"),
                    is(unknown.contains(quantity) ? 0 : 1));
        }
        assertThat(openHab.states.get("fan"), is(UnDefType.UNDEF));
        assertThat(Collections.frequency(openHab.updates, "fan UNDEF"), is(1));
        ofGateway.remove("ac-source#present");
        ofGateway.forEach((channel, state) -> assertThat(channel, UnDefType.UNDEF.equals(openHab.states.get(channel)),
                is(UnDefType.UNDEF.equals(state))));
        repair(ConnectionType.TUNNEL);
        reportEverythingNative();
        pass(Duration.ofMinutes(7));
        assertThat(number("battery#temperature"), is(1.0));
        assertThat(number("fan"), is(42.0));
        assertThat(String.valueOf(openHab.states.get("connection#history-state")), startsWith("complete"));
    }

    @Test
    void whatNoConnectionHasDeliveredSinceTheStartIsUndefined() {
        fail(ConnectionType.TUNNEL);
        start(TUNNEL);
        pass(Duration.ofSeconds(45));
        assertThat("it may still come", openHab.states.get("battery#temperature"), is(nullValue()));
        pass(Duration.ofMinutes(1));
        assertThat(openHab.states.get("battery#temperature"), is(UnDefType.UNDEF));
    }

    @Test
    void whatTheConnectionThatTakesOverCannotSupplyIsUndefined() {
        Thing inverter = start(FakeOpenHab.inverter(bridge(ConnectionType.TUNNEL), "main",
                Map.of("alternatives", List.of("selectronic:gateway:box"))));
        pass(Duration.ofMinutes(1));
        assertThat(number("battery#temperature"), is(25.0));
        fail(ConnectionType.TUNNEL);
        pass(Duration.ofMinutes(2));
        assertThat(status(inverter), startsWith("ONLINE"));
        assertThat(source(), is("GATEWAY"));
        assertThat(openHab.states.get("battery#temperature"), is(UnDefType.UNDEF));
        assertThat(number("load#power"), is(400.0));
    }

    @Test
    void whileNoneDeliversTheLastValuesStayAsTheyAre() {
        Thing inverter = start(TUNNEL);
        pass(Duration.ofMinutes(1));
        List.of(ConnectionType.GATEWAY, ConnectionType.TUNNEL).forEach(this::fail);
        pass(Duration.ofMinutes(10));
        assertThat(status(inverter), startsWith("OFFLINE"));
        assertThat(number("load#power"), is(400.0));
    }

    @Test
    void aConnectionWhoseValuesStandStillIsLeftOnceTheyAreOutdated() {
        openHab.links = "load#power"::equals;
        start(TUNNEL);
        pass(Duration.ofMinutes(1));
        Instant still = time.clock().instant();
        source(ConnectionType.GATEWAY).readings.put(UNIT.id(),
                () -> CompletableFuture.completedFuture(new Sample(ConnectionType.GATEWAY, still,
                        time.clock().instant(), Duration.ofMillis(5), values(ConnectionType.GATEWAY))));
        pass(Duration.ofSeconds(75));
        assertThat(source(), is("TUNNEL"));
    }

    @Test
    void thePresenceOfTheAcSourceIsFollowedThroughTheConnectionThatKnowsIt() {
        double[] volts = { 240 };
        source(ConnectionType.TUNNEL).readings.put(UNIT.id(), () -> {
            Map<Quantity, Value> values = values(ConnectionType.TUNNEL);
            values.put(AC_SOURCE_VOLTAGE, Value.of(volts[0]));
            Instant now = time.clock().instant();
            return CompletableFuture.completedFuture(
                    new Sample(ConnectionType.TUNNEL, now, now, Duration.ofMillis(5), values, List.of(), true));
        });
        start(TUNNEL);
        pass(Duration.ofMinutes(1));
        assertThat(String.valueOf(openHab.states.get("ac-source#outages")), is("0"));
        volts[0] = 0;
        pass(Duration.ofMinutes(1));
        assertThat(openHab.triggers, hasItem("ac-source#event LOST"));
        assertThat(String.valueOf(openHab.states.get("ac-source#outages")), is("1"));
        assertThat(openHab.updates.stream().filter(each -> each.startsWith("ac-source#present ")).distinct().toList(),
                contains("ac-source#present UNDEF", "ac-source#present ON", "ac-source#present OFF"));
        assertThat(source(), is("GATEWAY"));
    }

    /**
     * The gateway has no counter of the hours of the generator; the unit has, whichever connection is the active one.
     */
    @Test
    void theHoursOfTheGeneratorAreThoseOfTheUnitAlsoWhileTheGatewayIsActive() {
        source(ConnectionType.TUNNEL).readings.put(UNIT.id(), () -> {
            Map<Quantity, Value> values = values(ConnectionType.TUNNEL);
            values.put(GENERATOR_RUN_HOURS, Value.of(812.25));
            Instant now = time.clock().instant();
            return CompletableFuture.completedFuture(
                    new Sample(ConnectionType.TUNNEL, now, now, Duration.ofMillis(5), values, List.of(), true));
        });
        Thing inverter = start(
                Map.of("alternatives", List.of(TUNNEL), "acSource", "GENERATOR", "serviceInterval", 250));
        pass(Duration.ofMinutes(1));
        assertThat(source(), is("GATEWAY"));
        assertThat(number("generator#run-hours"), is(812.25));
        InverterHandler handler = (InverterHandler) Objects.requireNonNull(inverter.getHandler());
        assertThat(handler.generatorServiced(800), is(true));
        fail(ConnectionType.GATEWAY);
        pass(Duration.ofMinutes(2));
        assertThat(source(), is("TUNNEL"));
        assertThat(number("generator#hours-to-service"), is(237.75));
        openHab.dispose(inverter);
        fail(ConnectionType.TUNNEL);
        repair(ConnectionType.GATEWAY);
        start(Map.of("alternatives", List.of(TUNNEL), "acSource", "GENERATOR", "serviceInterval", 250));
        pass(Duration.ofMinutes(1));
        assertThat("after a restart", number("generator#run-hours"), is(812.25));
    }

    @Test
    void aBridgeThatReachesAThingOfAnotherBridgeSaysWhich() {
        Thing inverter = start();
        pass(Duration.ofMinutes(6));
        assertThat(status(bridge(ConnectionType.GATEWAY)), is("ONLINE"));
        assertThat(status(bridge(ConnectionType.TUNNEL)), allOf(startsWith("ONLINE"),
                containsString("online.thing-elsewhere"), containsString("(selectronic:inverter:box:main)")));
        openHab.dispose(openHab.thing(inverter.getUID()));
        start(TUNNEL);
        pass(Duration.ofMinutes(6));
        assertThat(status(bridge(ConnectionType.TUNNEL)), is("ONLINE"));
        assertThat(status(bridge(ConnectionType.PORTAL)), containsString("online.thing-elsewhere"));
        openHab.remove(openHab.thing(inverter.getUID()));
        pass(Duration.ofMinutes(6));
        assertThat(status(bridge(ConnectionType.PORTAL)), is("ONLINE"));
    }

    @Test
    void twoThingsCanNameTheBridgesOfEachOther() {
        Thing first = start(TUNNEL);
        Thing second = start(FakeOpenHab.inverter(bridge(ConnectionType.TUNNEL), "other",
                Map.of("alternatives", List.of("selectronic:gateway:box"))));
        pass(Duration.ofMinutes(1));
        fail(ConnectionType.GATEWAY);
        pass(Duration.ofMinutes(2));
        assertThat(status(first), allOf(startsWith("ONLINE"), containsString("online.alternative")));
        assertThat(status(second), is("ONLINE"));
        repair(ConnectionType.GATEWAY);
        fail(ConnectionType.TUNNEL);
        pass(Duration.ofMinutes(9));
        assertThat(status(first), is("ONLINE"));
        assertThat(status(second), allOf(startsWith("ONLINE"), containsString("online.alternative")));
        openHab.dispose(second);
        openHab.updates.clear();
        pass(Duration.ofMinutes(1));
        assertThat(openHab.updates, hasItem("load#power 400 W"));
    }

    /** Two bridges to one line: whichever has it open, the other finds it in use. */
    @Test
    void twoConnectionsOnOneLineDeliverAsLongAsTheLineDoes() {
        String[] holder = { "" };
        for (ConnectionType type : List.of(ConnectionType.GATEWAY, ConnectionType.TUNNEL)) {
            Supplier<CompletableFuture<Sample>> free = Objects.requireNonNull(source(type).readings.get(UNIT.id()));
            source(type).readings.put(UNIT.id(), () -> {
                if (holder[0].isEmpty() || holder[0].equals(type.name())) {
                    holder[0] = type.name();
                    return Objects.requireNonNull(free.get());
                }
                return CompletableFuture.failedFuture(new SourceException(Problem.PORT_IN_USE, "/dev/ttyUSB0"));
            });
        }
        Thing inverter = start(TUNNEL);
        pass(Duration.ofMinutes(10));
        assertThat(status(inverter), is("ONLINE"));
        assertThat(openHab.statuses.stream().filter(each -> each.startsWith("main OFFLINE")).toList(), is(empty()));
        openHab.updates.clear();
        holder[0] = ConnectionType.TUNNEL.name();
        pass(Duration.ofMinutes(10));
        assertThat(status(inverter), startsWith("ONLINE"));
        assertThat(openHab.updates, hasItem("load#power 403 W"));
    }

    @Test
    void aPortalThatIsBehindDoesNotDisturbAndIsNotTakenForFresh() {
        ages.put(ConnectionType.PORTAL, Duration.ofMinutes(10));
        start(PORTAL);
        pass(Duration.ofMinutes(30));
        assertThat("read for what it recorded", source(ConnectionType.PORTAL).asked, hasItem(UNIT.id()));
        assertThat(openHab.updates.stream().filter(each -> each.startsWith("load#power")).distinct().toList(),
                contains("load#power 400 W"));
        assertThat(number("connection#sample-age"), is(lessThan(60.0)));
        fail(ConnectionType.GATEWAY);
        pass(Duration.ofMinutes(3));
        assertThat(number("load#power"), is(404.0));
        assertThat(number("connection#sample-age"), is(greaterThanOrEqualTo(600.0)));
    }

    @Test
    void aSwitchInTheMiddleOfAGeneratorRunIsNotAnotherRun() {
        clocks.put(ConnectionType.TUNNEL, Duration.ofMinutes(-1));
        start(Map.of("acSource", "GENERATOR", "alternatives", List.of(TUNNEL)));
        pass(Duration.ofMinutes(2));
        imported = 3000;
        pass(Duration.ofMinutes(10));
        fail(ConnectionType.GATEWAY);
        pass(Duration.ofMinutes(10));
        repair(ConnectionType.GATEWAY);
        pass(Duration.ofMinutes(10));
        assertThat(source(), is("GATEWAY"));
        imported = 0;
        pass(Duration.ofMinutes(10));
        assertThat(openHab.triggers.stream().filter(each -> each.startsWith("generator")).toList(),
                contains("generator#event STARTED", "generator#event STOPPED"));
        assertThat(String.valueOf(openHab.states.get("generator#runs-today")), is("1"));
    }

    @Test
    void aSwitchAfterMidnightDoesNotBringBackTheCountersOfYesterday() {
        ages.put(ConnectionType.PORTAL, Duration.ofMinutes(10));
        start(PORTAL);
        Instant midnight = Instant.parse("2026-01-15T13:00:00Z");
        pass(Duration.between(time.clock().instant(), midnight.plusSeconds(30)));
        assertThat(number("load#energy-today"), is(12.0));
        today = 0.2;
        pass(Duration.ofMinutes(1));
        today = 12;
        fail(ConnectionType.GATEWAY);
        pass(Duration.ofMinutes(5));
        assertThat(source(), is("PORTAL"));
        assertThat("what the portal shows is of yesterday", number("load#energy-today"), is(0.2));
        today = 0.1;
        pass(Duration.ofMinutes(6));
        assertThat("and behind", number("load#energy-today"), is(0.2));
        today = 0.3;
        pass(Duration.ofMinutes(1));
        assertThat(number("load#energy-today"), is(0.3));
    }

    @Test
    void aSwitchInTheMiddleOfABackFillLosesAndRepeatsNothing() {
        time.pass(RECORDED_EVERY.multipliedBy(100));
        for (int record = 0; record < 100; record++) {
            Instant start = time.clock().instant().minus(RECORDED_EVERY.multipliedBy(100 - record));
            records.add(new HistoryRecord(start, start.plus(RECORDED_EVERY), Map.of(HISTORY_LOAD_POWER, 1.0 * record)));
        }
        portions = 2;
        // without the log of days, which is read first
        openHab.links = channel -> !channel.startsWith("history#daily-");
        Thing inverter = start(TUNNEL, PORTAL);
        pass(Duration.ofSeconds(30));
        assertThat(openHab.series.getOrDefault("history#load-power", List.of()), hasSize(40));
        List.of(ConnectionType.GATEWAY, ConnectionType.TUNNEL).forEach(this::fail);
        portions = Integer.MAX_VALUE;
        pass(Duration.ofMinutes(5));
        assertThat(source(), is("PORTAL"));
        openHab.dispose(openHab.thing(inverter.getUID()));
        start(openHab.thing(inverter.getUID()));
        pass(Duration.ofMinutes(5));
        List.of(ConnectionType.GATEWAY, ConnectionType.TUNNEL).forEach(this::repair);
        pass(Duration.ofMinutes(10));
        assertThat(openHab.series.getOrDefault("history#load-power", List.of()).stream()
                .map(TimeSeries.Entry::timestamp).toList(), is(records.stream().map(HistoryRecord::start).toList()));
    }
}
