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
package org.openhab.binding.selectronic.simulator.gateway;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * The gateway's pages, as an independent client sees them, against published bodies.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulatedGatewayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(150);

    private @NonNullByDefault({}) SimulatedGateway gateway;
    private @NonNullByDefault({}) Browser browser;

    @BeforeEach
    void start() throws IOException {
        Simulation simulation = new Simulation(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 1,
                Simulation.units(Scenario.SUNNY_DAY, Scenario.SUNNY_DAY.settings(), 2));
        gateway = new SimulatedGateway(simulation, GatewayOptions.DEFAULT.withHangTime(Duration.ofSeconds(20)));
        browser = new Browser(gateway.uri(), PATIENCE);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void pointHasTheMembersOfThePublishedBodies() throws Exception {
        JsonObject body = browser.json(gateway.pointPath());
        JsonObject published = published("gateway-point-mains-evening.json");
        assertThat(body.keySet(), is(published.keySet()));
        assertThat(body.getAsJsonObject("items").keySet(), is(published.getAsJsonObject("items").keySet()));
        assertThat(body.get("item_count").getAsInt(), is(22));
        assertThat(body.get("device"), is(published.get("device")));
        assertThat(body.get("now").getAsString(), matchesPattern("\\d{10}"));
        assertThat(body.getAsJsonObject("items").get("timestamp").getAsString(), matchesPattern("\\d{10}"));
    }

    @Test
    void descriptionsHaveTheMembersOfThePublishedBodies() throws Exception {
        String device = SimulatedGateway.BASE_PATH + "/devices/" + gateway.ids().get(1);
        assertThat(browser.json(device).keySet(), is(published("gateway-device.json").keySet()));
        JsonObject board = browser.json(SimulatedGateway.BASE_PATH + "/board");
        assertThat(board, is(published("gateway-board.json")));
        JsonArray devices = JsonParser.parseString(browser.get(SimulatedGateway.BASE_PATH + "/devices").body())
                .getAsJsonArray();
        assertThat(devices.size(), is(2));
        assertThat(devices.get(1), is(browser.json(device)));
    }

    @Test
    void slashAtTheEndAndQueryDoNotMatter() throws Exception {
        assertThat(browser.get(SimulatedGateway.BASE_PATH + "/devices/").body(),
                is(browser.get(SimulatedGateway.BASE_PATH + "/devices").body()));
        assertThat(browser.get(gateway.pointPath() + "?_=1742463313").body(),
                is(browser.get(gateway.pointPath()).body()));
        assertThat(gateway.log().count("/point"), is(2));
    }

    @Test
    void unknownPathsAreNotFound() throws Exception {
        assertThat(browser.get(SimulatedGateway.BASE_PATH + "/devices/0/point").statusCode(), is(404));
        assertThat(browser.get("/favicon.ico").statusCode(), is(404));
    }

    @Test
    void setupPageCarriesTheIds() throws Exception {
        assertThat(browser.get("/").body(), containsString("/setup.html"));
        String page = browser.get("/setup.html").body();
        gateway.ids().forEach(id -> assertThat(page, containsString("<tr id=\"dev-" + id + "\">")));
    }

    @Test
    void usageHangs() throws Exception {
        Browser hasty = new Browser(gateway.uri(), SHORT);
        String usage = SimulatedGateway.BASE_PATH + "/devices/" + gateway.ids().get(0) + "/usage";
        assertThrows(HttpTimeoutException.class, () -> hasty.get(usage));
        assertThat("heard", gateway.log().await(1, Duration.ofSeconds(10)), is(true));
        assertThat(gateway.log().count("/usage"), is(1));
    }

    @Test
    void connectionIsKeptAndLogged() throws Exception {
        for (int i = 0; i < 5; i++) {
            browser.get(gateway.pointPath());
        }
        assertThat(gateway.log().count(), is(5));
        assertThat(gateway.log().connections(), is(1));
        assertThat(gateway.line().connectionsOpened(), is(1));
        assertThat(gateway.log().maxInFlight(), is(1));
        assertThat(gateway.log().inFlight(), is(0));
    }

    @Test
    void withoutKeepAliveEachRequestHasItsConnection() throws Exception {
        try (SimulatedGateway other = new SimulatedGateway(Simulation.still(Scenario.NIGHT),
                GatewayOptions.DEFAULT.withoutKeepAlive())) {
            Browser client = new Browser(other.uri(), PATIENCE);
            client.get(other.pointPath());
            client.get(other.pointPath());
            assertThat(other.log().connections(), is(2));
        }
    }

    @Test
    void fixedBodyIsServed() throws Exception {
        byte[] bytes = bytes("gateway-point-offgrid-evening.json");
        gateway.serve(gateway.pointPath(), bytes, "application/json", 200);
        assertThat(browser.get(gateway.pointPath()).body(), is(new String(bytes, StandardCharsets.UTF_8)));
        gateway.serveLive();
        assertThat(browser.json(gateway.pointPath()).get("now").getAsLong(), greaterThan(1_700_000_000L));
    }

    @Test
    void unitIsReadEveryFiveSecondsAndValuesBelongTogether() throws Exception {
        gateway.simulation().advance(Duration.ofSeconds(3));
        JsonObject first = browser.json(gateway.pointPath());
        gateway.simulation().advance(Duration.ofSeconds(1));
        JsonObject second = browser.json(gateway.pointPath());
        gateway.simulation().advance(Duration.ofSeconds(1));
        JsonObject third = browser.json(gateway.pointPath());
        assertThat(second.get("items"), is(first.get("items")));
        assertThat(second.get("now").getAsLong(), is(first.get("now").getAsLong() + 1));
        assertThat(timestamp(third), is(timestamp(first) + 5));
        assertThat(timestamp(third), is(third.get("now").getAsLong()));
    }

    @Test
    void clockOfTheGatewayMovesBothTimes() throws Exception {
        JsonObject before = browser.json(gateway.pointPath());
        gateway.jumpClock(Duration.ofHours(-1));
        JsonObject after = browser.json(gateway.pointPath());
        assertThat(timestamp(after), is(timestamp(before) - 3600));
        assertThat(after.get("now").getAsLong(), is(before.get("now").getAsLong() - 3600));
    }

    private static long timestamp(JsonObject body) {
        return body.getAsJsonObject("items").get("timestamp").getAsLong();
    }

    private static JsonObject published(String name) throws IOException {
        return JsonParser.parseString(new String(bytes(name), StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = SimulatedGatewayTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no " + name);
            }
            return in.readAllBytes();
        }
    }
}
