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

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.http.HttpConnection;
import org.openhab.binding.selectronic.internal.http.HttpConnections;
import org.openhab.binding.selectronic.internal.http.HttpLimits;
import org.openhab.binding.selectronic.internal.http.HttpRequest;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * The portal over HTTPS, with a connection that belongs to one account alone.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PortalHttp implements PortalTransport {
    /** As long as public clients wait (rpoller). */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    /** A page of events goes back a year and more. */
    private static final int LARGEST_BODY = 2 * 1024 * 1024;

    private final URI base;
    private final HttpConnection connection;

    /**
     * @param connections makes the connection
     * @param host name or address of the portal
     * @param port its TCP port
     */
    public PortalHttp(HttpConnections connections, String host, int port) {
        HttpAddress server = new HttpAddress(host, port, true);
        this.base = URI.create(server.url(""));
        this.connection = connections.open(server, new HttpLimits(TIMEOUT, LARGEST_BODY));
    }

    @Override
    public URI base() {
        return base;
    }

    @Override
    public CompletableFuture<Reply> send(PortalCall call, String cookies) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", call.page() ? "text/html" : "application/json");
        if (!call.page()) {
            // how the portal's own pages ask for JSON
            headers.put("X-Requested-With", "XMLHttpRequest");
        }
        if (!cookies.isEmpty()) {
            headers.put("Cookie", cookies);
        }
        return connection.send(new HttpRequest(call.path(), headers, call.form()))
                .exceptionallyCompose(PortalHttp::explained);
    }

    /** What an owner can do about TLS is another thing here than with a box. */
    private static CompletableFuture<Reply> explained(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        return CompletableFuture
                .failedFuture(cause instanceof SourceException known && known.problem() == Problem.TLS_FAILED
                        ? new SourceException(Problem.TUNNEL_TLS, cause, known.arguments().toArray(String[]::new))
                        : cause);
    }

    @Override
    public CompletableFuture<@Nullable Void> disconnect() {
        return connection.close();
    }
}
