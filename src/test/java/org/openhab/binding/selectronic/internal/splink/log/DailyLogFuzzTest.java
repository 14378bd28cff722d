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

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever header, table and records of the daily log hold, with the same bytes as those of the detailed log: days are
 * read to the end or not at all, with a bounded number of reads, and what is reported is possible. Two bytes before the
 * log say which formats there are, and from where on it is read.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class DailyLogFuzzTest {
    private static final ScaleFactors SCALES = new ScaleFactors(5300, 2934, 1050, 16_000, 530);
    private static final int SETTINGS = 2;
    private static final int MOST_RECORDS = 0xFFFF;
    private static final Instant SOME_DAY = Instant.parse("2026-01-20T13:00:00Z");

    static Stream<byte[]> seeds() {
        LogSettings small = LogSettings.DEFAULT.withSectors(org.openhab.binding.selectronic.simulator.log.LogKind.DAILY,
                3, 36 * 5 + 3, 2);
        LoggedUnit unit = new LoggedUnit(Scenario.SUNNY_DAY, SOME_DAY, Duration.ofMinutes(30), small);
        unit.unit.change(plant -> plant.advanceRoughly(Duration.ofDays(12)));
        return Stream.of(LogImage.of(LogKind.DAILY, unit, 5, 0), LogImage.of(LogKind.DAILY, unit, 4, 1),
                LogImage.of(LogKind.DAILY, unit, 6, 0));
    }

    @MethodSource("seeds")
    @FuzzTest
    void days(byte[] input) throws SourceException, InterruptedException {
        if (input.length < SETTINGS) {
            return;
        }
        LogImage daily = new LogImage(LogKind.DAILY, input, SETTINGS);
        LogImage detailed = new LogImage(LogKind.DETAILED, input, SETTINGS);
        LogUnit unit = LogUnits.of(SCALES, 1, 9, Duration.ofMinutes(15), 3, 3, input[0] & 7,
                ZoneId.of("Australia/Sydney"));
        DailyLog log = new DailyLog(LogUnits.memory(range -> {
            assertThat("longer than a frame", range.words(), is(lessThanOrEqualTo(256)));
            int head = LogKind.DETAILED.header().address();
            return range.address() >= head && range.end() <= LogKind.DETAILED.headerAndTable().end()
                    ? detailed.read(range)
                    : daily.read(range);
        }, () -> unit));
        HistoryPosition position = HistoryPosition
                .ofDays(input[1] == 0 ? Instant.EPOCH : SOME_DAY.plus(Duration.ofDays(input[1])));
        int days = 0;
        for (int portions = 0; portions < 50; portions++) {
            int before = daily.reads + detailed.reads;
            // it never fails: without its energies of days an owner has those of the intervals
            HistoryPortion portion = log.readAfter(position);
            assertThat("too many reads", daily.reads + detailed.reads - before, is(lessThanOrEqualTo(MOST_RECORDS)));
            portion.records().forEach(Plausible::record);
            days += portion.records().size();
            assertThat(days, is(lessThanOrEqualTo(MOST_RECORDS)));
            assertThat("a position survives a restart", HistoryPosition.parse(portion.position().toString()),
                    is(portion.position()));
            log.remark("A1").ifPresent(remark -> assertThat(remark.toString(), is(not(emptyString()))));
            if (portion.left() <= 0) {
                return;
            }
            position = portion.position();
        }
    }
}
