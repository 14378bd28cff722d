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
package org.openhab.binding.selectronic.internal.portal;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.http.HttpConnection;
import org.openhab.binding.selectronic.internal.http.JettyConnections;
import org.openhab.binding.selectronic.internal.scenario.PortalHouse;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.portal.PortalOptions;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * The end of a connection to the portal.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PortalHttpTest {
    private static final int PATIENCE = 20;

    /** What an answer has set off may take its time, and may be what disconnects. */
    @Test
    @Timeout(PATIENCE)
    void toDisconnectDoesNotWaitForWhatAnAnswerHasSetOff()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        ExecutorService executor = Executors.newCachedThreadPool();
        Clock clock = Clock.systemUTC();
        try (SimulatedPortal server = new SimulatedPortal(
                List.of(SimulatedPortal.account(Simulation.of(Scenario.SUNNY_DAY, clock))), PortalOptions.DEFAULT,
                clock, PortalHouse.CERTIFICATE)) {
            HttpConnection portal = new JettyConnections(tls -> PortalHouse.trustingClient(), executor)
                    .open(new HttpAddress(server.host(), server.port(), true), PortalSource.LIMITS);
            CountDownLatch working = new CountDownLatch(1);
            CountDownLatch mayEnd = new CountDownLatch(1);
            CompletableFuture<Boolean> worked = portal.send(PortalSession.json("/login")).thenApply(reply -> {
                working.countDown();
                return await(mayEnd);
            });
            working.await();
            CompletableFuture<@Nullable Void> free = portal.close();
            assertThat("the work has not ended", worked.isDone(), is(false));
            mayEnd.countDown();
            free.get(PATIENCE, TimeUnit.SECONDS);
            assertThat(worked.get(PATIENCE, TimeUnit.SECONDS), is(true));
        } finally {
            executor.shutdownNow();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
