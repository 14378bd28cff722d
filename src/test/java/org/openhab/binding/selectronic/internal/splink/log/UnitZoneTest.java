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
package org.openhab.binding.selectronic.internal.splink.log;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * In which zone the clock of a unit runs.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class UnitZoneTest {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final ZoneOffset STANDARD = ZoneOffset.ofHours(10), SUMMER = ZoneOffset.ofHours(11);
    private static final Instant IN_WINTER = Instant.parse("2026-07-01T02:00:00Z");
    private static final Instant IN_SUMMER = Instant.parse("2026-12-01T02:00:00Z");

    private final TextStorage memory = new ThingStorage(new FakeStorage());
    private final Deque<LocalDateTime> shown = new ArrayDeque<>();
    private ZoneId home = SYDNEY;
    private Instant now = IN_WINTER;
    private int reads;

    private final Clock wall = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(@Nullable ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private UnitZone zone = zone();

    private UnitZone zone() {
        return new UnitZone(memory, "240001", () -> home, wall);
    }

    /** Reads the clock of a unit that runs at an offset, some seconds wrong. */
    private ZoneId read(ZoneOffset offset, long seconds) throws SourceException, InterruptedException {
        return zone.read(range -> words(range, LocalDateTime.ofInstant(now.plusSeconds(seconds), offset)));
    }

    private Words words(WordRange range, LocalDateTime time) {
        reads++;
        LocalDateTime next = shown.isEmpty() ? time : Objects.requireNonNull(shown.pop());
        return new Words(range.address(),
                new int[] { 0, decimal(next.getSecond()), decimal(next.getMinute()), decimal(next.getHour()), 0,
                        decimal(next.getDayOfMonth()), decimal(next.getMonthValue()), decimal(next.getYear() % 100) });
    }

    private static int decimal(int number) {
        return number / 10 << 4 | number % 10;
    }

    @ParameterizedTest
    @CsvSource({ "0", "45", "-300", "599" })
    void aClockThatFollowsDaylightSavingIsInTheZoneOfOpenHab(long seconds)
            throws SourceException, InterruptedException {
        assertThat(read(STANDARD, seconds), is(SYDNEY));
        now = IN_SUMMER;
        assertThat(read(SUMMER, seconds), is(SYDNEY));
        assertThat(zone.remark(), is(Optional.empty()));
        assertThat(zone.now(), is(now.plusSeconds(seconds)));
        assertThat("one read each", reads, is(2));
    }

    @ParameterizedTest
    @CsvSource({ "0", "45", "-300", "599" })
    void aClockOnStandardTimeAllYearKeepsItsOffsetWhenItIsFound(long seconds)
            throws SourceException, InterruptedException {
        now = IN_SUMMER;
        assertThat(read(STANDARD, seconds), is(STANDARD));
        assertThat(zone.remark().orElseThrow().arguments(), contains("240001", "+10:00"));
        assertThat("drift is no part of it", zone.now(), is(now.plusSeconds(seconds)));
        now = IN_WINTER;
        assertThat("also in winter, when it looks like any other", read(STANDARD, seconds), is(STANDARD));
        assertThat("and is right", zone.remark(), is(Optional.empty()));
        zone = zone();
        assertThat("and over restarts", zone.zone(), is(STANDARD));
    }

    @Test
    void aClockThatIsSetToLocalTimeIsBackInTheZoneOfOpenHab() throws SourceException, InterruptedException {
        now = IN_SUMMER;
        read(STANDARD, 0);
        assertThat(read(SUMMER, 0), is(SYDNEY));
        assertThat(zone.remark(), is(Optional.empty()));
        assertThat(zone().zone(), is(SYDNEY));
    }

    @ParameterizedTest
    @CsvSource({ "+01:00, +02:00", "+09:30, +10:30", "+10:00, Z", "-05:00, -04:00", "+10:00, -02:00" })
    void anyWholeHourIsFound(String local, String unit) throws SourceException, InterruptedException {
        home = ZoneOffset.of(local);
        assertThat(read(ZoneOffset.of(unit), 20), is(ZoneOffset.of(unit)));
    }

    /** Lord Howe Island has half an hour of daylight saving. */
    @Test
    void standardTimeIsFoundWhereSummerIsHalfAnHourAhead() throws SourceException, InterruptedException {
        home = ZoneId.of("Australia/Lord_Howe");
        now = IN_SUMMER;
        assertThat(read(ZoneOffset.ofHoursMinutes(10, 30), 20), is(ZoneOffset.ofHoursMinutes(10, 30)));
    }

    @ParameterizedTest
    @CsvSource({ "1500", "-2000", "86400", "-864000" })
    void aClockThatIsSimplyWrongChangesNothing(long seconds) throws SourceException, InterruptedException {
        assertThat(read(STANDARD, seconds), is(SYDNEY));
        assertThat(zone.now(), is(now.plusSeconds(seconds)));
    }

    /** The hour turned between two words: 10:59:59 with the minutes of 11:00:00. */
    @Test
    void anHourThatTurnsWhileTheClockIsReadIsNotBelieved() throws SourceException, InterruptedException {
        shown.add(LocalDateTime.ofInstant(now, STANDARD).minusHours(1));
        assertThat(read(STANDARD, 0), is(SYDNEY));
        assertThat(reads, is(2));
    }

    @Test
    void theZoneOfOpenHabIsAskedEachTime() throws SourceException, InterruptedException {
        assertThat(read(STANDARD, 0), is(SYDNEY));
        home = ZoneId.of("Australia/Perth");
        assertThat(zone.zone(), is(home));
        assertThat("the unit still shows the time of Sydney", read(STANDARD, 0), is(STANDARD));
    }

    @Test
    void noRecordIsOfATimeAheadOfAllClocks() throws SourceException, InterruptedException {
        read(STANDARD, 0);
        assertThat(zone.latest(), is(now.plusSeconds(86_400)));
        read(STANDARD, 864_000);
        assertThat(zone.latest(), is(now.plusSeconds(864_000 + 86_400)));
        read(STANDARD, -864_000);
        assertThat(zone.latest(), is(now.plusSeconds(86_400)));
    }
}
