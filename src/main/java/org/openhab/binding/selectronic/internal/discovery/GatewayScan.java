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

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.component.LifeCycle;
import org.openhab.binding.selectronic.internal.gateway.Board;
import org.openhab.binding.selectronic.internal.gateway.GatewayAddress;
import org.openhab.binding.selectronic.internal.gateway.GatewaySource;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * Asks a list of hosts whether they are gateways, a few at a time and none for long. With an HTTP client of its own,
 * since a client remembers every host that it was ever asked to reach.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class GatewayScan implements AutoCloseable {
    /** Hosts that are asked at the same time. */
    static final int AT_A_TIME = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final HttpClient client;
    private final Iterator<GatewayAddress> candidates;
    private final Finding finding;
    private final Executor executor;
    private final Runnable finished;
    private boolean started;
    private boolean closed;
    private int underWay;

    /** Who is told of a gateway. */
    interface Finding {
        /**
         * @param address where it is
         * @param board what it tells about itself
         * @param units its inverters, one at least
         */
        void found(GatewayAddress address, Board board, List<Unit> units);
    }

    /**
     * @param client a client that is not started; it is started and stopped here
     * @param candidates who is asked
     * @param finding who is told
     * @param executor where the client is stopped, which may take a moment
     * @param finished is run there when the scan has ended
     */
    GatewayScan(HttpClient client, List<GatewayAddress> candidates, Finding finding, Executor executor,
            Runnable finished) {
        this.client = client;
        this.candidates = candidates.iterator();
        this.finding = finding;
        this.executor = executor;
        this.finished = finished;
    }

    /** Begins. Returns when the first hosts have been asked, not when they have answered. */
    synchronized void start() {
        if (!closed && !started) {
            started = true;
            client.setConnectTimeout(PATIENCE.toMillis());
            LifeCycle.start(client);
            askNext();
        }
    }

    private synchronized void askNext() {
        while (!closed && underWay < AT_A_TIME && candidates.hasNext()) {
            underWay++;
            ask(candidates.next());
        }
        if (underWay == 0) {
            close();
        }
    }

    private void ask(GatewayAddress address) {
        GatewaySource source = new GatewaySource(client, address, PATIENCE);
        source.units().whenComplete((units, failure) -> {
            if (failure == null && !units.isEmpty()) {
                finding.found(address, source.board(), units);
            }
            answered();
        });
    }

    private synchronized void answered() {
        underWay--;
        askNext();
    }

    /** Ends, whether everybody has answered or not. By itself when everybody has. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            executor.execute(() -> {
                LifeCycle.stop(client);
                finished.run();
            });
        }
    }
}
