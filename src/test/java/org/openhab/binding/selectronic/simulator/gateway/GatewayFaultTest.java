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
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.simulator.ReceivedPage;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.fault.JsonFaults;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * Each fault does what it says, and all is well after it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GatewayFaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final String DEVICES = SimulatedGateway.BASE_PATH + "/devices";

    private @NonNullByDefault({}) SimulatedGateway gateway;
    private @NonNullByDefault({}) Browser browser;

    @BeforeEach
    void start() throws IOException {
        gateway = SimulatedGateway.still(Scenario.SUNNY_DAY);
        browser = new Browser(gateway.uri(), PATIENCE);
    }

    @AfterEach
    void allIsWellAfterwards() throws Exception {
        gateway.clearFaults();
        assertThat(new Browser(gateway.uri(), PATIENCE).json(gateway.pointPath()).get("item_count").getAsInt(), is(22));
        gateway.close();
    }

    @Test
    void refusedAndOpenAgainOnTheSamePort() throws Exception {
        int port = gateway.port();
        browser.get(gateway.pointPath());
        gateway.inject(Faults.refused());
        assertThrows(ConnectException.class, () -> browser.get(gateway.pointPath()));
        assertThrows(ConnectException.class, () -> browser.get(gateway.pointPath()));
        gateway.clearFaults();
        assertThat(gateway.port(), is(port));
        assertThat(browser.get(gateway.pointPath()).statusCode(), is(200));
        assertThat(gateway.log().count(), is(2));
    }

    @Test
    void hangStaysInFlightUntilTheClientGoes() throws Exception {
        gateway.inject(Faults.hang(), "/point", 1);
        Browser hasty = new Browser(gateway.uri(), SHORT);
        assertThrows(HttpTimeoutException.class, () -> hasty.get(gateway.pointPath()));
        assertThat(gateway.log().awaitIdle(PATIENCE), is(true));
        gateway.inject(Faults.hang(), "/board", 1);
        try (Socket hung = new Socket(gateway.host(), gateway.port())) {
            hung.getOutputStream()
                    .write(("GET " + SimulatedGateway.BASE_PATH + "/board HTTP/1.1\r\nHost: gateway\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(gateway.log().await(2, PATIENCE), is(true));
            assertThat(browser.get(gateway.pointPath()).statusCode(), is(200));
            assertThat(gateway.log().inFlight(), is(1));
            assertThat(gateway.log().maxInFlight(), is(2));
        }
        assertThat(gateway.log().awaitIdle(PATIENCE), is(true));
    }

    @Test
    void cutEndsWithinTheBody() {
        gateway.inject(Faults.cut(200), "/point", Long.MAX_VALUE);
        IOException e = assertThrows(IOException.class, () -> browser.get(gateway.pointPath()));
        assertThat(e.toString(), not(containsString("Timeout")));
    }

    @Test
    void resetEndsAtOnce() {
        gateway.inject(Faults.reset(0), "/point", Long.MAX_VALUE);
        assertThrows(IOException.class, () -> browser.get(gateway.pointPath()));
    }

    @Test
    void refusalOfAPathDropsItsConnection() throws Exception {
        gateway.inject(Faults.refused(), "/point");
        assertThrows(IOException.class, () -> browser.get(gateway.pointPath()));
        assertThat(browser.get(DEVICES).statusCode(), is(200));
    }

    @Test
    void flippedBitsChangeTheBody() throws Exception {
        String good = browser.get(gateway.pointPath()).body();
        gateway.inject(Faults.flipBits(200, 150), "/point");
        String bad = browser.get(gateway.pointPath()).body();
        assertThat(bad, is(not(good)));
        assertThat(bad.length(), is(lessThanOrEqualTo(good.length())));
    }

    @Test
    void dripIsSlowButWhole() throws Exception {
        String good = browser.get(gateway.pointPath()).body();
        gateway.inject(Faults.drip(4000), "/point");
        long begin = System.nanoTime();
        assertThat(browser.get(gateway.pointPath()).body(), is(good));
        assertThat(Duration.ofNanos(System.nanoTime() - begin).toMillis(), is(greaterThan(150L)));
    }

    @Test
    void drippingForeverMeetsTheClientsPatience() {
        gateway.inject(Faults.drip(1));
        assertThrows(HttpTimeoutException.class, () -> new Browser(gateway.uri(), SHORT).get(gateway.pointPath()));
    }

    @Test
    void delayIsLate() {
        gateway.inject(Faults.delay(Duration.ofSeconds(30)), "/point");
        assertThrows(HttpTimeoutException.class, () -> new Browser(gateway.uri(), SHORT).get(gateway.pointPath()));
    }

    @ParameterizedTest
    @CsvSource({ "404", "500", "503", "401" })
    void status(int code) throws Exception {
        gateway.inject(Faults.status(code), "/point", 2);
        assertThat(browser.get(gateway.pointPath()).statusCode(), is(code));
        assertThat(browser.get(DEVICES).statusCode(), is(200));
        assertThat(browser.get(gateway.pointPath()).statusCode(), is(code));
        assertThat(browser.get(gateway.pointPath()).statusCode(), is(200));
    }

    @Test
    void tooManyRequestsReportWhenToComeBack() throws Exception {
        gateway.inject(Faults.retryAfter(429, Duration.ofSeconds(90)));
        ReceivedPage response = browser.get(gateway.pointPath());
        assertThat(response.statusCode(), is(429));
        assertThat(response.headers().firstValue("Retry-After").orElseThrow(), is("90"));
    }

    @Test
    void contentTypeAndLoginPageAndRedirect() throws Exception {
        gateway.inject(Faults.contentType("text/plain"));
        assertThat(type(browser.get(gateway.pointPath())), is("text/plain"));
        gateway.inject(Faults.loginPage());
        ReceivedPage page = browser.get(gateway.pointPath());
        assertThat(page.statusCode(), is(200));
        assertThat(type(page), startsWith("text/html"));
        assertThat(page.body(), containsString("password"));
        gateway.inject(Faults.captivePortal("http://captive.invalid/"));
        ReceivedPage redirect = browser.get(gateway.pointPath());
        assertThat(redirect.statusCode(), is(302));
        assertThat(redirect.headers().firstValue("Location").orElseThrow(), is("http://captive.invalid/"));
    }

    @Test
    void bodiesEmptyCutAndForeign() throws Exception {
        gateway.inject(Faults.emptyBody());
        ReceivedPage empty = browser.get(gateway.pointPath());
        assertThat(empty.statusCode(), is(200));
        assertThat(empty.body(), is(""));
        gateway.inject(Faults.cutBody(77));
        assertThat(browser.get(gateway.pointPath()).body().length(), is(77));
        gateway.inject(Faults.body(new byte[] { (byte) 0xFF, 0, 1 }));
        assertThat(browser.get(gateway.pointPath()).headers().firstValueAsLong("Content-Length").getAsLong(), is(3L));
    }

    @Test
    void hugeBodyIsHuge() throws Exception {
        gateway.inject(Faults.huge(50_000_000));
        HttpURLConnection connection = (HttpURLConnection) gateway.uri().resolve(gateway.pointPath()).toURL()
                .openConnection();
        try (InputStream in = connection.getInputStream()) {
            assertThat(in.skip(50_000_000), is(50_000_000L));
            assertThat(in.read(), is(-1));
        }
    }

    @Test
    void connectionCanBeClosedAfterEachAnswer() throws Exception {
        gateway.inject(Faults.closeConnection());
        browser.get(gateway.pointPath());
        browser.get(gateway.pointPath());
        assertThat(gateway.log().connections(), is(2));
    }

    @Test
    void deviceLists() throws Exception {
        gateway.inject(JsonFaults.noDevices());
        assertThat(browser.get(DEVICES).body(), is("[]"));
        gateway.inject(JsonFaults.unknownIds());
        String id = JsonParser.parseString(browser.get(DEVICES).body()).getAsJsonArray().get(0).getAsJsonObject()
                .get("id").getAsString();
        assertThat(browser.get(DEVICES + "/" + id + "/point").statusCode(), is(404));
        gateway.inject(JsonFaults.replacedUnit("999999"));
        assertThat(browser.json(DEVICES + "/" + gateway.ids().get(0)).get("serialnum").getAsString(), is("999999"));
        assertThat(browser.get(DEVICES).body(), containsString("\"serialnum\":\"999999\""));
    }

    @Test
    void frozenItemsWhileNowMoves() throws Exception {
        gateway.inject(JsonFaults.frozen());
        JsonObject first = browser.json(gateway.pointPath());
        gateway.simulation().advance(Duration.ofMinutes(10));
        JsonObject later = browser.json(gateway.pointPath());
        assertThat(later.get("items"), is(first.get("items")));
        assertThat(later.get("now").getAsLong(), is(first.get("now").getAsLong() + 600));
    }

    @Test
    void timestampsInFutureAndBackwards() throws Exception {
        long good = timestamp();
        gateway.inject(JsonFaults.timestampShifted(Duration.ofHours(2)));
        assertThat(timestamp(), is(good + 7200));
        gateway.inject(JsonFaults.timestampBackwards(Duration.ofSeconds(30)));
        assertThat(timestamp(), is(good - 30));
        assertThat(timestamp(), is(good - 60));
    }

    @Test
    void missingAndReplacedMembers() throws Exception {
        gateway.inject(JsonFaults.missing("battery_soc", "gen_status"));
        JsonObject body = browser.json(gateway.pointPath());
        assertThat(body.get("item_count").getAsInt(), is(20));
        assertThat(body.getAsJsonObject("items").has("battery_soc"), is(false));
        gateway.inject(JsonFaults.withoutItems());
        assertThat(browser.json(gateway.pointPath()).has("items"), is(false));
        for (String raw : new String[] { "null", "NaN", "\"nan\"", "true", "1e400", "12.5" }) {
            gateway.inject(JsonFaults.replaced("battery_soc", raw));
            assertThat(browser.get(gateway.pointPath()).body(), containsString("\"battery_soc\":" + raw + ","));
        }
    }

    @Test
    void formsOfTheImitations() throws Exception {
        JsonObject selpi = under(JsonFaults.selpi());
        assertThat(selpi.getAsJsonObject("items").size(), is(19));
        assertThat(selpi.get("item_count").getAsInt(), is(19));
        assertThat(selpi.has("comment"), is(true));
        JsonObject fork = under(JsonFaults.selpiFork());
        assertThat(fork.getAsJsonObject("items").size(), is(20));
        assertThat(fork.getAsJsonObject("items").has("gen_status"), is(true));
        gateway.clearFaults();
        double good = browser.json(gateway.pointPath()).getAsJsonObject("items").get("load_wh_today").getAsDouble();
        JsonObject trap = under(JsonFaults.wattHourTrap());
        assertThat(trap.getAsJsonObject("items").get("load_wh_today").getAsDouble(), is(closeTo(good * 1000, 1e-6)));
    }

    private JsonObject under(Fault fault) throws Exception {
        gateway.inject(fault);
        return browser.json(gateway.pointPath());
    }

    private long timestamp() throws Exception {
        return browser.json(gateway.pointPath()).getAsJsonObject("items").get("timestamp").getAsLong();
    }

    private static String type(ReceivedPage response) {
        return response.headers().firstValue("Content-Type").orElseThrow();
    }
}
