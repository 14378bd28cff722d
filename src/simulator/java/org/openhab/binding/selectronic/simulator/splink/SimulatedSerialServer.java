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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.fault.FaultyLine;

/**
 * A serial-to-network adapter on a loopback port, with a device on its serial line: bytes over TCP, one client at a
 * time, a network that can be bad.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SimulatedSerialServer implements AutoCloseable {
    private static final int BACKLOG = 10;
    private static final int BUFFER = 1024;
    private static final int PORTIONS_OF_A_SECOND = 100;
    /** An adapter learns of a client's end a little later than the client. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private final LineDevice device;
    private final SerialServerOptions options;
    private volatile long lineFree = System.nanoTime();
    private final Listener listener;
    private final FaultyLine line;
    private final ByteArrayOutputStream unread = new ByteArrayOutputStream();
    private @Nullable Socket client;
    private int served;
    private int turnedAway;

    public SimulatedSerialServer(LineDevice device, SerialServerOptions options) throws IOException {
        this.device = device;
        this.options = options;
        ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        this.listener = new Listener(socket, "simulated serial server", this::serve);
        try {
            this.line = new FaultyLine(new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()),
                    options.port());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        listener.start();
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return line.port();
    }

    /** The network in front, for what goes wrong with bytes and connections. */
    public FaultyLine line() {
        return line;
    }

    /** Clients that had the line so far. */
    public synchronized int served() {
        return served;
    }

    /** Clients that found the line taken so far. Those that were refused were never seen. */
    public synchronized int turnedAway() {
        return turnedAway;
    }

    /** Leaves bytes in the adapter, which the next client gets before anything else. */
    public synchronized void leaveUnread(byte... bytes) {
        unread.writeBytes(bytes);
    }

    /** Ends the present connection. */
    public void dropClient() {
        line.dropAll(false);
    }

    /** Waits until a client has the line; false when the time is over before. */
    public boolean awaitClient(Duration patience) throws InterruptedException {
        return await(true, patience);
    }

    /** Waits until no client has the line; false when the time is over before. */
    public boolean awaitIdle(Duration patience) throws InterruptedException {
        return await(false, patience);
    }

    @Override
    public void close() {
        line.close();
        listener.close();
    }

    private synchronized boolean await(boolean present, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (client != null != present) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void serve(Socket socket) throws IOException {
        if (!take(socket)) {
            return;
        }
        CountDownLatch gone = new CountDownLatch(1);
        line.afterClose(socket.getPort(), gone::countDown);
        try {
            if (options.refusesSecond()) {
                line.shut();
            }
            socket.setTcpNoDelay(true);
            device.begin();
            talk(socket, gone);
        } finally {
            release();
            if (options.refusesSecond()) {
                line.reopen();
            }
        }
    }

    private synchronized boolean take(Socket socket) {
        try {
            if (client != null && !await(false, GRACE)) {
                turnedAway++;
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        client = socket;
        served++;
        notifyAll();
        return true;
    }

    private synchronized void release() {
        client = null;
        notifyAll();
    }

    private void talk(Socket socket, CountDownLatch gone) throws IOException {
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        out.write(takeUnread());
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            pass(count, gone);
            Reply reply = device.receive(buffer, count);
            send(options.zeroesHeaders() ? PortFaults.zeroed(reply).bytes() : reply.bytes(), out, gone);
            if (reply.endSession()) {
                return;
            }
        }
    }

    private synchronized byte[] takeUnread() {
        byte[] bytes = unread.toByteArray();
        unread.reset();
        return bytes;
    }

    private void send(byte[] bytes, OutputStream out, CountDownLatch gone) throws IOException {
        int portion = options.baud() == 0 ? bytes.length : Math.max(1, options.baud() / 10 / PORTIONS_OF_A_SECOND);
        int sent = 0;
        try {
            while (sent < bytes.length) {
                int now = Math.min(portion, bytes.length - sent);
                if (pass(now, gone)) {
                    return;
                }
                out.write(bytes, sent, now);
                sent += now;
            }
        } finally {
            if (options.keepsUnread() && sent < bytes.length) {
                leaveUnread(Arrays.copyOfRange(bytes, sent, bytes.length));
            }
        }
    }

    /** Waits as long as bytes take on the serial line; true when the client has gone meanwhile. */
    private boolean pass(int bytes, CountDownLatch gone) throws IOException {
        try {
            // from when the line was free, not from when this thread woke up: a line does not get slower by being
            // watched
            long free = Math.max(lineFree, System.nanoTime()) + options.nanos(bytes);
            lineFree = free;
            return gone.await(free - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
