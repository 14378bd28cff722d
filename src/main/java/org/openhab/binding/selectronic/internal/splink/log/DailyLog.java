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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.Remark;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Reads the energies of days from the daily log, many days at a time. They are differences of counters, so a day has
 * none if the record of the day before is missing, or if a counter was reset.
 * <p>
 * That these counters continue from day to day is not documented. So the newest days are compared with the detailed
 * log, and a counter that does not agree on most of them is not used.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class DailyLog {
    private static final LogKind KIND = LogKind.DAILY;
    private static final Set<Problem> UNREADABLE = EnumSet.of(Problem.LOG_UNREADABLE, Problem.LOG_FORMAT,
            Problem.NO_WORDS);
    private static final int MOST_DAYS = 100;
    /** Number of days that are compared with the detailed log. */
    private static final int COMPARED = 3;
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private final LogMemory memory;
    private final DetailedLog detailed;
    /** Fingerprint of the newest record that was compared. */
    private String compared = "";
    private volatile Set<Quantity> unused = Set.of();
    /** Whether the unit did not answer a read of this log: it is not asked again in this session. */
    private volatile boolean silent;

    /**
     * @param memory the memory of the unit
     */
    public DailyLog(LogMemory memory) {
        this.memory = memory;
        this.detailed = new DetailedLog(memory);
    }

    /**
     * @param after a position
     * @return the days after it, with the keys of the energies of intervals; none if the log cannot be decoded
     * @throws SourceException if the unit does not answer
     * @throws InterruptedException if the thread is interrupted
     */
    public HistoryPortion readAfter(HistoryPosition after) throws SourceException, InterruptedException {
        if (silent) {
            return nothing(after);
        }
        try {
            Ring ring = new Ring(KIND, memory);
            LogUnit unit = memory.unit();
            if (ring.size() > 0 && !KIND.isKnown(unit.format(KIND))) {
                throw new SourceException(Problem.LOG_FORMAT, Integer.toString(unit.format(KIND)));
            }
            return read(ring, unit, after);
        } catch (SourceException e) {
            if (!UNREADABLE.contains(e.problem())) {
                throw e;
            }
            unused = EnumSet.copyOf(DailyRecord.energies());
            silent = e.problem() == Problem.NO_WORDS;
            return nothing(after);
        }
    }

    private static HistoryPortion nothing(HistoryPosition after) {
        return new HistoryPortion(List.of(), after, 0, Optional.empty());
    }

    private HistoryPortion read(Ring ring, LogUnit unit, HistoryPosition after)
            throws SourceException, InterruptedException {
        int next = next(ring, unit, after);
        compare(ring, unit, ring.size() - next);
        List<HistoryRecord> days = new ArrayList<>();
        HistoryPosition position = after;
        @Nullable
        DailyRecord before = null;
        // also read the previous record: its counters are the start of the day
        int number = Math.max(0, next - 1);
        while (number < ring.size() && days.size() < MOST_DAYS) {
            for (LogRecord words : ring.records(number)) {
                DailyRecord record = new DailyRecord(words, unit);
                if (record.isUsable()) {
                    if (number >= next) {
                        Map<Quantity, Double> energies = new EnumMap<>(Quantity.class);
                        if (before != null && record.follows(before)) {
                            energies.putAll(record.energies(before));
                            energies.keySet().removeAll(unused);
                        }
                        days.add(new HistoryRecord(record.start(), record.end(), energies));
                        position = new HistoryPosition(Log.DAYS, record.end(), words.fingerprint());
                    }
                    before = record;
                }
                number++;
            }
        }
        return new HistoryPortion(days, position, ring.size() - number, Optional.empty());
    }

    /** Returns the number of the first record after a position. */
    private static int next(Ring ring, LogUnit unit, HistoryPosition after)
            throws SourceException, InterruptedException {
        int next = ring.after(after);
        if (next >= 0 || after.time().equals(Instant.EPOCH)) {
            return Math.max(0, next);
        }
        return ring.firstLaterThan(UnitTime.seconds(after.time(), unit.zone()), unit);
    }

    /** Compares the newest days with the detailed log, as far as they are new and it has them. */
    private void compare(Ring ring, LogUnit unit, int days) throws SourceException, InterruptedException {
        List<LogRecord> newest = days == 0 ? List.of() : ring.newest(Math.min(days, COMPARED) + 1);
        if (newest.isEmpty() || newest.get(newest.size() - 1).fingerprint().equals(compared)) {
            return;
        }
        Map<Quantity, Integer> votes = new EnumMap<>(Quantity.class);
        for (int n = 1; n < newest.size(); n++) {
            DailyRecord before = new DailyRecord(newest.get(n - 1), unit);
            DailyRecord record = new DailyRecord(newest.get(n), unit);
            if (before.isUsable() && record.isUsable() && record.follows(before)) {
                record.agreement(before, sums(record.start(), record.end()))
                        .forEach((energy, agrees) -> votes.merge(energy, agrees ? 1 : -1, Integer::sum));
            }
        }
        compared = newest.get(newest.size() - 1).fingerprint();
        unused = votes.entrySet().stream().filter(vote -> vote.getValue() < 0).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the energies that the detailed log has of a whole day. */
    private Map<Quantity, Double> sums(Instant start, Instant end) throws SourceException, InterruptedException {
        List<HistoryRecord> records = records(start).stream().filter(record -> !record.end().isAfter(end.plus(LEEWAY)))
                .toList();
        Duration covered = records.stream().map(record -> Duration.between(record.start(), record.end()))
                .reduce(Duration.ZERO, Duration::plus);
        Map<Quantity, Double> sums = new EnumMap<>(Quantity.class);
        if (covered.minus(Duration.between(start, end)).abs().compareTo(LEEWAY) <= 0) {
            for (Quantity energy : DailyRecord.energies()) {
                double[] parts = records.stream().map(HistoryRecord::values)
                        .filter(values -> values.containsKey(energy))
                        .mapToDouble(values -> Objects.requireNonNull(values.get(energy))).toArray();
                // a sum without one of its intervals is not that of the day
                if (parts.length == records.size()) {
                    sums.put(energy, DoubleStream.of(parts).sum());
                }
            }
        }
        return sums;
    }

    private List<HistoryRecord> records(Instant day) throws SourceException, InterruptedException {
        try {
            return detailed.readAfter(HistoryPosition.at(day)).records();
        } catch (SourceException e) {
            if (!UNREADABLE.contains(e.problem())) {
                throw e;
            }
            return List.of();
        }
    }

    /**
     * @param unit the unit as the owner knows it
     * @return a hint for the owner which energies of days are not read from this log
     */
    public Optional<Remark> remark(String unit) {
        Set<Quantity> unused = this.unused;
        return unused.isEmpty() ? Optional.empty()
                : Optional.of(new Remark("online.daily-log", List.of(unit,
                        unused.stream().map(Quantity::channel).sorted().collect(Collectors.joining(", ")))));
    }
}
