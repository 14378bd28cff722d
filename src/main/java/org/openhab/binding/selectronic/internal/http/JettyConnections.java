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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.openhab.binding.selectronic.internal.model.Provider;

/**
 * Connections by clients of Jetty, as openHAB 5 hands them out.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class JettyConnections implements HttpConnections {
    private final ClientMaker maker;
    private final Executor executor;
    private final Map<Duration, Shared> shared = new HashMap<>();

    private static final class Shared {
        private final JettyClient client;
        private int users;

        Shared(JettyClient client) {
            this.client = client;
        }
    }

    /** Makes HTTP clients. */
    @FunctionalInterface
    public interface ClientMaker {
        /**
         * @param tls the trusted certificates, null for those of openHAB
         * @return a client of its own, not started
         */
        HttpClient make(@Nullable SslContextFactory tls);
    }

    /**
     * @param maker makes the client of each connection
     * @param executor where requests that took too long are ended and clients are stopped, which may take a moment
     */
    public JettyConnections(ClientMaker maker, Executor executor) {
        this.maker = maker;
        this.executor = executor;
    }

    @Override
    public HttpConnection open(HttpAddress address, HttpLimits limits) {
        return open(() -> maker.make(null), address, limits);
    }

    @Override
    public HttpConnection open(HttpAddress address, HttpLimits limits, CertificatePin pin) {
        return open(() -> maker.make(new PinnedTls(pin)), address, limits);
    }

    private HttpConnection open(Provider<HttpClient> maker, HttpAddress address, HttpLimits limits) {
        JettyClient client = new JettyClient(maker, limits.timeout(), executor);
        return new JettyConnection(client, client::stop, address, limits, executor);
    }

    /**
     * Opens a connection whose client is also that of others with the same timeout, since a client has threads of its
     * own. Lines to the server are not shared.
     *
     * @param address where the server is
     * @param limits what a request may cost
     * @return the connection; the last one that is closed stops the client
     */
    public HttpConnection openShared(HttpAddress address, HttpLimits limits) {
        Shared client;
        synchronized (shared) {
            client = Objects.requireNonNull(shared.computeIfAbsent(limits.timeout(),
                    timeout -> new Shared(new JettyClient(() -> maker.make(null), timeout, executor))));
            client.users++;
        }
        AtomicBoolean left = new AtomicBoolean();
        return new JettyConnection(client.client,
                () -> left.getAndSet(true) ? CompletableFuture.completedFuture(null) : leave(limits.timeout(), client),
                address, limits, executor);
    }

    private CompletableFuture<@Nullable Void> leave(Duration timeout, Shared client) {
        synchronized (shared) {
            client.users--;
            if (client.users > 0) {
                return CompletableFuture.completedFuture(null);
            }
            shared.remove(timeout);
        }
        return client.client.stop();
    }
}
