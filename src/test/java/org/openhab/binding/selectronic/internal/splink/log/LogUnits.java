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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.NewEvents;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * Units of which no more is known than what their logs are understood by.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LogUnits {
    private static final int MAP = 33;
    /** So far away that no clock says anything about the zone, and no record is of a later time. */
    private static final Clock FAR = Clock.fixed(Instant.parse("2200-01-01T00:00:00Z"), ZoneOffset.UTC);

    private LogUnits() {
    }

    static LogUnit of(ScaleFactors scales, int shunt1, int shunt2, Duration interval, int detailedFormat,
            int eventFormat, int dailyFormat, ZoneId zone) {
        return unit(new UnitSetup(Identity.NONE, MAP, 51, scales, shunt1, shunt2,
                new UnitSetup.LogSettings(eventFormat, detailedFormat, dailyFormat, (int) interval.toMinutes())), zone);
    }

    /** A unit whose records may be of any time. */
    public static LogUnit unit(UnitSetup setup, ZoneId zone) {
        return new LogUnit(setup, zone, true, Instant.EPOCH, Instant.MAX);
    }

    /** What a reader of logs needs, of two parts. */
    public static LogMemory memory(LogReading reading, Supplier<LogUnit> unit) {
        return new LogMemory() {
            @Override
            public Words read(WordRange range) throws SourceException, InterruptedException {
                return reading.read(range);
            }

            @Override
            public LogUnit unit() {
                return Objects.requireNonNull(unit.get());
            }
        };
    }

    /** What is new, dealt with at once. */
    static List<UnitEvent> events(EventLogs logs, TextStorage reader, UnitSetup setup, List<Words> headers,
            LogReading reading, UnitZone zone) throws SourceException, InterruptedException {
        NewEvents newEvents = logs.readNew(reader, headers, zone.memory(setup, reading));
        newEvents.keepIn(reader);
        return newEvents.events();
    }

    /** The zone of a unit, whatever its clock shows. */
    public static UnitZone zone(ZoneId zone) {
        return new UnitZone(new ThingStorage(new FakeStorage()), "1", () -> zone, FAR);
    }
}
