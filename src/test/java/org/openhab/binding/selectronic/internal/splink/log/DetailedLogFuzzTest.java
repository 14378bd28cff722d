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
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever header, table and records of the detailed log hold: the log is read to its end with a bounded number of
 * reads, within the flash, or is {@link Unexpected}; what is reported is possible. Three bytes before the log say
 * format,
 * shunts, and from where on it is read.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class DetailedLogFuzzTest {
    private static final ScaleFactors SCALES = new ScaleFactors(5300, 2934, 1050, 16_000, 530);
    private static final int SETTINGS = 3;
    private static final int MOST_RECORDS = 0xFFFF;
    private static final Instant SOME_TIME = Instant.parse("2026-01-20T00:30:00Z");

    static Stream<byte[]> seeds() {
        LogSettings small = LogSettings.DEFAULT
                .withSectors(org.openhab.binding.selectronic.simulator.log.LogKind.DETAILED, 3, 44 * 4 + 3, 2);
        LoggedUnit sunny = new LoggedUnit(Scenario.SUNNY_DAY, SOME_TIME, Duration.ofHours(5), small);
        LoggedUnit fresh = new LoggedUnit(Scenario.MAINS_EXPORTING, SOME_TIME, Duration.ofMinutes(20), small);
        return Stream.of(LogImage.of(LogKind.DETAILED, sunny, 3, 1, 0), LogImage.of(LogKind.DETAILED, sunny, 2, 0, 1),
                LogImage.of(LogKind.DETAILED, sunny, 1, 9, 2), LogImage.of(LogKind.DETAILED, fresh, 3, 0, 1));
    }

    @MethodSource("seeds")
    @FuzzTest
    void log(byte[] input) throws SourceException, InterruptedException {
        if (input.length < SETTINGS) {
            return;
        }
        LogImage image = new LogImage(LogKind.DETAILED, input, SETTINGS);
        LogUnit unit = LogUnits.of(SCALES, input[1] >> 4, input[1] & 0xF, Duration.ofMinutes(15), input[0] & 3, 3, 5,
                ZoneId.of("Australia/Sydney"));
        DetailedLog log = new DetailedLog(LogUnits.memory(range -> {
            assertThat(range + " is of the log",
                    range.equals(UnitSetup.LOG_INTERVAL) || range.address() >= 0x10000 && range.end() <= 0x100000 + 1
                            || range.address() >= LogKind.DETAILED.header().address()
                                    && range.end() <= LogKind.DETAILED.headerAndTable().end(),
                    is(true));
            assertThat("longer than a frame", range.words(), is(lessThanOrEqualTo(256)));
            return image.read(range);
        }, () -> unit));
        HistoryPosition position = switch (input[2]) {
            case 0 -> HistoryPosition.BEGINNING;
            case 1 -> HistoryPosition.at(SOME_TIME.minus(Duration.ofHours(1)));
            default -> new HistoryPosition(SOME_TIME.minus(Duration.ofHours(1)), "7002c:0123abcd");
        };
        try {
            readOn(log, position, image);
        } catch (SourceException e) {
            assertEquals(FailureKind.UNEXPECTED, e.kind());
            Plausible.text(e.getMessage());
        }
    }

    private static void readOn(DetailedLog log, HistoryPosition from, LogImage image)
            throws SourceException, InterruptedException {
        HistoryPosition position = from;
        int records = 0;
        for (int portions = 0; portions < 50; portions++) {
            int before = image.reads;
            HistoryPortion portion = log.readAfter(position);
            assertThat("too many reads", image.reads - before, is(lessThanOrEqualTo(2 * MOST_RECORDS)));
            portion.records().forEach(Plausible::record);
            portion.lost().ifPresent(lost -> assertThat(lost.to(), is(greaterThan(lost.from()))));
            records += portion.records().size();
            assertThat(records, is(lessThanOrEqualTo(MOST_RECORDS)));
            assertThat(portion.left(), is(both(greaterThanOrEqualTo(0)).and(lessThanOrEqualTo(MOST_RECORDS))));
            assertThat("a position survives a restart", HistoryPosition.parse(portion.position().toString()),
                    is(portion.position()));
            if (portion.left() == 0) {
                return;
            }
            assertThat("no step ahead", portion.position(), is(not(position)));
            position = portion.position();
        }
    }
}
