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
package org.openhab.binding.selectronic.internal.discovery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.*;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.openhab.binding.selectronic.internal.fake.Anything;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.TestHttpClients;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.core.config.discovery.DiscoveryListener;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.ScanListener;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingRegistry;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;

import com.sun.net.httpserver.HttpServer;

/**
 * The scan for gateways, among loopback addresses only.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class GatewayDiscoveryServiceTest {
    private static final int PATIENCE_MILLIS = 10_000;

    private final TestHttpClients http = new TestHttpClients();
    private final SimulatedGateway gateway = gateway();
    private final @NonNullByDefault({}) DiscoveryListener listener = mock(DiscoveryListener.class);
    private final List<HttpAddress> candidates = new ArrayList<>();
    private final List<Thing> things = new ArrayList<>();
    private final List<HttpServer> boxes = new ArrayList<>();
    private final GatewayDiscoveryService service = new GatewayDiscoveryService(http, texts(), () -> Locale.ROOT,
            () -> candidates);

    GatewayDiscoveryServiceTest() {
        service.addDiscoveryListener(listener);
        ThingRegistry registry = Objects.requireNonNull(mock(ThingRegistry.class));
        lenient().when(registry.getAll()).thenReturn(things);
        service.thingRegistry = registry;
    }

    private static SimulatedGateway gateway() {
        try {
            return SimulatedGateway.still(Scenario.SUNNY_DAY);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static TranslationProvider texts() {
        TranslationProvider texts = Objects.requireNonNull(mock(TranslationProvider.class));
        lenient().when(texts.getText(any(), anyString(), any(), any(), any(Object[].class)))
                .thenAnswer(call -> call.getArgument(1));
        return texts;
    }

    @AfterEach
    void close() {
        service.abortScan();
        http.close();
        gateway.close();
        boxes.forEach(box -> box.stop(0));
    }

    /** A box on a port of its own. */
    private HttpAddress box(String board, String unit) {
        try {
            HttpServer box = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            box.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                byte[] body = (path.endsWith("/board") ? "{\"board_id\":\"" + board + "\"}"
                        : "[{\"id\":\"" + unit + "\",\"serialnum\":\"240001\"}]").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            box.setExecutor(Executors.newCachedThreadPool());
            box.start();
            boxes.add(box);
            return local(box.getAddress().getPort());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<DiscoveryResult> found(int count) {
        @NonNullByDefault({})
        ArgumentCaptor<DiscoveryResult> result = ArgumentCaptor.forClass(DiscoveryResult.class);
        verify(listener, timeout(PATIENCE_MILLIS).times(count)).thingDiscovered(Anything.any(), result.capture());
        return result.getAllValues();
    }

    private void scanToTheEnd() {
        ScanListener end = Objects.requireNonNull(mock(ScanListener.class));
        service.startScan(end);
        verify(end, timeout(PATIENCE_MILLIS)).onFinished();
    }

    private static Bridge known(String id, String host) {
        return FakeOpenHab.gateway(id, Map.of("host", host));
    }

    private static HttpAddress local(int port) {
        return new HttpAddress("127.0.0.1", port, false);
    }

    private DiscoveryResult found() {
        @NonNullByDefault({})
        ArgumentCaptor<DiscoveryResult> result = ArgumentCaptor.forClass(DiscoveryResult.class);
        verify(listener, timeout(PATIENCE_MILLIS)).thingDiscovered(Anything.any(), result.capture());
        return result.getValue();
    }

    @Test
    void nothingIsAskedUnlessTheUserAsks() {
        candidates.add(local(gateway.port()));
        assertThat(service.isBackgroundDiscoveryEnabled(), is(false));
        assertThat(gateway.log().count(), is(0));
    }

    @Test
    void aGatewayIsFoundByItsBoardAndNotByItsAddress() {
        candidates.add(local(1));
        candidates.add(local(gateway.port()));
        service.startScan(null);
        DiscoveryResult result = found();
        assertThat(result.getThingTypeUID().getId(), is("gateway"));
        assertThat(result.getRepresentationProperty(), is("boardId"));
        assertThat(result.getProperties(), hasEntry("host", (Object) "127.0.0.1"));
        assertThat(result.getThingUID().getId(), is(result.getProperties().get("boardId")));
        assertThat(result.getThingUID().getAsString(), not(containsString("127")));
    }

    @Test
    void aBoxThatDoesNotReportItsBoardIsKnownByItsInverter() {
        gateway.inject(Faults.status(404), "/board");
        candidates.add(local(gateway.port()));
        service.startScan(null);
        assertThat(found().getThingUID().getId(), is(gateway.ids().get(0)));
    }

    /** Slow answers rather than none, so that what the gateway counts is what is asked, without those given up. */
    @Test
    void neverMoreThanSixteenAreAskedAtATime() throws InterruptedException {
        gateway.inject(Faults.delay(Duration.ofMillis(200)));
        for (int host = 0; host < 40; host++) {
            candidates.add(local(gateway.port()));
        }
        service.startScan(null);
        assertThat(gateway.log().await(40, Duration.ofMillis(PATIENCE_MILLIS)), is(true));
        // the gateway counts an answered request for a moment longer than the scan does; without a limit it would be 40
        assertThat(gateway.log().maxInFlight(), is(both(greaterThan(8)).and(lessThan(GatewayScan.AT_A_TIME + 4))));
    }

    @Test
    void whenEverybodyHasAnsweredItsClientIsStopped() {
        candidates.add(local(gateway.port()));
        service.startScan(null);
        found();
        long deadline = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        while (http.leftRunning() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(http.leftRunning(), is(0L));
    }

    @ParameterizedTest
    @CsvSource({ "00:04:A3:12:34:56,00_04_A3_12_34_56", "SL 4711,SL_4711", "board.7,board_7", "Küche,K_che",
            "a/b?c,a_b_c" })
    void aBoardIdThatIsNoSegmentOfAUidIsOfferedAllTheSame(String board, String segment) {
        candidates.add(box(board, "A1"));
        scanToTheEnd();
        DiscoveryResult result = found();
        assertThat(result.getThingUID().getId(), is(segment));
        assertThat(result.getProperties(), hasEntry("boardId", (Object) board));
    }

    @Test
    void theBoxesBeforeItDoNotKeepAGoodOneFromBeingFound() {
        for (int box = 0; box < GatewayScan.AT_A_TIME + 1; box++) {
            candidates.add(box("#" + "x".repeat(300) + box, "A1"));
        }
        scanToTheEnd();
        List<DiscoveryResult> all = found(GatewayScan.AT_A_TIME + 1);
        assertThat(all.stream().map(result -> result.getThingUID().getId()).distinct().count(), is((long) all.size()));
        assertThat(all.stream().map(result -> result.getThingUID().getId().length()).toList(),
                everyItem(is(lessThanOrEqualTo(64))));
    }

    @ParameterizedTest
    @CsvSource({ "AB12,AB12", "AB:12,AB_12", "'',''" })
    void twoBoxesThatClaimOneIdAreTwoEntries(String first, String second) {
        candidates.add(box(first, "A1"));
        candidates.add(box(second, "A1"));
        scanToTheEnd();
        List<DiscoveryResult> both = found(2);
        assertThat(both.get(0).getThingUID(), is(not(both.get(1).getThingUID())));
        for (DiscoveryResult result : both) {
            assertThat("neither is taken for the other one", result.getRepresentationProperty(), is("host"));
        }
    }

    @Test
    void theIdOfAGatewayThatIsInContactIsNotThatOfAnother() {
        Bridge online = known("own", "192.0.2.7");
        online.setProperty("boardId", "AB12");
        online.setStatusInfo(new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, null));
        things.add(online);
        candidates.add(box("AB12", "A1"));
        scanToTheEnd();
        assertThat(found().getRepresentationProperty(), is("host"));
    }

    @Test
    void aGatewayOutOfReachIsFoundAtItsNewAddressByItsId() {
        Bridge offline = known("own", "192.0.2.7");
        offline.setProperty("boardId", "AB12");
        things.add(offline);
        candidates.add(box("AB12", "A1"));
        scanToTheEnd();
        assertThat(found().getRepresentationProperty(), is("boardId"));
    }

    @ParameterizedTest
    @CsvSource({ "127.0.0.1", "' 127.0.0.1 '", "127.0.0.1.", "127.000.000.001", "[::ffff:127.0.0.1]", "::FFFF:7F00:1" })
    void aHostThatIsABridgeAlreadyIsNotAsked(String configured) {
        things.add(known("own", configured));
        candidates.add(local(gateway.port()));
        scanToTheEnd();
        assertThat(gateway.log().count(), is(0));
    }

    @Test
    void aScanThatIsStartedAgainIsNotEndedByTheOneBefore() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
            for (int host = 0; host < 2 * GatewayScan.AT_A_TIME; host++) {
                candidates.add(local(silent.getLocalPort()));
            }
            candidates.add(box("AB12", "A1"));
            service.startScan(null);
            scanToTheEnd();
            assertThat(found().getThingUID().getId(), is("AB12"));
        }
    }

    @Test
    void anAbortedScanAsksNobodyMoreAndLetsGoOfItsClient() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
            for (int host = 0; host < GatewayScan.AT_A_TIME; host++) {
                candidates.add(local(silent.getLocalPort()));
            }
            candidates.add(local(gateway.port()));
            service.startScan(null);
            service.abortScan();
            long deadline = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
            while (http.leftRunning() > 0 && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(http.leftRunning(), is(0L));
            assertThat(gateway.log().count(), is(0));
        }
    }
}
