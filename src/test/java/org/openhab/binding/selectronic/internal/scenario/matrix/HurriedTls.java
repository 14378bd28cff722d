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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Makes secure connections over plain ones that wait some times less long than they are asked to while hurry is on.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HurriedTls extends SSLSocketFactory {
    private final SSLSocketFactory inner;
    private final Hurry hurry;

    HurriedTls(SSLSocketFactory inner, Hurry hurry) {
        this.inner = inner;
        this.hurry = hurry;
    }

    @Override
    public Socket createSocket(@Nullable Socket plain, @Nullable String host, int port, boolean autoClose)
            throws IOException {
        if (plain == null) {
            throw new SocketException("no connection to secure");
        }
        return inner.createSocket(new Hurried(plain, hurry), host, port, autoClose);
    }

    /** What TLS needs of the connection below it. */
    private static final class Hurried extends Socket {
        private final Socket inner;
        private final Hurry hurry;

        Hurried(Socket inner, Hurry hurry) {
            this.inner = inner;
            this.hurry = hurry;
        }

        @Override
        public void setSoTimeout(int millis) throws SocketException {
            inner.setSoTimeout(millis == 0 ? 0 : Math.max(1, millis / hurry.factor()));
        }

        @Override
        public int getSoTimeout() throws SocketException {
            return inner.getSoTimeout() * hurry.factor();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return inner.getInputStream();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return inner.getOutputStream();
        }

        @Override
        public boolean isConnected() {
            return inner.isConnected();
        }

        @Override
        public boolean isClosed() {
            return inner.isClosed();
        }

        @Override
        public boolean isInputShutdown() {
            return inner.isInputShutdown();
        }

        @Override
        public boolean isOutputShutdown() {
            return inner.isOutputShutdown();
        }

        @Override
        public void shutdownInput() throws IOException {
            inner.shutdownInput();
        }

        @Override
        public void shutdownOutput() throws IOException {
            inner.shutdownOutput();
        }

        @Override
        public void setSoLinger(boolean on, int seconds) throws SocketException {
            inner.setSoLinger(on, seconds);
        }

        @Override
        public @Nullable InetAddress getInetAddress() {
            return inner.getInetAddress();
        }

        @Override
        public int getPort() {
            return inner.getPort();
        }

        @Override
        public @Nullable SocketAddress getRemoteSocketAddress() {
            return inner.getRemoteSocketAddress();
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return inner.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return inner.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(@Nullable String host, int port) {
        throw new AssertionError("not used");
    }

    @Override
    public Socket createSocket(@Nullable String host, int port, @Nullable InetAddress local, int localPort) {
        throw new AssertionError("not used");
    }

    @Override
    public Socket createSocket(@Nullable InetAddress host, int port) {
        throw new AssertionError("not used");
    }

    @Override
    public Socket createSocket(@Nullable InetAddress host, int port, @Nullable InetAddress local, int localPort) {
        throw new AssertionError("not used");
    }
}
