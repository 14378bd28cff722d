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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.openhab.binding.selectronic.workbench.host.TlsClients;

/**
 * How many times as fast as usual answers are given up.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Hurry {
    private final int most;
    private final Map<HttpClient, Duration> clients = new ConcurrentHashMap<>();
    private volatile boolean on;

    /** @param most while it is on */
    Hurry(int most) {
        this.most = most;
    }

    void set(boolean on) {
        this.on = on;
        clients.forEach(this::adjust);
    }

    /**
     * @param tls what is trusted
     * @param usual how long the binding waits for an answer
     * @return an HTTP client that waits less long while hurry is on
     */
    HttpClient client(SslContextFactory tls, Duration usual) {
        HttpClient client = TlsClients.create(tls);
        clients.put(client, usual);
        adjust(client, usual);
        return client;
    }

    private void adjust(HttpClient client, Duration usual) {
        client.setIdleTimeout(on ? usual.toMillis() / most : 0);
    }

    int most() {
        return most;
    }

    int factor() {
        return on ? most : 1;
    }
}
