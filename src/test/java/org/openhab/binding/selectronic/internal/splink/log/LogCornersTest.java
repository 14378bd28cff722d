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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.model.EventCodes;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup.LogSettings;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * The corners of the logs: settings that are missing, places that are gone, records by hand.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LogCornersTest {
    private static final ScaleFactors A = new ScaleFactors(5300, 2200, 1050, 12_000, 530);
    /** What a count of AC energy is worth with these. */
    private static final double AC_KILOWATT_HOURS = 24.0 * 5300 * 2200 / 3_276_800 / 1000;
    private static final ZoneId ZONE = ZoneId.of("Australia/Sydney");
    /** A place in flash, and the words of ten records. */
    private static final int SECTOR = 0x68000, TEN = 10 * 44;
    private static final Instant NOON = Instant.parse("2026-01-20T01:00:00Z");

    private static LogUnit unit(int shunt1, int shunt2) {
        return LogUnits.of(A, shunt1, shunt2, Duration.ofMinutes(15), 3, 3, 5, ZONE);
    }

    /** 50 V; 10 A into the inverter, 20 A from shunt 1 (negative: it generates) and 5 A into a load at shunt 2. */
    private static int[] words() {
        int[] words = new int[44];
        words[0] = 1000;
        words[1] = 12_000;
        words[12] = 15_604;
        words[18] = 273;
        words[19] = 0x10000 - 546;
        words[20] = 137;
        words[29] = 0xFFFF;
        words[30] = 0xFFFF;
        System.arraycopy(new int[] { 5300, 2200, 1050, 12_000, 530 }, 0, words, 39, 5);
        return words;
    }

    /** A record that was written at midnight, where counters of the day begin anew. */
    private static int[] atMidnight(int[] words) {
        int seconds = words[1] << 16 | words[0];
        int midnight = seconds - seconds % 86_400;
        words[0] = midnight & 0xFFFF;
        words[1] = midnight >>> 16;
        return words;
    }

    private static Map<Quantity, Double> reported(int shunt1, int shunt2, int[] words, int[] before) {
        LogUnit unit = unit(shunt1, shunt2);
        return new DetailedRecord(new LogRecord(0, words), unit)
                .history(new DetailedRecord(new LogRecord(0, before), unit), NOON, unit.interval()).values();
    }

    @ParameterizedTest
    @CsvSource({ "1, 5, -250, 1000", "1, 0, -500, 1000", "0, 5, 750, 0", "8, 9, 500, 0", "4, 7, -250, 0",
            "5, 1, -250, -250" })
    void shuntsCountByWhatTheyMeasure(int shunt1, int shunt2, double battery, double solar) {
        Map<Quantity, Double> reported = reported(shunt1, shunt2, words(), words());
        assertThat(reported.get(HISTORY_BATTERY_POWER), closeTo(battery, 3));
        assertThat(reported.get(HISTORY_SOLAR_POWER), closeTo(solar, 3));
    }

    @Test
    void aShuntThatNobodyKnowsHidesBatteryAndSolar() {
        for (Map<Quantity, Double> reported : List.of(reported(-1, 0, words(), words()),
                reported(0, -1, words(), words()))) {
            assertThat(reported, not(hasKey(HISTORY_BATTERY_POWER)));
            assertThat(reported, not(hasKey(HISTORY_SOLAR_POWER)));
            assertThat(reported, not(hasKey(HISTORY_SOLAR_ENERGY)));
            assertThat(reported, hasKey(HISTORY_LOAD_POWER));
        }
    }

    @Test
    void aChargeThatIsNotReckonedIsNotReported() {
        int[] words = words();
        for (int none : new int[] { 0xFFFF, 0xFFFE, 100 * 256 + 1 }) {
            words[31] = none;
            assertThat(reported(1, 0, words, words()), not(hasKey(HISTORY_STATE_OF_CHARGE)));
        }
        words[31] = 100 * 256;
        assertThat(reported(1, 0, words, words()).get(HISTORY_STATE_OF_CHARGE), is(100.0));
    }

    @Test
    void aSmallStepBackIsNoNewBeginning() {
        int[] before = words();
        before[34] = 0x10000 - 100;
        int[] now = words();
        now[34] = 0x10000 - 99;
        assertThat("a load at the shunt took one count back", reported(1, 0, now, before).get(HISTORY_SOLAR_ENERGY),
                is(0.0));
    }

    @Test
    void atANewBeginningTheMeanPowerReportsWhatTheCounterDoesNot() {
        int[] before = words();
        before[33] = 200;
        int[] now = atMidnight(words());
        now[21] = 1124;
        now[33] = 0;
        assertThat("4 kW for a quarter of an hour", reported(1, 0, now, before).get(HISTORY_LOAD_ENERGY),
                closeTo(1, 0.01));
    }

    @Test
    void whatTheSettingsDoNotReportIsUsual() {
        UnitSetup setup = new UnitSetup(Identity.NONE, 33, 51, A, 1, 0, new LogSettings(-1, -1, -1, -1));
        assertThat(LogUnits.unit(setup, ZONE).interval(), is(Duration.ofMinutes(15)));
        assertThat(LogUnits.unit(new UnitSetup(Identity.NONE, 33, 51, A, 1, 0, new LogSettings(3, 3, 5, 1)), ZONE)
                .interval(), is(Duration.ofMinutes(1)));
        assertThat("no record covers nothing", LogUnits
                .unit(new UnitSetup(Identity.NONE, 33, 51, A, 1, 0, new LogSettings(3, 3, 5, 0)), ZONE).interval(),
                is(Duration.ofMinutes(15)));
        assertThat(LogUnits.unit(new UnitSetup(Identity.NONE, 33, 51, A, 1, 0, new LogSettings(3, 3, 5, 0xFFF0)), ZONE)
                .interval(), is(Duration.ofMinutes(15)));
    }

    @Test
    void aHeaderThatWasNotReadIsNone() {
        assertThat(LogKind.ALERTS.header(List.of(new Words(0xA000, new int[] { 1 }))), is(Optional.empty()));
        SourceException refused = assertThrows(SourceException.class,
                () -> new Ring(LogKind.ALERTS, range -> new Words(0xA000, new int[] { 1 })));
        assertThat(refused.problem(), is(Problem.LOG_UNREADABLE));
    }

    @Test
    void placesAndNumbersBelongTogether() throws SourceException, InterruptedException {
        LoggedUnit house = new LoggedUnit(Scenario.SUNNY_DAY, NOON, Duration.ofDays(9),
                org.openhab.binding.selectronic.simulator.log.LogSettings.DEFAULT.withSectors(
                        org.openhab.binding.selectronic.simulator.log.LogKind.DETAILED, 4, 44 * 50 + 3, 3));
        Ring ring = new Ring(LogKind.DETAILED, house);
        for (int number = 0; number < ring.size(); number++) {
            assertThat(ring.number(ring.address(number)), is(number));
        }
        assertThat(ring.number(ring.address(0) + 1), is(-1));
        assertThat(ring.number(0x10), is(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> ring.address(ring.size()));
        assertThrows(IndexOutOfBoundsException.class, () -> ring.address(-1));
    }

    /** Its address is reused by another record, and the search by time finds none that is the same. */
    @Test
    void aMarkThatIsNowhereLeavesItToTheTime() throws SourceException, InterruptedException {
        LoggedUnit house = new LoggedUnit(Scenario.SUNNY_DAY, NOON, Duration.ofDays(3),
                org.openhab.binding.selectronic.simulator.log.LogSettings.DEFAULT.withSectors(
                        org.openhab.binding.selectronic.simulator.log.LogKind.DETAILED, 8, 44 * 53 + 3, 7));
        List<HistoryRecord> read = new ArrayList<>();
        LoggedUnit.readAll(house.log(), HistoryPosition.parse("2026-01-19T01:00:00Z 6ffff:01234567"), read);
        assertThat(read.get(0).end(), is(Instant.parse("2026-01-19T01:15:00Z")));
        assertThat(read, hasSize(96));
    }

    @Test
    void moreEventsThanTheLogHoldsAreNotAllThere() throws SourceException, InterruptedException {
        LoggedUnit house = new LoggedUnit(Scenario.SUNNY_DAY, NOON, Duration.ofHours(1),
                org.openhab.binding.selectronic.simulator.log.LogSettings.DEFAULT
                        .withSectors(org.openhab.binding.selectronic.simulator.log.LogKind.OPERATIONS, 2, 36 * 10, 1));
        EventLogs logs = new EventLogs("1");
        ThingStorage memory = new ThingStorage(new FakeStorage());
        UnitSetup setup = new UnitSetup(Identity.NONE, 33, 51, A, 1, 0, new LogSettings(3, 3, 5, 15));
        house.unit.operate(20);
        LogUnits.events(logs, memory, setup, List.of(house.read(LogKind.OPERATIONS.header())), house,
                LogUnits.zone(ZONE));
        for (int n = 0; n < 35; n++) {
            house.unit.operate(30 + n);
        }
        List<UnitEvent> events = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            events.addAll(LogUnits.events(logs, memory, setup, List.of(house.read(LogKind.OPERATIONS.header())), house,
                    LogUnits.zone(ZONE)));
        }
        assertThat(events.get(events.size() - 1).code(), is(64));
        assertThat(events.stream().map(UnitEvent::code).distinct().count(), is((long) events.size()));
    }

    @Test
    void emptySlotsAreNoEvents() {
        int[] words = new int[36];
        words[2] = 0xFFFF;
        assertThat(EventRecord.event(LogKind.ALERTS, new LogRecord(0, words), unit(1, 0), NOON), is(Optional.empty()));
        words[2] = 50;
        words[0] = 0xFFFF;
        words[1] = 0xFFFF;
        assertThat(EventRecord.event(LogKind.ALERTS, new LogRecord(0, words), unit(1, 0), NOON), is(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({ "3, 2", "51, 50", "126, 125", "128, 127", "165, 164", "307, 306", "50, -1", "127, -1", "9, -1",
            "157, -1", "1001, -1", "-1, -1", "254, -1", "71, -1" })
    void whatClearsWhat(int code, int raised) {
        assertThat(EventCodes.raisedBefore(code), is(raised));
    }

    /** What solar counts is negative in the unit, at the one shunt as at the other. */
    @ParameterizedTest
    @CsvSource({ "1, 0", "0, 1", "1, 1" })
    void solarCountsAtBothShunts(int shunt1, int shunt2) {
        int[] before = words();
        int[] now = words();
        now[34] = 0x10000 - 40;
        now[35] = 0x10000 - 20;
        double kilowattHours = 24.0 * 1050 * 12_000 / 3_276_800 / 1000;
        assertThat(reported(shunt1, shunt2, now, before).get(HISTORY_SOLAR_ENERGY),
                closeTo((40 * shunt1 + 20 * shunt2) * kilowattHours, 1e-9));
    }

    @Test
    void whatIsCountedIsReportedByItsDirection() {
        int[] before = words();
        int[] now = words();
        now[32] = 10;
        now[38] = 30;
        Map<Quantity, Double> reported = reported(1, 0, now, before);
        assertThat(reported.get(Quantity.HISTORY_AC_SOURCE_ENERGY_IMPORT), closeTo(10 * AC_KILOWATT_HOURS, 1e-9));
        assertThat(reported.get(Quantity.HISTORY_AC_SOURCE_ENERGY_EXPORT), closeTo(30 * AC_KILOWATT_HOURS, 1e-9));
    }

    /** 4 kW for a quarter of an hour, whatever the direction; of the other direction nothing is made up. */
    @ParameterizedTest
    @CsvSource({ "1124, 0, 1", "-1124, 1, 0" })
    void atANewBeginningThePowerOfTheSourceReportsByItsDirection(int counts, double imported, double exported) {
        int[] before = words();
        before[32] = 200;
        before[38] = 200;
        int[] now = atMidnight(words());
        now[23] = counts & 0xFFFF;
        Map<Quantity, Double> reported = reported(1, 0, now, before);
        assertThat("the unit counts export as positive", reported.get(Quantity.HISTORY_AC_SOURCE_POWER),
                closeTo(counts > 0 ? -4000 : 4000, 5));
        assertThat(reported.get(Quantity.HISTORY_AC_SOURCE_ENERGY_IMPORT), closeTo(counts > 0 ? 0 : 1, 0.01));
        assertThat(reported.get(Quantity.HISTORY_AC_SOURCE_ENERGY_EXPORT), closeTo(counts > 0 ? 1 : 0, 0.01));
    }

    /** As after a start of the unit: what it had counted until then is in no record, and the mean is that of a part. */
    @Test
    void atANewBeginningOutsideMidnightNobodyKnowsWhatFlowed() {
        int[] before = words();
        before[8] = 200;
        before[33] = 200;
        Map<Quantity, Double> reported = reported(1, 0, words(), before);
        assertThat(reported, hasKey(Quantity.HISTORY_LOAD_POWER));
        assertThat(reported, not(hasKey(HISTORY_LOAD_ENERGY)));
        assertThat(reported, not(hasKey(Quantity.HISTORY_BATTERY_ENERGY_IN)));
        assertThat("the others have gone on", reported, hasKey(Quantity.HISTORY_BATTERY_ENERGY_OUT));
    }

    @Test
    void atANewBeginningABatteryThatIsChargedHasTakenEnergy() {
        int[] before = words();
        before[8] = 200;
        before[10] = 200;
        Map<Quantity, Double> reported = reported(1, 0, atMidnight(words()), before);
        assertThat("500 W for a quarter of an hour", reported.get(Quantity.HISTORY_BATTERY_ENERGY_IN),
                closeTo(0.125, 0.001));
        assertThat(reported.get(Quantity.HISTORY_BATTERY_ENERGY_OUT), is(0.0));
    }

    @Test
    void aCounterThatStandsHasCountedNothing() {
        int[] now = words();
        now[21] = 100;
        assertThat("a power of less than a count an hour", reported(1, 0, now, words()).get(HISTORY_LOAD_ENERGY),
                is(0.0));
    }

    @ParameterizedTest
    @CsvSource({ "0, false", "1, true", "2, true", "3, true", "4, false" })
    void formatsThatThereAreAreKnown(int format, boolean known) {
        assertThat(LogKind.DETAILED.isKnown(format), is(known));
    }

    /** Header and table of a log by hand: sectors of ten records of 44 words. */
    private static Words table(int newest, int count, int... firstAndLast) {
        int[] words = new int[5 + 2 * firstAndLast.length];
        words[0] = firstAndLast.length / 2;
        words[1] = 44;
        words[2] = newest & 0xFFFF;
        words[3] = newest >>> 16;
        words[4] = count;
        for (int n = 0; n < firstAndLast.length; n++) {
            words[5 + 2 * n] = firstAndLast[n] & 0xFFFF;
            words[6 + 2 * n] = firstAndLast[n] >>> 16;
        }
        return new Words(LogKind.DETAILED.header().address(), words);
    }

    @Test
    void sectorsMayTouchAndBeFullButNotOverlap() throws SourceException, InterruptedException {
        Ring ring = new Ring(LogKind.DETAILED,
                range -> table(SECTOR + 19 * 44, 20, SECTOR, SECTOR + TEN - 1, SECTOR + TEN, SECTOR + 2 * TEN - 1));
        assertThat("as many as fit", ring.size(), is(20));
        assertThat(ring.address(0), is(SECTOR));
        assertThat(ring.address(19), is(SECTOR + 19 * 44));
        assertThrows(SourceException.class, () -> new Ring(LogKind.DETAILED,
                range -> table(SECTOR, 5, SECTOR, SECTOR + TEN, SECTOR + TEN, SECTOR + 2 * TEN)));
        assertThrows(SourceException.class, () -> new Ring(LogKind.DETAILED,
                range -> table(SECTOR, 21, SECTOR, SECTOR + TEN - 1, SECTOR + TEN, SECTOR + 2 * TEN - 1)));
    }

    @Test
    void aSectorHoldsOneRecordAtLeast() throws SourceException, InterruptedException {
        assertThat(new Ring(LogKind.DETAILED, range -> table(SECTOR, 1, SECTOR, SECTOR + 43)).address(0), is(SECTOR));
        assertThrows(SourceException.class,
                () -> new Ring(LogKind.DETAILED, range -> table(SECTOR, 1, SECTOR, SECTOR + 42)));
    }

    /** Below the flash are the settings and the password of the port. */
    @Test
    void aLogLiesInTheFlash() throws SourceException, InterruptedException {
        int flash = 0x10000;
        assertThat(new Ring(LogKind.DETAILED, range -> table(flash, 1, flash, flash + TEN - 1)).address(0), is(flash));
        assertThrows(SourceException.class,
                () -> new Ring(LogKind.DETAILED, range -> table(flash - 1, 1, flash - 1, flash + TEN - 2)));
    }

    @Test
    void whereNoWholeRecordFitsThereIsNone() throws SourceException, InterruptedException {
        // seven words are left over at the end of each sector
        int[] sectors = { SECTOR, SECTOR + TEN + 6, SECTOR + TEN + 7, SECTOR + 2 * TEN + 13 };
        Ring ring = new Ring(LogKind.DETAILED, range -> table(SECTOR, 5, sectors));
        assertThat(ring.number(SECTOR + TEN), is(-1));
        assertThat(ring.number(SECTOR + 2 * TEN + 7), is(-1));
        assertThrows(SourceException.class, () -> new Ring(LogKind.DETAILED, range -> table(SECTOR + TEN, 5, sectors)));
    }

    @Test
    void aTableThatWasNotReadWholeIsNotBelieved() throws SourceException, InterruptedException {
        Words whole = table(SECTOR, 5, SECTOR, SECTOR + TEN - 1, SECTOR + TEN, SECTOR + 2 * TEN - 1);
        assertThat(new Ring(LogKind.DETAILED, range -> whole).size(), is(5));
        for (int words = 5; words < whole.values().length; words++) {
            Words part = new Words(whole.address(), java.util.Arrays.copyOf(whole.values(), words));
            assertThrows(SourceException.class, () -> new Ring(LogKind.DETAILED, range -> part));
        }
    }

    /**
     * A generator of 5.3 kW that was started twenty minutes before midnight has brought 1.8 kWh on the old day and 1.3
     * on the new one: not half of it is lost, and neither is what was counted before taken off.
     */
    @ParameterizedTest
    @CsvSource({ "21, 15", "5, 15", "15, 15", "0, 15" })
    void whatFlowsOverMidnightIsCountedWhole(int before, int after) {
        int[] old = midnight();
        old[32] = before;
        int[] now = midnight();
        now[0] += 900;
        now[23] = 0x10000 - 1439;
        now[32] = after;
        assertThat(reported(1, 0, now, old).get(Quantity.HISTORY_AC_SOURCE_ENERGY_IMPORT),
                closeTo(15 * AC_KILOWATT_HOURS, 0.01));
        now[0] += 900;
        old[0] += 900;
        old[32] = 15;
        now[32] = 30;
        assertThat("and as ever after that", reported(1, 0, now, old).get(Quantity.HISTORY_AC_SOURCE_ENERGY_IMPORT),
                closeTo(15 * AC_KILOWATT_HOURS, 1e-9));
    }

    /**
     * Of the records of 0:00 and 0:15 only one begins the new day, whichever it is: in the other the counter goes on.
     */
    @ParameterizedTest
    @ValueSource(ints = { 0, 15 })
    void aCounterThatIsNotClearedGoesOnOverMidnight(int minutes) {
        int[] old = midnight();
        old[32] = 20;
        int[] now = midnight();
        now[0] += 60 * minutes;
        now[23] = 0x10000 - 1439;
        now[32] = 35;
        assertThat("as much as the power says", reported(1, 0, now, old).get(Quantity.HISTORY_AC_SOURCE_ENERGY_IMPORT),
                closeTo(15 * AC_KILOWATT_HOURS, 1e-9));
    }

    @Test
    void aDayThatBeginsWithoutACountHasCountedNothing() {
        int[] now = midnight();
        now[21] = 100;
        assertThat("a power of less than a count an hour", reported(1, 0, now, midnight()).get(HISTORY_LOAD_ENERGY),
                is(0.0));
    }

    /** No day begins at noon, also where the mean power would fit to one. */
    @Test
    void byDayTheCounterReportsWhateverThePowerSays() {
        int[] old = midnight();
        old[0] += 43_200 - 0x10000;
        old[1]++;
        old[32] = 14;
        int[] now = old.clone();
        now[0] += 900;
        now[23] = 0x10000 - 1439;
        now[32] = 16;
        assertThat(reported(1, 0, now, old).get(Quantity.HISTORY_AC_SOURCE_ENERGY_IMPORT),
                closeTo(2 * AC_KILOWATT_HOURS, 1e-9));
    }

    /** A record that is stamped with the midnight between the 19th and the 20th of January 2026. */
    private static int[] midnight() {
        int[] words = words();
        long seconds = Duration.between(Instant.parse("2001-01-01T00:00:00Z"), Instant.parse("2026-01-20T00:00:00Z"))
                .toSeconds();
        words[0] = (int) (seconds & 0xFFFF);
        words[1] = (int) (seconds >>> 16);
        return words;
    }
}
