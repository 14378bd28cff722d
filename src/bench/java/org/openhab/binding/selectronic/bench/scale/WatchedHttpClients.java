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
package org.openhab.binding.selectronic.bench.scale;

import java.net.URI;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpConversation;
import org.eclipse.jetty.client.HttpRequest;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.openhab.core.io.net.http.HttpClientFactory;

/**
 * HTTP clients with the threads and connections that openHAB's have, which note when a request for live values is made
 * and when its answer is there. They trust any certificate, since the simulated portal has one of its own.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class WatchedHttpClients implements HttpClientFactory {
    private static final int MOST_COMMON_THREADS = 40;
    private static final int LEAST_COMMON_THREADS = 10;
    private static final int MOST_THREADS = 10;
    private static final int LEAST_THREADS = 5;
    private static final int CONNECTIONS_TO_A_HOST = 2;

    private final Map<String, PollMonitor> watches;
    private final HttpClient common;

    /**
     * @param watches who is told, by the beginning of the address of live values; a gateway has one inverter here
     */
    WatchedHttpClients(Map<String, PollMonitor> watches) {
        this.watches = watches;
        this.common = client("common", LEAST_COMMON_THREADS, MOST_COMMON_THREADS);
        LifeCycle.start(common);
    }

    /** @return by what name the watch of a gateway is found */
    static String ofGateway(int port) {
        return "http " + port;
    }

    /** @return by what name the watch of a system of the portal is found */
    static String ofSystem(int number) {
        return "/dashboard/hfdata/" + number;
    }

    private @Nullable PollMonitor watch(URI address) {
        String path = address.getPath();
        return path.endsWith("/point") ? watches.get(ofGateway(address.getPort())) : watches.get(path);
    }

    private final class WatchedClient extends HttpClient {
        WatchedClient() {
            super(new SslContextFactory.Client(true));
        }

        @Override
        protected HttpRequest newHttpRequest(@Nullable HttpConversation conversation, @Nullable URI uri) {
            HttpRequest request = super.newHttpRequest(conversation, uri);
            PollMonitor watch = uri == null ? null : watch(uri);
            if (watch != null) {
                watch.began(System.nanoTime());
                request.onResponseSuccess(response -> watch.answered(System.nanoTime()));
            }
            return request;
        }
    }

    private HttpClient client(String name, int least, int most) {
        HttpClient client = new WatchedClient();
        QueuedThreadPool threads = new QueuedThreadPool(most, least);
        threads.setName("OH-httpClient-" + name);
        threads.setDaemon(true);
        client.setExecutor(threads);
        client.setMaxConnectionsPerDestination(CONNECTIONS_TO_A_HOST);
        return client;
    }

    @Override
    public HttpClient getCommonHttpClient() {
        return common;
    }

    @Override
    public HttpClient createHttpClient(String consumerName) {
        return client(consumerName, LEAST_THREADS, MOST_THREADS);
    }

    @Override
    public HttpClient createHttpClient(String consumerName, @Nullable SslContextFactory sslContextFactory) {
        return createHttpClient(consumerName);
    }

    @Override
    public HTTP2Client createHttp2Client(String consumerName) {
        throw new IllegalStateException("nobody here speaks HTTP/2");
    }

    @Override
    public HTTP2Client createHttp2Client(String consumerName, @Nullable SslContextFactory sslContextFactory) {
        return createHttp2Client(consumerName);
    }
}
