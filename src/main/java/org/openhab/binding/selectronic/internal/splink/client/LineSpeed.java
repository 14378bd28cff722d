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
package org.openhab.binding.selectronic.internal.splink.client;

import java.time.Duration;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The speeds that a unit's serial ports can be set to, in baud.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LineSpeed {
    /** All speeds, in the order in which the vendor's program tries them (published by the splink project). */
    public static final List<Integer> ALL = List.of(57600, 115200, 230400, 128000, 9600, 2400, 1200, 4800, 19200,
            38400);

    /** Time in which a unit answers, without transmission. */
    static final Duration TURN_AROUND = Duration.ofSeconds(1);
    private static final int SLOWEST = 1200;
    /** Including start and stop bit. */
    private static final int BITS_OF_A_BYTE = 10;
    /** Bytes of the longest request, which must be transmitted before the unit can answer. */
    private static final int LONGEST_REQUEST = 26;

    private LineSpeed() {
    }

    /**
     * @param baud a speed
     * @return the timeout for the start of an answer and for pauses within it: one second, plus the time to transmit
     *         the request
     */
    public static Duration silence(int baud) {
        return TURN_AROUND.plusMillis(1000L * BITS_OF_A_BYTE * LONGEST_REQUEST / baud);
    }

    /**
     * @return the longest transmission time of this number of bytes if the speed is unknown, as with a network adapter
     */
    static Duration longest(int bytes) {
        return Duration.ofMillis(1000L * BITS_OF_A_BYTE * bytes / SLOWEST);
    }

    /** @return the timeout for an answer if the speed is unknown */
    public static Duration silence() {
        return silence(SLOWEST);
    }
}
