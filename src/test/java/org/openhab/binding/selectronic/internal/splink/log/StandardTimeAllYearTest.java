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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.simulator.log.DetailedRecord;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * The logs of a unit whose clock stays on standard time, in a zone with daylight saving.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class StandardTimeAllYearTest {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final ZoneOffset STANDARD = ZoneOffset.ofHours(10);
    private static final UnitSetup SETUP = new UnitSetup(Identity.NONE, 33, 51,
            new ScaleFactors(5300, 2934, 1050, 16_000, 530), 1, 0, new UnitSetup.LogSettings(3, 3, 5, 15));

    private final TextStorage memory = new ThingStorage(new FakeStorage());

    private static LoggedUnit house(Instant start, ZoneId clock) {
        return new LoggedUnit(Scenario.SUNNY_DAY, start, Duration.ofHours(6), LogSettings.DEFAULT, clock);
    }

    /** The time of day is that of the plant. */
    private UnitZone zone(LoggedUnit house) {
        return new UnitZone(memory, "230037", () -> SYDNEY, new Clock() {
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
                return house.unit.now();
            }
        });
    }

    private static void assertEachOnce(List<HistoryRecord> read, LoggedUnit house) {
        assertThat(read.stream().map(HistoryRecord::end).toList(),
                is(house.unit.logs().intervals().stream().map(DetailedRecord::end).toList()));
    }

    /** Both changes of the clocks of 2026, with a look at the log each half hour, as while openHAB runs. */
    @ParameterizedTest
    @CsvSource({ "2026-10-03T10:00:00Z, +10:00", "2026-04-04T10:00:00Z, +10:00",
            "2026-10-03T10:00:00Z, Australia/Sydney", "2026-04-04T10:00:00Z, Australia/Sydney",
            "2026-10-03T10:00:00Z, +11:00", "2026-04-04T10:00:00Z, +11:00" })
    void eachIntervalIsReadOnceAndDatedRightOverAChangeOfTheClocks(Instant before, ZoneId clock)
            throws SourceException, InterruptedException {
        LoggedUnit house = house(before, clock);
        UnitZone zone = zone(house);
        DetailedLog log = new DetailedLog(zone.memory(SETUP, house));
        List<HistoryRecord> read = new ArrayList<>();
        HistoryPosition position = HistoryPosition.BEGINNING;
        for (int looks = 0; looks < 40; looks++) {
            position = LoggedUnit.readAll(log, position, read);
            house.pass(Duration.ofMinutes(30));
        }
        LoggedUnit.readAll(log, position, read);
        assertEachOnce(read, house);
    }

    /** What was recorded while openHAB was away is dated by the clock as it is found afterwards. */
    @Test
    void whatWasRecordedOverTheChangeWhileOpenHabWasAwayIsDatedRight() throws SourceException, InterruptedException {
        LoggedUnit house = house(Instant.parse("2026-10-03T10:00:00Z"), STANDARD);
        List<HistoryRecord> read = new ArrayList<>();
        UnitZone before = zone(house);
        HistoryPosition position = LoggedUnit.readAll(new DetailedLog(before.memory(SETUP, house)),
                HistoryPosition.BEGINNING, read);
        house.pass(Duration.ofDays(2));
        UnitZone after = zone(house);
        LoggedUnit.readAll(new DetailedLog(after.memory(SETUP, house)), position, read);
        assertEachOnce(read, house);
        assertThat(after.remark().orElseThrow().key(), is("online.clock-zone"));
    }

    @Test
    void eventsAreDatedRightInSummer() throws SourceException, InterruptedException {
        LoggedUnit house = house(Instant.parse("2026-12-01T00:00:00Z"), STANDARD);
        EventLogs logs = new EventLogs("230037");
        UnitZone zone = zone(house);
        LogUnits.events(logs, memory, SETUP, List.of(house.read(LogKind.ALERTS.header())), house, zone);
        house.unit.change(plant -> plant.raise(50));
        house.pass(Duration.ofSeconds(5));
        List<UnitEvent> events = LogUnits.events(logs, memory, SETUP, List.of(house.read(LogKind.ALERTS.header())),
                house, zone);
        assertThat(events.get(0).time(), is(
                house.unit.logs().events(org.openhab.binding.selectronic.simulator.log.LogKind.ALERTS).get(0).time()));
    }
}
