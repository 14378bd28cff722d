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
package org.openhab.binding.selectronic.simulator.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One connection through a {@link FaultyLine}: client on this side, device on the other.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class LineConnection {
    private static final long PATIENCE_SECONDS = 5;

    private final Socket client;
    private final Socket device;
    private final LinePipe toClient;
    private final LinePipe toDevice;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final List<Runnable> afterClose = new ArrayList<>();

    LineConnection(Socket client, Socket device) throws IOException {
        this.client = client;
        this.device = device;
        client.setTcpNoDelay(true);
        device.setTcpNoDelay(true);
        toClient = new LinePipe(this, device.getInputStream(), client.getOutputStream());
        toDevice = new LinePipe(this, client.getInputStream(), device.getOutputStream());
    }

    int devicePort() {
        return device.getLocalPort();
    }

    int clientPort() {
        return client.getPort();
    }

    void start(int linePort) {
        threads.add(new Thread(toClient, "line " + linePort + " to client " + clientPort()));
        threads.add(new Thread(toDevice, "line " + linePort + " from client " + clientPort()));
        for (Thread thread : threads) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void set(Direction direction, @Nullable LineFault fault) {
        (direction == Direction.TO_CLIENT ? toClient : toDevice).set(fault);
    }

    /** Runs something once the connection is closed, at once if it is. */
    void afterClose(Runnable action) {
        synchronized (this) {
            if (closed.getCount() > 0) {
                afterClose.add(action);
                return;
            }
        }
        action.run();
    }

    boolean isOpen() {
        return closed.getCount() > 0;
    }

    /** Waits, but not beyond the end of the connection. */
    void pause(Duration time) throws IOException {
        try {
            if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("connection closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    void drop(boolean reset) {
        List<Runnable> actions;
        synchronized (this) {
            if (closed.getCount() == 0) {
                return;
            }
            closed.countDown();
            actions = List.copyOf(afterClose);
        }
        try {
            if (reset) {
                client.setSoLinger(true, 0);
            }
            client.close();
            device.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        actions.forEach(Runnable::run);
    }

    /** Whether nothing of the connection is left. */
    boolean isOver() {
        return !isOpen() && threads.stream().noneMatch(Thread::isAlive);
    }

    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
    }
}
