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
package org.openhab.binding.selectronic.internal.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.openhab.binding.selectronic.internal.http.HttpConnections;
import org.openhab.binding.selectronic.internal.http.JettyConnections;
import org.openhab.binding.selectronic.workbench.host.TlsClients;
import org.openhab.core.io.net.http.HttpClientFactory;

/**
 * Real HTTP clients, as openHAB hands them out: a common one that is started, and others that are not.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class TestHttpClients implements HttpClientFactory, AutoCloseable {
    private final Function<SslContextFactory, HttpClient> maker;
    private final HttpClient common;
    private final List<HttpClient> others = new ArrayList<>();

    /** Starts the common client. */
    public TestHttpClients() {
        this(TlsClients::create);
    }

    /** @param maker makes each client */
    public TestHttpClients(Function<SslContextFactory, HttpClient> maker) {
        this.maker = maker;
        this.common = Objects.requireNonNull(maker.apply(new SslContextFactory.Client()));
        common.setMaxConnectionsPerDestination(2);
        LifeCycle.start(common);
    }

    /** @return connections with clients of their own */
    public HttpConnections connections() {
        return new JettyConnections(tls -> tls == null ? createHttpClient("test") : createHttpClient("test", tls),
                ForkJoinPool.commonPool());
    }

    @Override
    public HttpClient getCommonHttpClient() {
        return common;
    }

    @Override
    public HttpClient createHttpClient(String consumerName) {
        return createHttpClient(consumerName, null);
    }

    @Override
    public HttpClient createHttpClient(String consumerName, @Nullable SslContextFactory sslContextFactory) {
        HttpClient client = Objects.requireNonNull(
                maker.apply(sslContextFactory == null ? new SslContextFactory.Client() : sslContextFactory));
        others.add(client);
        return client;
    }

    /** @return the clients that were handed out and not stopped since */
    public long leftRunning() {
        return others.stream().filter(client -> !client.isStopped()).count();
    }

    @Override
    public HTTP2Client createHttp2Client(String consumerName) {
        throw new AssertionError("not used");
    }

    @Override
    public HTTP2Client createHttp2Client(String consumerName, @Nullable SslContextFactory sslContextFactory) {
        throw new AssertionError("not used");
    }

    @Override
    public void close() {
        List.copyOf(others).forEach(client -> LifeCycle.stop(client));
        LifeCycle.stop(common);
    }
}
