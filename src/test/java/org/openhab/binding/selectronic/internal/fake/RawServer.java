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
package org.openhab.binding.selectronic.internal.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A server that says exactly what a test wants it to say, byte by byte.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class RawServer implements AutoCloseable {
    /** The heads of all requests. */
    public final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ServerSocket server;
    private volatile Talk talk;

    /** What is said to a request. */
    @FunctionalInterface
    public interface Talk {
        /**
         * @param call the request, and how to answer it
         * @throws IOException if the client has gone; the connection is closed then
         */
        void answer(Call call) throws IOException;
    }

    /** A request. */
    public final class Call {
        /** The number of the connection, and of the request on it; both begin with 0. */
        public final int connection, request;
        /** Request line and header lines. */
        public final String head;
        private final Socket socket;

        private Call(int connection, int request, String head, Socket socket) {
            this.connection = connection;
            this.request = request;
            this.head = head;
            this.socket = socket;
        }

        /** Sends bytes at once. */
        public void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** Sends bytes at once. */
        public void send(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        /** Sends the same again and again until the client has gone, with a pause after each. */
        public void repeat(byte[] bytes, long pauseMillis) throws IOException {
            while (!pause(pauseMillis)) {
                send(bytes);
            }
        }

        /** Says nothing more until the test is over. */
        public void hang() {
            pause(60_000);
        }

        /** Closes the connection. */
        public void close() throws IOException {
            socket.close();
        }

        private boolean pause(long millis) {
            try {
                return closed.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
    }

    /** @param talk what is said at first */
    public RawServer(Talk talk) {
        this.talk = talk;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin(this::accept);
    }

    /** @param talk what is said from now on */
    public void say(Talk talk) {
        this.talk = talk;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** @return how many connections there have been */
    public int connections() {
        return connections.get();
    }

    /** @return how many connections have not ended */
    public long open() {
        return sockets.size();
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "raw server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                int number = connections.getAndIncrement();
                begin(() -> serve(socket, number));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            socket.setTcpNoDelay(true);
            for (int request = 0; !socket.isClosed(); request++) {
                String head = head(socket.getInputStream());
                if (head.isEmpty()) {
                    return;
                }
                requests.add(head);
                talk.answer(new Call(number, request, head, socket));
            }
        } catch (IOException e) {
            // the client has gone
        } finally {
            sockets.remove(socket);
        }
    }

    /** Up to the blank line; of what is no HTTP the first bytes. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int first = in.read();
        if (first != 'G' && first != 'P') {
            return first < 0 ? "" : "no HTTP";
        }
        head.append((char) first);
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
