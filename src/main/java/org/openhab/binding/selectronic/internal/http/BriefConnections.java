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
package org.openhab.binding.selectronic.internal.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;

/**
 * Connections to many servers, each for a moment: all over one client, which is stopped with the last.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class BriefConnections {
    private final JettyClient client;
    private final Duration patience;
    private final Executor executor;

    /**
     * @param client a client of its own, not started
     * @param patience how long a request may take
     * @param executor where requests that took too long are ended and the client is stopped
     */
    public BriefConnections(HttpClient client, Duration patience, Executor executor) {
        this.client = new JettyClient(() -> client, patience, executor);
        this.patience = patience;
        this.executor = executor;
    }

    /**
     * @param address where a server is
     * @param largestBody the most bytes of a body
     * @return a connection that trusts what openHAB trusts
     */
    public HttpConnection open(HttpAddress address, int largestBody) {
        return new JettyConnection(client, () -> CompletableFuture.completedFuture(null), address,
                new HttpLimits(patience, largestBody), executor);
    }

    /** @return completes when the client is stopped */
    public CompletableFuture<@Nullable Void> close() {
        return client.stop();
    }
}
