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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.FaultyLine;
import org.openhab.binding.selectronic.simulator.web.SelfSigned;

/**
 * The tunnel of select.live on a loopback port: TLS, some lines of text to log in and to ask for an inverter, then
 * frames to and from the inverter's port.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SimulatedTunnel implements AutoCloseable {
    /** An account that may use every unit. */
    public static final String EMAIL = "owner@example.org";
    /** Password of that account. */
    public static final String PASSWORD = "correct horse";

    private static final int BACKLOG = 10;
    private static final String USER = "USER:";
    private static final String CONNECT = "CONNECT:";
    private static final String OK = "OK";
    private static final String REJECTED = "REJECTED";

    private final TunnelOptions options;
    private final SelfSigned certificate;
    private final Map<Integer, SimulatedPort> ports = new TreeMap<>();
    private final Map<Integer, TunnelState> states = new TreeMap<>();
    private final List<TunnelAccount> accounts = new ArrayList<>();
    private final Set<Integer> sessions = new HashSet<>();
    private final List<String> commands = new ArrayList<>();
    private final Listener listener;
    private final FaultyLine line;
    private byte[] afterReady = {};
    private int rejectedLogins;

    /** A tunnel to the units of a simulation with a certificate of its own. */
    public SimulatedTunnel(Simulation simulation, TunnelOptions options) throws IOException {
        this(simulation, options, SelfSigned.usual());
    }

    public SimulatedTunnel(Simulation simulation, TunnelOptions options, SelfSigned certificate) throws IOException {
        this.options = options;
        this.certificate = certificate;
        for (SimulatedUnit unit : simulation.units()) {
            ports.put(unit.identity().serial(), new SimulatedPort(UnitWords.of(simulation, unit), options.unit()));
        }
        accounts.add(new TunnelAccount(EMAIL, PASSWORD, List.copyOf(ports.keySet())));
        ServerSocket socket = certificate.context().getServerSocketFactory().createServerSocket(0, BACKLOG,
                InetAddress.getLoopbackAddress());
        this.listener = new Listener(socket, "simulated tunnel", this::serve);
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

    /** The key in use, and what a client needs to trust it. */
    public SelfSigned certificate() {
        return certificate;
    }

    /** The line in front, below TLS. */
    public FaultyLine line() {
        return line;
    }

    /** Serial numbers of all inverters. */
    public List<Integer> serials() {
        return List.copyOf(ports.keySet());
    }

    /** The port of an inverter that the tunnel leads to. */
    public SimulatedPort unit(int serial) {
        SimulatedPort port = ports.get(serial);
        if (port == null) {
            throw new IllegalArgumentException("no inverter " + serial);
        }
        return port;
    }

    /** Adds somebody who may use some inverters. They need not exist. */
    public synchronized void addAccount(String email, String password, Integer... serials) {
        accounts.add(new TunnelAccount(email, password, List.of(serials)));
    }

    /** Takes an account away; sessions that it has go on. */
    public synchronized void removeAccount(String email) {
        accounts.removeIf(account -> account.email().equals(email));
    }

    /** Decides what a request for an inverter gets, from the next one on. */
    public synchronized void setState(int serial, TunnelState state) {
        states.put(serial, state);
    }

    /** Bytes that follow {@code READY} in the same packet, as those of an inverter that speaks at once. */
    public synchronized void setAfterReady(byte... bytes) {
        afterReady = bytes.clone();
    }

    /** Lines that clients sent, with stars in place of passwords. */
    public synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    /** Logins that were rejected so far. */
    public synchronized int rejectedLogins() {
        return rejectedLogins;
    }

    /** Inverters that are in use now. */
    public synchronized Set<Integer> sessions() {
        return Set.copyOf(sessions);
    }

    /** Waits until an inverter is in use, or is not; false when the time is over before. */
    public synchronized boolean awaitSession(int serial, boolean present, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (sessions.contains(serial) != present) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Ends all sessions, as the server does when it restarts. */
    public void dropSessions() {
        listener.dropAll();
    }

    @Override
    public void close() {
        line.close();
        listener.close();
    }

    private void serve(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(options.idle().toMillis()));
        TunnelText text = new TunnelText(socket.getInputStream(), socket.getOutputStream(), options.delivery());
        text.send(List.of("LOGIN"));
        Optional<TunnelAccount> account = login(text);
        if (account.isEmpty()) {
            return;
        }
        Optional<Integer> serial = choose(text, account.get());
        if (serial.isEmpty()) {
            return;
        }
        SimulatedPort port = unit(serial.get());
        try {
            port.logOut();
            text.send(List.of(TunnelState.READY.name()), takeAfterReady());
            port.serve(text.in(), socket.getOutputStream());
        } finally {
            release(serial.get());
        }
    }

    private Optional<TunnelAccount> login(TunnelText text) throws IOException {
        String line = text.read();
        note(line == null ? "" : line.replaceFirst("^(USER:[^:]*:).*", "$1***"));
        Optional<TunnelAccount> account = Optional.empty();
        if (line != null && line.startsWith(USER)) {
            account = account(line.substring(USER.length()));
        }
        text.send(List.of(account.isPresent() ? OK : REJECTED));
        return account;
    }

    private synchronized Optional<TunnelAccount> account(String user) {
        Optional<TunnelAccount> account = accounts.stream().filter(known -> known.matches(user)).findAny();
        if (account.isEmpty()) {
            rejectedLogins++;
        }
        return account;
    }

    /** Answers until the client has an inverter, or has gone. */
    private Optional<Integer> choose(TunnelText text, TunnelAccount account) throws IOException {
        for (String line = text.read(); line != null; line = text.read()) {
            note(line);
            if ("QUIT".equals(line)) {
                text.send(List.of("DONE"));
                return Optional.empty();
            } else if ("LIST DEVICES".equals(line)) {
                text.send(list(account, false));
            } else if ("LIST SITES".equals(line) && options.knowsSites()) {
                text.send(list(account, true));
            } else if (line.startsWith(CONNECT)) {
                String wanted = line.substring(CONNECT.length());
                TunnelState state = take(wanted, account);
                if (state == TunnelState.READY) {
                    return Optional.of(Integer.valueOf(wanted));
                }
                text.send(List.of(state.name()));
            } else {
                text.send(List.of(REJECTED));
            }
        }
        return Optional.empty();
    }

    private static List<String> list(TunnelAccount account, boolean names) {
        List<String> lines = new ArrayList<>();
        lines.add("DEVICES:" + account.serials().size());
        for (int serial : account.serials()) {
            lines.add("DEVICE:" + serial + (names ? "|Site of " + serial : ""));
        }
        return lines;
    }

    private synchronized TunnelState take(String wanted, TunnelAccount account) {
        Optional<Integer> serial = account.serials().stream().filter(own -> wanted.equals(own.toString())).findAny();
        if (serial.isEmpty()) {
            return TunnelState.REJECTED;
        }
        if (!ports.containsKey(serial.get())) {
            return TunnelState.OFFLINE;
        }
        TunnelState state = states.getOrDefault(serial.get(), TunnelState.READY);
        if (state == TunnelState.READY && !sessions.add(serial.get())) {
            return TunnelState.BUSY;
        }
        notifyAll();
        return state;
    }

    private synchronized void release(int serial) {
        sessions.remove(serial);
        notifyAll();
    }

    private synchronized byte[] takeAfterReady() {
        return afterReady;
    }

    private synchronized void note(String command) {
        commands.add(command);
    }
}
