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
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A line between clients and a device on the loopback, for any protocol over TCP, that can be bad: it refuses, hangs,
 * cuts, flips bits, drips, delays, adds noise, and drops all connections. A port that was chosen stays the same while
 * it refuses.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class FaultyLine implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final long PATIENCE_SECONDS = 5;

    private final int port;
    private final Map<Integer, LineConnection> connections = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> clientPorts = new ConcurrentHashMap<>();
    private final Map<Direction, LineFault> faults = new EnumMap<>(Direction.class);
    private final AtomicInteger opened = new AtomicInteger();
    private volatile InetSocketAddress device;
    /** Bound, but not listening: the system refuses connections while nobody listens, and nobody else gets the port. */
    private final Socket placeholder = new Socket();
    private @Nullable ServerSocket listener;
    private @Nullable Thread acceptor;
    private boolean refusing;

    /**
     * A line to a device.
     *
     * @param device where the device listens
     * @param port for clients, 0 for any free one
     */
    public FaultyLine(InetSocketAddress device, int port) throws IOException {
        this.device = device;
        try {
            placeholder.setReuseAddress(true);
            placeholder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            this.port = placeholder.getLocalPort();
            startAccepting(listen(this.port));
        } catch (BindException e) {
            placeholder.close();
            BindException named = new BindException("Port " + port + ": " + e.getMessage());
            named.initCause(e);
            throw named;
        } catch (IOException e) {
            placeholder.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    /** Connections that clients have opened so far. */
    public int connectionsOpened() {
        return opened.get();
    }

    /** Connections that are open now. */
    public int connectionsOpen() {
        return (int) connections.values().stream().filter(LineConnection::isOpen).count();
    }

    /** The client's port of the connection that the device knows by another one. */
    public int clientPort(int devicePort) {
        Integer found = clientPorts.get(devicePort);
        if (found == null) {
            throw new IllegalArgumentException("no connection came through " + devicePort);
        }
        return found;
    }

    /** New connections go to another device, present ones are dropped. */
    public void retarget(InetSocketAddress newDevice) {
        device = newDevice;
        dropAll(false);
    }

    /** From now on all connections, present and to come, meet a fault towards the client. */
    public void inject(LineFault fault) {
        inject(Direction.TO_CLIENT, fault);
    }

    /** From now on all connections, present and to come, meet a fault in one direction. */
    public void inject(Direction direction, LineFault fault) {
        if (fault instanceof LineFault.Refuse) {
            refuse();
            return;
        }
        synchronized (faults) {
            faults.put(direction, fault);
            connections.values().forEach(connection -> connection.set(direction, fault));
        }
    }

    /** The connection that the device knows by a port meets a fault towards the client, or none any more. */
    public void inject(int devicePort, @Nullable LineFault fault) {
        synchronized (faults) {
            LineConnection connection = connections.get(devicePort);
            if (connection != null) {
                connection.set(Direction.TO_CLIENT, fault != null ? fault : faults.get(Direction.TO_CLIENT));
            }
        }
    }

    /** Runs something when the connection that the device knows by a port is closed. */
    public void afterClose(int devicePort, Runnable action) {
        LineConnection connection;
        synchronized (faults) {
            connection = connections.get(devicePort);
        }
        if (connection == null) {
            action.run();
        } else {
            connection.afterClose(action);
        }
    }

    /** Ends the connection that the device knows by a port. */
    public void drop(int devicePort) {
        LineConnection connection = connections.get(devicePort);
        if (connection != null) {
            connection.drop(false);
        }
    }

    /** Ends all connections, with a reset or politely. */
    public void dropAll(boolean reset) {
        synchronized (faults) {
            connections.values().forEach(connection -> connection.drop(reset));
        }
    }

    /** All is well again; the port is open. */
    public void clear() {
        synchronized (faults) {
            faults.clear();
            for (LineConnection connection : connections.values()) {
                connection.set(Direction.TO_CLIENT, null);
                connection.set(Direction.TO_DEVICE, null);
            }
        }
        admit();
    }

    /** Closes the port and drops all connections. */
    public synchronized void refuse() {
        refusing = true;
        shut();
        dropAll(true);
    }

    /** Closes the port, but leaves the connections. */
    public synchronized void shut() {
        stopAccepting();
    }

    /** Opens the port again after it was shut, unless clients are refused. */
    public synchronized void reopen() {
        if (!refusing) {
            admit();
        }
    }

    /** Opens the port again. */
    public synchronized void admit() {
        refusing = false;
        if (listener != null || placeholder.isClosed()) {
            return;
        }
        try {
            startAccepting(listen(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        stopAccepting();
        try {
            placeholder.close();
            dropAll(false);
            for (LineConnection connection : connections.values()) {
                connection.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        return socket;
    }

    private void startAccepting(ServerSocket socket) {
        Thread thread = new Thread(() -> acceptAll(socket), "line " + socket.getLocalPort());
        thread.setDaemon(true);
        listener = socket;
        acceptor = thread;
        thread.start();
    }

    private void stopAccepting() {
        ServerSocket socket = listener;
        Thread thread = acceptor;
        if (socket == null || thread == null) {
            return;
        }
        try {
            socket.close();
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        listener = null;
        acceptor = null;
    }

    private void acceptAll(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                connect(socket.accept());
            } catch (IOException e) {
                // the port was closed, or the client was gone before it was served: the loop condition tells which
                continue;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        opened.incrementAndGet();
        connections.values().removeIf(LineConnection::isOver);
        // the device may see the connection before it is in the map: who looks for it there has to wait
        synchronized (faults) {
            LineConnection connection = new LineConnection(client, upstream(client));
            faults.forEach(connection::set);
            connections.put(connection.devicePort(), connection);
            clientPorts.put(connection.devicePort(), connection.clientPort());
            connection.start(port);
        }
    }

    private Socket upstream(Socket client) throws IOException {
        Socket upstream = new Socket();
        try {
            upstream.connect(device);
            return upstream;
        } catch (IOException e) {
            client.close();
            upstream.close();
            throw e;
        }
    }
}
