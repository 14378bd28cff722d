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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.fault.JsonFaults;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.types.UnDefType;

/**
 * Everything that can go wrong with a gateway, over real HTTP: status, text, channels, and recovery by itself.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class GatewayFaultsTest {
    /** Faults of everything, of the kind that takes the whole box away. */
    static Stream<Arguments> faultsOfTheBox() {
        return Stream.of(Arguments.of("refused", Faults.refused(), "offline.connection-refused", "UNREACHABLE"),
                Arguments.of("hang", Faults.hang(), "offline.no-answer", "UNREACHABLE"),
                Arguments.of("cut in the head", Faults.cut(20), "offline.connection-cut", "UNREACHABLE"),
                Arguments.of("cut in the body", Faults.cut(400), "offline.connection-cut", "UNREACHABLE"),
                Arguments.of("slow drip", Faults.drip(40), "offline.no-answer", "UNREACHABLE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsOfTheBox")
    void aBoxOutOfReach(String name, Fault fault, String text, String kind) {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            Thing inverter = house.start();
            assertThat(house.status(inverter), is("ONLINE NONE"));
            house.openHab.statuses.clear();
            house.openHab.updates.clear();
            house.gateway.inject(fault);
            house.round();
            assertThat("one failure is no outage", house.openHab.statuses, is(empty()));
            house.rounds(Duration.ofSeconds(70));
            Thing bridge = Objects.requireNonNull(house.bridge);
            assertThat(house.status(bridge),
                    startsWith("OFFLINE COMMUNICATION_ERROR @text/" + text + " [\"127.0.0.1:"));
            assertThat(house.status(inverter), is("OFFLINE BRIDGE_OFFLINE"));
            assertThat("values stay", house.openHab.updates, everyItem(startsWith("connection#")));
            assertThat(house.openHab.states, hasEntry("connection#failure-kind", new StringType(kind)));
            house.gateway.clearFaults();
            house.rounds(Duration.ofMinutes(2));
            assertThat(house.status(bridge), is("ONLINE NONE"));
            assertThat(house.status(inverter), is("ONLINE NONE"));
        }
    }

    /** A minute, or ten, without a good answer are nothing else than one bad one then. */
    @ParameterizedTest
    @ValueSource(ints = { 60, 600 })
    void oneBadAnswerIsNoOutageHoweverSeldomItIsAsked(int seconds) {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            Thing inverter = house.start(Map.of("refreshInterval", seconds), Map.of());
            house.openHab.statuses.clear();
            house.gateway.inject(Faults.status(500));
            house.round();
            assertThat(house.openHab.states, hasEntry("connection#failures", new DecimalType(1)));
            assertThat(house.openHab.statuses, is(empty()));
            house.rounds(Duration.ofSeconds(2L * seconds));
            assertThat(house.openHab.statuses.toString(), house.status(inverter), startsWith("OFFLINE"));
            house.gateway.clearFaults();
            house.rounds(Duration.ofSeconds(2L * seconds));
            assertThat(house.status(inverter), is("ONLINE NONE"));
        }
    }

    /** Faults of the live values only. */
    static Stream<Arguments> faultsOfTheInverter() {
        return Stream.of(Arguments.of("404", Faults.status(404), "offline.http-status [\"404\"]"),
                Arguments.of("401", Faults.status(401), "offline.http-status [\"401\"]"),
                Arguments.of("407", Faults.status(407), "offline.http-status [\"407\"]"),
                Arguments.of("511", Faults.status(511), "offline.http-status [\"511\"]"),
                Arguments.of("100 and nothing", Faults.interimStatus(), "offline.http-status [\"100\"]"),
                Arguments.of("endless head", Faults.longHead(), "offline.too-large [\"98304\"]"),
                Arguments.of("500", Faults.status(500), "offline.http-status [\"500\"]"),
                Arguments.of("503", Faults.status(503), "offline.http-status [\"503\"]"),
                Arguments.of("HTML", Faults.loginPage(), "offline.not-json"),
                Arguments.of("captive portal", Faults.captivePortal("http://192.0.2.9/login"),
                        "offline.redirected [\"http://192.0.2.9/login\"]"),
                Arguments.of("empty", Faults.emptyBody(), "offline.not-json"),
                Arguments.of("cut JSON", Faults.cutBody(300), "offline.not-json"),
                Arguments.of("no JSON at all", Faults.body("% garbage".getBytes(StandardCharsets.UTF_8)),
                        "offline.not-json"),
                Arguments.of("50 MB", Faults.huge(50_000_000), "offline.too-large [\"65536\"]"),
                Arguments.of("no items", JsonFaults.withoutItems(), "offline.no-items"),
                Arguments.of("timestamp null", JsonFaults.replaced("timestamp", "null"), "offline.no-sample-time"),
                Arguments.of("timestamp text", JsonFaults.replaced("timestamp", "\"now\""), "offline.no-sample-time"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsOfTheInverter")
    void anInverterWithoutUsableAnswers(String name, Fault fault, String text) {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            Thing inverter = house.start();
            house.openHab.statuses.clear();
            house.openHab.updates.clear();
            house.gateway.inject(fault, "/point");
            house.round();
            house.round();
            house.round();
            assertThat("three failures in a minute are no outage", house.openHab.statuses, is(empty()));
            house.rounds(Duration.ofSeconds(70));
            assertThat(house.status(inverter), is("OFFLINE COMMUNICATION_ERROR @text/" + text));
            assertThat(Objects.requireNonNull(house.bridge).getStatus(), is(ThingStatus.ONLINE));
            assertThat("values stay", house.openHab.updates, everyItem(startsWith("connection#")));
            assertThat(house.openHab.states, hasEntry("connection#failure-kind", new StringType("UNEXPECTED")));
            house.gateway.clearFaults();
            house.rounds(Duration.ofMinutes(2));
            assertThat(house.status(inverter), is("ONLINE NONE"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({ "faultsOfTheBox", "faultsOfTheInverter" })
    void atTheVeryFirstContactItIsReportedAtOnce(String name, Fault fault, String text) {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            house.gateway.inject(fault);
            Thing inverter = house.start();
            Thing bridge = Objects.requireNonNull(house.bridge);
            if (!text.contains("items") && !text.contains("sample-time")) {
                assertThat(house.status(bridge), startsWith("OFFLINE COMMUNICATION_ERROR @text/" + text));
            } else {
                assertThat(house.status(inverter), startsWith("OFFLINE COMMUNICATION_ERROR @text/" + text));
            }
            assertThat("nothing is invented", house.openHab.states, not(hasKey("battery#power")));
            house.gateway.clearFaults();
            house.rounds(Duration.ofMinutes(1));
            assertThat(house.status(inverter), is("ONLINE NONE"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 10, 20, 30 })
    void aBoxThatIsBusyForAPartOfEachMinuteNeverGoesOffline(int busySeconds) {
        for (Fault busy : List.of(Faults.status(503), Faults.refused())) {
            try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
                house.start();
                house.rounds(Duration.ofMinutes(1));
                house.openHab.statuses.clear();
                for (int minute = 0; minute < 30; minute++) {
                    house.gateway.inject(busy);
                    house.pass(Duration.ofSeconds(busySeconds));
                    house.gateway.clearFaults();
                    house.pass(Duration.ofSeconds(60 - busySeconds));
                }
                assertThat(house.openHab.statuses, not(hasItem(containsString("OFFLINE"))));
            }
        }
    }

    @Test
    void aWishForFewerRequestsIsHonoured() {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            Thing inverter = house.start();
            house.gateway.inject(Faults.retryAfter(429, Duration.ofMinutes(3)), "/point", 1);
            house.round();
            assertThat(house.handler().untilNextRequest(), is(Optional.of(Duration.ofMinutes(3))));
            assertThat(house.openHab.states, hasEntry("connection#failure-kind", new StringType("RATE_LIMITED")));
            house.round();
            assertThat(house.status(inverter), is("ONLINE NONE"));
        }
    }

    @Test
    void aWrongContentTypeIsNoReasonToRefuseGoodValues() {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            house.gateway.inject(Faults.contentType("text/plain"));
            assertThat(house.status(house.start()), is("ONLINE NONE"));
        }
    }

    @Test
    void aFrozenTimestampTakesItOfflineAfterAMinute() {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            Thing inverter = house.start();
            house.gateway.inject(JsonFaults.frozen(), "/point");
            house.rounds(Duration.ofSeconds(50));
            assertThat(house.status(inverter), is("ONLINE NONE"));
            house.rounds(Duration.ofSeconds(20));
            assertThat(house.status(inverter), matchesPattern(
                    "OFFLINE COMMUNICATION_ERROR @text/offline.stale \\[\"2026-01-\\d\\d \\d\\d:\\d\\d:\\d\\d\"\\]"));
            house.gateway.clearFaults();
            house.round();
            assertThat(house.status(inverter), is("ONLINE NONE"));
        }
    }

    @Test
    void aTimestampInTheFutureHasNoTimeAndNoAge() {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            house.gateway.inject(JsonFaults.timestampShifted(Duration.ofHours(3)), "/point");
            Thing inverter = house.start();
            house.round();
            assertThat(house.status(inverter), is("ONLINE NONE"));
            assertThat(house.openHab.states, hasEntry("connection#sample-time", UnDefType.UNDEF));
            assertThat(house.openHab.states, hasEntry("connection#sample-age", UnDefType.UNDEF));
        }
    }

    @Test
    void aTimestampThatRunsBackwardsIsNeverFresh() {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            Thing inverter = house.start();
            house.round();
            house.gateway.inject(JsonFaults.timestampBackwards(Duration.ofSeconds(10)), "/point");
            house.rounds(Duration.ofMinutes(2));
            assertThat(house.status(inverter), startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.stale"));
        }
    }

    @Test
    void anEmptyListOfDevicesIsSaidToBeTheInvertersAbsence() {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            house.gateway.inject(JsonFaults.noDevices(), "/devices");
            Thing inverter = house.start();
            assertThat(house.status(inverter), is("OFFLINE COMMUNICATION_ERROR @text/offline.no-units"));
            assertThat(Objects.requireNonNull(house.bridge).getStatus(), is(ThingStatus.ONLINE));
            house.gateway.clearFaults();
            house.rounds(Duration.ofMinutes(1));
            assertThat(house.status(inverter), is("ONLINE NONE"));
        }
    }

    @Test
    void anUnknownIdIsNamed() {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            String id = house.gateway.ids().get(0);
            Thing inverter = house.start(Map.of(), Map.of("deviceId", "FFFF"));
            assertThat(house.status(inverter),
                    startsWith("OFFLINE CONFIGURATION_ERROR @text/offline.unknown-unit [\"FFFF\", "));
            assertThat(house.gateway.log().count("/devices/" + id + "/point"), is(0));
        }
    }

    @Test
    void aReplacedUnitIsNotTakenForTheOneThatWasMeant() {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            Thing inverter = house.start();
            String serial = house.openHab.thing(inverter.getUID()).getProperties().get("serialNumber");
            Objects.requireNonNull(house.openHab.thing(inverter.getUID()).getHandler())
                    .handleConfigurationUpdate(Map.of("serialNumber", Objects.requireNonNull(serial)));
            house.endPollCycle();
            assertThat(house.status(inverter), is("ONLINE NONE"));
            house.gateway.inject(JsonFaults.replacedUnit("777777"));
            house.refreshUnits();
            house.rounds(Duration.ofMinutes(1));
            assertThat(house.status(inverter),
                    is("OFFLINE CONFIGURATION_ERROR @text/offline.unknown-unit [\"" + serial + "\", \"777777\"]"));
            house.gateway.clearFaults();
            house.rounds(Duration.ofMinutes(1));
            assertThat(house.status(inverter), is("ONLINE NONE"));
        }
    }

    /** The emulator's shorter bodies: what it does not tell is left alone, what it mistakes is not believed. */
    @Test
    void shorterBodiesOfAnEmulator() {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            house.gateway.inject(JsonFaults.selpi(), "/point");
            Thing inverter = house.start();
            assertThat(house.status(inverter), is("ONLINE NONE"));
            assertThat(house.openHab.states, not(hasKey("alerts#active")));
            assertThat(house.openHab.states, not(hasKey("generator#status")));
            assertThat(house.openHab.states.get("battery#power"), is(instanceOf(QuantityType.class)));
        }
    }

    /** The status says it; a log that fills up with it says it to nobody. */
    @Test
    void aLostConnectionIsNoWarning() {
        LoudLog loud = new LoudLog();
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            house.start();
            house.gateway.inject(Faults.refused());
            house.rounds(Duration.ofHours(2));
            house.gateway.clearFaults();
            house.rounds(Duration.ofMinutes(10));
        } finally {
            loud.close();
        }
        assertThat(loud.lines(), is(empty()));
    }

    /** openHAB's own threads call these: nothing in them may wait for a box that is dead. */
    @Test
    void neitherBeginningNorEndingWaitsForADeadBox() {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            house.gateway.inject(Faults.hang());
            long begin = System.nanoTime();
            Thing bridge = house.addBridge(Map.of());
            house.time.settle();
            house.openHab.dispose(bridge);
            assertThat(Duration.ofNanos(System.nanoTime() - begin), is(lessThan(Duration.ofMillis(500))));
            house.bridge = null;
        }
    }

    /** As it comes from a box whose clock is just being set. */
    @Test
    void aSingleSampleOfLongAgoIsNoOutage() {
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY)) {
            Thing inverter = house.start();
            house.round();
            house.openHab.statuses.clear();
            house.openHab.updates.clear();
            house.gateway.inject(JsonFaults.timestampShifted(Duration.ofHours(-3)), "/point", 1);
            house.round();
            assertThat("nor is it believed", house.openHab.updates, everyItem(startsWith("connection#")));
            assertThat(house.openHab.states, hasEntry("connection#failure-kind", new StringType("STALE")));
            house.round();
            assertThat(house.status(inverter), is("ONLINE NONE"));
            assertThat(house.openHab.statuses, is(empty()));
        }
    }
}
