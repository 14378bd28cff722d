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
package org.openhab.binding.selectronic.simulator.fault;

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A fault of the line. Bytes are counted from the moment at which the fault begins.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public sealed interface LineFault extends Fault {
    /** The port is closed. */
    record Refuse() implements LineFault {
    }

    /** Bytes are swallowed; the connection stays open. */
    record Hang() implements LineFault {
    }

    /** Other bytes come in place of the first ones, and nothing after them; the connection stays open. */
    record Instead(String said) implements LineFault {
    }

    /** The connection ends after so many bytes: with a reset, or politely. */
    record Cut(long after, boolean reset) implements LineFault {
    }

    /** One bit of every n-th byte is wrong, after a number of good bytes. */
    record FlipBits(long after, int every) implements LineFault {
        public FlipBits {
            requirePositive(every);
        }
    }

    /** Bytes come slowly. */
    record Drip(int bytesPerSecond) implements LineFault {
        public Drip {
            requirePositive(bytesPerSecond);
        }
    }

    /** Stray bytes between the good ones, one after every n bytes. */
    record Noise(int every, long seed) implements LineFault {
        public Noise {
            requirePositive(every);
        }
    }

    /** Everything comes late. */
    record Delay(Duration by) implements LineFault {
    }

    private static void requirePositive(int number) {
        if (number <= 0) {
            throw new IllegalArgumentException("not positive: " + number);
        }
    }
}
