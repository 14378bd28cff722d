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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * The clock of the unit.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class UnitClockTest {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private static Optional<LocalDateTime> time(String wire) {
        List<Words> words = new TestMemory().set(UnitClock.RANGE.address(), wire).written();
        return UnitClock.time(words.get(0));
    }

    @Test
    void asPublished() {
        assertThat(time("6700 5300 3200 1500 0500 1800 0900 2600"),
                is(Optional.of(LocalDateTime.parse("2026-09-18T15:32:53.67"))));
    }

    @Test
    void highBytesAndTheDayOfTheWeekDoNotMatter() {
        assertThat(time("67ff 5301 3202 1503 77aa 1804 0905 2606"),
                is(Optional.of(LocalDateTime.parse("2026-09-18T15:32:53.67"))));
    }

    @Test
    void theNextCentury() {
        assertThat(time("0000 0000 0000 0000 0000 0100 8100 0500"),
                is(Optional.of(LocalDateTime.parse("2105-01-01T00:00"))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "ffff ffff ffff ffff ffff ffff ffff ffff", "0000 0000 0000 0000 0000 0000 0000 0000",
            "0000 0000 0000 2400 0000 0100 0100 2600", "0000 0000 0000 0000 0000 3000 0200 2600",
            "0000 0a00 0000 0000 0000 0100 0100 2600", "0000 a000 0000 0000 0000 0100 0100 2600",
            "0000 0000 0000 0000 0000 0100 0100" })
    void whatIsNoTimeIsNone(String wire) {
        assertThat(time(wire), is(Optional.empty()));
    }

    @Test
    void wordsFromElsewhereAreNoTime() {
        assertThat(UnitClock.time(new Words(0xA001, new int[8])), is(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({ "2026-09-18T15:32:53, 2026-09-18T05:33:39Z, -46", "2026-09-18T15:34:00, 2026-09-18T05:33:30Z, 30",
            "2026-12-01T11:00:00, 2026-12-01T01:00:00Z, -3600", "2026-12-01T12:00:00, 2026-12-01T01:00:00Z, 0" })
    void theOffsetIsThatOfTheClocksOnTheWall(LocalDateTime unit, Instant now, long seconds) {
        assertThat(UnitClock.offset(unit, now, SYDNEY), is(Duration.ofSeconds(seconds)));
    }

    @Test
    void theLastMomentOfAMinute() {
        assertThat(time("9900 5900 5900 2300 0400 3100 1200 2900"),
                is(Optional.of(LocalDateTime.parse("2029-12-31T23:59:59.99"))));
    }
}
