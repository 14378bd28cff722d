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
package org.openhab.binding.selectronic.internal.http;

import java.nio.channels.AsynchronousCloseException;
import java.security.cert.CertificateEncodingException;
import java.util.concurrent.CompletableFuture;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Promise;

/**
 * One connection of Jetty's, from the attempt to open it on. It is in no pool: who made it keeps or discards it.
 *
 * @param <C> the type of Jetty's connection, which is an {@link org.eclipse.jetty.io.Connection} in addition
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
abstract class JettyLine<C> implements Promise<C> {
    private final CompletableFuture<@Nullable Void> opened = new CompletableFuture<>();
    private final ByteLimit limit;
    private @Nullable EndPoint socket;
    private @Nullable C connection;
    private boolean discarded;

    /** @param limit the limit of each answer */
    JettyLine(ByteLimit limit) {
        this.limit = limit;
    }

    /**
     * Sends a request over this connection, which is open.
     *
     * @param client the client that it belongs to
     * @param address where the server is
     * @param request the request
     * @param answer receives the answer
     */
    abstract void send(HttpClient client, HttpAddress address, HttpRequest request, JettyExchange.Answer answer);

    /**
     * @param endPoint the application's end of a connection
     * @return what encrypts it, null for nothing
     */
    abstract @Nullable SSLEngine engine(EndPoint endPoint);

    /** @return the limit of each answer */
    ByteLimit limit() {
        return limit;
    }

    /**
     * @param socket the network side of this connection, which counts
     * @return the same
     */
    synchronized EndPoint counted(EndPoint socket) {
        this.socket = socket;
        return socket;
    }

    /** @return completes when requests can be sent; over TLS before the handshake */
    CompletableFuture<@Nullable Void> opened() {
        return opened;
    }

    @Override
    public void succeeded(@Nullable C connection) {
        boolean late;
        synchronized (this) {
            this.connection = connection;
            late = discarded;
        }
        if (late) {
            discard();
            opened.completeExceptionally(new AsynchronousCloseException());
        } else {
            opened.complete(null);
        }
    }

    @Override
    public void failed(@Nullable Throwable failure) {
        opened.completeExceptionally(failure == null ? new IllegalStateException("failed without a cause") : failure);
    }

    /** @return the connection; only after it was opened */
    synchronized C connection() {
        @Nullable
        C connection = this.connection;
        if (connection == null) {
            throw new IllegalStateException("not open yet");
        }
        return connection;
    }

    private synchronized org.eclipse.jetty.io.@Nullable Connection io() {
        return connection instanceof org.eclipse.jetty.io.Connection io ? io : null;
    }

    /** @return whether it could be used again */
    synchronized boolean isOpen() {
        org.eclipse.jetty.io.Connection io = io();
        return !discarded && io != null && io.getEndPoint().isOpen();
    }

    /** @return how many bytes of answers have come, without those of TLS */
    long bytesIn() {
        org.eclipse.jetty.io.Connection io = io();
        return io == null ? 0 : io.getBytesIn();
    }

    /** @return the fingerprint of the certificate that the server has shown, null without TLS */
    @Nullable
    String certificate() {
        org.eclipse.jetty.io.Connection io = io();
        SSLEngine engine = io == null ? null : engine(io.getEndPoint());
        try {
            return engine == null ? null : Fingerprint.of(engine.getSession().getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
            return null;
        }
    }

    /**
     * Closes it, whatever it is doing; an attempt to open it as soon as it succeeds, since Jetty writes a warning to
     * the log where a socket is closed earlier.
     */
    void discard() {
        org.eclipse.jetty.io.Connection io;
        EndPoint socket;
        synchronized (this) {
            discarded = true;
            io = io();
            socket = this.socket;
        }
        if (io != null) {
            if (socket != null) {
                limit.close();
                socket.close();
            }
            io.close();
        }
    }
}
