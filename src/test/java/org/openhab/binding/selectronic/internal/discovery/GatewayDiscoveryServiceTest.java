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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.openhab.binding.selectronic.internal.fake.TestHttpClients;
import org.openhab.binding.selectronic.internal.gateway.GatewayAddress;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.core.config.discovery.DiscoveryListener;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.i18n.TranslationProvider;

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
    private final DiscoveryListener listener = mock(DiscoveryListener.class);
    private final List<GatewayAddress> candidates = new ArrayList<>();
    private final GatewayDiscoveryService service = new GatewayDiscoveryService(http, texts(), () -> Locale.ROOT,
            () -> candidates);

    GatewayDiscoveryServiceTest() {
        service.addDiscoveryListener(listener);
    }

    private static SimulatedGateway gateway() {
        try {
            return SimulatedGateway.still(Scenario.SUNNY_DAY);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static TranslationProvider texts() {
        TranslationProvider texts = mock(TranslationProvider.class);
        lenient().when(texts.getText(any(), anyString(), any(), any(), any(Object[].class)))
                .thenAnswer(call -> call.getArgument(1));
        return texts;
    }

    @AfterEach
    void close() {
        service.abortScan();
        http.close();
        gateway.close();
    }

    private static GatewayAddress local(int port) {
        return new GatewayAddress("127.0.0.1", port, false);
    }

    private DiscoveryResult found() {
        ArgumentCaptor<DiscoveryResult> result = ArgumentCaptor.forClass(DiscoveryResult.class);
        verify(listener, timeout(PATIENCE_MILLIS)).thingDiscovered(any(), result.capture());
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
    void aBoxThatDoesNotTellItsBoardIsKnownByItsInverter() {
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
}
