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

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Transfers bytes to and from a unit. Used by one thread at a time, except {@link #close()}, which any thread may call
 * at any time; a running call fails then. After that the link can be opened again.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface Link {
    /** Returns the name for texts and log messages: the serial port, or host and port; never a secret. */
    String name();

    /**
     * Opens the connection.
     *
     * @throws SourceException if that fails; nothing is left open then
     * @throws InterruptedException if the thread is interrupted
     */
    void open() throws SourceException, InterruptedException;

    /**
     * @param bytes the bytes to send, all at once
     * @throws SourceException if the connection is lost
     */
    void write(byte[] bytes) throws SourceException;

    /**
     * Waits for bytes.
     *
     * @param buffer receives the bytes, from its start
     * @param timeout how long to wait for the first byte; zero returns pending bytes only
     * @return number of bytes, 0 on timeout
     * @throws SourceException if the connection is lost
     * @throws InterruptedException if the thread is interrupted
     */
    int read(byte[] buffer, Duration timeout) throws SourceException, InterruptedException;

    /** Closes everything. May be called at any time, more than once and from any thread. Returns at once. */
    void close();

    /** @return the failure for a connection that was lost or closed */
    default SourceException cut() {
        return new SourceException(Problem.LINK_CUT, name());
    }

    /**
     * @param cause why the connection was lost
     * @return the failure
     */
    default SourceException cut(IOException cause) {
        return new SourceException(Problem.LINK_CUT, cause, name());
    }

    /**
     * Discards incoming bytes until there is silence.
     *
     * @param quiet required period of silence; zero discards pending bytes only
     * @param longest maximum duration
     * @param clock provides the time
     * @return number of discarded bytes
     * @throws SourceException if the connection is lost
     * @throws InterruptedException if the thread is interrupted
     */
    default int drain(Duration quiet, Duration longest, Clock clock) throws SourceException, InterruptedException {
        byte[] forgotten = new byte[1024];
        int all = 0;
        Instant end = clock.instant().plus(longest);
        int count = read(forgotten, quiet);
        while (count > 0) {
            all += count;
            count = clock.instant().isBefore(end) ? read(forgotten, quiet) : 0;
        }
        return all;
    }
}
