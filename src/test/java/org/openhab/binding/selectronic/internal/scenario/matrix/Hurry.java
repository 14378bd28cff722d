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

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.Jetty;
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
    private volatile boolean on;

    /** @param most while it is on */
    Hurry(int most) {
        this.most = most;
    }

    void set(boolean on) {
        this.on = on;
    }

    /**
     * @param tls what is trusted
     * @param usual how long the binding waits for an answer
     * @return an HTTP client that waits less long while hurry is on
     */
    HttpClient client(SslContextFactory tls, Duration usual) {
        HttpClient client = TlsClients.create(tls);
        boolean jetty9 = Jetty.VERSION.startsWith("9.");
        String requests = "org.eclipse.jetty.client." + (jetty9 ? "api." : "") + "Request$Listener";
        try {
            // compiled for neither generation of Jetty
            Class<?> type = Class.forName(requests);
            Object listeners = Objects.requireNonNull(HttpClient.class.getMethod("getRequestListeners").invoke(client));
            listeners.getClass().getMethod(jetty9 ? "add" : "addListener", jetty9 ? Object.class : type)
                    .invoke(listeners, Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                            (proxy, method, arguments) -> {
                                if (on && method.getName().equals("onBegin")) {
                                    abort(Objects.requireNonNull(Objects.requireNonNull(arguments)[0]),
                                            usual.dividedBy(most));
                                }
                                return null;
                            }));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return client;
    }

    private static void abort(Object request, Duration after) {
        CompletableFuture.runAsync(() -> {
            try {
                request.getClass().getMethod("abort", Throwable.class).invoke(request, new TimeoutException());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }, CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS));
    }

    int most() {
        return most;
    }

    int factor() {
        return on ? most : 1;
    }
}
