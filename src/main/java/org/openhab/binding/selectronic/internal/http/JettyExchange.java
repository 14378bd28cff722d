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

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its answer. It is completed here and nowhere else: by the answer, by a failure, or when its time is
 * over.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class JettyExchange {
    /** What a header field takes in memory besides its characters. */
    private static final int FIELD_OVERHEAD = 32;
    private static final int LEAST_FINAL_STATUS = 200;
    /** Fields that make the HTTP library store cookies and unpack bodies, without our limits. */
    private static final Set<String> HANDLED_HERE = Set.of("set-cookie", "set-cookie2", "content-encoding");

    private final Logger logger = LoggerFactory.getLogger(JettyExchange.class);
    private final JettyConnection connection;
    private final HttpRequest request;
    private final CompletableFuture<Reply> answer = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> watchdog = new CompletableFuture<>();
    private final long start = System.nanoTime();
    private volatile @Nullable JettyLine<?> line;
    private volatile boolean ended;

    /**
     * @param connection the connection that it goes over
     * @param request the request
     */
    JettyExchange(JettyConnection connection, HttpRequest request) {
        this.connection = connection;
        this.request = request;
    }

    /** @return the answer, or a {@link SourceException} */
    CompletableFuture<Reply> begin() {
        // the Java platform's own clockwork: what watches Jetty must not depend on it
        watchdog.orTimeout(connection.limits().timeout().toMillis(), TimeUnit.MILLISECONDS).exceptionallyAsync(late -> {
            fail(late);
            return null;
        }, connection.executor());
        JettyLine<?> kept = connection.takeKept();
        if (kept == null) {
            step(this::sendOverNewLine);
        } else {
            step(() -> send(kept, true));
        }
        CompletableFuture<Reply> shown = answer.copy();
        shown.whenComplete((reply, failure) -> {
            if (shown.isCancelled()) {
                fail(new CancellationException());
            }
        });
        return shown;
    }

    /** What Jetty throws, instead of reporting it, ends the exchange all the same. */
    private void step(Runnable step) {
        CompletableFuture.completedFuture(step).thenAccept(Runnable::run).exceptionally(thrown -> {
            end();
            answer.completeExceptionally(Futures.cause(thrown));
            return null;
        });
    }

    private void sendOverNewLine() {
        HttpClient client = connection.client();
        if (client == null) {
            fail(new AsynchronousCloseException());
            return;
        }
        JettyLine<?> line = connection.open(client);
        hold(line);
        line.opened().whenComplete((open, failure) -> {
            if (failure == null) {
                step(() -> send(line, false));
            } else {
                fail(failure);
            }
        });
    }

    /** Whatever ends this exchange from now on discards the line. */
    private void hold(JettyLine<?> line) {
        this.line = line;
        if (ended) {
            line.discard();
        }
    }

    private void send(JettyLine<?> line, boolean reused) {
        hold(line);
        HttpClient client = connection.client();
        if (client == null || ended) {
            fail(new AsynchronousCloseException());
            return;
        }
        line.limit().reset();
        line.send(client, connection.address(), request, new Answer(line, reused));
    }

    /** @return completes when no connection is being opened for it any more */
    CompletableFuture<?> opening() {
        JettyLine<?> line = this.line;
        return line == null ? CompletableFuture.completedFuture(null) : line.opened().handle((open, failure) -> open);
    }

    /** @param failure why there will be no answer */
    void fail(Throwable failure) {
        JettyLine<?> line = this.line;
        SourceException explained = line != null && line.limit().isExceeded()
                ? new SourceException(Problem.TOO_LARGE, failure,
                        Long.toString(connection.limits().largestAnswer(connection.address().https())))
                : HttpFailures.explain(failure, connection.address().name(), connection.limits().timeout());
        end();
        if (answer.completeExceptionally(explained)) {
            logger.debug("{}{} failed after {} ms: {}", connection.address().name(), request, elapsed().toMillis(),
                    HttpFailures.causes(failure));
        }
    }

    private void end() {
        ended = true;
        watchdog.complete(null);
        JettyLine<?> line = this.line;
        if (line != null) {
            line.discard();
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** What comes back over one line. */
    final class Answer {
        private final JettyLine<?> line;
        private final boolean reused;
        private final long bytesBefore;
        private final List<String> cookies = new ArrayList<>();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private int head;
        private final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private boolean refused;

        Answer(JettyLine<?> line, boolean reused) {
            this.line = line;
            this.reused = reused;
            this.bytesBefore = line.bytesIn();
        }

        /** @param status the status, perhaps of an interim answer */
        void begin(int status) {
            if (status < LEAST_FINAL_STATUS) {
                refuse(Problem.HTTP_STATUS, status);
            }
        }

        /**
         * @param name name of a header field
         * @param value its value
         * @return whether the HTTP library may see it: by itself it would store cookies and unpack bodies
         */
        boolean header(String name, @Nullable String value) {
            String text = value == null ? "" : value;
            head += FIELD_OVERHEAD + name.length() + text.length();
            if (head > HttpLimits.LARGEST_HEAD) {
                refuse(Problem.TOO_LARGE, HttpLimits.LARGEST_HEAD);
                return false;
            }
            if ("Set-Cookie".equalsIgnoreCase(name)) {
                cookies.add(text);
            } else {
                fields.putIfAbsent(name, text);
            }
            return !HANDLED_HERE.contains(name.toLowerCase(Locale.ROOT));
        }

        /** @param content the next part of the body */
        void content(ByteBuffer content) {
            if (refused) {
                return;
            }
            int largest = connection.limits().largestBody();
            if (body.size() + content.remaining() > largest) {
                refuse(Problem.TOO_LARGE, largest);
                return;
            }
            byte[] part = new byte[content.remaining()];
            content.get(part);
            body.write(part, 0, part.length);
        }

        private void refuse(Problem problem, int argument) {
            refused = true;
            fail(new SourceException(problem, Integer.toString(argument)));
        }

        /**
         * @param status the status
         * @param failure why the answer is not complete, null if it is
         */
        void complete(int status, @Nullable Throwable failure) {
            if (ended) {
                line.discard();
            } else if (failure == null) {
                succeed(status);
            } else if (isRepeatable(failure)) {
                logger.trace("{}{}: the kept connection was closed, asked again", connection.address().name(), request);
                line.discard();
                step(JettyExchange.this::sendOverNewLine);
            } else {
                fail(failure);
            }
        }

        /** The server may have closed the kept line at the very moment at which it was used again. */
        private boolean isRepeatable(Throwable failure) {
            return reused && request.isHarmless() && line.bytesIn() == bytesBefore
                    && !(failure instanceof SourceException);
        }

        private void succeed(int status) {
            Reply reply;
            try {
                byte[] unpacked = PackedBody.unpack(fields.get("Content-Encoding"), body.toByteArray(),
                        connection.limits().largestBody());
                reply = new Reply(status, fields.get("Location"),
                        RetryAfter.read(fields.get("Retry-After"), fields.get("Date")), List.copyOf(cookies), unpacked,
                        elapsed(), line.certificate());
            } catch (SourceException e) {
                fail(e);
                return;
            }
            logger.trace("{}{} answered {} with {} bytes after {} ms", connection.address().name(), request,
                    reply.status(), reply.body().length, reply.responseTime().toMillis());
            JettyExchange.this.line = null;
            watchdog.complete(null);
            connection.keep(line);
            answer.complete(reply);
        }
    }
}
