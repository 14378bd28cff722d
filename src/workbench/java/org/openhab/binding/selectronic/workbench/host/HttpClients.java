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
package org.openhab.binding.selectronic.workbench.host;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.openhab.core.io.net.http.HttpClientFactory;

/**
 * HTTP clients as openHAB gives them out: a common one that is started and allows two connections to a host, and others
 * that their owners start and stop. At the end all of them are stopped, and all their threads.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HttpClients implements HttpClientFactory, AutoCloseable {
    private static final int CONNECTIONS_TO_A_HOST = 2;
    private static final int MOST_THREADS = 10;
    private static final int LEAST_THREADS = 2;

    private final List<HttpClient> clients = new CopyOnWriteArrayList<>();
    private final HttpClient common;

    HttpClients() {
        common = createHttpClient("common");
        LifeCycle.start(common);
    }

    @Override
    public HttpClient createHttpClient(String consumerName) {
        return createHttpClient(consumerName, null);
    }

    @Override
    public HttpClient createHttpClient(String consumerName, @Nullable SslContextFactory sslContextFactory) {
        HttpClient client = TlsClients.create(
                sslContextFactory instanceof SslContextFactory.Client own ? own : new SslContextFactory.Client());
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        threads.setName("OH-httpClient-" + consumerName);
        threads.setDaemon(true);
        client.setExecutor(threads);
        client.setMaxConnectionsPerDestination(CONNECTIONS_TO_A_HOST);
        clients.add(client);
        return client;
    }

    @Override
    public HttpClient getCommonHttpClient() {
        return common;
    }

    @Override
    public HTTP2Client createHttp2Client(String consumerName) {
        return createHttp2Client(consumerName, null);
    }

    @Override
    public HTTP2Client createHttp2Client(String consumerName, @Nullable SslContextFactory sslContextFactory) {
        throw new IllegalStateException("The workbench has no HTTP/2");
    }

    @Override
    public void close() {
        clients.forEach(client -> LifeCycle.stop(client));
    }
}
