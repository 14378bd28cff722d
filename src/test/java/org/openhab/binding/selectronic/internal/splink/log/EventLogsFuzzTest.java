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
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever header, table and records of an event log hold: each look brings a frame of events at most, which can be,
 * and the live values are never lost over it. A byte before the log says which log it is; a second log that comes after
 * the first is what the next look finds, and then openHAB is restarted.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class EventLogsFuzzTest {
    private static final Instant SOME_TIME = Instant.parse("2026-01-20T00:30:00Z");
    private static final UnitSetup SETUP = new UnitSetup(Identity.NONE, 33, 51,
            new ScaleFactors(5300, 2934, 1050, 16_000, 530), 1, 0, new UnitSetup.LogSettings(3, 3, 5, 15));
    private static final int FRAME = 7;

    static Stream<byte[]> seeds() {
        LogSettings small = LogSettings.DEFAULT
                .withSectors(org.openhab.binding.selectronic.simulator.log.LogKind.ALERTS, 3, 36 * 5 + 3, 2)
                .withSectors(org.openhab.binding.selectronic.simulator.log.LogKind.OPERATIONS, 3, 36 * 5 + 3, 2);
        LoggedUnit unit = new LoggedUnit(Scenario.GENERATOR_RUN, SOME_TIME, Duration.ofHours(1), small);
        byte[] empty = LogImage.of(LogKind.ALERTS, unit, 0);
        unit.pass(Duration.ofHours(3));
        unit.unit.operate(20);
        return Stream.of(empty, LogImage.of(LogKind.ALERTS, unit, 0), LogImage.of(LogKind.OPERATIONS, unit, 1));
    }

    @MethodSource("seeds")
    @FuzzTest
    void log(byte[] input) throws SourceException, InterruptedException {
        if (input.length == 0) {
            return;
        }
        LogKind kind = input[0] == 0 ? LogKind.ALERTS : LogKind.OPERATIONS;
        TextStorage memory = new ThingStorage(new FakeStorage());
        EventLogs logs = new EventLogs("1");
        boolean first = true;
        for (int from : new int[] { 1, 1, 1 + input.length / 2, 1 }) {
            LogImage image = new LogImage(kind, input, from);
            List<UnitEvent> newEvents = LogUnits.events(logs, memory, SETUP, List.of(image.read(kind.header())), image,
                    LogUnits.zone(ZoneId.of("Australia/Sydney")));
            assertThat(newEvents.size(), is(lessThanOrEqualTo(FRAME)));
            assertThat("reads of one look", image.reads, is(lessThanOrEqualTo(5)));
            newEvents.forEach(Plausible::event);
            assertThat("what is read first is old", first && newEvents.stream().anyMatch(event -> !event.old()),
                    is(false));
            first = false;
            if (from != 1) {
                logs = new EventLogs("1");
            }
        }
    }
}
