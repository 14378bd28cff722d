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
package org.openhab.binding.selectronic.internal.derive;

import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.derive.ObservedTime.Link;
import org.openhab.binding.selectronic.internal.derive.ObservedTime.Step;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.GeneratorStatus;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Determines whether the generator runs, from the power imported through the AC source, because the gateway's {@code
 * gen_status} is reported to stay 0 while the generator runs. Two thresholds, further apart than the noise, prevent
 * flicker. With grid and generator behind one switch, import alone does not distinguish them: then only an explicit
 * state counts, and "not running" counts only if the inverter itself reports it.
 * <p>
 * Duration and energy of a run cover only the observed time. A gap, such as an outage, a released connection or a
 * restart, ends the known part of a run: nothing is added for the gap, and the end of the run has no date.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class GeneratorMonitor {
    /** Distance between the two thresholds, in watts: more than the 50 W spanned by noise of ±25 W. */
    private static final double HYSTERESIS = 60;

    /** Connections on which the inverter itself reports its state. */
    private static final Set<ConnectionType> NATIVE = EnumSet.of(ConnectionType.SERIAL, ConnectionType.NETWORK,
            ConnectionType.TUNNEL);

    /** Observed seconds of a run between two writes to storage; writing more often would wear out memory cards. */
    private static final double STORED_EVERY = 300;
    private static final String RUN = "generator run", RUNS_BY_DAY = "generator runs";
    private static final Pattern DAY_AND_RUNS = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d{1,4})");
    /** Number of days whose counts are kept, so that a temporarily wrong clock loses none. */
    private static final int DAYS_KEPT = 2;

    private final double threshold;
    private final TextStorage storage;
    private final Provider<ZoneId> zone;
    private final ObservedTime time;
    private @Nullable Boolean running;
    private @Nullable GeneratorRun run;
    private double lastPower;
    private double secondsStored;
    private boolean begun;

    /**
     * @param threshold from which import power on the generator runs, in watts
     * @param storage stores the last run and the counts of runs across restarts
     * @param zone the time zone whose midnight starts a new day
     * @param time measures how long a run was observed
     */
    GeneratorMonitor(double threshold, TextStorage storage, Provider<ZoneId> zone, ObservedTime time) {
        this.threshold = threshold;
        this.storage = storage;
        this.zone = zone;
        this.time = time;
    }

    /** @return whether the generator was running when it was last known */
    boolean isRunning() {
        return Boolean.TRUE.equals(running);
    }

    /**
     * @param sample a new sample, with split powers
     * @param source the type of the AC source, already resolved
     * @param values receives the generator values
     * @return whether it started (true) or stopped (false) since the last known state; empty for neither
     */
    Optional<Boolean> observe(Sample sample, AcSource source, Map<Quantity, Value> values) {
        if (!begun) {
            begun = true;
            recall();
        }
        Boolean before = running;
        Optional<Boolean> now = isRunning(sample, source, before);
        values.put(GENERATOR_RUNNING, now.map(Value::of).orElseGet(() -> Value.UNKNOWN));
        if (now.isPresent()) {
            follow(sample, before, now.get());
            running = now.get();
        }
        GeneratorRun run = this.run;
        if (run != null) {
            add(run, values);
        }
        values.put(GENERATOR_RUNS_TODAY, runsOn(day(sample.time()), now.isPresent()));
        return now.isEmpty() || before == null || before.equals(now.get()) ? Optional.empty() : now;
    }

    /** Reads the stored run. A restart is a gap: of a run in progress, only the stored part is known. */
    private void recall() {
        GeneratorRun known = GeneratorRun.parse(storage.get(RUN)).orElse(null);
        if (known != null && known.followed()) {
            running = true;
            store(known.lost());
        } else {
            run = known;
        }
    }

    private static void add(GeneratorRun run, Map<Quantity, Value> values) {
        values.put(GENERATOR_RUN_TIME, Rounding.value(run.minutes()));
        values.put(GENERATOR_RUN_ENERGY, Rounding.value(run.energy()));
        values.put(GENERATOR_RUN_START, Value.of(run.start()));
        Instant end = run.end();
        values.put(GENERATOR_RUN_END, end == null ? Value.UNKNOWN : Value.of(end));
        OptionalDouble mean = run.meanPower();
        values.put(GENERATOR_RUN_MEAN_POWER, mean.isPresent() ? Rounding.value(mean.getAsDouble()) : Value.UNKNOWN);
    }

    private String day(Instant time) {
        return time.atZone(zone.get()).toLocalDate().toString();
    }

    /** Number of runs whose start was observed, by day. */
    private Map<String, Integer> runsByDay() {
        Map<String, Integer> runs = new LinkedHashMap<>();
        @Nullable
        String stored = storage.get(RUNS_BY_DAY);
        Matcher days = DAY_AND_RUNS.matcher(stored == null ? "" : stored);
        while (days.find() && runs.size() < DAYS_KEPT) {
            runs.putIfAbsent(days.group(1), Integer.parseInt(days.group(2)));
        }
        return runs;
    }

    /** No run counted is none only where it is known whether the generator runs. */
    private Value runsOn(String day, boolean known) {
        @Nullable
        Integer counted = runsByDay().get(day);
        if (counted != null) {
            return Value.of(counted.doubleValue());
        }
        return known ? Value.of(0.0) : Value.UNKNOWN;
    }

    private void count(String today) {
        Map<String, Integer> runs = runsByDay();
        StringBuilder stored = new StringBuilder(today + " " + runs.merge(today, 1, Integer::sum));
        runs.remove(today);
        runs.entrySet().stream().limit(DAYS_KEPT - 1)
                .forEach(day -> stored.append(' ').append(day.getKey()).append(' ').append(day.getValue()));
        storage.keep(RUNS_BY_DAY, stored.toString());
    }

    private Optional<Boolean> isRunning(Sample sample, AcSource source, @Nullable Boolean before) {
        Value status = sample.values().get(GENERATOR_STATUS);
        if (is(status, GeneratorStatus.RUNNING)) {
            return Optional.of(true);
        } else if (source == AcSource.BOTH && NATIVE.contains(sample.connectionType())) {
            return byStatus(status, before);
        }
        OptionalDouble power = sample.number(AC_SOURCE_POWER);
        if (source != AcSource.GENERATOR || power.isEmpty()) {
            return Optional.empty();
        }
        double limit = Boolean.TRUE.equals(before) ? threshold - HYSTERESIS : threshold;
        return Optional.of(power.getAsDouble() >= limit);
    }

    /**
     * Returns whether the generator runs according to its state. States between stopped and running keep the previous
     * value. Other states, such as a fault, low fuel or a generator not controlled by the inverter, leave open whether
     * it was started by hand.
     */
    private static Optional<Boolean> byStatus(@Nullable Value status, @Nullable Boolean before) {
        if (is(status, GeneratorStatus.NOT_RUNNING) || is(status, GeneratorStatus.RETRY_PAUSE)) {
            return Optional.of(false);
        } else if (is(status, GeneratorStatus.STARTING) || is(status, GeneratorStatus.STOPPING)) {
            return Optional.ofNullable(before);
        }
        return Optional.empty();
    }

    private static boolean is(@Nullable Value status, GeneratorStatus which) {
        return Value.of(which.name()).equals(status);
    }

    /** Updates the run. A run whose start was not observed has no known duration and is not counted. */
    private void follow(Sample sample, @Nullable Boolean before, boolean now) {
        OptionalDouble power = sample.number(AC_SOURCE_POWER);
        if (now && power.isEmpty()) {
            // a later sample provides the power again, and the time up to it if the gap is short
            return;
        }
        Step step = time.next(sample);
        if (step.link() == Link.REPEATED) {
            return;
        }
        double supplied = power.isPresent() ? Math.max(0, power.getAsDouble()) : 0;
        boolean connected = step.link() == Link.CONNECTED;
        GeneratorRun run = this.run;
        if (run != null && run.followed()) {
            follow(run, sample, step, supplied, now);
        } else if (connected && now && Boolean.FALSE.equals(before)) {
            count(day(sample.time()));
            store(GeneratorRun.from(sample.time()));
        }
        lastPower = supplied;
    }

    private void follow(GeneratorRun run, Sample sample, Step step, double supplied, boolean now) {
        if (step.link() != Link.CONNECTED) {
            // it continued or stopped during a gap
            store(run.lost());
            return;
        }
        GeneratorRun longer = run.plus(step.seconds(), (lastPower + supplied) / 2);
        if (!now) {
            store(longer.endedAt(sample.time()));
        } else if (longer.seconds() - secondsStored >= STORED_EVERY) {
            store(longer);
        } else {
            this.run = longer;
        }
    }

    private void store(GeneratorRun run) {
        this.run = run;
        secondsStored = run.seconds();
        storage.keep(RUN, run.stored());
    }
}
