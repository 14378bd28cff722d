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
package org.openhab.binding.selectronic.simulator.memory;

import java.time.LocalDateTime;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The clock of the unit in its memory: eight words from the hundredths of a second up to the year, two decimal digits
 * in the low byte of each. Sunday is day 0.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class UnitClock {
    private static final int ADDRESS = 0x1D0000;
    private static final int NANOS_OF_A_HUNDREDTH = 10_000_000;

    private UnitClock() {
    }

    static void write(LocalDateTime time, ProcessImage image) {
        int[] parts = { time.getNano() / NANOS_OF_A_HUNDREDTH, time.getSecond(), time.getMinute(), time.getHour(),
                time.getDayOfWeek().getValue() % 7, time.getDayOfMonth(), time.getMonthValue(), time.getYear() % 100 };
        for (int i = 0; i < parts.length; i++) {
            image.setWord(ADDRESS + i, parts[i] / 10 * 16 + parts[i] % 10);
        }
    }
}
