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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.gateway.Board;
import org.openhab.binding.selectronic.internal.gateway.GatewaySource;
import org.openhab.binding.selectronic.internal.http.BriefConnections;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a list of hosts whether they are gateways, a few of each network at a time and with short timeouts. Networks are
 * scanned in parallel, so that neither duration nor order depends on their number. The scan has a separate HTTP client,
 * since a client keeps data of every host that it was asked to reach.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class GatewayScan implements AutoCloseable {
    /** Number of hosts of one network that are asked at the same time. */
    static final int AT_A_TIME = 16;
    /** Number of hosts of all networks that are asked at the same time. */
    private static final int MOST_AT_A_TIME = AT_A_TIME * LocalNetworks.MOST_NETWORKS;
    /** Timeout of one answer. */
    static final Duration PATIENCE = Duration.ofSeconds(1);
    /** Timeout of all answers of one host. */
    private static final Duration PATIENCE_WITH_HOST = Duration.ofSeconds(5);

    private final Logger logger = LoggerFactory.getLogger(GatewayScan.class);
    private final BriefConnections connections;
    private final List<Network> networks;
    private final Finding finding;
    private final Executor executor;
    private final Consumer<GatewayScan> finished;
    private boolean started;
    private boolean closed;
    private volatile boolean mistakeReported;
    private int underWay;

    /** Receives a gateway that was found. */
    interface Finding {
        /**
         * @param scan the scan that has found it
         * @param address its address
         * @param board its description of itself
         * @param units its inverters, at least one
         */
        void found(GatewayScan scan, HttpAddress address, Board board, List<Unit> units);
    }

    private static final class Network {
        private final Iterator<HttpAddress> left;
        private int underWay;

        Network(List<HttpAddress> hosts) {
            this.left = hosts.iterator();
        }
    }

    /**
     * @param connections creates the connections; closed by this scan
     * @param candidates the addresses to scan
     * @param finding receives the gateways
     * @param executor processes answers and stops the client, which may take a moment
     * @param finished called on the executor when this scan has ended
     */
    GatewayScan(BriefConnections connections, List<HttpAddress> candidates, Finding finding, Executor executor,
            Consumer<GatewayScan> finished) {
        this.connections = connections;
        this.networks = candidates.stream()
                .collect(Collectors.groupingBy(each -> networkOf(each.host()), LinkedHashMap::new, Collectors.toList()))
                .values().stream().map(Network::new).toList();
        this.finding = finding;
        this.executor = executor;
        this.finished = finished;
    }

    /** Returns the part that all addresses of a /24 network have in common. */
    private static String networkOf(String host) {
        int end = host.lastIndexOf('.');
        return end < 0 ? host : host.substring(0, end);
    }

    /** Starts the scan. Returns when the first hosts have been asked, without waiting for their answers. */
    synchronized void start() {
        if (!closed && !started) {
            started = true;
            askNext();
        }
    }

    private synchronized void askNext() {
        for (Network network : networks) {
            while (!closed && underWay < MOST_AT_A_TIME && network.underWay < AT_A_TIME && network.left.hasNext()) {
                underWay++;
                network.underWay++;
                ask(network, network.left.next());
            }
        }
        if (underWay == 0) {
            close();
        }
    }

    /** Asks a host. Its slot is freed afterwards in any case. */
    private void ask(Network network, HttpAddress address) {
        GatewaySource source = new GatewaySource(connections.open(address, GatewaySource.LARGEST_BODY));
        CompletableFuture.completedFuture(source).thenCompose(GatewaySource::units)
                .orTimeout(PATIENCE_WITH_HOST.toMillis(), TimeUnit.MILLISECONDS).thenAcceptAsync(units -> {
                    if (!units.isEmpty()) {
                        finding.found(this, address, source.board(), units);
                    }
                }, executor).whenCompleteAsync((found, failure) -> answered(network, source, failure), executor);
    }

    private void answered(Network network, GatewaySource source, @Nullable Throwable failure) {
        Throwable cause = failure == null ? null : Futures.cause(failure);
        if (cause != null && !(cause instanceof SourceException) && !(cause instanceof TimeoutException)
                && !mistakeReported) {
            mistakeReported = true;
            logger.warn("A host could not be scanned because of an unexpected failure, please report this", cause);
        }
        source.close();
        synchronized (this) {
            underWay--;
            network.underWay--;
            askNext();
        }
    }

    /** Ends the scan, even if answers are outstanding. Called by the scan itself when all hosts have answered. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            connections.close().thenRunAsync(() -> finished.accept(this), executor);
        }
    }
}
