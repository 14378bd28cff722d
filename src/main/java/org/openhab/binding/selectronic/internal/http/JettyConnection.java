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

import java.nio.channels.AsynchronousCloseException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.Jetty;
import org.openhab.binding.selectronic.internal.model.Provider;

/**
 * The connection to one server by a client of Jetty. Jetty's pool is not used: one line is kept for the next
 * request, so that it is known which line a request went over and nothing stays anywhere else.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class JettyConnection implements HttpConnection {
    private final JettyClient client;
    private final Provider<CompletableFuture<@Nullable Void>> ending;
    private final HttpAddress address;
    private final HttpLimits limits;
    private final Executor executor;
    private final Set<JettyExchange> underWay = ConcurrentHashMap.newKeySet();
    private @Nullable JettyLine<?> kept;
    private boolean closed;

    /**
     * @param client the client
     * @param ending what happens to the client at the end
     * @param address where the server is
     * @param limits what a request may cost
     * @param executor where requests that took too long are ended
     */
    JettyConnection(JettyClient client, Provider<CompletableFuture<@Nullable Void>> ending, HttpAddress address,
            HttpLimits limits, Executor executor) {
        this.client = client;
        this.ending = ending;
        this.address = address;
        this.limits = limits;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<Reply> send(HttpRequest request) {
        JettyExchange exchange = new JettyExchange(this, request);
        underWay.add(exchange);
        CompletableFuture<Reply> answer = exchange.begin();
        answer.whenComplete((reply, failure) -> underWay.remove(exchange));
        return answer;
    }

    HttpAddress address() {
        return address;
    }

    HttpLimits limits() {
        return limits;
    }

    Executor executor() {
        return executor;
    }

    /** @return the client; null after the end */
    @Nullable
    HttpClient client() {
        synchronized (this) {
            if (closed) {
                return null;
            }
        }
        return client.started();
    }

    /** @return the line that was kept, if it is still open, which the caller has for itself now */
    synchronized @Nullable JettyLine<?> takeKept() {
        JettyLine<?> line = kept;
        kept = null;
        return line != null && line.isOpen() ? line : null;
    }

    /**
     * @param client the client
     * @return a new line, which is not open yet
     */
    JettyLine<?> open(HttpClient client) {
        return JettyGeneration.of(Jetty.VERSION).open(client, address,
                new ByteLimit(limits.largestAnswer(address.https())));
    }

    /** @param line a line that is free; discarded unless it is the only one */
    void keep(JettyLine<?> line) {
        synchronized (this) {
            if (!closed && kept == null && line.isOpen()) {
                kept = line;
                return;
            }
        }
        line.discard();
    }

    @Override
    public CompletableFuture<@Nullable Void> close() {
        JettyLine<?> line;
        synchronized (this) {
            closed = true;
            line = kept;
            kept = null;
        }
        List<CompletableFuture<?>> opening = underWay.stream().<CompletableFuture<?>> map(JettyExchange::opening)
                .toList();
        underWay.forEach(exchange -> exchange.fail(new AsynchronousCloseException()));
        if (line != null) {
            line.discard();
        }
        if (opening.stream().allMatch(CompletableFuture::isDone)) {
            return ending.get();
        }
        // Jetty 9.4 does not close a socket that is being connected when its client is stopped. No caller has to wait
        // for that: such a socket holds nothing of the server.
        CompletableFuture.allOf(opening.toArray(CompletableFuture[]::new)).exceptionally(failure -> null)
                .completeOnTimeout(null, 2 * limits.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .thenRunAsync(ending::get, executor);
        return CompletableFuture.completedFuture(null);
    }
}
