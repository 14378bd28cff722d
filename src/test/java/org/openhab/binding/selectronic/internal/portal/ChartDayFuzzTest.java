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
package org.openhab.binding.selectronic.internal.portal;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.fuzz.Seeds;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.SourceException;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any chart is a day of hours one after another, without anything that cannot be, or {@link Unexpected}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ChartDayFuzzTest {
    private static final ZoneId ZONE = ZoneId.of("Australia/Melbourne");
    private static final LocalDate FAR_AHEAD = LocalDate.of(2200, 1, 1);
    private static final int MOST_HOURS = 25;

    static Stream<byte[]> seeds() {
        return Seeds.of("portal", "chart-day.json", "chart-day-23h.json", "chart-day-25h.json", "chart-gap.json",
                "chart-empty.json");
    }

    @MethodSource("seeds")
    @FuzzTest
    void body(byte[] body) throws SourceException {
        for (LocalDate asked : new LocalDate[] { LocalDate.of(2024, 2, 11), LocalDate.of(2026, 4, 5) }) {
            ChartDay chart;
            try {
                chart = ChartDay.read(body, asked, ZONE);
            } catch (SourceException e) {
                assertEquals(FailureKind.UNEXPECTED, e.kind());
                Plausible.text(e.getMessage());
                return;
            }
            assertThat(chart.day(), is(lessThan(FAR_AHEAD)));
            assertThat(chart.records().size(), is(lessThanOrEqualTo(MOST_HOURS)));
            Instant before = Instant.MIN;
            for (HistoryRecord hour : chart.records()) {
                Plausible.record(hour);
                assertThat(hour.start(), is(greaterThanOrEqualTo(before)));
                assertThat(Duration.between(hour.start(), hour.end()), is(Duration.ofHours(1)));
                assertThat(LocalDate.ofInstant(hour.start(), ZONE), is(chart.day()));
                assertThat("asked for a later day", chart.day().isBefore(asked), is(false));
                before = hour.start();
            }
        }
    }
}
