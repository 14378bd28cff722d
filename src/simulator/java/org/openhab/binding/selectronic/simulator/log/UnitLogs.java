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
package org.openhab.binding.selectronic.simulator.log;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.memory.ProcessImage;
import org.openhab.binding.selectronic.simulator.memory.Register;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.binding.selectronic.simulator.plant.ChargeStage;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.PlantListener;
import org.openhab.binding.selectronic.simulator.plant.PlantState;

/**
 * The logs of a unit. They write down what the plant does, as a real unit does it: a detailed record each interval, a
 * daily record at 23:59:59, alerts when they come and go, and changes of state. Besides the flash they remember what
 * they wrote in physical units, for as many records as the flash holds. Safe for use by several threads.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class UnitLogs implements PlantListener {
    /** First address of the flash. */
    public static final int FLASH = 0x68000;
    /** First address behind the flash. */
    public static final int FLASH_END = 0xF8000;

    private static final int ERASED = 0xFFFF;
    private static final double NANOS = 1e9;
    private static final long NANOS_OF_A_MINUTE = 60_000_000_000L;
    private static final long LAST_SECOND = (24 * 3600 - 1) * 1_000_000_000L;
    private static final double CHARGE_INDEX = 0.96;
    private static final double WATT_HOURS_OF_A_DAY = 12_000;

    private final Map<LogKind, LogRing> rings = new EnumMap<>(LogKind.class);
    private final Map<LogKind, Integer> formats = new EnumMap<>(LogKind.class);
    private final Deque<DetailedRecord> intervals = new ArrayDeque<>();
    private final Deque<EventRecord> alerts = new ArrayDeque<>();
    private final Deque<EventRecord> operations = new ArrayDeque<>();
    private final Deque<DailyRecord> days = new ArrayDeque<>();
    private final boolean coupled;
    private final boolean clearedAtMidnight;

    private int minutes;
    private UnitScales scales;
    private PlantState last;
    private IntervalMeter meter;
    private double modulation;
    private double withSource;
    private double atFloat;
    private int toMiss;
    private int written = -1;
    private @Nullable ProcessImage image;

    /**
     * Empty logs.
     *
     * @param coupled whether the unit has AC-coupled solar
     */
    public UnitLogs(LogSettings settings, UnitScales scales, PlantState state, boolean coupled) {
        this.minutes = settings.minutes();
        this.clearedAtMidnight = settings.clearedAtMidnight();
        this.scales = scales;
        this.coupled = coupled;
        this.last = state;
        this.meter = new IntervalMeter(state.time());
        this.modulation = state.total().load() / WATT_HOURS_OF_A_DAY * Duration.ofDays(1).toSeconds();
        for (LogKind kind : LogKind.values()) {
            rings.put(kind, new LogRing(kind, settings.layout(kind)));
            formats.put(kind, kind.format());
        }
    }

    /** The flash of one log. */
    public LogRing ring(LogKind kind) {
        LogRing ring = rings.get(kind);
        if (ring == null) {
            throw new IllegalArgumentException(kind.name());
        }
        return ring;
    }

    /** Intervals that are in the detailed log as a whole, oldest first; at most as many as the flash holds. */
    public synchronized List<DetailedRecord> intervals() {
        return List.copyOf(intervals);
    }

    /** Days in the daily log, oldest first. */
    public synchronized List<DailyRecord> days() {
        return List.copyOf(days);
    }

    /** Events in the alert or the operational log, oldest first. */
    public synchronized List<EventRecord> events(LogKind kind) {
        return List.copyOf(kind == LogKind.ALERTS ? alerts : operations);
    }

    /** What the unit logs every so many minutes from now on. */
    public synchronized void setMinutes(int newMinutes) {
        minutes = LogSettings.DEFAULT.withMinutes(newMinutes).minutes();
        written = -1;
    }

    /** Another version of a record's format in the memory; the records stay as they are. */
    public synchronized void setFormat(LogKind kind, int version) {
        formats.put(kind, version);
        written = -1;
    }

    /** Leaves out the next detailed records; the intervals are lost. */
    public synchronized void missNext(int records) {
        toMiss = records;
    }

    /** Empties a log, as a reset at the unit does. */
    public synchronized void clear(LogKind kind) {
        ring(kind).clear();
        truth(kind).clear();
    }

    /** The same without an erased sector: the count begins anew at the same place. */
    public synchronized void countAnew(LogKind kind) {
        ring(kind).countAnew();
        truth(kind).clear();
    }

    /**
     * The unit starts anew. The interval that was under way is lost, and the first record has no volts yet.
     *
     * @param newScales scale factors from now on
     */
    public synchronized void restart(UnitScales newScales, PlantState state) {
        scales = newScales;
        meter = new IntervalMeter(state.time());
        last = state;
        written = -1;
        event(LogKind.OPERATIONS, EventCodes.RESET, state, Snapshot.of(state).withoutVolts());
    }

    /**
     * The power fails while a detailed record of the interval under way is being written.
     *
     * @param words what of it is in flash
     * @param counted whether the header already tells of it
     */
    public synchronized void losePower(int words, boolean counted, PlantState state) {
        if (!meter.isEmpty()) {
            ring(LogKind.DETAILED).tearNext(words, counted);
            detailed(state);
        }
        restart(scales, state);
    }

    /** Whether an address is in flash. */
    public static boolean inFlash(int address) {
        return address >= FLASH && address < FLASH_END;
    }

    /** The word at an address in flash. */
    public int word(int address) {
        for (LogRing ring : rings.values()) {
            if (ring.holds(address)) {
                return ring.word(address);
            }
        }
        return ERASED;
    }

    /** Brings headers, versions and interval in a memory up to date. */
    public synchronized void write(ProcessImage into) {
        int changes = rings.values().stream().mapToInt(LogRing::changes).sum();
        if (into == image && changes == written) {
            return;
        }
        for (LogRing ring : rings.values()) {
            int[] header = ring.header();
            for (int i = 0; i < header.length; i++) {
                into.setWord(ring.kind().header() + i, header[i]);
            }
        }
        formats.forEach((kind, version) -> into.setWord(kind.formatAddress(), version));
        into.set(Register.LOG_INTERVAL, minutes);
        image = into;
        written = changes;
    }

    @Override
    public synchronized double longest(LocalDateTime unitTime) {
        long now = unitTime.toLocalTime().toNanoOfDay();
        long interval = minutes * NANOS_OF_A_MINUTE;
        long left = interval - now % interval;
        return (now < LAST_SECOND ? Math.min(left, LAST_SECOND - now) : left) / NANOS;
    }

    @Override
    public synchronized void stepped(PlantState after, double seconds) {
        meter.add(after, seconds);
        modulation += after.output().volts() > 0 ? seconds : 0;
        withSource += after.source().connected() ? seconds : 0;
        atFloat += after.chargeStage() == ChargeStage.LONG_TERM_FLOAT ? seconds : 0;
        for (int code : EventCodes.between(last, after)) {
            event(LogKind.OPERATIONS, code, after, Snapshot.of(after));
        }
        last = after;
        long time = after.unitTime().toLocalTime().toNanoOfDay();
        if (time % (minutes * NANOS_OF_A_MINUTE) == 0) {
            if (toMiss == 0) {
                detailed(after);
            } else {
                toMiss--;
            }
            meter = new IntervalMeter(after.time());
        }
        if (time == LAST_SECOND) {
            daily(after);
        }
    }

    @Override
    public synchronized void raised(int code, PlantState state) {
        event(LogKind.ALERTS, code, state, Snapshot.of(state));
    }

    @Override
    public synchronized void cleared(int code, PlantState state) {
        EventCodes.clearing(code).ifPresent(clear -> event(LogKind.ALERTS, clear, state, Snapshot.of(state)));
    }

    private void detailed(PlantState state) {
        boolean midnight = state.unitTime().toLocalTime().toNanoOfDay() == 0;
        DetailedRecord record = meter.close(state, midnight && clearedAtMidnight ? Energies.NONE : state.today(),
                coupled);
        keep(LogKind.DETAILED, intervals, record, record.words(scales));
    }

    private void daily(PlantState state) {
        Energies total = state.total();
        DailyRecord record = new DailyRecord(state.time(), state.unitTime(), total,
                total.dcOut() + total.dcSolar() - total.dcIn(), Duration.ofSeconds((long) withSource),
                Duration.ofSeconds((long) modulation), Duration.ofSeconds(Math.round(atFloat)), CHARGE_INDEX);
        keep(LogKind.DAILY, days, record, record.words(scales));
        atFloat = 0;
    }

    private void event(LogKind kind, int code, PlantState state, Snapshot snapshot) {
        EventRecord record = new EventRecord(state.time(), state.unitTime(), code, snapshot);
        keep(kind, kind == LogKind.ALERTS ? alerts : operations, record, record.words(scales));
    }

    private <T> void keep(LogKind kind, Deque<T> truth, T record, int[] words) {
        LogRing ring = ring(kind);
        if (ring.write(words)) {
            truth.add(record);
        }
        if (truth.size() > ring.layout().capacity(kind.recordWords())) {
            truth.remove();
        }
    }

    private Collection<?> truth(LogKind kind) {
        return switch (kind) {
            case ALERTS -> alerts;
            case OPERATIONS -> operations;
            case DAILY -> days;
            case DETAILED -> intervals;
        };
    }
}
