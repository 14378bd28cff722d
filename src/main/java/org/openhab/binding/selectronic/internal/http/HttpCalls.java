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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.client.api.Response;
import org.eclipse.jetty.client.api.Result;
import org.eclipse.jetty.client.util.BufferingResponseListener;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to one server. Each has a time-out and a limit to the answer, and no redirect is followed.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class HttpCalls {
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Logger logger = LoggerFactory.getLogger(HttpCalls.class);
    private final String server;
    private final Duration timeout;
    private final int largestBody;
    private final Set<Request> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param server who is asked, as a person would name it
     * @param timeout the longest that a request may take, from the connection to the last byte
     * @param largestBody how many bytes an answer may have
     */
    public HttpCalls(String server, Duration timeout, int largestBody) {
        this.server = server;
        this.timeout = timeout;
        this.largestBody = largestBody;
    }

    /**
     * @param request what is asked
     * @return the answer, whatever its status; or a {@link SourceException}
     */
    public CompletableFuture<Reply> send(Request request) {
        CompletableFuture<Exchange> exchange = new CompletableFuture<>();
        request.timeout(timeout.toMillis(), TimeUnit.MILLISECONDS).followRedirects(false);
        long start = System.nanoTime();
        underWay.add(request);
        if (closed) {
            request.abort(new AsynchronousCloseException());
        }
        request.send(new Listener(largestBody) {
            @Override
            public void onComplete(@Nullable Result result) {
                underWay.remove(request);
                byte[] content = getContent();
                exchange.complete(new Exchange(Objects.requireNonNull(result), cookies,
                        content == null ? new byte[0] : content, Duration.ofNanos(System.nanoTime() - start)));
            }
        });
        // judged in a stage of its own: what it throws ends the future, while the client would swallow it
        return exchange.thenApply(this::judge);
    }

    /** Keeps cookies from the client, which would send them on its own account and might write them to a log. */
    private abstract static class Listener extends BufferingResponseListener {
        final List<String> cookies = new ArrayList<>();

        Listener(int largestBody) {
            super(largestBody);
        }

        @Override
        public boolean onHeader(@Nullable Response response, @Nullable HttpField field) {
            if (field == null || field.getHeader() != HttpHeader.SET_COOKIE) {
                return true;
            }
            cookies.add(String.valueOf(field.getValue()));
            return false;
        }
    }

    private record Exchange(Result result, List<String> cookies, byte[] content, Duration took) {
    }

    private Reply judge(Exchange exchange) {
        Result result = exchange.result;
        Throwable failure = result.getFailure();
        if (failure != null) {
            logger.trace("{} failed after {} ms: {}", result.getRequest().getURI(), exchange.took.toMillis(),
                    failure.toString());
            throw new CompletionException(HttpFailures.explain(failure, server, timeout, largestBody));
        }
        Response response = result.getResponse();
        logger.trace("{} answered {} with {} bytes after {} ms", result.getRequest().getURI(), response.getStatus(),
                exchange.content.length, exchange.took.toMillis());
        return new Reply(response.getStatus(), response.getHeaders().get(HttpHeader.LOCATION),
                retryAfter(response.getHeaders()), exchange.cookies, exchange.content,
                exchange.took);
    }

    /**
     * Seconds, or a date, which is compared with the server's own clock only. More than a day is no honest answer.
     */
    private static @Nullable Duration retryAfter(HttpFields head) {
        String header = head.get(HttpHeader.RETRY_AFTER);
        if (header == null) {
            return null;
        }
        try {
            Duration wait = header.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(date(head.get(HttpHeader.DATE)), date(header));
            return wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0 ? null : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant date(@Nullable String header) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(String.valueOf(header)));
    }

    /** Ends what is under way. Later requests fail at once. */
    public void close() {
        closed = true;
        for (Request request : underWay) {
            request.abort(new AsynchronousCloseException());
        }
    }
}
