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
import org.eclipse.jetty.util.component.LifeCycle;
import org.openhab.binding.selectronic.internal.model.Provider;

/**
 * A client of Jetty that does nothing by itself: it follows no redirect, keeps no cookie and answers no challenge.
 * Started with the first request, stopped once.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class JettyClient {
    private final Provider<HttpClient> maker;
    private final Duration patience;
    private final Executor executor;
    private final CompletableFuture<@Nullable Void> stopped = new CompletableFuture<>();
    private @Nullable HttpClient client;
    private boolean closed;

    /**
     * @param maker makes a client that is not started
     * @param patience how long name service and connection may take
     * @param executor where it is stopped, which may take a moment
     */
    JettyClient(Provider<HttpClient> maker, Duration patience, Executor executor) {
        this.maker = maker;
        this.patience = patience;
        this.executor = executor;
    }

    /** @return the started client; null after the end */
    synchronized @Nullable HttpClient started() {
        if (closed) {
            return null;
        }
        HttpClient started = client;
        if (started == null) {
            started = start(maker.get());
            client = started;
        }
        return started;
    }

    private HttpClient start(HttpClient client) {
        client.setFollowRedirects(false);
        client.setConnectTimeout(patience.toMillis());
        client.setAddressResolutionTimeout(patience.toMillis());
        LifeCycle.start(client);
        // what they handle is an answer like any other: a redirect, a challenge (Jetty fails where one is missing), an
        // interim status (Jetty never completes the request at the second)
        client.getProtocolHandlers().clear();
        return client;
    }

    /** @return completes when the client is stopped */
    CompletableFuture<@Nullable Void> stop() {
        HttpClient running;
        synchronized (this) {
            if (closed) {
                return stopped.copy();
            }
            closed = true;
            running = client;
            client = null;
        }
        if (running == null) {
            stopped.complete(null);
        } else {
            executor.execute(() -> stop(running));
        }
        return stopped.copy();
    }

    private void stop(HttpClient client) {
        try {
            LifeCycle.stop(client);
        } finally {
            stopped.complete(null);
        }
    }
}
