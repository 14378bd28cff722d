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
import java.util.Arrays;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.LogSource.Entry;
import org.openhab.binding.selectronic.internal.source.LogSource.Excerpt;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever header, table and records of any log hold: its end is read with a bounded number of reads or is
 * {@link Unexpected}, and what is reported is possible. Two bytes before the log say which it is, and formats and
 * shunts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LogBrowserFuzzTest {
    private static final int SETTINGS = 2;
    private static final int COUNT = 20;

    static Stream<byte[]> seeds() {
        LogSettings small = LogSettings.DEFAULT;
        for (var kind : org.openhab.binding.selectronic.simulator.log.LogKind.values()) {
            small = small.withSectors(kind, 3, 44 * 4 + 3, 2);
        }
        LoggedUnit unit = new LoggedUnit(Scenario.GENERATOR_RUN, Instant.parse("2026-01-20T00:30:00Z"),
                Duration.ofDays(3), small);
        return Arrays.stream(LogKind.values()).map(kind -> LogImage.of(kind, unit, kind.ordinal(), 0x7));
    }

    @MethodSource("seeds")
    @FuzzTest
    void end(byte[] input) throws SourceException, InterruptedException {
        if (input.length < SETTINGS) {
            return;
        }
        LogKind kind = LogKind.values()[Math.floorMod(input[0], LogKind.values().length)];
        int known = input[1] & 0x7;
        LogUnit unit = LogUnits.of(new ScaleFactors(5300, 2934, 1050, 16_000, 530), input[1] >> 5, 0,
                Duration.ofMinutes(15), 3 + (~known >> 2 & 1), 3 + (~known >> 1 & 1), 5 + (~known & 1),
                ZoneId.of("Australia/Sydney"));
        LogImage image = new LogImage(kind, input, SETTINGS);
        Excerpt excerpt;
        try {
            excerpt = LogBrowser.newest(LogUnits.memory(image, () -> unit), kind, COUNT);
        } catch (SourceException e) {
            assertEquals(FailureKind.UNEXPECTED, e.kind());
            return;
        }
        assertThat(excerpt.entries().size(), is(lessThanOrEqualTo(COUNT)));
        assertThat("reads", image.reads, is(lessThanOrEqualTo(1 + COUNT)));
        for (Entry entry : excerpt.entries()) {
            entry.event().ifPresent(Plausible::event);
            Plausible.values(entry.values());
            assertThat(entry.words().split(" ").length, is(kind.recordWords()));
            assertThat("not guessed", !excerpt.known() && !(entry.values().isEmpty() && entry.event().isEmpty()),
                    is(false));
        }
    }
}
