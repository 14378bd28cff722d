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
package org.openhab.binding.selectronic.internal.splink.memory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;

/**
 * The cost of a read on a connection, in seconds.
 *
 * @param bytesPerSecond bytes per second on the connection
 * @param turnaround additional time of each request, in seconds
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ReadCost(double bytesPerSecond, double turnaround) {
    /**
     * The tunnel of select.live. Source: the LiveOne project read 1191 times 458 bytes in 315 s, which is 0.26 s each;
     * 0.08 s of it are the bytes on the serial line of the gateway.
     */
    public static final ReadCost TUNNEL = new ReadCost(5760, 0.18);

    /** Time until the unit starts to answer; an assumption, as no client has measured it separately from the bytes. */
    private static final double SERIAL_TURNAROUND = 0.005;
    private static final double BITS_PER_BYTE = 10;

    /**
     * @param baud the speed of a serial line with 8 data bits, one start and one stop bit
     * @return the cost of reads on it
     */
    public static ReadCost serial(int baud) {
        return new ReadCost(baud / BITS_PER_BYTE, SERIAL_TURNAROUND);
    }

    /**
     * @param read a read
     * @return its duration in seconds
     */
    public double of(WordRange read) {
        return turnaround + read.bytes() / bytesPerSecond;
    }
}
