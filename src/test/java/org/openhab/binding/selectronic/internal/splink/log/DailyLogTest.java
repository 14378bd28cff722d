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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.simulator.log.DailyRecord;
import org.openhab.binding.selectronic.simulator.log.HeaderFault;
import org.openhab.binding.selectronic.simulator.log.LogKind;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * The energies of days against the daily log of a simulated unit: what it counted on each, what is missing, and what
 * its detailed log contradicts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class DailyLogTest {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final HistoryPosition BEGINNING = HistoryPosition.ofDays(Instant.EPOCH);
    /** A count at both ends of a day, in kWh. */
    private static final double COUNT = 0.25;

    /** An hour after the midnight that ends 14 January 2026, after 150 days. */
    private final LoggedUnit house = new LoggedUnit(Scenario.SUNNY_DAY, Instant.parse("2025-08-17T15:00:00Z"),
            Duration.ofMinutes(30), LogSettings.DEFAULT, SYDNEY);
    private DailyLog log = log(5);

    DailyLogTest() {
        pass(Duration.ofDays(150).minusHours(1));
    }

    private DailyLog log(int format) {
        return new DailyLog(LogUnits.memory(house, () -> house.known(3, format)));
    }

    private void pass(Duration time) {
        house.unit.change(plant -> plant.advanceRoughly(time));
    }

    private Map<LocalDate, Double> read(org.openhab.binding.selectronic.internal.model.Quantity energy)
            throws SourceException, InterruptedException {
        Map<LocalDate, Double> days = new TreeMap<>();
        for (HistoryRecord day : readAll()) {
            LocalDate date = LocalDate.ofInstant(day.start(), SYDNEY);
            assertThat(day.start(), is(date.atStartOfDay(SYDNEY).toInstant()));
            assertThat(day.end(), is(date.plusDays(1).atStartOfDay(SYDNEY).toInstant()));
            if (day.values().containsKey(energy)) {
                days.put(date, day.values().getOrDefault(energy, Double.NaN));
            }
        }
        return days;
    }

    private List<HistoryRecord> readAll() throws SourceException, InterruptedException {
        List<HistoryRecord> days = new ArrayList<>();
        HistoryPosition position = BEGINNING;
        while (true) {
            HistoryPortion portion = log.readAfter(position);
            days.addAll(portion.records());
            position = portion.position();
            assertThat(HistoryPosition.parse(position.toString()), is(position));
            if (portion.left() == 0) {
                return days;
            }
        }
    }

    /** What the unit counted on each day but the first, as long as nothing was reset. */
    private Map<LocalDate, Double> counted() {
        Map<LocalDate, Double> counted = new TreeMap<>();
        List<DailyRecord> days = house.unit.logs().days();
        for (int n = 1; n < days.size(); n++) {
            counted.put(days.get(n).unitTime().toLocalDate(),
                    (days.get(n).total().load() - days.get(n - 1).total().load()) / 1000);
        }
        return counted;
    }

    @Test
    void eachDayHasWhatWasCountedOnIt() throws SourceException, InterruptedException {
        Map<LocalDate, Double> counted = counted();
        Map<LocalDate, Double> read = read(HISTORY_LOAD_ENERGY);
        assertThat(read.keySet(), is(counted.keySet()));
        counted.forEach((day, energy) -> assertThat(day.toString(), read.get(day), is(closeTo(energy, COUNT))));
        assertThat(log.remark("240001").isPresent(), is(false));
    }

    /** Older records lack the energy of AC-coupled solar, so the solar energy of a day would be too little. */
    @Test
    void ofOlderFormatsAllButSolarIsKnown() throws SourceException, InterruptedException {
        log = log(4);
        assertThat(read(HISTORY_LOAD_ENERGY).keySet(), is(counted().keySet()));
        assertThat(read(HISTORY_BATTERY_ENERGY_OUT).keySet(), is(counted().keySet()));
        assertThat(read(HISTORY_SOLAR_ENERGY).keySet(), is(empty()));
        log = log(6);
        assertThat(readAll(), is(empty()));
        assertThat(log.remark("240001").orElseThrow().arguments().get(1), containsString("load-energy"));
    }

    @Test
    void aGapOfMonthsHasNoEnergyAndNeitherHasTheDayAfterIt() throws SourceException, InterruptedException {
        house.unit.change(plant -> plant.ignore(house.unit.logs()));
        pass(Duration.ofDays(70));
        house.unit.change(plant -> plant.observe(house.unit.logs()));
        pass(Duration.ofDays(2));
        Map<LocalDate, Double> read = read(HISTORY_LOAD_ENERGY);
        List<LocalDate> days = house.unit.logs().days().stream().map(day -> day.unitTime().toLocalDate()).toList();
        LocalDate after = days.get(days.size() - 2);
        assertThat(days, not(hasItem(after.minusDays(1))));
        assertThat(read, not(hasKey(after)));
        assertThat(read, hasKey(after.plusDays(1)));
        assertThat(read.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow(), is(lessThan(40.0)));
    }

    @Test
    void aTotalThatGoesBackwardsHasNoDay() throws SourceException, InterruptedException {
        house.unit.change(plant -> plant.setCounters(Energies.NONE));
        pass(Duration.ofDays(2));
        house.unit.change(plant -> plant.setCounters(Energies.inService(4000)));
        pass(Duration.ofDays(3));
        Map<LocalDate, Double> read = read(HISTORY_LOAD_ENERGY);
        counted().forEach((day, energy) -> {
            // the counter went back on the first of these days, and jumped ahead by more than can flow on the other
            if (energy < 0 || energy > 5000) {
                assertThat(read, not(hasKey(day)));
            } else {
                assertThat(read.get(day), is(closeTo(energy, COUNT)));
            }
        });
        assertThat(counted().size() - read.size(), is(2));
    }

    /** If the unit wrote energies of days instead of totals, their differences would be no energies at all. */
    @Test
    void aCounterThatTheDetailedLogContradictsIsNotUsed() throws SourceException, InterruptedException {
        List<DailyRecord> days = house.unit.logs().days();
        for (int back = 0; back < days.size() - 1; back++) {
            // the load of 10 or 11 kWh each day, in counts
            house.unit.logs().ring(LogKind.DAILY).setWord(back, 12, 88 + back % 10);
            house.unit.logs().ring(LogKind.DAILY).setWord(back, 13, 0);
        }
        assertThat(read(HISTORY_LOAD_ENERGY).keySet(), is(empty()));
        assertThat(log.remark("240001").orElseThrow().arguments(), contains("240001", "load-energy"));
        assertThat("the others are", read(HISTORY_BATTERY_ENERGY_IN).keySet(), is(counted().keySet()));
    }

    @Test
    void aLogThatContradictsItselfIsNotUsed() throws SourceException, InterruptedException {
        house.unit.logs().ring(LogKind.DAILY).spoil(HeaderFault.RECORD_SIZE);
        assertThat(readAll(), is(empty()));
        assertThat(log.remark("240001").isPresent(), is(true));
        house.unit.logs().ring(LogKind.DAILY).repair();
        assertThat(read(HISTORY_LOAD_ENERGY).keySet(), is(counted().keySet()));
        assertThat(log.remark("240001").isPresent(), is(false));
    }

    @Test
    void aUnitThatDoesNotAnswerIsAskedOnceInASession() throws SourceException, InterruptedException {
        int[] asked = new int[1];
        log = new DailyLog(LogUnits.memory(range -> {
            asked[0]++;
            throw new SourceException(Problem.NO_WORDS, "a2e8");
        }, house::known));
        assertThat(readAll(), is(empty()));
        assertThat(readAll(), is(empty()));
        assertThat(asked[0], is(1));
        assertThat(log.remark("240001").isPresent(), is(true));
        log = new DailyLog(LogUnits.memory(range -> {
            throw new SourceException(Problem.LINK_CUT, "line");
        }, house::known));
        assertThrows(SourceException.class, this::readAll);
    }

    /** One frame holds seven days; the newest three are compared with about 20 frames of the detailed log each. */
    @Test
    void yearsTakeFewReadsAndADayTakesOneComparison() throws SourceException, InterruptedException {
        house.reads = 0;
        HistoryPosition position = BEGINNING;
        HistoryPortion portion;
        do {
            portion = log.readAfter(position);
            position = portion.position();
        } while (portion.left() > 0);
        assertThat(house.reads, is(lessThan(150 / 7 + 3 * 40 + 10)));
        house.reads = 0;
        assertThat(log.readAfter(position).records(), is(empty()));
        assertThat(house.reads, is(lessThanOrEqualTo(3)));
        pass(Duration.ofDays(1));
        house.reads = 0;
        assertThat(log.readAfter(position).records(), hasSize(1));
        assertThat(house.reads, is(lessThan(50)));
        // of what a record was that is not there any more, its time is known
        assertThat(log.readAfter(new HistoryPosition(position.log(), position.time(), "c8024:00000000")).records(),
                hasSize(1));
    }
}
