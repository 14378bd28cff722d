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
package org.openhab.binding.selectronic.simulator.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.fault.Answer;
import org.openhab.binding.selectronic.simulator.fault.AnswerFault;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.fault.FaultPlan;
import org.openhab.binding.selectronic.simulator.fault.FaultyLine;
import org.openhab.binding.selectronic.simulator.fault.LineFault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/**
 * A web server on the loopback behind a line that can be bad. It shows a {@link Site}, keeps a log of requests, and
 * does what goes wrong on demand.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class WebFrontEnd implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;
    /** The JDK's server writes head and body apart; without this setting each answer takes 40 ms on Linux. */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final Site site;
    private final Clock clock;
    private final Duration hangTime;
    private final RequestLog log = new RequestLog();
    private final FaultPlan plan = new FaultPlan();
    private final ExecutorService workers;
    private final FaultyLine line;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<Integer, Runnable> unanswered = new ConcurrentHashMap<>();
    private HttpServer server;

    /**
     * Starts to listen.
     *
     * @param port for clients, 0 for any free one
     * @param certificate for TLS; plain HTTP without
     * @param hangTime how long requests hang that the site does not answer
     */
    public WebFrontEnd(Site site, Clock clock, int port, @Nullable SelfSigned certificate, Duration hangTime)
            throws IOException {
        this.site = site;
        this.clock = clock;
        this.hangTime = hangTime;
        this.workers = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "simulated web front end");
            thread.setDaemon(true);
            return thread;
        });
        this.server = start(certificate);
        try {
            this.line = new FaultyLine(server.getAddress(), port);
        } catch (IOException e) {
            server.stop(0);
            workers.shutdownNow();
            throw e;
        }
    }

    public int port() {
        return line.port();
    }

    public RequestLog log() {
        return log;
    }

    /** The line in front, for what goes wrong below HTTP. */
    public FaultyLine line() {
        return line;
    }

    /** Lets something go wrong with everything, until cleared. */
    public void inject(Fault fault) {
        if (fault instanceof LineFault.Refuse) {
            line.refuse();
        } else {
            inject(fault, "", Long.MAX_VALUE);
        }
    }

    /** Lets something go wrong for requests whose path ends so, a number of times. */
    public void inject(Fault fault, String pathEnd, long times) {
        plan.add(pathEnd, fault, times);
    }

    /** All is well again. */
    public void clearFaults() {
        plan.clear();
        line.clear();
    }

    /** Goes on behind the same port with another certificate; present connections are dropped. */
    public synchronized void restart(SelfSigned certificate) throws IOException {
        HttpServer old = server;
        server = start(certificate);
        line.retarget(server.getAddress());
        old.stop(0);
    }

    @Override
    public synchronized void close() {
        closing.countDown();
        line.close();
        server.stop(0);
        workers.shutdownNow();
        try {
            workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpServer start(@Nullable SelfSigned certificate) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        System.setProperty(NO_DELAY, Boolean.TRUE.toString());
        HttpServer fresh;
        if (certificate == null) {
            fresh = HttpServer.create(address, 0);
        } else {
            HttpsServer secure = HttpsServer.create(address, 0);
            secure.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
            fresh = secure;
        }
        fresh.setExecutor(workers);
        fresh.createContext("/", this::handle);
        fresh.start();
        return fresh;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int port = exchange.getRemoteAddress().getPort();
            Request request = new Request(clock.instant(), exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(), new TreeMap<>(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes(), line.clientPort(port));
            Optional.ofNullable(unanswered.remove(port)).ifPresent(Runnable::run);
            Runnable end = begin(request);
            Optional<Fault> fault = plan.take(request.path()).or(() -> site.trouble(request));
            if (fault.isPresent() && fault.get() instanceof LineFault lineFault) {
                unanswered.put(port, end);
                line.afterClose(port, end);
                if (lineFault instanceof LineFault.Refuse) {
                    line.drop(port);
                    return;
                }
                line.inject(port, lineFault);
                send(exchange, site.answer(request));
            } else if (fault.isEmpty() && site.hangs(request)) {
                line.afterClose(port, end);
                hang();
                line.drop(port);
            } else {
                line.inject(port, null);
                Answer answer = site.answer(request);
                if (fault.isPresent() && fault.get() instanceof AnswerFault answerFault) {
                    answer = answerFault.change(answer);
                }
                // before the answer: a client that has it may ask again at once
                end.run();
                send(exchange, answer);
            }
        }
    }

    private Runnable begin(Request request) {
        AtomicBoolean over = new AtomicBoolean();
        String client = site.client(request);
        log.begin(request, client);
        return () -> {
            if (over.compareAndSet(false, true)) {
                log.end(client);
            }
        };
    }

    private void hang() throws IOException {
        try {
            closing.await(hangTime.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("closing", e);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        long length = answer.body().length();
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        if (length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                answer.body().writeTo(out);
            }
        }
    }
}
