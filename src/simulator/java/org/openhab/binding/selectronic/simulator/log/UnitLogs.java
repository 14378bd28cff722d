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

import java.time.LocalDateTime;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.memory.ProcessImage;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
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
    private static final double NANOS = 1e9;
    private static final long NANOS_OF_A_MINUTE = 60_000_000_000L;
    private static final long LAST_SECOND = (24 * 3600 - 1) * 1_000_000_000L;

    private final Journal<EventRecord> alerts;
    private final Journal<EventRecord> operations;
    private final Journal<DailyRecord> days;
    private final Journal<DetailedRecord> intervals;
    private final LogMemory memory;
    private final DayMeter day;
    private final boolean coupled;
    private final boolean clearedAtMidnight;

    private int minutes;
    private UnitScales scales;
    private PlantState last;
    private IntervalMeter meter;
    private int toMiss;

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
        this.day = new DayMeter(state);
        this.alerts = new Journal<>(LogKind.ALERTS, settings);
        this.operations = new Journal<>(LogKind.OPERATIONS, settings);
        this.days = new Journal<>(LogKind.DAILY, settings);
        this.intervals = new Journal<>(LogKind.DETAILED, settings);
        this.memory = new LogMemory(List.of(alerts.ring(), operations.ring(), days.ring(), intervals.ring()), minutes);
    }

    /** The flash of one log. */
    public LogRing ring(LogKind kind) {
        return journal(kind).ring();
    }

    /** Intervals that are in the detailed log as a whole, oldest first; at most as many as the flash holds. */
    public synchronized List<DetailedRecord> intervals() {
        return intervals.written();
    }

    /** Days in the daily log, oldest first. */
    public synchronized List<DailyRecord> days() {
        return days.written();
    }

    /** Events in the alert or the operational log, oldest first. */
    public synchronized List<EventRecord> events(LogKind kind) {
        return eventsOf(kind).written();
    }

    /** What the unit logs every so many minutes from now on. */
    public synchronized void setMinutes(int newMinutes) {
        minutes = LogSettings.DEFAULT.withMinutes(newMinutes).minutes();
        memory.setMinutes(minutes);
    }

    /** Another version of a record's format in the memory; the records stay as they are. */
    public synchronized void setFormat(LogKind kind, int version) {
        memory.setFormat(kind, version);
    }

    /** Leaves out the next detailed records; the intervals are lost. */
    public synchronized void missNext(int records) {
        toMiss = records;
    }

    /** Empties a log, as a reset at the unit does. */
    public synchronized void clear(LogKind kind) {
        journal(kind).clear();
    }

    /** The same without an erased sector: the count begins anew at the same place. */
    public synchronized void countAnew(LogKind kind) {
        journal(kind).countAnew();
    }

    /** Writes an operational event that the plant does not bring about, a button or an input. */
    public synchronized void operate(int code, PlantState state) {
        event(LogKind.OPERATIONS, code, state, Snapshot.of(state));
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
        return LogMemory.inFlash(address);
    }

    /** The word at an address in flash. */
    public int word(int address) {
        return memory.word(address);
    }

    /** Brings headers, versions and interval in a memory up to date. */
    public synchronized void write(ProcessImage into) {
        memory.write(into);
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
        day.add(after, seconds);
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
            DailyRecord record = day.close(after);
            days.add(record, record.words(scales));
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
        intervals.add(record, record.words(scales));
    }

    private void event(LogKind kind, int code, PlantState state, Snapshot snapshot) {
        EventRecord record = new EventRecord(state.time(), state.unitTime(), code, snapshot);
        eventsOf(kind).add(record, record.words(scales));
    }

    private Journal<EventRecord> eventsOf(LogKind kind) {
        return switch (kind) {
            case ALERTS -> alerts;
            case OPERATIONS -> operations;
            case DAILY, DETAILED -> throw new IllegalArgumentException(kind + " holds no events");
        };
    }

    private Journal<?> journal(LogKind kind) {
        return switch (kind) {
            case ALERTS, OPERATIONS -> eventsOf(kind);
            case DAILY -> days;
            case DETAILED -> intervals;
        };
    }
}
