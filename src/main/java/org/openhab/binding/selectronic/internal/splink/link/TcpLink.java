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

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * A connection over the network: plain to an adapter for the unit's serial port, or secure to a server.
 * <p>
 * Adapters keep bytes that a former session has not read and would send them before the first answer; and they serve
 * one client, whose end they notice late (published by the microgrid_remote_monitor project). So pending bytes are
 * discarded first, and there is a pause of one second between two connections.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class TcpLink implements Link {
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST_QUOTE = 120;

    private final String host;
    private final int port;
    private final Duration timeout;
    private final Clock clock;
    private final @Nullable SSLSocketFactory tls;
    private final Object lock = new Object();
    private @Nullable TimedSocket connection;
    /** Not to be opened again before this time. */
    private Instant paused = Instant.MIN;
    private int closings;

    private TcpLink(String host, int port, Duration timeout, Clock clock, @Nullable SSLSocketFactory tls) {
        this.host = host;
        this.port = port;
        this.timeout = timeout;
        this.clock = clock;
        this.tls = tls;
    }

    /**
     * @param host name or address of a network adapter
     * @param port its TCP port, often 10001
     * @param timeout timeout of the connection attempt
     * @param clock provides the time
     * @return the link to it
     */
    public static TcpLink toAdapter(String host, int port, Duration timeout, Clock clock) {
        return new TcpLink(host, port, timeout, clock, null);
    }

    /**
     * @param host name of a server; its certificate must be valid for this name
     * @param port its TCP port
     * @param timeout timeout of the connection attempt, and then of the whole TLS handshake
     * @param clock provides the time
     * @param tls creates secure connections and validates certificates
     * @return the link to it
     */
    public static TcpLink secure(String host, int port, Duration timeout, Clock clock, SSLSocketFactory tls) {
        return new TcpLink(host, port, timeout, clock, tls);
    }

    @Override
    public String name() {
        return host + ":" + port;
    }

    @Override
    public void open() throws SourceException, InterruptedException {
        SSLSocketFactory tls = this.tls;
        TimedSocket plain = new TimedSocket(clock);
        synchronized (lock) {
            if (tls == null) {
                awaitPause();
            }
            connection = plain;
        }
        boolean opened = false;
        try {
            plain.setTcpNoDelay(true);
            plain.connect(new InetSocketAddress(host, port), millis(timeout));
            plain.endReadsWithin(timeout);
            if (tls == null) {
                drain(QUIET, LONGEST_DRAIN, clock);
            } else {
                plain.secure = secured(plain, tls);
            }
            opened = true;
        } catch (IOException e) {
            throw explained(e);
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    /** Returns the problem for a failed connection attempt. */
    SourceException explained(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return new SourceException(Problem.NO_ANSWER, failure, name(), Long.toString(timeout.toSeconds()));
            }
        }
        String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (failure instanceof UnknownHostException) {
            return new SourceException(Problem.UNKNOWN_HOST, failure, host);
        } else if (failure instanceof SSLException) {
            return new SourceException(Problem.TUNNEL_TLS, failure, name(),
                    printable(String.valueOf(failure.getMessage())));
        } else if (failure instanceof NoRouteToHostException || words.contains("unreachable")
                || words.contains("host is down")) {
            // there is no separate exception for an unreachable network
            return new SourceException(Problem.NO_ROUTE, failure, host);
        } else if (failure instanceof ConnectException) {
            return words.contains("timed out")
                    ? new SourceException(Problem.NO_ANSWER, failure, name(), Long.toString(timeout.toSeconds()))
                    : new SourceException(tls == null ? Problem.ADAPTER_REFUSED : Problem.CONNECTION_REFUSED, failure,
                            name());
        }
        return new SourceException(Problem.NO_CONNECTION, failure, name());
    }

    private void awaitPause() throws SourceException, InterruptedException {
        int before = closings;
        while (clock.instant().isBefore(paused)) {
            lock.wait(millis(Duration.between(clock.instant(), paused)));
            if (closings != before) {
                throw cut();
            }
        }
    }

    private SSLSocket secured(Socket plain, SSLSocketFactory tls) throws IOException {
        SSLSocket secure = (SSLSocket) tls.createSocket(plain, host, port, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.setSoTimeout(millis(timeout));
        secure.startHandshake();
        return secure;
    }

    @Override
    public void write(byte[] bytes) throws SourceException {
        try {
            connection().stream().getOutputStream().write(bytes);
        } catch (IOException e) {
            throw cut(e);
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws SourceException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        TimedSocket socket = connection();
        try {
            socket.endReadsWithin(timeout);
            // set on the outer socket, since a layer between the two may shorten it
            socket.stream().setSoTimeout(millis(timeout));
            int count = socket.stream().getInputStream().read(buffer);
            if (count < 0) {
                throw cut();
            }
            return count;
        } catch (SocketTimeoutException e) {
            return 0;
        } catch (IOException e) {
            throw cut(e);
        }
    }

    /** Closes the socket without the closing message of TLS, which might block on an unresponsive server. */
    @Override
    public void close() {
        Socket socket;
        synchronized (lock) {
            socket = connection;
            connection = null;
            closings++;
            if (socket != null) {
                paused = clock.instant().plus(PAUSE);
            }
            lock.notifyAll();
        }
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // it is not used any more in any case
            }
        }
    }

    private TimedSocket connection() throws SourceException {
        synchronized (lock) {
            TimedSocket socket = connection;
            if (socket == null) {
                throw cut();
            }
            return socket;
        }
    }

    /** Converts to milliseconds, at least 1: for a socket, zero means no timeout. */
    private static int millis(Duration duration) {
        return (int) Math.max(1, duration.toMillis());
    }

    /**
     * A socket with a deadline for all reads, regardless of how slowly bytes arrive: the timeout of a plain socket
     * restarts with each byte, so a slow server could delay a TLS handshake forever.
     */
    private static final class TimedSocket extends Socket {
        private final Clock clock;
        private volatile Instant end = Instant.MAX;
        private volatile int timeout;
        /** The encrypted side of the connection, null for a plain one. */
        private volatile @Nullable Socket secure;

        TimedSocket(Clock clock) {
            this.clock = clock;
        }

        /** @param duration time after which all following reads together end, until this is called again */
        void endReadsWithin(Duration duration) {
            end = clock.instant().plus(duration);
        }

        @Override
        public void setSoTimeout(int millis) throws SocketException {
            timeout = millis;
            super.setSoTimeout(millis);
        }

        Socket stream() {
            Socket secure = this.secure;
            return secure == null ? this : secure;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    awaitNoLonger();
                    return super.read();
                }

                @Override
                public int read(byte @Nullable [] buffer, int offset, int length) throws IOException {
                    awaitNoLonger();
                    return super.read(buffer, offset, length);
                }
            };
        }

        private void awaitNoLonger() throws IOException {
            Duration left = Duration.between(clock.instant(), end);
            if (left.isNegative()) {
                throw new SocketTimeoutException();
            }
            super.setSoTimeout(timeout == 0 ? millis(left) : Math.min(timeout, millis(left)));
        }
    }

    /** Makes a text of the other side safe for a status: no line breaks, no quotes, limited length. */
    private static String printable(String text) {
        String quote = text.replaceAll("[\\p{Cntrl}\"\\[\\]]+", " ").strip();
        return quote.length() > LONGEST_QUOTE ? quote.substring(0, LONGEST_QUOTE) + "…" : quote;
    }
}
