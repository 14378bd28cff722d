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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How a serial-to-network adapter behaves.
 *
 * @param port to listen on, 0 for any free one
 * @param baud speed of its serial line, 0 for one that takes no time
 * @param refusesSecond whether a second client is refused while a first is there; otherwise it is accepted and its
 *            connection closed at once
 * @param keepsUnread whether what a client left on the line is handed to the next one
 * @param zeroesHeaders whether the first two bytes of each answer become 0
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record SerialServerOptions(int port, int baud, boolean refusesSecond, boolean keepsUnread,
        boolean zeroesHeaders) {

    /** Well-behaved and fast, on any free port. */
    public static final SerialServerOptions DEFAULT = new SerialServerOptions(0, 0, false, false, false);

    private static final int BITS_OF_A_BYTE_ON_THE_LINE = 10;

    public SerialServerOptions withPort(int newPort) {
        return new SerialServerOptions(newPort, baud, refusesSecond, keepsUnread, zeroesHeaders);
    }

    public SerialServerOptions withBaud(int newBaud) {
        return new SerialServerOptions(port, newBaud, refusesSecond, keepsUnread, zeroesHeaders);
    }

    public SerialServerOptions withSecondRefused() {
        return new SerialServerOptions(port, baud, true, keepsUnread, zeroesHeaders);
    }

    public SerialServerOptions withUnreadKept() {
        return new SerialServerOptions(port, baud, refusesSecond, true, zeroesHeaders);
    }

    public SerialServerOptions withZeroedHeaders() {
        return new SerialServerOptions(port, baud, refusesSecond, keepsUnread, true);
    }

    /** Time that bytes take on the serial line, in nanoseconds. */
    long nanos(int bytes) {
        return baud == 0 ? 0 : 1_000_000_000L * BITS_OF_A_BYTE_ON_THE_LINE * bytes / baud;
    }
}
