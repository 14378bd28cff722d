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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.RawServer;
import org.openhab.binding.selectronic.internal.fake.TestHttpClients;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Answers put together at random from pieces of HTTP: each request completes in its time, with an answer or a declared
 * failure, and the next one is none the worse for it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class HttpAnswersTest {
    private static final int REQUESTS = 240;
    private static final int AT_A_TIME = 24;
    private static final Duration TIMEOUT = Duration.ofMillis(250);
    private static final String[] PIECES = { "HTTP/1.1 200 OK\r\n", "HTTP/1.1 101 S\r\n", "HTTP/1.1 100 C\r\n",
            "HTTP/1.1 103 H\r\n", "HTTP/1.1 204 N\r\n", "HTTP/1.1 304 N\r\n", "HTTP/1.1 401 N\r\n",
            "HTTP/1.1 407 N\r\n", "HTTP/1.1 302 F\r\n", "HTTP/1.0 200 OK\r\n", "HTTP/0.9 200\r\n", "HTTP/2 200\r\n",
            "HTTP/1.1 999 x\r\n", "HTTP/1.1 0 x\r\n", "HTTP/1.1 -1\r\n", "\r\n", "\r\n\r\n", "Content-Length: 2\r\n",
            "Content-Length: 0\r\n", "Content-Length: -5\r\n", "Content-Length: 99999999999\r\n",
            "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: gzip\r\n", "Transfer-Encoding: chunked, chunked\r\n",
            "Content-Encoding: gzip\r\n", "Connection: close\r\n", "Connection: upgrade\r\nUpgrade: websocket\r\n",
            "Location: /\r\n", "Location: http://127.0.0.1:1/\r\n", "WWW-Authenticate: Basic realm=\"x\"\r\n",
            "WWW-Authenticate: \r\n", "Proxy-Authenticate: Basic\r\n", "Set-Cookie: a=b\r\n", "Retry-After: x\r\n",
            "[]", "2\r\n[]\r\n0\r\n\r\n", "0\r\n\r\n", "zz\r\n", "ffffffff\r\n", "-1\r\n", "\0", "\n", "X\r\n",
            ": \r\n", " folded\r\n", "\u001f\u008b\b", "HTTP/1.1 100 C\r\n\r\n", "HTTP/1.1 102 P\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n" };

    @Test
    void whateverIsAnsweredTheRequestCompletesInItsTime() throws Exception {
        Random random = new Random(20261128);
        try (TestHttpClients http = new TestHttpClients(); RawServer server = new RawServer(call -> {
            for (String part : script(new Random(Long.parseLong(call.head.replaceAll("(?s)GET /(\\d+).*", "$1"))))) {
                call.send(part);
            }
            call.hang();
        })) {
            List<HttpConnection> connections = new ArrayList<>();
            for (int i = 0; i < AT_A_TIME; i++) {
                connections.add(http.connections().open(new HttpAddress("127.0.0.1", server.port(), false),
                        new HttpLimits(TIMEOUT, 4096)));
            }
            for (int round = 0; round < REQUESTS / AT_A_TIME; round++) {
                List<CompletableFuture<Object>> answers = new ArrayList<>();
                List<String> seeds = new ArrayList<>();
                for (HttpConnection connection : connections) {
                    String seed = Integer.toString(random.nextInt(1_000_000_000));
                    seeds.add(seed);
                    answers.add(connection.send(HttpRequest.json("/" + seed)).<Object> thenApply(reply -> reply)
                            .exceptionally(Futures::cause));
                }
                for (int i = 0; i < answers.size(); i++) {
                    Object outcome = answers.get(i).get(10, TimeUnit.SECONDS);
                    assertThat(String.join("|", script(new Random(Long.parseLong(seeds.get(i))))), outcome,
                            is(anyOf(instanceOf(Reply.class), instanceOf(SourceException.class))));
                }
            }
            for (HttpConnection connection : connections) {
                connection.close().get(5, TimeUnit.SECONDS);
            }
            assertThat(http.leftRunning(), is(0L));
        }
    }

    private static List<String> script(Random random) {
        List<String> parts = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            StringBuilder part = new StringBuilder();
            int pieces = 1 + random.nextInt(4);
            for (int piece = 0; piece < pieces; piece++) {
                part.append(PIECES[random.nextInt(PIECES.length)]);
            }
            parts.add(part.toString());
        }
        return parts;
    }
}
