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
package org.openhab.binding.selectronic.simulator.splink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Accepts connections on a socket and serves each on a thread of its own.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Listener implements AutoCloseable {
    /** Serves a connection until its end. */
    @FunctionalInterface
    interface Service {
        void serve(Socket socket) throws IOException;
    }

    private static final long PATIENCE_SECONDS = 5;

    private final ServerSocket socket;
    private final Service service;
    private final String name;
    private final Map<Socket, Thread> sessions = new HashMap<>();
    private final Thread acceptor;

    Listener(ServerSocket socket, String name, Service service) {
        this.socket = socket;
        this.name = name;
        this.service = service;
        this.acceptor = new Thread(this::acceptAll, name);
        this.acceptor.setDaemon(true);
    }

    void start() {
        acceptor.start();
    }

    /** Ends all connections. */
    void dropAll() {
        Map<Socket, Thread> all;
        synchronized (sessions) {
            all = Map.copyOf(sessions);
        }
        try {
            for (Socket session : all.keySet()) {
                session.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            acceptor.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            Map<Socket, Thread> all;
            synchronized (sessions) {
                all = Map.copyOf(sessions);
            }
            dropAll();
            for (Thread session : all.values()) {
                session.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                begin(socket.accept());
            } catch (IOException e) {
                // the port was closed, or the client was gone before it was served: the loop condition tells which
                continue;
            }
        }
    }

    private void begin(Socket session) {
        Thread thread = new Thread(() -> run(session), name + " for " + session.getPort());
        thread.setDaemon(true);
        synchronized (sessions) {
            sessions.put(session, thread);
        }
        thread.start();
    }

    private void run(Socket session) {
        try (session) {
            service.serve(session);
        } catch (IOException e) {
            // one of the two ends has gone: so has the session
            return;
        } finally {
            synchronized (sessions) {
                sessions.remove(session);
            }
        }
    }
}
