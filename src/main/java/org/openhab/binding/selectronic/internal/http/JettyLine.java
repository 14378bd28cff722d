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
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import javax.net.ssl.SSLPeerUnverifiedException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClientTransport;
import org.eclipse.jetty.client.api.Connection;
import org.eclipse.jetty.io.ClientConnectionFactory;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.Promise;

/**
 * One connection of Jetty's, from the attempt to open it on. It is in no pool: who made it keeps or discards it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class JettyLine implements Promise<Connection> {
    /** Puts the counter between socket and protocol of each line. */
    static final ClientConnectionFactory.Decorator COUNTED = JettyLine::counted;

    private final CompletableFuture<JettyLine> opened = new CompletableFuture<>();
    private final long limit;
    private @Nullable CountedEndPoint endPoint;
    private @Nullable Connection connection;
    private boolean discarded;

    /** @param limit the most bytes of an answer on the network, with the handshake before the first */
    JettyLine(long limit) {
        this.limit = limit;
    }

    private static ClientConnectionFactory counted(ClientConnectionFactory protocol) {
        return (socket, context) -> protocol.newConnection(lineOf(context).count(socket), context);
    }

    private static JettyLine lineOf(Map<String, Object> context) {
        Object promise = context.get(HttpClientTransport.HTTP_CONNECTION_PROMISE_CONTEXT_KEY);
        while (promise instanceof Promise.Wrapper<?> wrapper) {
            promise = wrapper.getPromise();
        }
        if (promise instanceof JettyLine line) {
            return line;
        }
        throw new IllegalStateException("connections are opened for a line only");
    }

    private synchronized EndPoint count(EndPoint socket) {
        CountedEndPoint counted = new CountedEndPoint(socket, limit);
        endPoint = counted;
        return counted;
    }

    /** @return completes when requests can be sent; over TLS before the handshake */
    CompletableFuture<JettyLine> opened() {
        return opened;
    }

    @Override
    public void succeeded(@Nullable Connection connection) {
        boolean late;
        synchronized (this) {
            this.connection = connection;
            late = discarded;
        }
        if (late) {
            discard();
            opened.completeExceptionally(new AsynchronousCloseException());
        } else {
            opened.complete(this);
        }
    }

    @Override
    public void failed(@Nullable Throwable failure) {
        opened.completeExceptionally(failure == null ? new IllegalStateException("failed without a cause") : failure);
    }

    /** @return the connection; only after it was opened */
    synchronized Connection connection() {
        Connection connection = this.connection;
        if (connection == null) {
            throw new IllegalStateException("not open yet");
        }
        return connection;
    }

    /** @return whether it could be used again */
    synchronized boolean isOpen() {
        Connection connection = this.connection;
        return !discarded && connection != null && !connection.isClosed();
    }

    /** Allows as many bytes as an answer may have. */
    synchronized void allow() {
        CountedEndPoint endPoint = this.endPoint;
        if (endPoint != null) {
            endPoint.allow(limit);
        }
    }

    /** @return whether more has come than an answer may have */
    synchronized boolean isExceeded() {
        CountedEndPoint endPoint = this.endPoint;
        return endPoint != null && endPoint.isExceeded();
    }

    /** @return how many bytes of answers have come, without those of TLS */
    synchronized long bytesIn() {
        return connection instanceof org.eclipse.jetty.io.Connection io ? io.getBytesIn() : 0;
    }

    /** @return the fingerprint of the certificate that the server has shown, null without TLS */
    synchronized @Nullable String certificate() {
        try {
            return connection instanceof org.eclipse.jetty.io.Connection io
                    && io.getEndPoint() instanceof SslConnection.DecryptedEndPoint tls
                            ? Fingerprint
                                    .of(tls.getSslConnection().getSSLEngine().getSession().getPeerCertificates()[0])
                            : null;
        } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
            return null;
        }
    }

    /**
     * Closes it, whatever it is doing; an attempt to open it as soon as it succeeds, since Jetty writes a warning to
     * the log where a socket is closed earlier.
     */
    void discard() {
        Connection connection;
        CountedEndPoint endPoint;
        synchronized (this) {
            discarded = true;
            connection = this.connection;
            endPoint = this.endPoint;
        }
        if (connection != null) {
            if (endPoint != null) {
                endPoint.close();
            }
            connection.close();
        }
    }
}
