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

/**
 * What a read costs on a line, in seconds.
 *
 * @param bytesPerSecond how many bytes go through the line
 * @param turnaround what each request costs on top of its bytes, in seconds
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record LineCost(double bytesPerSecond, double turnaround) {
    /**
     * The tunnel of select.live. Source: the LiveOne project read 1191 times 458 bytes in 315 s, which is 0.26 s each;
     * 0.08 s of it are the bytes on the serial line of the box.
     */
    public static final LineCost TUNNEL = new LineCost(5760, 0.18);

    /** Until the unit begins to answer; an assumption, as no client has measured it apart from the bytes. */
    private static final double SERIAL_TURNAROUND = 0.005;
    private static final double BITS_PER_BYTE = 10;

    /**
     * @param baud the speed of a serial line with 8 data bits, one start and one stop bit
     * @return what a read costs on it
     */
    public static LineCost serial(int baud) {
        return new LineCost(baud / BITS_PER_BYTE, SERIAL_TURNAROUND);
    }

    /**
     * @param read a read
     * @return how long it takes, in seconds
     */
    public double of(WordRange read) {
        return turnaround + read.bytes() / bytesPerSecond;
    }
}
