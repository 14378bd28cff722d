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

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * The clock of the unit. It shows local time without a zone; it is unknown whether it follows daylight saving.
 * <p>
 * Source: P and L agree. Eight words, two decimal digits in the low byte of each: hundredths of a second, seconds,
 * minutes, hours, day of the week, day, month with the century in its highest bit, year.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class UnitClock {
    /** Its address range. */
    public static final WordRange RANGE = Registers.named("CLOCK").range();

    private static final int CENTURY = 0x80;
    private static final int FIRST_YEAR = 2000;
    private static final int NANOS_OF_A_HUNDREDTH = 10_000_000;

    private UnitClock() {
    }

    /**
     * @param words the words at {@link #RANGE}
     * @return the time that they show, empty if it is invalid
     */
    public static Optional<LocalDateTime> time(Words words) {
        int[] values = words.values();
        return words.address() == RANGE.address() && values.length >= RANGE.words() ? time(values) : Optional.empty();
    }

    static Optional<LocalDateTime> time(int[] values) {
        int century = (values[6] & CENTURY) == 0 ? 0 : 100;
        try {
            return Optional.of(LocalDateTime.of(FIRST_YEAR + century + decimal(values[7]),
                    decimal(values[6] & ~CENTURY), decimal(values[5]), decimal(values[3]), decimal(values[2]),
                    decimal(values[1]), decimal(values[0]) * NANOS_OF_A_HUNDREDTH));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @throws DateTimeException if the low byte does not hold two decimal digits */
    static int decimal(int word) {
        int tens = word >> 4 & 0xF;
        int ones = word & 0xF;
        if (tens > 9 || ones > 9) {
            throw new DateTimeException("not decimal: " + word);
        }
        return 10 * tens + ones;
    }

    /**
     * @param unit the time shown by the unit
     * @param now when it was read
     * @param zone the time zone of the unit
     * @return how far the unit is ahead; negative if it is behind
     */
    public static Duration offset(LocalDateTime unit, Instant now, ZoneId zone) {
        return Duration.between(LocalDateTime.ofInstant(now, zone), unit);
    }
}
