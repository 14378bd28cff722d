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
package org.openhab.binding.selectronic.internal.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPortion.Lost;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.HistorySource;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * A record that a test writes: quarters of an hour, the number of each in its load power, a tenth of a kWh in each.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class FakeRecord implements HistorySource {
    static final Duration INTERVAL = Duration.ofMinutes(15);

    private final List<HistoryRecord> kept = new ArrayList<>();
    private final List<HistoryRecord> days = new ArrayList<>();
    private final Instant start;
    final List<HistoryPosition> asked = new ArrayList<>();
    private int gone;
    int written;
    int portion = 96;
    boolean broken;
    @Nullable
    CompletableFuture<HistoryPortion> held;

    FakeRecord(Instant start) {
        this.start = start;
    }

    /** Lets the unit record on. */
    void write(int records) {
        for (int n = 0; n < records; n++) {
            Instant begin = start.plus(INTERVAL.multipliedBy(written));
            kept.add(new HistoryRecord(begin, begin.plus(INTERVAL), Map.of(Quantity.HISTORY_LOAD_POWER,
                    (double) written, Quantity.HISTORY_LOAD_ENERGY, 0.1, Quantity.HISTORY_STATE_OF_CHARGE, 50.0)));
            written++;
        }
    }

    /** Lets the unit record so many days in its other log, the number of each as its energy. */
    void writeDays(int records, ZoneId zone) {
        for (int n = 0; n < records; n++) {
            LocalDate day = LocalDate.ofInstant(start, zone).plusDays(days.size());
            days.add(new HistoryRecord(day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant(),
                    Map.of(Quantity.HISTORY_LOAD_ENERGY, (double) days.size())));
        }
    }

    private HistoryPortion portionOfDays(HistoryPosition after) {
        List<HistoryRecord> later = days.stream().filter(day -> day.end().isAfter(after.time())).toList();
        List<HistoryRecord> now = later.subList(0, Math.min(100, later.size()));
        return new HistoryPortion(now, now.isEmpty() ? after : HistoryPosition.ofDays(now.get(now.size() - 1).end()),
                later.size() - now.size(), Optional.empty());
    }

    /** The unit is without power for so many intervals. */
    void skip(int records) {
        written += records;
    }

    /** The clock of the unit is set back by so many intervals. */
    void setBack(int records) {
        written -= records;
    }

    /** Overwrites the oldest. */
    void forget(int records) {
        kept.subList(0, records).clear();
        gone += records;
    }

    @Override
    public CompletableFuture<HistoryPortion> history(Unit unit, HistoryPosition after) {
        asked.add(after);
        if (broken) {
            return CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, "line"));
        }
        CompletableFuture<HistoryPortion> answer = CompletableFuture
                .completedFuture(after.log() == Log.DAYS ? portionOfDays(after) : portion(after));
        if (held != null) {
            CompletableFuture<HistoryPortion> late = new CompletableFuture<>();
            held = late;
            return late;
        }
        return answer;
    }

    HistoryPortion portion(HistoryPosition after) {
        int marked = after.fingerprint().isEmpty() ? -1 : Integer.parseInt(after.fingerprint());
        List<HistoryRecord> later = marked < gone
                ? kept.stream().filter(entry -> entry.end().isAfter(after.time())).toList()
                : kept.subList(marked - gone + 1, kept.size());
        List<HistoryRecord> now = later.subList(0, Math.min(portion, later.size()));
        boolean gap = !kept.isEmpty() && kept.get(0).start().isAfter(after.time());
        Optional<Lost> lost = gap ? Optional.of(new Lost(after.time(), kept.get(0).start())) : Optional.empty();
        HistoryPosition position = now.isEmpty() ? after
                : new HistoryPosition(now.get(now.size() - 1).end(),
                        Integer.toString(gone + kept.size() - later.size() + now.size() - 1));
        return new HistoryPortion(now, position, later.size() - now.size(), lost);
    }
}
