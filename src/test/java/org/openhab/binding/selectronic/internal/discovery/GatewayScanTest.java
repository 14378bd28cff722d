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

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.TestHttpClients;
import org.openhab.binding.selectronic.internal.http.BriefConnections;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * Tests {@link GatewayScan}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class GatewayScanTest {
    private static final int PATIENCE_SECONDS = 10;

    private final TestHttpClients http = new TestHttpClients();
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final List<HttpAddress> candidates = new ArrayList<>();
    private final CountDownLatch found = new CountDownLatch(2);
    private final CountDownLatch ended = new CountDownLatch(1);

    @AfterEach
    void close() {
        executor.shutdownNow();
        http.close();
    }

    private GatewayScan scan(GatewayScan.Finding finding) {
        return new GatewayScan(new BriefConnections(http.createHttpClient("scan"), GatewayScan.PATIENCE, executor),
                candidates, finding, executor, scan -> ended.countDown());
    }

    @Test
    void otherNetworksDoNotDelayAHomeNetwork() throws IOException, InterruptedException {
        try (ServerSocket silent = new ServerSocket(0, 500, InetAddress.getByName("0.0.0.0"));
                SimulatedGateway gateway = SimulatedGateway.still(Scenario.SUNNY_DAY)) {
            for (int network = 1; network < LocalNetworks.MOST_NETWORKS; network++) {
                for (int host = 1; host <= 3 * GatewayScan.AT_A_TIME; host++) {
                    candidates.add(new HttpAddress("127.0." + network + "." + host, silent.getLocalPort(), false));
                }
            }
            candidates.add(new HttpAddress("127.0.0.1", gateway.port(), false));
            CountDownLatch first = new CountDownLatch(1);
            try (GatewayScan scan = scan((by, address, board, units) -> first.countDown())) {
                scan.start();
                assertThat(first.await(1, TimeUnit.SECONDS), is(true));
            }
        }
    }

    @Test
    void aFindingThatFailsCostsNobodyItsPlace() throws IOException, InterruptedException {
        try (SimulatedGateway gateway = SimulatedGateway.still(Scenario.SUNNY_DAY)) {
            for (int host = 0; host < 2 * GatewayScan.AT_A_TIME; host++) {
                candidates.add(new HttpAddress("127.0.0.1", gateway.port(), false));
            }
            try (GatewayScan scan = scan((by, address, board, units) -> {
                found.countDown();
                throw new IllegalArgumentException("a mistake");
            })) {
                scan.start();
                assertThat(ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS), is(true));
                assertThat(found.getCount(), is(0L));
            }
        }
    }

    @Test
    void anAddressThatCannotBeAskedCostsNobodyItsPlace() throws InterruptedException {
        candidates.add(new HttpAddress("no host", 1, false));
        try (GatewayScan scan = scan((by, address, board, units) -> found.countDown())) {
            scan.start();
            assertThat(ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS), is(true));
        }
    }
}
