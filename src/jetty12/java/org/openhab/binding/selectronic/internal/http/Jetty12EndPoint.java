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

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/**
 * The network side of a connection of Jetty 12, which counts received bytes and changes nothing else.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Jetty12EndPoint implements EndPoint {
    private final EndPoint inner;
    private final ByteLimit limit;

    /**
     * @param inner the end point of the socket
     * @param limit counts the received bytes
     */
    Jetty12EndPoint(EndPoint inner, ByteLimit limit) {
        this.inner = inner;
        this.limit = limit;
    }

    @Override
    public int fill(@Nullable ByteBuffer buffer) throws IOException {
        limit.requireOpen();
        return limit.count(inner.fill(buffer));
    }

    @Override
    public void close(@Nullable Throwable cause) {
        inner.close(cause);
    }

    @Override
    public @Nullable SocketAddress getLocalSocketAddress() {
        return inner.getLocalSocketAddress();
    }

    @Override
    public @Nullable SocketAddress getRemoteSocketAddress() {
        return inner.getRemoteSocketAddress();
    }

    @Override
    public boolean isOpen() {
        return inner.isOpen();
    }

    @Override
    public long getCreatedTimeStamp() {
        return inner.getCreatedTimeStamp();
    }

    @Override
    public void shutdownOutput() {
        inner.shutdownOutput();
    }

    @Override
    public boolean isOutputShutdown() {
        return inner.isOutputShutdown();
    }

    @Override
    public boolean isInputShutdown() {
        return inner.isInputShutdown();
    }

    @Override
    public boolean flush(ByteBuffer @Nullable... buffers) throws IOException {
        return inner.flush(buffers);
    }

    @Override
    public @Nullable Object getTransport() {
        return inner.getTransport();
    }

    @Override
    public long getIdleTimeout() {
        return inner.getIdleTimeout();
    }

    @Override
    public void setIdleTimeout(long idleTimeout) {
        inner.setIdleTimeout(idleTimeout);
    }

    @Override
    public void fillInterested(@Nullable Callback callback) {
        inner.fillInterested(callback);
    }

    @Override
    public boolean tryFillInterested(@Nullable Callback callback) {
        return inner.tryFillInterested(callback);
    }

    @Override
    public boolean isFillInterested() {
        return inner.isFillInterested();
    }

    @Override
    public void write(@Nullable Callback callback, ByteBuffer @Nullable... buffers) {
        inner.write(callback, buffers);
    }

    @Override
    public @Nullable Connection getConnection() {
        return inner.getConnection();
    }

    @Override
    public void setConnection(@Nullable Connection connection) {
        inner.setConnection(connection);
    }

    @Override
    public void onOpen() {
        inner.onOpen();
    }

    @Override
    public void onClose(@Nullable Throwable cause) {
        inner.onClose(cause);
    }

    @Override
    public @Nullable Callback cancelWrite(@Nullable Throwable cause) {
        return inner.cancelWrite(cause);
    }

    @Override
    public void upgrade(@Nullable Connection connection) {
        inner.upgrade(connection);
    }
}
