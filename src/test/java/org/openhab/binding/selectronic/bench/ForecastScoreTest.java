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
package org.openhab.binding.selectronic.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The score of a house that lives by the clock, and what is said of files that cannot be scored.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ForecastScoreTest {
    @TempDir
    @Nullable
    Path folder;

    /** 40 days of 0.5 kW, and of 1.5 kW from 18:00 to 22:00; the sun shines with 1 kW from 8:00 to 16:00. */
    private static List<String> clockwork() {
        List<String> lines = new ArrayList<>(List.of("time,load_kW,solar_kW"));
        LocalDateTime time = LocalDateTime.of(2026, 3, 1, 0, 0);
        for (int at = 0; at < 40 * 48; at++) {
            int hour = time.getHour();
            lines.add(String.format(Locale.ROOT, "%s %s,%.3f,%.3f", time.toLocalDate(), time.toLocalTime() + ":00",
                    hour >= 18 && hour < 22 ? 1.5 : 0.5, hour >= 8 && hour < 16 ? 1.0 : 0.0));
            time = time.plusMinutes(30);
        }
        return lines;
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(Objects.requireNonNull(folder).resolve("house.csv"), lines);
    }

    @Test
    void aHouseThatLivesByTheClockIsForecastExactly() throws IOException {
        assertThat(ForecastScore.read(file(clockwork()), 2).score(), is("forecast mae18=0.000 yesterday18=0.000 "
                + "present18=2.000 mae21=0.000 yesterday21=0.000 band=1.000"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "2026-03-01 01:30:00,x,0|line 5: not a time, a load and a solar power",
            "2026-03-01 01:30:00,1|line 5: not a time, a load and a solar power",
            "2026-03-01 01:30:00,-1,0|line 5: not a time, a load and a solar power",
            "2026-03-01 01:30:00,350,0|line 5: not a time, a load and a solar power",
            "2026-03-01 01:30:00,NaN,0|line 5: not a time, a load and a solar power",
            "yesterday,1,0|line 5: not a time, a load and a solar power",
            "2026-03-01 02:00:00,1,0|line 5: not half an hour after the line before" })
    void aLineThatCannotBeReadIsNamed(String line, String message) throws IOException {
        List<String> lines = clockwork();
        lines.set(4, line);
        Path file = file(lines);
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> ForecastScore.read(file, 1));
        assertThat(e.getMessage(), containsString(message));
    }

    @Test
    void aFileOfTooFewDaysIsRefused() throws IOException {
        Path file = file(clockwork().subList(0, 30 * 48));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> ForecastScore.read(file, 1));
        assertThat(e.getMessage(), containsString("1584 are needed"));
    }

    @Test
    void aMissingFileIsNamed() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> ForecastScore.read(Path.of("nowhere.csv"), 1));
        assertThat(e.getMessage(), containsString("nowhere.csv"));
    }
}
