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
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.LogSource.Entry;
import org.openhab.binding.selectronic.internal.source.LogSource.Excerpt;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.simulator.log.DailyRecord;
import org.openhab.binding.selectronic.simulator.log.DetailedRecord;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * The end of each log against what the plant itself has noted down.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LogBrowserTest {
    private static final Instant NOON = Instant.parse("2026-01-20T01:00:00Z");
    /** No counter of the unit steps by more, in kilowatt hours. */
    private static final double A_COUNT = 0.124;
    /** What counts are worth with the scale factors 5300, 2200, 1050 and 12000. */
    private static final double AC_KILOWATT_HOURS = 24.0 * 5300 * 2200 / 3_276_800 / 1000,
            DC_KILOWATT_HOURS = 24.0 * 1050 * 12_000 / 3_276_800 / 1000;

    private final LoggedUnit house = new LoggedUnit(Scenario.CLOUDY_WEEK, NOON, Duration.ofDays(12),
            LogSettings.DEFAULT);

    private Excerpt newest(LogKind kind, int count, LogUnit unit) throws SourceException, InterruptedException {
        return LogBrowser.newest(LogUnits.memory(house, () -> unit), kind, count);
    }

    private static double number(Map<Quantity, Value> values, Quantity quantity) {
        return values.get(quantity) instanceof Value.Numeric numeric ? numeric.number() : Double.NaN;
    }

    @Test
    void daysAreTheCountersOfThePlantAtTheEndOfEach() throws SourceException, InterruptedException {
        Excerpt excerpt = newest(LogKind.DAILY, 10, house.known());
        List<DailyRecord> noted = house.unit.logs().days();
        List<DailyRecord> last = noted.subList(noted.size() - 10, noted.size());
        assertThat(excerpt.known(), is(true));
        assertThat(excerpt.entries(), hasSize(10));
        for (int day = 0; day < 10; day++) {
            Entry entry = excerpt.entries().get(day);
            Energies total = last.get(day).total();
            assertThat(entry.time().orElseThrow(), is(last.get(day).time()));
            Map<Quantity, Value> values = entry.values();
            assertThat(number(values, LOAD_ENERGY_TOTAL), closeTo(total.load() / 1000, A_COUNT));
            assertThat(number(values, SOLAR_ENERGY_TOTAL),
                    closeTo((total.acSolar() + total.dcSolar()) / 1000, 2 * A_COUNT));
            assertThat(number(values, BATTERY_ENERGY_IN_TOTAL), closeTo(total.batteryIn() / 1000, A_COUNT));
            assertThat(number(values, BATTERY_ENERGY_OUT_TOTAL), closeTo(total.batteryOut() / 1000, A_COUNT));
            assertThat(number(values, AC_SOURCE_ENERGY_IMPORT_TOTAL), closeTo(total.sourceIn() / 1000, A_COUNT));
            assertThat(number(values, AC_SOURCE_ENERGY_EXPORT_TOTAL), closeTo(total.sourceOut() / 1000, A_COUNT));
        }
    }

    @Test
    void intervalsAreTheMeansOfThePlant() throws SourceException, InterruptedException {
        Excerpt excerpt = newest(LogKind.DETAILED, 13, house.known());
        List<DetailedRecord> noted = house.unit.logs().intervals();
        assertThat(excerpt.entries(), hasSize(13));
        for (int n = 0; n < 13; n++) {
            DetailedRecord same = noted.get(noted.size() - 13 + n);
            Entry entry = excerpt.entries().get(n);
            assertThat(entry.time().orElseThrow(), is(same.end()));
            assertThat(number(entry.values(), HISTORY_LOAD_POWER), closeTo(same.mean().load(), 5));
            assertThat("the first has none before it", entry.values().containsKey(HISTORY_LOAD_ENERGY), is(n > 0));
        }
    }

    @Test
    void alertsAndOperationsAreEvents() throws SourceException, InterruptedException {
        house.unit.change(plant -> plant.raise(50));
        house.unit.operate(30);
        Entry alert = newest(LogKind.ALERTS, 1, house.known()).entries().get(0);
        assertThat(alert.event().orElseThrow().code(), is(50));
        assertThat(alert.words(), startsWith(alert.words().substring(0, 9) + " 0032"));
        assertThat(newest(LogKind.OPERATIONS, 1, house.known()).entries().get(0).event().orElseThrow().code(), is(30));
    }

    @Test
    void ofUnknownFormatsThereAreWordsAndATimeAndOfEventsWhatAllFormatsShare()
            throws SourceException, InterruptedException {
        LogUnit known = house.known();
        LogUnit newer = LogUnits.of(known.setup().scales(), 1, 0, known.interval(), 4, 4, 6, known.zone());
        house.unit.operate(30);
        for (LogKind kind : List.of(LogKind.OPERATIONS, LogKind.DAILY, LogKind.DETAILED)) {
            Excerpt excerpt = newest(kind, 1, newer);
            Entry entry = excerpt.entries().get(0);
            assertThat(excerpt.known(), is(false));
            assertThat("of events all formats share what is read", entry.event().map(UnitEvent::code),
                    is(kind == LogKind.OPERATIONS ? Optional.of(30) : Optional.empty()));
            assertThat(entry.values(), is(anEmptyMap()));
            assertThat(entry.time().isPresent(), is(true));
            assertThat(entry.words().split(" ").length, is(kind.recordWords()));
        }
        assertThat(newest(LogKind.DAILY, 1, newer).format(), is(6));
    }

    @Test
    void anEmptyLogHasNoEnd() throws SourceException, InterruptedException {
        house.unit.logs().clear(org.openhab.binding.selectronic.simulator.log.LogKind.DAILY);
        assertThat(newest(LogKind.DAILY, 10, house.known()).entries(), is(empty()));
    }

    /**
     * Published with peter-dolkens/splink, whose reading of it is 20.6 kWh of load an hour count of 108.15; counts of
     * scales B are worth 0.113893 and 0.123047 kWh.
     */
    @Test
    void aPublishedDay() {
        byte[] bytes = HexFormat.of()
                .parseHex("ff7c703015000000110000004b0000002200000000000000490000000000000000000000"
                        + "0000000000000000d900000059190000a0050000b500ad07b414760b1a04803e12020000");
        int[] words = new int[36];
        for (int n = 0; n < words.length; n++) {
            words[n] = bytes[2 * n] & 0xFF | (bytes[2 * n + 1] & 0xFF) << 8;
        }
        LogUnit unit = LogUnits.of(new ScaleFactors(0, 0, 0, 0, 0), 1, 0, Duration.ofMinutes(15), 3, 3, 5,
                house.known().zone());
        Map<Quantity, Value> values = new org.openhab.binding.selectronic.internal.splink.log.DailyRecord(
                new LogRecord(0, words), unit).values();
        assertThat("73 counts", number(values, LOAD_ENERGY_TOTAL), closeTo(73 * 0.113893066, 1e-6));
        assertThat("75 counts", number(values, BATTERY_ENERGY_IN_TOTAL), closeTo(75 * 0.123046875, 1e-9));
        assertThat("34 counts", number(values, BATTERY_ENERGY_OUT_TOTAL), closeTo(34 * 0.123046875, 1e-9));
        assertThat("181 counts, the high word first", number(values, SOLAR_ENERGY_TOTAL),
                closeTo(181 * 0.113893066, 1e-6));
        assertThat(number(values, AC_SOURCE_ENERGY_IMPORT_TOTAL), is(0.0));
    }

    @Test
    void whatADayDoesNotReportIsNotZero() {
        int[] words = new int[36];
        words[27] = 0xFFFF;
        words[28] = 0xFFFF;
        LogUnit unit = house.known();
        assertThat("without scale factors nothing is",
                new org.openhab.binding.selectronic.internal.splink.log.DailyRecord(new LogRecord(0, words), unit)
                        .values(),
                is(anEmptyMap()));
        System.arraycopy(new int[] { 5300, 2200, 1050, 12_000, 530 }, 0, words, 30, 5);
        Map<Quantity, Value> values = new org.openhab.binding.selectronic.internal.splink.log.DailyRecord(
                new LogRecord(0, words), unit).values();
        assertThat(values.containsKey(SOLAR_ENERGY_TOTAL), is(false));
        assertThat(number(values, LOAD_ENERGY_TOTAL), is(0.0));
    }

    /**
     * 400 counts of AC-coupled solar; 40 at the first shunt and 20 at the second, which the unit counts as negative.
     */
    @ParameterizedTest
    @CsvSource({ "0, 0, 0", "1, 0, 40", "0, 1, 20", "1, 1, 60", "2, 5, 0" })
    void aDayCountsSolarAtTheShuntsThatMeasureIt(int shunt1, int shunt2, int counts) {
        int[] words = dayWithScales();
        words[14] = 0x10000 - 40;
        words[15] = 0xFFFF;
        words[16] = 0x10000 - 20;
        words[17] = 0xFFFF;
        words[28] = 400;
        assertThat(number(day(words, shunt1, shunt2), SOLAR_ENERGY_TOTAL),
                closeTo(400 * AC_KILOWATT_HOURS + counts * DC_KILOWATT_HOURS, 1e-9));
    }

    @Test
    void aSystemThatHasNotSeenTheSunYetHasCountedZero() {
        assertThat(number(day(dayWithScales(), 1, 1), SOLAR_ENERGY_TOTAL), is(0.0));
    }

    @Test
    void aShuntThatNobodyKnowsHidesTheSolarOfADay() {
        assertThat(day(dayWithScales(), -1, 0), not(hasKey(SOLAR_ENERGY_TOTAL)));
        assertThat(day(dayWithScales(), 0, -1), not(hasKey(SOLAR_ENERGY_TOTAL)));
    }

    private static int[] dayWithScales() {
        int[] words = new int[36];
        System.arraycopy(new int[] { 5300, 2200, 1050, 12_000, 530 }, 0, words, 30, 5);
        return words;
    }

    private Map<Quantity, Value> day(int[] words, int shunt1, int shunt2) {
        LogUnit unit = LogUnits.of(new ScaleFactors(0, 0, 0, 0, 0), shunt1, shunt2, Duration.ofMinutes(15), 3, 3, 5,
                house.known().zone());
        return new org.openhab.binding.selectronic.internal.splink.log.DailyRecord(new LogRecord(0, words), unit)
                .values();
    }
}
