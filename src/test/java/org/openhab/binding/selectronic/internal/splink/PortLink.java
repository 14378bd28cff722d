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
package org.openhab.binding.selectronic.internal.splink;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.link.Link;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;

/**
 * The link to a simulated port, in memory and with a clock of its own: bytes take as long as they do at a speed, and
 * what
 * is not there takes as long as is waited for it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PortLink implements Link {
    static final String NAME = "test port";
    private static final int BITS_OF_A_BYTE = 10;

    private final SimulatedPort port;
    private final TestClock clock;
    private final int baud;
    private final ByteArrayOutputStream incoming = new ByteArrayOutputStream();
    private volatile boolean isOpen;
    final AtomicInteger opened = new AtomicInteger();

    public PortLink(SimulatedPort port, TestClock clock, int baud) {
        this.port = port;
        this.clock = clock;
        this.baud = baud;
    }

    @Override
    public String name() {
        return NAME;
    }

    boolean isOpen() {
        return isOpen;
    }

    @Override
    public void open() throws SourceException {
        opened.incrementAndGet();
        isOpen = true;
        incoming.reset();
        port.begin();
    }

    @Override
    public void close() {
        isOpen = false;
    }

    private void checkOpen() throws SourceException {
        if (!isOpen) {
            throw new SourceException(Problem.LINK_CUT, NAME);
        }
    }

    private void pass(int bytes) {
        clock.pass(Duration.ofNanos(1_000_000_000L * BITS_OF_A_BYTE * bytes / baud));
    }

    @Override
    public void write(byte[] bytes) throws SourceException {
        checkOpen();
        pass(bytes.length);
        incoming.writeBytes(port.receive(bytes, bytes.length).bytes());
    }

    /** One byte at a time, as on a slow serial connection. */
    @Override
    public int read(byte[] buffer, Duration timeout) throws SourceException {
        checkOpen();
        byte[] all = incoming.toByteArray();
        if (all.length == 0) {
            clock.pass(timeout);
            return 0;
        }
        buffer[0] = all[0];
        incoming.reset();
        incoming.write(all, 1, all.length - 1);
        pass(1);
        return 1;
    }
}
