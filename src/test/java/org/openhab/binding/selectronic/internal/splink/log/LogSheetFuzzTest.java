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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.LogSource.Extract;
import org.openhab.binding.selectronic.internal.source.LogSource.Heading;
import org.openhab.binding.selectronic.internal.source.LogSource.Line;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.LogSource.Sheet;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever header, table and records of any log hold: its sheet has no more lines than were announced, each with a
 * value for each column, or it is {@link Unexpected}. Three bytes before the log say which it is, formats, and days.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LogSheetFuzzTest {
    private static final int SETTINGS = 3;
    private static final int MOST_RECORDS = 0xFFFF;
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 20);

    static Stream<byte[]> seeds() {
        return LogBrowserFuzzTest.seeds().map(seed -> {
            byte[] longer = new byte[seed.length + 1];
            System.arraycopy(seed, 0, longer, 1, seed.length);
            longer[0] = seed[0];
            return longer;
        });
    }

    @MethodSource("seeds")
    @FuzzTest
    void sheet(byte[] input) throws SourceException, InterruptedException {
        if (input.length < SETTINGS) {
            return;
        }
        Log log = Log.values()[Math.floorMod(input[0], Log.values().length)];
        int format = input[1] & 7;
        @Nullable
        LocalDate from = (input[2] & 0x40) == 0 ? null : SOME_DAY;
        @Nullable
        LocalDate to = (input[2] & 0x80) == 0 ? null : SOME_DAY.plusDays(1);
        LogUnit unit = LogUnits.of(new ScaleFactors(5300, 2934, 1050, 16_000, 530), input[2] & 0xF, 0,
                Duration.ofMinutes(15), format, format, format, ZoneId.of("Australia/Sydney"));
        LogImage image = new LogImage(LogKind.of(log), input, SETTINGS);
        Rows rows = new Rows();
        try {
            LogSheet.read(LogUnits.memory(image, () -> unit), new Extract(log, from, to, (input[1] & 8) != 0), rows);
        } catch (SourceException e) {
            assertEquals(FailureKind.UNEXPECTED, e.kind());
            Plausible.text(e.getMessage());
        }
        assertThat("reads", image.reads, is(lessThanOrEqualTo(MOST_RECORDS)));
    }

    private static final class Rows implements Sheet {
        private final List<Heading> headings = new ArrayList<>();
        private int records;

        @Override
        public void begin(Heading heading) {
            headings.add(heading);
            assertThat(headings, hasSize(1));
            assertThat(heading.records(), is(both(greaterThanOrEqualTo(0)).and(lessThanOrEqualTo(MOST_RECORDS))));
            heading.columns().forEach(column -> Plausible.text(column.name()));
        }

        @Override
        public boolean add(List<Line> lines, int damaged) {
            Heading heading = headings.get(0);
            records += lines.size() + damaged;
            assertThat(damaged, is(greaterThanOrEqualTo(0)));
            assertThat(records, is(lessThanOrEqualTo(heading.records())));
            for (Line line : lines) {
                Plausible.text(line.time());
                line.event().ifPresent(Plausible::event);
                assertThat(line.values(), hasSize(heading.columns().size()));
                for (Value value : line.values()) {
                    assertThat(line.toString(),
                            value instanceof Value.Numeric number && !Double.isFinite(number.number()), is(false));
                }
            }
            return true;
        }
    }
}
