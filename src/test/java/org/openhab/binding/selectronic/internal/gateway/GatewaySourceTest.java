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
package org.openhab.binding.selectronic.internal.gateway;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.TestHttpClients;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.http.HttpFailures;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * Descriptions of the gateway and its inverters, over real HTTP.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class GatewaySourceTest {
    private static final String BASE = SimulatedGateway.BASE_PATH;
    private static final String ID = "0123456789ABCDEF0123456789ABCDEF";

    private final TestHttpClients http = new TestHttpClients();
    private final SimulatedGateway gateway;
    private final GatewaySource source;

    GatewaySourceTest() throws IOException {
        gateway = SimulatedGateway.still(Scenario.SUNNY_DAY);
        source = at(gateway.port());
    }

    @AfterEach
    void close() {
        source.close();
        http.close();
        gateway.close();
    }

    private GatewaySource at(int port) {
        return at("127.0.0.1", port);
    }

    private GatewaySource at(String host, int port) {
        return new GatewaySource(http.connections().open(new HttpAddress(host, port, false),
                GatewaySource.limits(Duration.ofSeconds(5))));
    }

    private void serve(String path, String body) {
        gateway.serve(BASE + path, body.getBytes(StandardCharsets.UTF_8), "application/json", 200);
    }

    private List<Unit> units() {
        return source.units().join();
    }

    private static Problem problem(GatewaySource source) {
        CompletionException failure = assertThrows(CompletionException.class, () -> source.units().join());
        assertThat(failure.getCause(), is(instanceOf(SourceException.class)));
        return ((SourceException) Objects.requireNonNull(failure.getCause())).problem();
    }

    /** Bodies as one owner published them, with other ids. */
    @Test
    void publishedDescriptions() {
        serve("/devices", "[{\"id\":\"" + ID + "\"}]");
        serve("/devices/" + ID, "{\"device_type\":\"SP-PRO\",\"firmware\":\"V15.47 Grid 4.00 ACC 5.11\",\"id\":\"" + ID
                + "\",\"manufacturer\":\"Selectronic\",\"poll\":5,\"power_rating\":\"5000.0\",\"serialnum\":\"123456\"}");
        serve("/board", "{\"board_id\":\"89ABCDEF\",\"firmware_version\":\"4.2.1\",\"hardware_version\":\"2.0\"}");
        assertThat(units(),
                is(List.of(new Unit(ID, new Identity("123456", "SP-PRO", "V15.47 Grid 4.00 ACC 5.11", 5000.0)))));
        assertThat(source.board(), is(new Board("89ABCDEF", "4.2.1", "2.0")));
    }

    @Test
    void aListThatReportsEverythingCostsNoMoreRequests() {
        serve("/devices", "[{\"id\":\"" + ID + "\",\"serialnum\":\"123456\",\"power_rating\":\"7500.0\"}]");
        gateway.log().clear();
        assertThat(units().get(0).identity(), is(new Identity("123456", null, null, 7500.0)));
        assertThat(gateway.log().count(), is(2));
    }

    @Test
    void aBoxWithoutDescriptionsIsUsableAllTheSame() {
        gateway.inject(Faults.status(404), "/board");
        gateway.inject(Faults.status(404), gateway.ids().get(0));
        serve("/devices", "[{\"id\":\"" + gateway.ids().get(0) + "\"}]");
        Unit unit = units().get(0);
        assertThat(unit.identity(), is(Identity.NONE));
        assertThat(unit.name(), is(gateway.ids().get(0)));
        assertThat(source.board(), is(Board.NONE));
        assertThat(source.read(unit).join().values(), is(not(anEmptyMap())));
    }

    @Test
    void descriptionsThatAreNoneDoNoHarm() {
        serve("/devices", "[{\"id\":\"" + ID + "\"}]");
        serve("/devices/" + ID, "[]");
        serve("/board", "[]");
        assertThat(units(), is(List.of(new Unit(ID, Identity.NONE))));
        assertThat(source.board(), is(Board.NONE));
        assertThat(source.connectionType(), is(ConnectionType.GATEWAY));
    }

    @Test
    void aNetworkWithoutARouteIsReported() {
        SourceException failure = HttpFailures.explain(new NoRouteToHostException(), "192.0.2.1",
                Duration.ofSeconds(5));
        assertThat(failure.problem(), is(Problem.NO_ROUTE));
        assertThat(failure.arguments(), is(List.of("192.0.2.1")));
    }

    /** An emulator in use answers the live values on every path. */
    @Test
    void anEmulatorIsOneUnit() {
        String point = "{\"items\":{\"battery_soc\":50,\"timestamp\":1700000000},\"now\":1700000001}";
        serve("/devices", point);
        serve("/devices/1", point);
        serve("/devices/1/point", point);
        serve("/board", point);
        assertThat(units(), is(List.of(new Unit("1", Identity.NONE))));
        assertThat(source.read(units().get(0)).join().values().size(), is(1));
    }

    /** An id becomes part of a path; what would mean something else there is left out, the rest is taken as it is. */
    @Test
    void idsThatAreNoneAreLeftOut() {
        serve("/devices", "[{\"id\":\"../../etc\"},{\"id\":\"..\"},{\"id\":\".\"},{\"id\":\"a/b\"},{\"id\":\"a b\"},"
                + "{\"id\":\"a%2Fb\"},{\"id\":\"a?b\"},{\"id\":\"a#b\"},{\"id\":\"[7]\"},{\"id\":\"\\u0000\"},{\"id\":\""
                + "x".repeat(10_000) + "\"},{\"id\":\"\"},{\"id\":7},{\"id\":null},{\"id\":{}},{\"name\":\"x\"},"
                + "null,5,\"text\",[],{\"id\":\"0123ABCD\",\"serialnum\":\"42\"},"
                + "{\"id\":\"00:04:A3:12\",\"serialnum\":\"43\"},{\"id\":\"SL.4711\",\"serialnum\":\"44\"}]");
        assertThat(units().stream().map(Unit::id).toList(), contains("7", "0123ABCD", "00:04:A3:12", "SL.4711"));
    }

    /** The owner may enter one, too. */
    @ParameterizedTest
    @ValueSource(strings = { "../../etc", "..", "a/b", "a b", "a%2Fb", "a?b", "",
            "0123456789ABCDEF0123456789ABCDEF/point?" })
    void anIdThatIsNoneIsNeverAskedFor(String id) {
        gateway.log().clear();
        CompletionException failure = assertThrows(CompletionException.class,
                () -> source.read(new Unit(id, Identity.NONE)).join());
        assertThat(((SourceException) Objects.requireNonNull(failure.getCause())).problem(), is(Problem.UNKNOWN_UNIT));
        assertThat(gateway.log().count(), is(0));
    }

    @Test
    void aListOfThousandsIsCutAndOverflowsNothing() {
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i < 2000; i++) {
            list.append(i == 0 ? "" : ",").append("{\"id\":\"").append(Integer.toString(i, 36))
                    .append("\",\"serialnum\":\"1\"}");
        }
        serve("/devices", list + "]");
        assertThat(units().size(), is(64));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[", "[{\"id\":", "[{\"x\":", "{\"items\":", "{\"x\":" })
    void whatIsNestedDeeplyOverflowsNothing(String level) {
        serve("/devices", level.repeat(60_000 / level.length()));
        assertThat(problem(source), is(Problem.NOT_JSON));
        String closed = "[".repeat(12_000) + "]".repeat(12_000);
        serve("/devices", "[{\"id\":" + closed + "},{\"id\":\"A\",\"serialnum\":" + closed + "}]");
        assertThat(source.units()
                .handle((units, failure) -> failure == null ? units.get(0).id()
                        : ((SourceException) Objects.requireNonNull(failure.getCause())).problem().name())
                .join(), is(oneOf("A", "NOT_JSON")));
    }

    @Test
    void aUnitThatIsListedTwiceIsOneUnit() {
        serve("/devices", "[{\"id\":\"A\",\"serialnum\":\"1\"},{\"id\":\"A\",\"serialnum\":\"2\"}]");
        assertThat(units(), is(List.of(new Unit("A", new Identity("1", null, null, null)))));
    }

    /** What can be done without is waited for a moment, each page once, and then not any more. */
    @Test
    void pagesThatHangHoldUpNeitherListNorLiveValues() {
        serve("/devices", "[{\"id\":\"" + gateway.ids().get(0) + "\"},{\"id\":\"B\"}]");
        gateway.inject(Faults.hang(), "/board");
        gateway.inject(Faults.hang(), "/devices/B");
        long begin = System.nanoTime();
        Unit unit = units().get(0);
        assertThat("the one that answers is waited for", unit.identity().serialNumber(), is(notNullValue()));
        assertThat(source.read(unit).join().values(), is(not(anEmptyMap())));
        assertThat(millisSince(begin), is(lessThan(4000L)));
        units();
        source.read(unit).join();
        long again = System.nanoTime();
        assertThat(units().get(0), is(unit));
        assertThat(source.read(unit).join().values(), is(not(anEmptyMap())));
        assertThat("what hung last time is not waited for", millisSince(again), is(lessThan(950L)));
    }

    private static long millisSince(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    @Test
    void pagesThatAreMissingCostNothing() {
        gateway.inject(Faults.status(404), "/board");
        serve("/devices", "[{\"id\":\"A\"},{\"id\":\"" + gateway.ids().get(0) + "\"}]");
        assertThat(units().get(1).identity().serialNumber(), is(notNullValue()));
        gateway.log().clear();
        units();
        assertThat("each page once with each list", gateway.log().count(), is(lessThanOrEqualTo(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "true", "{}", "[]", "\"\"", "\"5 kW\"", "\"-1\"", "\"0.0\"", "\"NaN\"" })
    void aRatingThatIsNoneIsUnknown(String rating) {
        serve("/devices", "[{\"id\":\"" + ID + "\",\"serialnum\":\"1\",\"power_rating\":" + rating + "}]");
        assertThat(units().get(0).identity(), is(new Identity("1", null, null, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "null", "5", "\"x\"", "<html></html>", "[{\"id\":", "nonsense" })
    void aListThatIsNoneIsReportedSo(String body) {
        serve("/devices", body);
        assertThat(problem(source), is(Problem.NOT_JSON));
    }

    @Test
    void whatIsNoHttpIsReportedSo() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress())) {
            Thread greeter = new Thread(() -> greet(other), "greeter");
            greeter.start();
            try (GatewaySource elsewhere = at(other.getLocalPort())) {
                assertThat(problem(elsewhere), is(Problem.NOT_HTTP));
            }
        }
    }

    private static void greet(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getInputStream().read(); // who greets before that is sometimes taken for one who hangs up
            client.getOutputStream().write("SSH-2.0-dropbear\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // the client has seen enough
        }
    }

    @Test
    void aNameThatDoesNotExistIsReportedSo() {
        try (GatewaySource nowhere = at("selectronic.invalid", 0)) {
            assertThat(problem(nowhere), is(Problem.UNKNOWN_HOST));
        }
    }

    @Test
    void closingEndsARunningRequest() {
        gateway.inject(Faults.hang());
        var answer = source.units();
        source.close();
        ExecutionException failure = assertThrows(ExecutionException.class, () -> answer.get(5, TimeUnit.SECONDS));
        assertThat(failure.getCause(), is(instanceOf(SourceException.class)));
    }

    @Test
    void afterClosingNothingIsAskedAnyMore() throws InterruptedException, ExecutionException, TimeoutException {
        source.close();
        gateway.log().clear();
        assertThrows(ExecutionException.class, () -> source.units().get(5, TimeUnit.SECONDS));
        assertThat(gateway.log().count(), is(0));
    }

    /** A poll is one request, all polls go over one connection, and two addresses are never asked. */
    @Test
    void aThousandPollsTakeOneConnection() {
        Unit unit = units().get(0);
        gateway.log().clear();
        for (int poll = 0; poll < 1000; poll++) {
            source.read(unit).join();
        }
        assertThat(gateway.log().count(), is(1000));
        assertThat(gateway.log().connections(), is(1));
        assertThat(gateway.log().maxInFlight(), is(1));
        assertThat(gateway.log().count("/usage") + gateway.log().count("/fault"), is(0));
    }
}
