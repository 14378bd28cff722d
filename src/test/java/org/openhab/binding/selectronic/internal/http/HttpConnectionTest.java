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
import static org.junit.jupiter.api.Assertions.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.RawServer;
import org.openhab.binding.selectronic.internal.fake.RawServer.Call;
import org.openhab.binding.selectronic.internal.fake.RawServer.Talk;
import org.openhab.binding.selectronic.internal.fake.TestHttpClients;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * One request in, one bounded answer or typed failure out, whatever the server says and whatever Jetty makes of it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class HttpConnectionTest {
    /** Enough for any answer that comes, on a busy machine. */
    private static final Duration USUAL = Duration.ofSeconds(8);
    /** For answers that do not come. */
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final int LARGEST_BODY = 4096;
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private final TestHttpClients http = new TestHttpClients();
    private final RawServer server = new RawServer(HttpConnectionTest::good);
    private HttpConnection connection = connection(false, USUAL);

    private HttpConnection connection(boolean https, Duration timeout) {
        return http.connections().open(new HttpAddress("127.0.0.1", server.port(), https),
                new HttpLimits(timeout, LARGEST_BODY));
    }

    @AfterEach
    void close() {
        connection.close().join();
        server.close();
        http.close();
    }

    private static void good(Call call) throws IOException {
        call.send(OK + "Content-Length: 2\r\n\r\n[]");
    }

    private CompletableFuture<Reply> get() {
        return connection.send(HttpRequest.json("/page?x=1"));
    }

    private static Reply reply(CompletableFuture<Reply> answer) {
        try {
            return answer.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Never waited for longer than a request may take. */
    private static SourceException failure(CompletableFuture<Reply> answer) {
        CompletionException failure = assertThrows(CompletionException.class,
                () -> answer.orTimeout(20, TimeUnit.SECONDS).join());
        return assertInstanceOf(SourceException.class, failure.getCause());
    }

    /** What was done to the connection before must not be felt by the next request. */
    private void theNextRequestIsAnswered() {
        server.say(HttpConnectionTest::good);
        assertThat(new String(reply(get()).body(), StandardCharsets.US_ASCII), is("[]"));
    }

    private void impatient(boolean https) {
        connection.close().join();
        connection = connection(https, SHORT);
    }

    /** One of several, since on a busy machine a good answer may take longer than is waited for here. */
    private void oneOfTheNextRequestsIsAnswered() {
        server.say(HttpConnectionTest::good);
        boolean answered = false;
        for (int i = 0; i < 10 && !answered; i++) {
            answered = get().handle((reply, failure) -> failure == null).join();
        }
        assertThat(answered, is(true));
    }

    static Stream<Arguments> interimAnswers() {
        String hundred = "HTTP/1.1 100 Continue\r\n\r\n";
        return Stream.of(Arguments.of("100", "100", (Talk) call -> {
            call.send(hundred);
            call.hang();
        }), Arguments.of("100 twice", "100", (Talk) call -> {
            call.send(hundred + hundred);
            call.hang();
        }), Arguments.of("100 twice with a pause", "100", (Talk) call -> call.repeat(hundred.getBytes(), 50)),
                Arguments.of("101", "101", (Talk) call -> {
                    call.send("HTTP/1.1 101 S\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
                    call.hang();
                }), Arguments.of("102", "102", (Talk) call -> {
                    call.send("HTTP/1.1 102 Processing\r\n\r\n");
                    call.hang();
                }),
                Arguments.of("103 for ever", "103",
                        (Talk) call -> call.repeat("HTTP/1.1 103 Early\r\nLink: a\r\n\r\n".getBytes(), 0)),
                Arguments.of("100 and an answer", "100", (Talk) call -> call.send(hundred + OK + "\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("interimAnswers")
    void anInterimStatusEndsTheRequestAtOnceAndStaysNowhere(String name, String status, Talk talk) {
        for (int i = 0; i < 3; i++) {
            server.say(talk);
            long begin = System.nanoTime();
            SourceException failure = failure(get());
            assertThat(failure.problem(), is(Problem.HTTP_STATUS));
            assertThat(failure.arguments(), contains(status));
            assertThat(System.nanoTime() - begin, is(lessThan(USUAL.toNanos() / 2)));
        }
        theNextRequestIsAnswered();
    }

    static Stream<Arguments> endlessAnswers() {
        return Stream.of(Arguments.of("silence", (Talk) Call::hang),
                Arguments.of("dripping status line", (Talk) call -> {
                    call.send("HTTP/1.1 200 ");
                    call.repeat("O".getBytes(), 30);
                }), Arguments.of("dripping head", (Talk) call -> {
                    call.send(OK);
                    call.repeat("X: y\r\n".getBytes(), 30);
                }), Arguments.of("dripping body", (Talk) call -> {
                    call.send(OK + "Content-Length: 1000\r\n\r\n");
                    call.repeat(" ".getBytes(), 30);
                }), Arguments.of("dripping chunks", (Talk) call -> {
                    call.send(OK + "Transfer-Encoding: chunked\r\n\r\n");
                    call.repeat("1\r\n \r\n".getBytes(), 30);
                }), Arguments.of("half a body", (Talk) call -> {
                    call.send(OK + "Content-Length: 1000\r\n\r\n[");
                    call.hang();
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endlessAnswers")
    void anAnswerThatDoesNotEndIsEndedInTime(String name, Talk talk) {
        impatient(false);
        server.say(talk);
        SourceException failure = failure(get());
        assertThat(failure.problem(), is(Problem.NO_ANSWER));
        assertThat(failure.getCause(), is(instanceOf(TimeoutException.class)));
        oneOfTheNextRequestsIsAnswered();
    }

    /** A record of TLS is announced, and comes byte by byte. */
    @Test
    void aHandshakeThatDripsIsEndedInTime() {
        impatient(true);
        server.say(call -> {
            call.send(new byte[] { 0x16, 3, 3, 0x40, 0 });
            call.repeat(new byte[] { 2 }, 30);
        });
        assertThat(failure(get()).problem(), is(Problem.NO_ANSWER));
    }

    /** A client that never reports back, neither success nor failure. */
    @Test
    void aClientThatNeverCompletesDoesNotHoldUpTheRequest() {
        HttpConnection stuck = new JettyConnections(tls -> resolving((host, promise) -> {
            // as if it were lost
        }), ForkJoinPool.commonPool()).open(new HttpAddress("127.0.0.1", server.port(), false),
                new HttpLimits(SHORT, LARGEST_BODY));
        assertThat(failure(stuck.send(HttpRequest.json("/"))).problem(), is(Problem.NO_ANSWER));
        stuck.close().join();
    }

    /** A client with a name service of its own; with each generation of Jetty its method has other parameters. */
    private static HttpClient resolving(BiConsumer<String, Promise<List<InetSocketAddress>>> names) {
        HttpClient client = new HttpClient();
        client.setSocketAddressResolver(
                (SocketAddressResolver) Proxy.newProxyInstance(HttpClient.class.getClassLoader(),
                        new Class<?>[] { SocketAddressResolver.class }, (proxy, method, arguments) -> {
                            Object[] given = Objects.requireNonNull(arguments);
                            names.accept((String) given[0], promise(given[given.length - 1]));
                            return null;
                        }));
        return client;
    }

    @SuppressWarnings("unchecked")
    private static Promise<List<InetSocketAddress>> promise(Object argument) {
        return (Promise<List<InetSocketAddress>>) argument;
    }

    private static byte[] filled(String begin, int length, String end) {
        return (begin + "a".repeat(length) + end).getBytes(StandardCharsets.US_ASCII);
    }

    static Stream<Arguments> oversizedAnswers() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[2_000_000]);
        }
        assertThat(packed.size(), is(lessThan(LARGEST_BODY)));
        return Stream.of(Arguments.of("status line", (Talk) call -> {
            call.send("HTTP/1.1 200 ");
            call.repeat(filled("", 8192, ""), 0);
        }), Arguments.of("header line", (Talk) call -> {
            call.send(OK + "X: ");
            call.repeat(filled("", 8192, ""), 0);
        }), Arguments.of("header name", (Talk) call -> {
            call.send(OK);
            call.repeat(filled("", 8192, ""), 0);
        }), Arguments.of("header lines", (Talk) call -> {
            call.send(OK);
            call.repeat(filled("X: ", 1000, "\r\n"), 0);
        }), Arguments.of("many short header lines", (Talk) call -> {
            call.send(OK);
            call.repeat("A:\r\nB:\r\nC:\r\nD:\r\n".getBytes(), 0);
        }), Arguments.of("cookies", (Talk) call -> {
            call.send(OK);
            call.repeat(filled("Set-Cookie: a=", 1000, "\r\n"), 0);
        }), Arguments.of("trailers", (Talk) call -> {
            call.send(OK + "Transfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n");
            call.repeat(filled("X: ", 1000, "\r\n"), 0);
        }), Arguments.of("extension of a chunk", (Talk) call -> {
            call.send(OK + "Transfer-Encoding: chunked\r\n\r\n1;");
            call.repeat(filled("", 8192, ""), 0);
        }), Arguments.of("announced body", (Talk) call -> {
            call.send(OK + "Content-Length: 5000\r\n\r\n");
            call.send(filled("", 5000, ""));
        }), Arguments.of("chunks", (Talk) call -> {
            call.send(OK + "Transfer-Encoding: chunked\r\n\r\n");
            call.repeat(filled("400\r\n", 1024, "\r\n"), 0);
        }), Arguments.of("body without an end", (Talk) call -> {
            call.send(OK + "\r\n");
            call.repeat(filled("", 8192, ""), 0);
        }), Arguments.of("body that is small as long as it is packed", (Talk) call -> {
            call.send(OK + "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n");
            call.send(packed.toByteArray());
        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oversizedAnswers")
    void anAnswerIsBoundedAsAWhole(String name, Talk talk) {
        server.say(talk);
        long begin = System.nanoTime();
        assertThat(failure(get()).problem(), is(Problem.TOO_LARGE));
        assertThat("not only when its time is over", System.nanoTime() - begin, is(lessThan(USUAL.toNanos() / 2)));
        theNextRequestIsAnswered();
    }

    @Test
    void aPackedBodyIsUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("[1]".getBytes(StandardCharsets.US_ASCII));
        }
        server.say(call -> {
            call.send(OK + "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n");
            call.send(packed.toByteArray());
        });
        assertThat(new String(reply(get()).body(), StandardCharsets.US_ASCII), is("[1]"));
        server.say(call -> call.send(OK + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nxyz"));
        assertThat(failure(get()).problem(), is(Problem.NOT_HTTP));
    }

    /** Says a good answer first, and then nothing but what it is given. */
    private void afterAGoodAnswer(Talk talk) {
        reply(get());
        server.say(talk);
    }

    @Test
    void aGetThatDiesOnAKeptConnectionBeforeAnyByteIsRepeatedOnce() {
        afterAGoodAnswer(call -> {
            if (call.request > 0) {
                call.close();
            } else {
                good(call);
            }
        });
        assertThat(reply(get()).status(), is(200));
        assertThat(server.connections(), is(2));
        assertThat(server.requests.size(), is(3));
    }

    @Test
    void aGetIsNotRepeatedTwice() {
        afterAGoodAnswer(Call::close);
        assertThat(failure(get()).problem(), is(Problem.CONNECTION_CUT));
        assertThat(server.requests.size(), is(3));
    }

    @Test
    void aGetOnANewConnectionIsNotRepeated() {
        server.say(Call::close);
        SourceException failure = failure(get());
        assertThat(failure.problem(), is(Problem.CONNECTION_CUT));
        assertThat(failure.getCause(), is(notNullValue()));
        assertThat(server.requests.size(), is(1));
    }

    @Test
    void whatHasBegunToBeAnsweredIsNotRepeated() {
        afterAGoodAnswer(call -> {
            call.send("HTT");
            call.close();
        });
        failure(get());
        assertThat(server.requests.size(), is(2));
    }

    @Test
    void whatIsPostedIsNotRepeated() {
        afterAGoodAnswer(Call::close);
        failure(connection.send(new HttpRequest("/login", Map.of(), "a=b")));
        assertThat(server.requests.size(), is(2));
    }

    @Test
    void silenceOnAKeptConnectionIsNotRepeated() {
        impatient(false);
        oneOfTheNextRequestsIsAnswered();
        int before = server.requests.size();
        server.say(Call::hang);
        assertThat(failure(get()).problem(), is(Problem.NO_ANSWER));
        assertThat(server.requests.size(), is(before + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = { 204, 301, 302, 307, 400, 401, 403, 404, 407, 429, 500, 503, 511 })
    void everyFinalStatusIsAnAnswer(int status) {
        server.say(call -> call.send("HTTP/1.1 " + status + " x\r\nLocation: /elsewhere\r\n"
                + (status == 204 ? "\r\n" : "Content-Length: 0\r\n\r\n")));
        Reply reply = reply(get());
        assertThat(reply.status(), is(status));
        assertThat("nothing is followed", server.requests.size(), is(1));
        SourceException failure = assertThrows(SourceException.class, reply::good);
        assertThat(failure.problem(), is(
                reply.isRedirect() ? Problem.REDIRECTED : status == 429 ? Problem.RATE_LIMITED : Problem.HTTP_STATUS));
    }

    @ParameterizedTest
    @ValueSource(strings = { "WWW-Authenticate: Basic realm=\"x\"", "WWW-Authenticate: Digest", "WWW-Authenticate: " })
    void noChallengeIsAnswered(String challenge) {
        server.say(call -> call.send("HTTP/1.1 401 x\r\n" + challenge + "\r\nContent-Length: 0\r\n\r\n"));
        assertThat(reply(get()).status(), is(401));
        reply(get());
        assertThat(server.requests.size(), is(2));
        assertThat(server.requests, everyItem(not(containsStringIgnoringCase("authorization"))));
    }

    @Test
    void noCookieComesBackByItself() {
        server.say(call -> call.send(OK + "Set-Cookie: a=secret; Path=/\r\nContent-Length: 0\r\n\r\n"));
        assertThat(reply(get()).cookies(), contains("a=secret; Path=/"));
        reply(get());
        assertThat(server.requests, everyItem(not(containsStringIgnoringCase("cookie"))));
    }

    @Test
    void failuresAreReportedApartAndCarryTheirCause() throws IOException {
        int nobody;
        try (ServerSocket gone = new ServerSocket(0)) {
            nobody = gone.getLocalPort();
        }
        check(Problem.CONNECTION_REFUSED, new HttpAddress("127.0.0.1", nobody, false));
        check(Problem.UNKNOWN_HOST, new HttpAddress("selectronic.invalid", 0, false));
        server.say(call -> call.send("SSH-2.0-dropbear\r\n\r\n"));
        check(Problem.TLS_FAILED, new HttpAddress("127.0.0.1", server.port(), true));
        check(Problem.NOT_HTTP, new HttpAddress("127.0.0.1", server.port(), false));
    }

    private void check(Problem problem, HttpAddress address) {
        HttpConnection other = http.connections().open(address, new HttpLimits(USUAL, LARGEST_BODY));
        SourceException failure = failure(other.send(HttpRequest.json("/")));
        assertThat(failure.problem(), is(problem));
        assertThat(failure.getCause(), is(notNullValue()));
        other.close().join();
    }

    @Test
    void whatTheSystemSaysIsReportedApart() {
        Duration timeout = Duration.ofSeconds(5);
        assertThat(
                HttpFailures.explain(new java.net.NoRouteToHostException("No route to host"), "h", timeout).problem(),
                is(Problem.NO_ROUTE));
        IOException unreachable = new java.net.SocketException("Could not connect to h");
        unreachable.initCause(new java.net.SocketException("Network is unreachable"));
        assertThat(HttpFailures.explain(unreachable, "h", timeout).problem(), is(Problem.NO_ROUTE));
        assertThat(HttpFailures.explain(new java.net.ConnectException("Connection timed out"), "h", timeout).problem(),
                is(Problem.NO_ANSWER));
        assertThat(HttpFailures.explain(new java.net.ConnectException("Connection refused"), "h", timeout).problem(),
                is(Problem.CONNECTION_REFUSED));
        assertThat(HttpFailures.explain(new java.net.SocketException("Connection reset"), "h", timeout).problem(),
                is(Problem.CONNECTION_CUT));
        SourceException known = new SourceException(Problem.CERTIFICATE_CHANGED, "a", "b");
        assertThat(HttpFailures.explain(new IOException(new IOException(known)), "h", timeout), is(known));
    }

    @Test
    void closingEndsWhatIsUnderWayAndStopsTheClient() {
        CompletableFuture<@Nullable Void> asked = new CompletableFuture<>();
        server.say(call -> {
            asked.complete(null);
            call.hang();
        });
        CompletableFuture<Reply> answer = get();
        asked.orTimeout(5, TimeUnit.SECONDS).join();
        connection.close().orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(failure(answer).problem(), is(Problem.CONNECTION_CUT));
        assertThat(http.leftRunning(), is(0L));
        failure(get());
        assertThat(server.requests.size(), is(1));
    }

    /** Jetty forgets a socket that is being connected when its client is stopped. */
    @Test
    void aConnectionThatIsOnlyBegunIsClosedToo() {
        for (int i = 0; i < 50; i++) {
            HttpConnection brief = connection(false, USUAL);
            CompletableFuture<Reply> answer = brief.send(HttpRequest.json("/"));
            brief.close().orTimeout(5, TimeUnit.SECONDS).join();
            failureOrReply(answer);
        }
        long deadline = System.nanoTime() + USUAL.toNanos();
        while ((server.open() > 0 || http.leftRunning() > 0) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(server.open(), is(0L));
        assertThat(http.leftRunning(), is(0L));
    }

    @Test
    void theLastConnectionThatSharesAClientStopsIt() {
        JettyConnections connections = new JettyConnections(tls -> http.createHttpClient("test"),
                ForkJoinPool.commonPool());
        HttpAddress address = new HttpAddress("127.0.0.1", server.port(), false);
        HttpLimits limits = new HttpLimits(USUAL, LARGEST_BODY);
        HttpConnection one = connections.openShared(address, limits);
        HttpConnection other = connections.openShared(address, limits);
        assertThat(reply(one.send(HttpRequest.json("/"))).status(), is(200));
        assertThat(reply(other.send(HttpRequest.json("/"))).status(), is(200));
        assertThat(http.leftRunning(), is(1L));
        one.close().join();
        one.close().join();
        failure(one.send(HttpRequest.json("/")));
        assertThat(reply(other.send(HttpRequest.json("/"))).status(), is(200));
        other.close().join();
        assertThat(http.leftRunning(), is(0L));
        HttpConnection later = connections.openShared(address, limits);
        assertThat(reply(later.send(HttpRequest.json("/"))).status(), is(200));
        later.close().join();
        assertThat(http.leftRunning(), is(0L));
    }

    private static void failureOrReply(CompletableFuture<Reply> answer) {
        answer.handle((reply, failure) -> true).orTimeout(5, TimeUnit.SECONDS).join();
    }

    @Test
    void aRequestThatIsCancelledIsBrokenOff() {
        server.say(Call::hang);
        CompletableFuture<Reply> answer = get();
        answer.cancel(true);
        theNextRequestIsAnswered();
    }

    @Test
    void hostsAreComparedInTheirNormalForm() {
        assertThat(new HttpAddress("[::1]", 0, true), is(new HttpAddress("0:0:0:0:0:0:0:1", 443, true)));
        assertThat(new HttpAddress("Box.LAN.", 80, false), is(new HttpAddress("box.lan", 0, false)));
        assertThat(new HttpAddress("2001:DB8::7", 0, false).hashCode(),
                is(new HttpAddress("2001:db8:0::7", 0, false).hashCode()));
        assertThat(new HttpAddress("box.lan", 80, true), is(not(new HttpAddress("box.lan", 80, false))));
        assertThat(new HttpAddress("fe80::1%eth0", 8080, false).hostHeader(), is("[fe80:0:0:0:0:0:0:1]:8080"));
    }

    @Test
    void aHostWithAnUnderscoreIsAHost() {
        HttpClient client = resolving((host, promise) -> {
            if (!host.equals("select_live")) {
                throw new UncheckedIOException(new IOException(host));
            }
            promise.succeeded(List.of(new InetSocketAddress("127.0.0.1", server.port())));
        });
        HttpConnection other = new JettyConnections(tls -> client, ForkJoinPool.commonPool())
                .open(new HttpAddress("Select_Live", 0, false), new HttpLimits(USUAL, LARGEST_BODY));
        assertThat(reply(other.send(HttpRequest.json("/x"))).status(), is(200));
        assertThat(server.requests.get(0), containsString("Host: select_live\r\n"));
        other.close().join();
    }
}
