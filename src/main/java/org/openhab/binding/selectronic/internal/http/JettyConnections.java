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

import java.util.concurrent.Executor;

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
}
