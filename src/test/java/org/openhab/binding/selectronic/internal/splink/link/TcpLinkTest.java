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
package org.openhab.binding.selectronic.internal.splink.link;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.selectronic.internal.polling.SteadyClock;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.TestClock;
import org.openhab.binding.selectronic.simulator.web.SelfSigned;

/**
 * Tests connections over the loopback.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(60)
class TcpLinkTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final byte[] GREETING = "LOGIN \"now\"\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final SSLSocketFactory PLATFORM = (SSLSocketFactory) SSLSocketFactory.getDefault();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TestClock clock = new TestClock();
    private final byte[] buffer = new byte[100];
    private ServerSocket server = listening();

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void endThreads() throws IOException, InterruptedException {
        server.close();
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS), is(true));
    }

    private TcpLink adapter() {
        return TcpLink.toAdapter("127.0.0.1", server.getLocalPort(), TIMEOUT, clock);
    }

    private byte[] read(Link link) throws SourceException, InterruptedException {
        return Arrays.copyOf(buffer, link.read(buffer, TIMEOUT));
    }

    private static void assertCut(@Nullable Throwable failure, Link link) {
        assertThat(failure, is(instanceOf(SourceException.class)));
        assertThat(((SourceException) Objects.requireNonNull(failure)).problem(), is(Problem.LINK_CUT));
        assertThat(((SourceException) failure).arguments(), is(List.of(link.name())));
    }

    private Future<Socket> acceptAndSay(byte[] bytes) {
        return threads.submit(() -> {
            Socket socket = server.accept();
            socket.getOutputStream().write(bytes);
            return socket;
        });
    }

    @Test
    void bytesGoBothWays() throws Exception {
        TcpLink link = adapter();
        link.open();
        try (Socket accepted = server.accept()) {
            assertThat(link.name(), is("127.0.0.1:" + server.getLocalPort()));
            link.write(new byte[] { 1, 2, 3 });
            assertThat(accepted.getInputStream().readNBytes(3), is(new byte[] { 1, 2, 3 }));

            accepted.getOutputStream().write(new byte[] { 4, 5 });
            assertThat(read(link), is(new byte[] { 4, 5 }));
            assertThat(link.read(buffer, SHORT), is(0));
            assertThat(link.read(buffer, Duration.ZERO), is(0));
        }
        link.close();
    }

    @Test
    void whatAFormerSessionLeftIsForgotten() throws Exception {
        Future<Socket> accepted = acceptAndSay(new byte[5000]);
        TcpLink link = adapter();
        link.open();
        try (Socket socket = Objects.requireNonNull(accepted.get())) {
            assertThat(link.read(buffer, SHORT), is(0));
            socket.getOutputStream().write(7);
            assertThat(read(link), is(new byte[] { 7 }));
        }
        link.close();
    }

    @Test
    void whoDoesNotStopTalkingDoesNotHoldUsUp() throws Exception {
        Future<?> talking = threads.submit(() -> {
            try (Socket socket = server.accept()) {
                while (true) {
                    clock.pass(Duration.ofMillis(10));
                    socket.getOutputStream().write(new byte[500]);
                }
            }
        });
        TcpLink link = adapter();
        link.open();
        link.close();
        assertThat(assertThrows(ExecutionException.class, talking::get).getCause(), is(instanceOf(IOException.class)));
    }

    @Test
    void theEndOfTheConnectionIsNoticed() throws Exception {
        TcpLink link = adapter();
        link.open();
        server.accept().close();

        assertCut(assertThrows(SourceException.class, () -> link.read(buffer, TIMEOUT)), link);
        assertCut(assertThrows(SourceException.class, () -> {
            while (true) {
                link.write(new byte[10_000]);
            }
        }), link);
        assertCut(assertThrows(SourceException.class, () -> link.read(buffer, TIMEOUT)), link);
        link.close();
    }

    @Test
    void anAdapterThatEndsTheConnectionAtOnceIsNotOpen() throws Exception {
        Future<?> accepting = threads.submit(() -> {
            server.accept().close();
            return null;
        });
        TcpLink link = adapter();
        assertCut(assertThrows(SourceException.class, link::open), link);
        accepting.get();
    }

    @Test
    void aLinkThatIsNotOpenIsCut() {
        TcpLink link = adapter();
        assertCut(assertThrows(SourceException.class, () -> link.read(buffer, TIMEOUT)), link);
        assertCut(assertThrows(SourceException.class, () -> link.write(buffer)), link);
        link.close();
    }

    @Test
    void nobodyListens() throws IOException {
        TcpLink link = adapter();
        server.close();
        SourceException failure = assertThrows(SourceException.class, link::open);
        assertThat(failure.problem(), is(Problem.ADAPTER_REFUSED));
        assertThat(failure.arguments(), is(List.of(link.name())));
        assertThat(failure.getCause(), is(instanceOf(ConnectException.class)));
    }

    @Test
    void aNameThatDoesNotExist() {
        TcpLink link = TcpLink.toAdapter("no such host", 10001, TIMEOUT, clock);
        SourceException failure = assertThrows(SourceException.class, link::open);
        assertThat(failure.problem(), is(Problem.UNKNOWN_HOST));
        assertThat(failure.arguments(), is(List.of("no such host")));
    }

    @Test
    void closingEndsAReadThatWaits() throws Exception {
        TcpLink link = adapter();
        link.open();
        Future<Integer> reading = threads.submit(() -> link.read(buffer, Duration.ofMinutes(5)));
        server.accept();
        link.close();
        assertCut(assertThrows(ExecutionException.class, reading::get).getCause(), link);
        link.close();
    }

    @Test
    void anInterruptedThreadDoesNotRead() throws Exception {
        TcpLink link = adapter();
        link.open();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> link.read(buffer, TIMEOUT));
        link.close();
    }

    @Test
    void anAdapterGetsASecondBetweenTwoConnections() throws Exception {
        SteadyClock steady = new SteadyClock();
        TcpLink link = TcpLink.toAdapter("127.0.0.1", server.getLocalPort(), TIMEOUT, steady);
        link.open();
        Instant closing = steady.instant();
        link.close();
        link.open();
        Duration pause = Duration.between(closing, steady.instant());
        assertThat(pause.toString(), pause.compareTo(Duration.ofSeconds(1)) >= 0, is(true));
        link.close();
    }

    @Test
    void afterASecondThereIsNoPause() throws Exception {
        TcpLink link = adapter();
        link.open();
        link.close();
        clock.pass(Duration.ofSeconds(1));
        link.open();
        link.close();
    }

    @Test
    void closingEndsThePause() throws Exception {
        TcpLink link = adapter();
        link.open();
        link.close();
        Future<?> opening = threads.submit(() -> {
            link.open();
            return null;
        });
        while (!opening.isDone()) {
            link.close();
            Thread.onSpinWait();
        }
        assertCut(assertThrows(ExecutionException.class, opening::get).getCause(), link);
    }

    @Test
    void thePauseCanBeInterrupted() throws Exception {
        TcpLink link = adapter();
        link.open();
        link.close();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, link::open);
    }

    private static SSLSocketFactory trusting(SelfSigned key) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", key.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private void listenSecurely(SelfSigned key, String address) throws IOException {
        server.close();
        server = key.context().getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName(address));
    }

    @Test
    void aSecureConnectionIsMadeToTheRightServer() throws Exception {
        SelfSigned key = SelfSigned.usual();
        listenSecurely(key, "127.0.0.1");
        Future<Socket> accepted = acceptAndSay(GREETING);
        TcpLink link = TcpLink.secure("localhost", server.getLocalPort(), TIMEOUT, clock, trusting(key));
        link.open();
        try (Socket socket = Objects.requireNonNull(accepted.get())) {
            assertThat("nothing is forgotten", read(link), is(GREETING));
            link.write(new byte[] { 9 });
            assertThat(socket.getInputStream().read(), is(9));
            assertThat(link.read(buffer, SHORT), is(0));
            socket.getOutputStream().write(8);
            assertThat("after a time-out too", read(link), is(new byte[] { 8 }));
        }
        assertCut(assertThrows(SourceException.class, () -> link.read(buffer, TIMEOUT)), link);
        link.close();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotAccepted() throws Exception {
        listenSecurely(SelfSigned.create(), "127.0.0.1");
        acceptAndSay(GREETING);
        TcpLink link = TcpLink.secure("localhost", server.getLocalPort(), TIMEOUT, clock, PLATFORM);
        SourceException failure = assertThrows(SourceException.class, link::open);
        assertThat(failure.problem(), is(Problem.TUNNEL_TLS));
        assertThat(failure.arguments().get(0), is(link.name()));
    }

    @Test
    void aCertificateForAnotherNameIsNotAccepted() throws Exception {
        SelfSigned key = SelfSigned.usual();
        listenSecurely(key, "127.0.0.2");
        acceptAndSay(GREETING);
        TcpLink link = TcpLink.secure("127.0.0.2", server.getLocalPort(), TIMEOUT, clock, trusting(key));
        SourceException failure = assertThrows(SourceException.class, link::open);
        assertThat(failure.problem(), is(Problem.TUNNEL_TLS));
        assertThat(failure.arguments().get(1), containsString("127.0.0.2"));
    }

    @Test
    void aServerThatIsNotSecureIsNotTalkedTo() {
        acceptAndSay(GREETING);
        TcpLink link = TcpLink.secure("localhost", server.getLocalPort(), TIMEOUT, clock, PLATFORM);
        assertThat(assertThrows(SourceException.class, link::open).problem(), is(Problem.TUNNEL_TLS));
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForLonger() {
        TcpLink link = TcpLink.secure("localhost", server.getLocalPort(), SHORT, clock, PLATFORM);
        SourceException failure = assertThrows(SourceException.class, link::open);
        assertThat(failure.problem(), is(Problem.NO_ANSWER));
        assertThat(failure.arguments(), is(List.of(link.name(), "0")));
    }

    /** A time-out of a socket begins anew with each byte; that of a connection does not. */
    @Test
    void aServerThatDripsIsNotWaitedForLonger() throws Exception {
        Future<?> dripping = threads.submit(() -> {
            try (Socket socket = server.accept()) {
                // the beginning of a TLS record, and then of a handshake message that never ends
                socket.getOutputStream().write(new byte[] { 22, 3, 3, 64, 0, 2, 0, 63, (byte) 252 });
                while (!threads.awaitTermination(5, TimeUnit.MILLISECONDS)) {
                    socket.getOutputStream().write(0);
                }
                return null;
            }
        });
        Duration timeout = Duration.ofMillis(150);
        TcpLink link = TcpLink.secure("localhost", server.getLocalPort(), timeout, new SteadyClock(), PLATFORM);
        long begin = System.nanoTime();
        assertThat(assertThrows(SourceException.class, link::open).problem(), is(Problem.NO_ANSWER));
        assertThat(Duration.ofNanos(System.nanoTime() - begin), is(lessThan(Duration.ofSeconds(3))));
        dripping.cancel(true);
    }

    @Test
    void theSystemsOwnWordsForSilenceAreNoRefusal() {
        TcpLink link = adapter();
        assertThat(link.explained(new ConnectException("Connection timed out")).problem(), is(Problem.NO_ANSWER));
        assertThat(link.explained(new ConnectException("Host is down")).problem(), is(Problem.NO_ROUTE));
    }

    @Test
    void theWayThatAConnectionFailsIsReported() {
        TcpLink link = adapter();
        Map<IOException, Problem> failures = Map.of(new NoRouteToHostException("No route to host"), Problem.NO_ROUTE,
                new SocketException("Network is unreachable"), Problem.NO_ROUTE,
                new ConnectException("Connection refused"), Problem.ADAPTER_REFUSED,
                new SocketTimeoutException("Connect timed out"), Problem.NO_ANSWER, new UnknownHostException("adapter"),
                Problem.UNKNOWN_HOST, new SSLException("bad"), Problem.TUNNEL_TLS,
                new SocketException("Permission denied"), Problem.NO_CONNECTION);
        failures.forEach((cause, problem) -> {
            SourceException failure = link.explained(cause);
            assertThat(failure.problem(), is(problem));
            assertThat(failure.getCause(), is(sameInstance(cause)));
        });
    }
}
