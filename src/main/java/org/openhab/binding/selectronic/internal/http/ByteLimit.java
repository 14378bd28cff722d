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

import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Limit of the bytes that a connection may receive for one answer. Jetty has no limit for status line, header lines and
 * trailers, and keeps all of them in memory.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ByteLimit {
    private final long limit;
    private final AtomicLong left;
    private volatile boolean closed;

    /** @param limit the most bytes of an answer on the network, with the handshake before the first */
    ByteLimit(long limit) {
        this.limit = limit;
        this.left = new AtomicLong(limit);
    }

    /** Allows the next answer. */
    void reset() {
        left.set(limit);
    }

    /** @return whether more bytes were received than allowed */
    boolean isExceeded() {
        return left.get() < 0;
    }

    /** A loop that is still reading receives no more bytes. */
    void close() {
        closed = true;
    }

    /** @throws EOFException if it was closed */
    void requireOpen() throws EOFException {
        if (closed) {
            throw new EOFException("closed");
        }
    }

    /**
     * @param read the number of bytes that were read, negative at the end
     * @return the same
     * @throws IOException if more bytes were received than allowed
     */
    int count(int read) throws IOException {
        if (read > 0 && left.addAndGet(-read) < 0) {
            throw new IOException("more bytes than allowed");
        }
        return read;
    }
}
