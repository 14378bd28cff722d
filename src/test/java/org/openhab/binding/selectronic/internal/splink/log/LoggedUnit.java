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

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * A simulated unit with a past, whose memory is read directly.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class LoggedUnit implements LogReading {
    final SimulatedUnit unit;
    private final Duration interval;
    private final PlantSettings settings;
    int reads;
    int words;

    /** A unit whose clock follows daylight saving. */
    LoggedUnit(Scenario scenario, Instant start, Duration past, LogSettings log) {
        this(scenario, start, past, log, ZoneId.of("Australia/Sydney"));
    }

    LoggedUnit(Scenario scenario, Instant start, Duration past, LogSettings log, ZoneId zone) {
        settings = scenario.settings().withStart(start).withZone(zone);
        unit = SimulatedUnit.withPast(settings, past, UnitIdentity.b(0), scenario, log);
        interval = Duration.ofMinutes(log.minutes());
    }

    @Override
    public Words read(WordRange range) {
        reads++;
        words += range.words();
        return new Words(range.address(), unit.words(range.address(), range.words()));
    }

    void pass(Duration time) {
        unit.advanceTo(unit.now().plus(time));
    }

    LogUnit known() {
        return known(3);
    }

    LogUnit known(int format) {
        return known(format, 5);
    }

    LogUnit known(int format, int dailyFormat) {
        UnitScales scales = unit.identity().scales();
        int shunt = settings.solar().dcPeak() > 0 ? 1 : 0;
        return LogUnits.of(new ScaleFactors(scales.acVolts(), scales.acCurrent(), scales.dcVolts(), scales.dcCurrent(),
                scales.temperature()), shunt, 0, interval, format, 3, dailyFormat, settings.zone());
    }

    DetailedLog log() {
        return new DetailedLog(LogUnits.memory(this, this::known));
    }

    /** Everything from a position on, portion by portion, and where it ends. */
    static HistoryPosition readAll(DetailedLog log, HistoryPosition from, List<HistoryRecord> into)
            throws SourceException, InterruptedException {
        HistoryPosition position = from;
        while (true) {
            HistoryPortion portion = log.readAfter(position);
            into.addAll(portion.records());
            position = portion.position();
            if (portion.left() == 0) {
                return position;
            }
        }
    }

    List<HistoryRecord> readAll() throws SourceException, InterruptedException {
        List<HistoryRecord> records = new ArrayList<>();
        readAll(log(), HistoryPosition.BEGINNING, records);
        return records;
    }
}
