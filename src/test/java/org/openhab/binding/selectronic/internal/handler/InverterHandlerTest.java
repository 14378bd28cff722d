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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.Bodies;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.types.RefreshType;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;
import org.osgi.framework.Bundle;

/**
 * An inverter on a bridge whose source the test controls, in virtual time.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class InverterHandlerTest {
    /** More than the interval: the polls are placed just after the device has new values. */
    private static final Duration INTERVAL = FakeBridgeHandler.INTERVAL.plusSeconds(4);
    private static final Unit UNIT = new Unit("A1", new Identity("123456", "SP-PRO", "V15.47", 5000.0));
    private static final Unit OTHER = new Unit("B2", new Identity("654321", "SP-PRO", "V15.47", 7500.0));

    private final VirtualTime time = new VirtualTime();
    private final FakeStorage storage = new FakeStorage();
    private Runnable atUpdate = () -> {
    };
    private final FakeOpenHab openHab = new FakeOpenHab(time) {
        @Override
        public void stateUpdated(ChannelUID channelUID, State state) {
            super.stateUpdated(channelUID, state);
            atUpdate.run();
        }
    };
    private final FakeSource source = new FakeSource();
    private final Bridge bridge = FakeOpenHab.gateway("box", Map.of("host", "192.0.2.1"));
    private final Timing timing = new Timing(time.clock(), time, new Random(1));
    private final long begin = time.clock().instant().getEpochSecond();

    @BeforeEach
    void oneUnit() {
        source.units = List.of(UNIT);
        report(UNIT, "gateway-mains-evening", Map.of());
    }

    /** Lets a unit tell a body from now on, with the time of the sample moving as on a real gateway. */
    private void report(Unit unit, String body, Map<String, String> members) {
        source.readings.put(unit.id(), () -> {
            long now = time.clock().instant().getEpochSecond();
            return answer(with(with(Bodies.text(body), members),
                    Map.of("timestamp", Long.toString(now - 2), "now", Long.toString(now))));
        });
    }

    private static String with(String body, Map<String, String> members) {
        String result = body;
        for (Map.Entry<String, String> member : members.entrySet()) {
            result = result.replaceFirst("\"" + member.getKey() + "\":[-0-9.]+",
                    "\"" + member.getKey() + "\":" + member.getValue());
        }
        return result;
    }

    private static CompletableFuture<Sample> answer(String body) {
        try {
            return CompletableFuture.completedFuture(new PointDecoder(ConnectionType.GATEWAY)
                    .decode(body.getBytes(StandardCharsets.UTF_8), Duration.ofMillis(12)));
        } catch (SourceException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static final class Texts implements TranslationProvider {
        @Override
        public @Nullable String getText(@Nullable Bundle bundle, @Nullable String key, @Nullable String defaultText,
                @Nullable Locale locale) {
            return "alert.50".equals(key) || "alert.none".equals(key) ? key + " " + locale : defaultText;
        }

        @Override
        public @Nullable String getText(@Nullable Bundle bundle, @Nullable String key, @Nullable String defaultText,
                @Nullable Locale locale, @Nullable Object @Nullable... arguments) {
            return key + Arrays.toString(arguments);
        }
    }

    private Thing start(Map<String, Object> config) {
        Thing inverter = addInverter("main", config);
        time.settle();
        return inverter;
    }

    private Thing addInverter(String id, Map<String, Object> config) {
        if (bridge.getHandler() == null) {
            openHab.add(bridge, new FakeBridgeHandler(bridge, TestServices.of(timing), source));
        }
        Thing inverter = FakeOpenHab.inverter(bridge, id, config);
        openHab.add(inverter,
                new InverterHandler(inverter,
                        TestServices.of(timing,
                                new ChannelTexts(null, new Texts(), () -> Locale.GERMAN, () -> TestServices.SYDNEY),
                                storage, new FakeStorage())));
        return inverter;
    }

    private Thing now(Thing inverter) {
        return openHab.thing(inverter.getUID());
    }

    private String status(Thing inverter) {
        var info = now(inverter).getStatusInfo();
        String description = info.getDescription();
        return info.getStatus() + " " + info.getStatusDetail() + (description == null ? "" : " " + description);
    }

    @Test
    void fromUnknownToOnlineWithAllValues() {
        Thing inverter = start(Map.of());
        assertThat(openHab.statuses,
                is(List.of("box UNKNOWN NONE", "main UNKNOWN NONE", "box ONLINE NONE", "main ONLINE NONE")));
        assertThat(openHab.states, hasEntry("battery#power", new QuantityType<>("948.486328125 W")));
        assertThat(openHab.states, hasEntry("battery#discharging-power", new QuantityType<>("948.486328125 W")));
        assertThat(openHab.states, hasEntry("battery#charging-power", new QuantityType<>("0 W")));
        assertThat(openHab.states, hasEntry("ac-source#power", new QuantityType<>("-4.74554443359375 W")));
        assertThat(openHab.states, hasEntry("battery#state-of-charge", new QuantityType<>("56 %")));
        assertThat(openHab.states, hasEntry("battery#energy-in-today", new QuantityType<>("27.5625 kWh")));
        assertThat(openHab.states, hasEntry("alerts#active", OnOffType.OFF));
        assertThat(openHab.states, hasEntry("alerts#code", new DecimalType(0)));
        assertThat(openHab.states, hasEntry("alerts#text", new StringType("alert.none de")));
        assertThat(openHab.states, hasEntry("alerts#since", UnDefType.UNDEF));
        assertThat(openHab.states, hasEntry("connection#source", new StringType("GATEWAY")));
        assertThat(openHab.states, hasEntry("connection#response-time", new QuantityType<>("12 ms")));
        assertThat(openHab.states, hasEntry("connection#sample-age", new QuantityType<>("2 s")));
        assertThat(openHab.states, hasEntry("connection#failures", new DecimalType(0)));
        assertThat(openHab.states, hasEntry("connection#failure-kind", new StringType("NONE")));
        assertThat(now(inverter).getProperties(), hasEntry("serialNumber", "123456"));
        assertThat(now(inverter).getProperties(), hasEntry("ratedPower", "5000 W"));
        assertThat(now(inverter).getProperties(), hasEntry("modelId", "SP-PRO"));
        assertThat(now(inverter).getProperties(), hasEntry("firmwareVersion", "V15.47"));
        assertThat(now(inverter).getProperties(), hasEntry("acSource", "GRID"));
    }

    @Test
    void aNewThingStartsWithTheChannelsOfItsConnection() {
        source.unitsFailure = new SourceException(Problem.NO_ANSWER, "192.0.2.1", "5");
        Thing inverter = start(Map.of());
        assertThat(openHab.states, not(hasKey("battery#power")));
        assertThat(now(inverter).getChannel("battery#power"), is(notNullValue()));
        assertThat("of native connections", now(inverter).getChannel("battery#voltage"), is(nullValue()));
        assertThat("needs the capacity", now(inverter).getChannel("battery#time-to-empty"), is(nullValue()));
        assertThat(now(inverter).getChannel("generator#running"), is(notNullValue()));
        assertThat("not known yet", now(inverter).getProperties(), not(hasKey("acSource")));
    }

    @Test
    void aStartChangesNothingOfAThingThatIsKnown() {
        Thing inverter = start(Map.of());
        int updates = openHab.thingUpdates;
        openHab.dispose(now(inverter));
        openHab.add(now(inverter), new InverterHandler(now(inverter), TestServices.of(timing)));
        time.pass(Duration.ofMinutes(1));
        assertThat(status(inverter), is("ONLINE NONE"));
        assertThat(openHab.thingUpdates, is(updates));
        assertThat(now(inverter).getChannel("generator#running"), is(nullValue()));
    }

    @Test
    void aGridSiteHasNoChannelsOfAGenerator() {
        Thing inverter = start(Map.of());
        assertThat(now(inverter).getChannel("generator#running"), is(nullValue()));
        assertThat(now(inverter).getChannel("generator#event"), is(nullValue()));
        assertThat(now(inverter).getChannel("generator#status"), is(notNullValue()));
        int updates = openHab.thingUpdates;
        time.pass(Duration.ofMinutes(10));
        assertThat("the thing is not changed over and over", openHab.thingUpdates, is(updates));
        assertThat(openHab.states, not(hasKey("generator#running")));
    }

    @Test
    void channelsComeBackWhenTheOwnerSaysBetter() {
        Thing inverter = start(Map.of());
        inverter = now(inverter);
        Objects.requireNonNull(inverter.getHandler())
                .handleConfigurationUpdate(new HashMap<>(Map.of("acSource", "GENERATOR")));
        time.pass(INTERVAL);
        assertThat(now(inverter).getChannel("generator#running"), is(notNullValue()));
        assertThat(now(inverter).getChannel("generator#event"), is(notNullValue()));
        assertThat(openHab.states, hasEntry("generator#running", OnOffType.OFF));
    }

    @Test
    void onePollIsOneRequestAndPollsKeepTheirPace() {
        start(Map.of());
        source.asked.clear();
        time.pass(Duration.ofMinutes(10));
        assertThat(source.asked.size(), is(both(greaterThanOrEqualTo(119)).and(lessThanOrEqualTo(120))));
        assertThat(source.asked, everyItem(is("A1")));
    }

    @Test
    void aRefreshStormCostsNothing() {
        Thing inverter = start(Map.of());
        source.asked.clear();
        openHab.updates.clear();
        now(inverter).getChannels().forEach(channel -> Objects.requireNonNull(inverter.getHandler())
                .handleCommand(channel.getUID(), RefreshType.REFRESH));
        assertThat(source.asked, is(empty()));
        assertThat(openHab.updates, hasItem("battery#power 948.486328125 W"));
        for (int wish = 0; wish < 100; wish++) {
            ((FakeBridgeHandler) Objects.requireNonNull(bridge.getHandler())).refresh();
        }
        time.settle();
        assertThat(source.asked.size(), is(1));
    }

    @Test
    void aRefreshBeforeTheFirstSampleInventsNothing() {
        source.unitsFailure = new SourceException(Problem.NO_ANSWER, "192.0.2.1", "5");
        Thing inverter = start(Map.of());
        Objects.requireNonNull(inverter.getHandler()).handleCommand(new ChannelUID(inverter.getUID(), "battery#power"),
                RefreshType.REFRESH);
        assertThat(openHab.states, not(hasKey("battery#power")));
    }

    @Test
    void shortTroubleIsNotShownAndValuesStay() {
        Thing inverter = start(Map.of());
        openHab.statuses.clear();
        source.fail("A1", new SourceException(Problem.HTTP_STATUS, "500"));
        time.pass(INTERVAL);
        assertThat(openHab.states, hasEntry("connection#failures", new DecimalType(1)));
        assertThat(openHab.states, hasEntry("connection#failure-kind", new StringType("UNEXPECTED")));
        report(UNIT, "gateway-mains-evening", Map.of());
        time.pass(Duration.ofSeconds(10));
        assertThat(openHab.states, hasEntry("connection#failures", new DecimalType(0)));
        assertThat("the last kind of failure stays", openHab.states,
                hasEntry("connection#failure-kind", new StringType("UNEXPECTED")));
        assertThat(openHab.statuses, is(empty()));
        assertThat(status(inverter), is("ONLINE NONE"));
    }

    @Test
    void aUnitThatCannotBeReadForLongIsOfflineAndRecovers() {
        Thing inverter = start(Map.of());
        openHab.updates.clear();
        source.fail("A1", new SourceException(Problem.HTTP_STATUS, "500"));
        time.pass(Duration.ofMinutes(2));
        assertThat(status(inverter), is("OFFLINE COMMUNICATION_ERROR @text/offline.http-status [\"500\"]"));
        assertThat(bridge.getStatus(), is(ThingStatus.ONLINE));
        assertThat("only the connection is told of", openHab.updates, everyItem(startsWith("connection#")));
        report(UNIT, "gateway-mains-evening", Map.of());
        time.pass(Duration.ofMinutes(6));
        assertThat(status(inverter), is("ONLINE NONE"));
    }

    @Test
    void aBoxThatCannotBeReachedTakesEverythingOfflineAndRecovers() {
        Thing inverter = start(Map.of());
        source.unitsFailure = new SourceException(Problem.CONNECTION_REFUSED, "192.0.2.1");
        source.fail("A1", new SourceException(Problem.CONNECTION_REFUSED, "192.0.2.1"));
        time.pass(Duration.ofMinutes(3));
        assertThat(bridge.getStatusInfo().getDescription(), is("@text/offline.connection-refused [\"192.0.2.1\"]"));
        assertThat(status(inverter), is("OFFLINE BRIDGE_OFFLINE"));
        int statuses = openHab.statuses.size();
        time.pass(Duration.ofHours(2));
        assertThat("an outage is told once", openHab.statuses.size(), is(statuses));
        source.unitsFailure = null;
        report(UNIT, "gateway-mains-evening", Map.of());
        time.pass(Duration.ofMinutes(6));
        assertThat(bridge.getStatus(), is(ThingStatus.ONLINE));
        assertThat(status(inverter), is("ONLINE NONE"));
    }

    @Test
    void attemptsBecomeRareAndOneAtATimeWhileNothingAnswers() {
        start(Map.of());
        addInverter("second", Map.of("serialNumber", "654321"));
        source.units = List.of(UNIT, OTHER);
        report(OTHER, "gateway-offgrid-evening", Map.of());
        time.pass(Duration.ofMinutes(6));
        source.unitsFailure = new SourceException(Problem.NO_ANSWER, "192.0.2.1", "5");
        source.fail("A1", new SourceException(Problem.NO_ANSWER, "192.0.2.1", "5"));
        source.fail("B2", new SourceException(Problem.NO_ANSWER, "192.0.2.1", "5"));
        time.pass(Duration.ofMinutes(10));
        source.asked.clear();
        time.pass(Duration.ofHours(10));
        // full jitter up to five minutes: 150 s on average
        assertThat(source.asked.size(), is(both(greaterThan(120)).and(lessThan(480))));
        assertThat("each in turn", source.asked, hasItems("B2", "units"));
    }

    @Test
    void aSampleThatStandsStillTakesItOfflineWithTheTimeInTheText() {
        Thing inverter = start(Map.of());
        String frozen = with(Bodies.text("gateway-mains-evening"), Map.of("timestamp", Long.toString(begin)));
        source.readings.put("A1",
                () -> answer(with(frozen, Map.of("now", Long.toString(time.clock().instant().getEpochSecond())))));
        time.pass(Duration.ofSeconds(55));
        assertThat(status(inverter), is("ONLINE NONE"));
        time.pass(Duration.ofSeconds(15));
        assertThat(status(inverter), is("OFFLINE COMMUNICATION_ERROR @text/offline.stale [\"2026-01-15 13:00:00\"]"));
        assertThat(bridge.getStatus(), is(ThingStatus.ONLINE));
        openHab.updates.clear();
        time.pass(Duration.ofMinutes(5));
        assertThat(openHab.updates, everyItem(startsWith("connection#")));
        assertThat(openHab.states, hasEntry("connection#failure-kind", new StringType("STALE")));
        report(UNIT, "gateway-mains-evening", Map.of());
        time.pass(INTERVAL);
        assertThat(status(inverter), is("ONLINE NONE"));
    }

    @Test
    void ofSeveralUnitsNoneIsGuessed() {
        source.units = List.of(UNIT, OTHER);
        Thing inverter = start(Map.of());
        assertThat(status(inverter),
                is("OFFLINE CONFIGURATION_ERROR @text/offline.several-units [\"123456 / 654321\"]"));
        assertThat(openHab.states, not(hasKey("battery#power")));
    }

    @Test
    void severalUnitsAreReadOneAfterAnother() {
        source.units = List.of(UNIT, OTHER);
        report(OTHER, "gateway-offgrid-evening", Map.of());
        Thing first = addInverter("first", Map.of("serialNumber", "123456"));
        Thing second = addInverter("second", Map.of("deviceId", "b2"));
        time.settle();
        source.asked.clear();
        time.pass(INTERVAL);
        assertThat(source.asked, containsInAnyOrder("A1", "B2"));
        assertThat(status(first), is("ONLINE NONE"));
        assertThat(status(second), is("ONLINE NONE"));
        assertThat(now(second).getProperties(), hasEntry("acSource", "GENERATOR"));
    }

    @Test
    void oneUnitOfSeveralFailsAlone() {
        source.units = List.of(UNIT, OTHER);
        report(OTHER, "gateway-offgrid-evening", Map.of());
        Thing first = addInverter("first", Map.of("serialNumber", "123456"));
        Thing second = addInverter("second", Map.of("serialNumber", "654321"));
        time.settle();
        source.fail("B2", new SourceException(Problem.NO_ANSWER, "192.0.2.1", "5"));
        time.pass(Duration.ofMinutes(2));
        assertThat(status(first), is("ONLINE NONE"));
        assertThat(bridge.getStatus(), is(ThingStatus.ONLINE));
        assertThat(status(second), is("OFFLINE COMMUNICATION_ERROR @text/offline.no-answer [\"192.0.2.1\", \"5\"]"));
    }

    @Test
    void aUnitThatIsNotThereIsNamedWithThoseThatAreAndComesBack() {
        Thing inverter = start(Map.of("serialNumber", "999999"));
        assertThat(status(inverter),
                is("OFFLINE CONFIGURATION_ERROR @text/offline.unknown-unit [\"999999\", \"123456\"]"));
        source.units = List.of(UNIT, new Unit("C3", new Identity("999999", null, null, null)));
        report(source.units.get(1), "gateway-mains-evening", Map.of());
        time.pass(Duration.ofMinutes(6));
        assertThat(status(inverter), is("ONLINE NONE"));
    }

    /** A new unit in place of the old one gets a new id in the box; the serial number decides whether it is meant. */
    @Test
    void aReplacedUnitIsFoundIfNoneInParticularWasMeant() {
        Thing inverter = start(Map.of());
        source.units = List.of(OTHER);
        source.fail("A1", new SourceException(Problem.HTTP_STATUS, "404"));
        report(OTHER, "gateway-offgrid-evening", Map.of());
        time.pass(Duration.ofMinutes(6));
        assertThat(status(inverter), is("ONLINE NONE"));
        assertThat(now(inverter).getProperties(), hasEntry("serialNumber", "654321"));
    }

    @Test
    void aReplacedUnitIsNotTakenForTheOneThatWasMeant() {
        Thing inverter = start(Map.of("serialNumber", "123456"));
        source.units = List.of(OTHER);
        source.fail("A1", new SourceException(Problem.HTTP_STATUS, "404"));
        time.pass(Duration.ofMinutes(6));
        assertThat(status(inverter),
                is("OFFLINE CONFIGURATION_ERROR @text/offline.unknown-unit [\"123456\", \"654321\"]"));
    }

    @Test
    void aBoxWithoutUnitsIsNoFaultOfTheBridge() {
        source.units = List.of();
        Thing inverter = start(Map.of());
        assertThat(status(inverter), is("OFFLINE COMMUNICATION_ERROR @text/offline.no-units"));
        assertThat(bridge.getStatus(), is(ThingStatus.ONLINE));
        source.units = List.of(UNIT);
        time.pass(Duration.ofMinutes(6));
        assertThat(status(inverter), is("ONLINE NONE"));
    }

    @Test
    void withoutABridgeItSaysSo() {
        Thing inverter = FakeOpenHab.inverter(null, "lonely", Map.of());
        openHab.add(inverter,
                new InverterHandler(inverter,
                        TestServices.of(timing,
                                new ChannelTexts(null, new Texts(), () -> Locale.ROOT, () -> ZoneId.of("UTC")), storage,
                                new FakeStorage())));
        assertThat(status(inverter), is("OFFLINE CONFIGURATION_ERROR @text/offline.conf-error.no-bridge"));
    }

    @Test
    void aBadConfigurationIsReportedAndNothingIsRead() {
        Thing inverter = start(Map.of("acSource", "WINDMILL"));
        assertThat(inverter.getStatusInfo().getStatusDetail(), is(ThingStatusDetail.CONFIGURATION_ERROR));
        assertThat(inverter.getStatusInfo().getDescription(), containsString("WINDMILL"));
        source.asked.clear();
        time.pass(INTERVAL);
        assertThat(source.asked, not(hasItem("A1")));
        Objects.requireNonNull(inverter.getHandler()).bridgeStatusChanged(bridge.getStatusInfo());
        assertThat(inverter.getStatusInfo().getStatusDetail(), is(ThingStatusDetail.CONFIGURATION_ERROR));
    }

    @Test
    void alertsAreTriggersAndTexts() {
        start(Map.of());
        assertThat(openHab.triggers, is(empty()));
        report(UNIT, "gateway-mains-evening", Map.of("fault_code", "50", "fault_ts", "1742463000"));
        time.pass(INTERVAL);
        assertThat(openHab.triggers, is(List.of("alerts#alert RAISED 50")));
        assertThat(openHab.states, hasEntry("alerts#active", OnOffType.ON));
        assertThat(openHab.states, hasEntry("alerts#text", new StringType("alert.50 de")));
        report(UNIT, "gateway-mains-evening", Map.of("fault_code", "777"));
        time.pass(INTERVAL);
        assertThat(openHab.states, hasEntry("alerts#text", new StringType("alert.other[777]")));
        report(UNIT, "gateway-mains-evening", Map.of());
        time.pass(INTERVAL);
        assertThat(openHab.triggers, is(List.of("alerts#alert RAISED 50", "alerts#alert CLEARED 50",
                "alerts#alert RAISED 777", "alerts#alert CLEARED 777")));
        assertThat(openHab.states, hasEntry("alerts#active", OnOffType.OFF));
    }

    @Test
    void theGeneratorIsSeenToStartAndStop() {
        report(UNIT, "gateway-offgrid-evening", Map.of());
        start(Map.of());
        assertThat(openHab.states, hasEntry("generator#running", OnOffType.OFF));
        report(UNIT, "gateway-offgrid-evening", Map.of("grid_w", "-3804.87"));
        time.pass(INTERVAL);
        report(UNIT, "gateway-offgrid-evening", Map.of());
        time.pass(INTERVAL);
        assertThat(openHab.triggers, is(List.of("generator#event STARTED", "generator#event STOPPED")));
        assertThat(openHab.states, hasEntry("generator#running", OnOffType.OFF));
    }

    @Test
    void theSignOfTheAcSourceCanBeTurned() {
        start(Map.of("invertAcSource", true));
        assertThat(openHab.states, hasEntry("ac-source#power", new QuantityType<>("4.74554443359375 W")));
        assertThat(openHab.states, hasEntry("ac-source#import-power", new QuantityType<>("4.74554443359375 W")));
        assertThat(openHab.states, hasEntry("ac-source#export-power", new QuantityType<>("0 W")));
    }

    @Test
    void afterDisposeNothingComes() {
        Thing inverter = start(Map.of());
        CompletableFuture<Sample> late = new CompletableFuture<>();
        source.readings.put("A1", () -> late);
        time.pass(INTERVAL);
        openHab.dispose(now(inverter));
        openHab.updates.clear();
        late.complete(answer(Bodies.text("gateway-mains-evening")).join());
        time.pass(Duration.ofMinutes(1));
        assertThat(openHab.updates, is(empty()));
        openHab.dispose(bridge);
        time.pass(Duration.ofMinutes(1));
        assertThat(source.closed, is(true));
        assertThat(time.waiting(), is(0L));
        source.asked.clear();
        time.pass(Duration.ofHours(1));
        assertThat(source.asked, is(empty()));
    }

    @Test
    void aHangingAnswerIsNotAskedOver() {
        start(Map.of());
        List<CompletableFuture<Sample>> hanging = new ArrayList<>();
        source.readings.put("A1", () -> {
            CompletableFuture<Sample> answer = new CompletableFuture<>();
            hanging.add(answer);
            return answer;
        });
        time.pass(Duration.ofMinutes(5));
        assertThat(hanging.size(), is(1));
        hanging.get(0).completeExceptionally(new SourceException(Problem.NO_ANSWER, "192.0.2.1", "5"));
        report(UNIT, "gateway-mains-evening", Map.of());
        time.pass(Duration.ofMinutes(1));
        assertThat(bridge.getStatus(), is(ThingStatus.ONLINE));
    }

    @Test
    void aMistakeOfOursDoesNotEndThePolling() {
        Thing inverter = start(Map.of());
        source.readings.put("A1", () -> {
            throw new IllegalStateException("a mistake, thrown by a test");
        });
        time.pass(INTERVAL);
        source.readings.put("A1", () -> CompletableFuture.failedFuture(new IllegalStateException("another")));
        time.pass(Duration.ofMinutes(3));
        assertThat("nor are old values left to look fresh", status(inverter),
                is("OFFLINE COMMUNICATION_ERROR @text/offline.our-mistake [\"IllegalStateException\"]"));
        report(UNIT, "gateway-mains-evening", Map.of());
        openHab.updates.clear();
        time.pass(Duration.ofMinutes(6));
        assertThat(openHab.updates, hasItem("battery#power 948.486328125 W"));
        assertThat(status(inverter), is("ONLINE NONE"));
    }

    @Test
    void aLineThatNobodyLooksAtIsLetGoOfAndTakenBackForTheFirstWhoDoes() {
        openHab.linked = false;
        FakeBridgeHandler handler = new FakeBridgeHandler(bridge, TestServices.of(timing), source);
        handler.idleAfter = Duration.ofMinutes(2);
        openHab.add(bridge, handler);
        Thing inverter = addInverter("main", Map.of());
        time.pass(Duration.ofMinutes(3));
        assertThat(source.asked, hasItem("release"));
        source.asked.clear();
        time.pass(Duration.ofMinutes(10));
        assertThat(source.asked, everyItem(is("release")));
        openHab.linked = true;
        Objects.requireNonNull(now(inverter).getHandler())
                .channelLinked(new ChannelUID(inverter.getUID(), "battery#power"));
        time.settle();
        assertThat(source.asked, hasItem("A1"));
    }

    @Test
    void aConnectionCanBeReleased() {
        Thing inverter = start(Map.of());
        ((SourceBridgeHandler) Objects.requireNonNull(bridge.getHandler())).release(Duration.ofMinutes(10));
        time.settle();
        assertThat(bridge.getStatusInfo().getDescription(), is("@text/offline.released [\"10\"]"));
        source.asked.clear();
        time.pass(Duration.ofMinutes(9));
        assertThat(source.asked, is(empty()));
        time.pass(Duration.ofMinutes(2));
        assertThat(status(inverter), is("ONLINE NONE"));
    }

    /** What was asked before the line was lent is answered after: that is no reason to say that it is not lent. */
    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aLineThatIsLentAmidARoundStaysSo(boolean good) {
        Thing inverter = start(Map.of());
        CompletableFuture<Sample> answer = new CompletableFuture<>();
        Supplier<CompletableFuture<Sample>> usual = Objects.requireNonNull(source.readings.get(UNIT.id()));
        source.readings.put(UNIT.id(), () -> answer);
        time.pass(INTERVAL);
        ((SourceBridgeHandler) Objects.requireNonNull(bridge.getHandler())).release(Duration.ofMinutes(10));
        if (good) {
            Objects.requireNonNull(usual.get()).thenAccept(answer::complete);
        } else {
            answer.completeExceptionally(new SourceException(Problem.PASSWORD_REFUSED));
        }
        time.pass(Duration.ofMinutes(1));
        assertThat(bridge.getStatusInfo().getDescription(), is("@text/offline.released [\"10\"]"));
        assertThat(status(inverter), is("OFFLINE BRIDGE_OFFLINE"));
        source.readings.put(UNIT.id(), usual);
        time.pass(Duration.ofMinutes(10));
        assertThat(status(inverter), is("ONLINE NONE"));
    }

    /** openHAB ignores what is proposed and a thing already, by the serial number that the thing has by then. */
    @Test
    void whatIsAThingHasItsSerialNumberBeforeItIsProposed() {
        Thing inverter = addInverter("main", Map.of());
        List<Map<String, String>> known = new ArrayList<>();
        ((SourceBridgeHandler) Objects.requireNonNull(bridge.getHandler()))
                .setUnitsListener(units -> known.add(now(inverter).getProperties()));
        time.settle();
        assertThat(known.get(0), hasEntry("serialNumber", "123456"));
        assertThat(status(inverter), is("ONLINE NONE"));
    }

    /** The box is asked again by the same handler object: nothing may survive that should not. */
    @Test
    void whoIsDisposedOfInTheMiddleOfASampleSaysNoMoreThanThatThereIsNoAge() {
        Thing inverter = start(Map.of());
        openHab.updates.clear();
        openHab.statuses.clear();
        atUpdate = () -> Objects.requireNonNull(inverter.getHandler()).dispose();
        time.pass(INTERVAL);
        time.settle();
        assertThat(openHab.updates.subList(1, openHab.updates.size()), contains("connection#sample-age UNDEF"));
        assertThat(openHab.statuses, is(empty()));
    }

    @Test
    void aReconfiguredBridgeKeepsItsInverters() {
        Thing inverter = start(Map.of());
        Objects.requireNonNull(bridge.getHandler())
                .handleConfigurationUpdate(new HashMap<>(Map.of("host", "192.0.2.2")));
        time.pass(INTERVAL);
        assertThat(bridge.getStatus(), is(ThingStatus.ONLINE));
        assertThat(status(inverter), is("ONLINE NONE"));
        source.asked.clear();
        time.pass(Duration.ofMinutes(1));
        assertThat("polled once, not twice", source.asked.size(), is(12));
    }

    /** openHAB disposes and initialises a handler while a sample of its earlier configuration is on its way. */
    @Test
    void whatIsLateOfAnEarlierConfigurationCountsForNothing() {
        Thing inverter = start(Map.of("serialNumber", "123456"));
        InverterHandler handler = (InverterHandler) Objects.requireNonNull(inverter.getHandler());
        Inverter before = handler.inverter().orElseThrow();
        InverterConnection earlier = before.active();
        Sample late = handler.contact().figures().sample().orElseThrow();
        source.readings.put(UNIT.id(), CompletableFuture::new);
        handler.dispose();
        handler.initialize();
        time.settle();
        List<String> statuses = List.copyOf(openHab.statuses), updates = List.copyOf(openHab.updates);
        before.identified(earlier, OTHER.identity());
        before.sampled(earlier, late);
        before.failed(earlier, SourceException.stale(late.time()));
        assertThat(openHab.statuses, is(statuses));
        assertThat(openHab.updates, is(updates));
        assertThat(now(inverter).getProperties().get("serialNumber"), is("123456"));
    }
}
