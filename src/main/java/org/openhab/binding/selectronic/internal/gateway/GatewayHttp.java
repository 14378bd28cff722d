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
package org.openhab.binding.selectronic.internal.gateway;

import java.nio.channels.AsynchronousCloseException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.client.api.Response;
import org.eclipse.jetty.client.api.Result;
import org.eclipse.jetty.client.util.BufferingResponseListener;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.RateLimited;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unexpected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the box. Every request has a time-out and a limit to the answer; redirects are not followed, since the box makes
 * none and what redirects is another device.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class GatewayHttp {
    /** More than ten times the largest answer that is known. */
    static final int LARGEST_BODY = 64 * 1024;

    private final Logger logger = LoggerFactory.getLogger(GatewayHttp.class);
    private final HttpClient client;
    private final GatewayAddress address;
    private final Duration timeout;
    private final Set<Request> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param client a started client; it is not changed and not stopped
     * @param address where the box is
     * @param timeout the longest that a request may take, from the connection to the last byte
     */
    GatewayHttp(HttpClient client, GatewayAddress address, Duration timeout) {
        this.client = client;
        this.address = address;
        this.timeout = timeout;
    }

    /** What came back, and how long it took. */
    record Answer(byte[] body, Duration responseTime) {
    }

    /**
     * @param path a path below the base of the box's pages
     * @return the body; or a {@link SourceException}
     */
    CompletableFuture<Answer> get(String path) {
        CompletableFuture<Exchange> exchange = new CompletableFuture<>();
        Request request = client.newRequest(address.url(path)).timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false).accept("application/json");
        long start = System.nanoTime();
        underWay.add(request);
        if (closed) {
            request.abort(new AsynchronousCloseException());
        }
        request.send(new BufferingResponseListener(LARGEST_BODY) {
            @Override
            public void onComplete(@Nullable Result result) {
                underWay.remove(request);
                byte[] content = getContent();
                exchange.complete(new Exchange(Objects.requireNonNull(result), content == null ? new byte[0] : content,
                        Duration.ofNanos(System.nanoTime() - start)));
            }
        });
        // judged in a stage of its own: what it throws ends the future, while the client would swallow it
        return exchange.thenApply(this::judge);
    }

    private record Exchange(Result result, byte[] content, Duration took) {
    }

    private Answer judge(Exchange exchange) {
        Result result = exchange.result;
        Throwable failure = result.getFailure();
        if (failure != null) {
            logger.trace("{} failed after {} ms: {}", result.getRequest().getURI(), exchange.took.toMillis(),
                    failure.toString());
            throw new CompletionException(HttpFailures.explain(failure, address, timeout));
        }
        Response response = result.getResponse();
        logger.trace("{} answered {} with {} bytes after {} ms", result.getRequest().getURI(), response.getStatus(),
                exchange.content.length, exchange.took.toMillis());
        SourceException refusal = refusal(response);
        if (refusal != null) {
            throw new CompletionException(refusal);
        }
        return new Answer(exchange.content, exchange.took);
    }

    private static @Nullable SourceException refusal(Response response) {
        int status = response.getStatus();
        if (status == HttpStatus.OK_200) {
            return null;
        }
        if (status == HttpStatus.TOO_MANY_REQUESTS_429 || status == HttpStatus.SERVICE_UNAVAILABLE_503
                && response.getHeaders().containsKey(HttpHeader.RETRY_AFTER.asString())) {
            return new RateLimited(retryAfter(response.getHeaders().get(HttpHeader.RETRY_AFTER)));
        }
        if (HttpStatus.isRedirection(status)) {
            String location = response.getHeaders().get(HttpHeader.LOCATION);
            return new Unexpected(Problem.REDIRECTED, location == null ? "?" : HttpFailures.printable(location));
        }
        return new Unexpected(Problem.HTTP_STATUS, Integer.toString(status));
    }

    /** Seconds only: a date would have to be compared with a clock, and nobody has seen the box send one. */
    private static @Nullable Duration retryAfter(@Nullable String header) {
        return header != null && header.strip().matches("\\d{1,5}")
                ? Duration.ofSeconds(Long.parseLong(header.strip()))
                : null;
    }

    /** Ends what is under way. Later requests fail at once. */
    void close() {
        closed = true;
        for (Request request : underWay) {
            request.abort(new AsynchronousCloseException());
        }
    }
}
