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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Bytes to a unit and back, and nothing else. It is used by one thread at a time; only {@link #close()} may come from
 * another one at any time, upon which a call under way fails. After that it can be opened again.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface Link {
    /** How a person calls it: the serial port, or host and port; never a secret. */
    String name();

    /**
     * Makes the connection.
     *
     * @throws SourceException if that fails, then nothing is left open
     * @throws InterruptedException if the thread is interrupted
     */
    void open() throws SourceException, InterruptedException;

    /**
     * @param bytes what is sent, all of it and at once
     * @throws SourceException if the connection is gone
     */
    void write(byte[] bytes) throws SourceException;

    /**
     * Waits for bytes.
     *
     * @param buffer where they are put, from its beginning
     * @param timeout how long to wait for the first of them; zero takes those that are there
     * @return how many there are, 0 if none came in time
     * @throws SourceException if the connection is gone
     * @throws InterruptedException if the thread is interrupted
     */
    int read(byte[] buffer, Duration timeout) throws SourceException, InterruptedException;

    /** Lets go of everything. May be called at any time, more than once and from any thread. Returns at once. */
    void close();

    /**
     * Forgets what comes until nothing comes for a while.
     *
     * @param quiet how long nothing must come; zero forgets what is there
     * @param longest how long to listen at most
     * @param clock what time it is
     * @return how many bytes were forgotten
     * @throws SourceException if the connection is gone
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
