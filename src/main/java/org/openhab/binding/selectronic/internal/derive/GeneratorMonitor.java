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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.derive.ObservedTime.Link;
import org.openhab.binding.selectronic.internal.model.AcSource;
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
    private static final Value NO_RUN = Value.of(0.0);
    /** Distance between the two thresholds, in watts: more than the 50 W spanned by noise of ±25 W. */
    private static final double HYSTERESIS = 60;
    /** Observed seconds of a run between two writes to storage; writing more often would wear out memory cards. */
    private static final double STORED_EVERY = 300;
    private static final String RUN = "generator run", RUNS_BY_DAY = "generator runs";

    private final double threshold;
    private final TextStorage storage;
    /** The number of runs whose start was observed, by day. */
    private final DailyCounts runs;
    private final ObservedTime time;
    private @Nullable Boolean running;
    private @Nullable GeneratorRun run;
    private double lastPower;
    private double secondsStored;

    /**
     * Reads the stored run. A restart is a gap: of a run in progress, only the stored part is known.
     *
     * @param threshold from which import power on the generator runs, in watts
     * @param storage stores the last run and the counts of runs across restarts
     * @param zone the time zone whose midnight starts a new day
     * @param time measures how long a run was observed
     */
    GeneratorMonitor(double threshold, TextStorage storage, Provider<ZoneId> zone, ObservedTime time) {
        this.threshold = threshold;
        this.storage = storage;
        this.runs = new DailyCounts(storage, RUNS_BY_DAY, zone);
        this.time = time;
        GeneratorRun known = GeneratorRun.parse(storage.get(RUN)).orElse(null);
        run = known;
        if (known != null && known.followed()) {
            running = true;
            store(known.lost());
        }
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
        Boolean before = running;
        Boolean now = isRunning(sample, source);
        if (now != null) {
            follow(sample, now);
            running = now;
        }
        values.put(GENERATOR_RUNNING, now == null ? Value.UNKNOWN : Value.of(now));
        GeneratorRun run = this.run;
        if (run != null) {
            Instant end = run.end();
            values.put(GENERATOR_RUN_TIME, Figures.rounded(run.minutes()));
            values.put(GENERATOR_RUN_ENERGY, Figures.rounded(run.energy()));
            values.put(GENERATOR_RUN_START, Value.of(run.start()));
            values.put(GENERATOR_RUN_END, end == null ? Value.UNKNOWN : Value.of(end));
            values.put(GENERATOR_RUN_MEAN_POWER, Figures.rounded(run.meanPower()));
        }
        OptionalInt today = runs.of(sample.time());
        // no counted run means that there was none only if it is known whether the generator runs
        values.put(GENERATOR_RUNS_TODAY,
                today.isPresent() ? Value.of((double) today.getAsInt()) : now == null ? Value.UNKNOWN : NO_RUN);
        return now == null || before == null || before.equals(now) ? Optional.empty() : Optional.of(now);
    }

    private @Nullable Boolean isRunning(Sample sample, AcSource source) {
        String status = sample.values().get(GENERATOR_STATUS) instanceof Value.Text text ? text.text() : "";
        if ("RUNNING".equals(status)) {
            return true;
        } else if (source == AcSource.BOTH && sample.connectionType().isNative()) {
            return switch (status) {
                case "NOT_RUNNING", "RETRY_PAUSE" -> false;
                case "STARTING", "STOPPING" -> running;
                // whether it was started by hand is unknown: a fault, low fuel, not controlled by the inverter
                default -> null;
            };
        }
        double power = sample.number(AC_SOURCE_POWER);
        return source != AcSource.GENERATOR || Double.isNaN(power) ? null
                : Boolean.valueOf(power >= (isRunning() ? threshold - HYSTERESIS : threshold));
    }

    /** Updates the run. A run whose start was not observed has no known duration and is not counted. */
    private void follow(Sample sample, boolean now) {
        double power = sample.number(AC_SOURCE_POWER);
        if (now && Double.isNaN(power)) {
            // a later sample provides the power again, and the time up to it if the gap is short
            return;
        }
        Link link = time.next(sample);
        if (link == Link.REPEATED) {
            return;
        }
        double supplied = power > 0 ? power : 0;
        GeneratorRun run = this.run;
        if (run != null && run.followed()) {
            GeneratorRun longer = run.plus(time.seconds(), (lastPower + supplied) / 2);
            this.run = longer;
            if (link == Link.NONE) {
                // it continued or stopped during a gap
                store(run.lost());
            } else if (!now) {
                store(longer.endedAt(sample.time()));
            } else if (longer.seconds() - secondsStored >= STORED_EVERY) {
                store(longer);
            }
        } else if (link == Link.CONNECTED && now && Boolean.FALSE.equals(running)) {
            runs.count(sample.time());
            store(GeneratorRun.from(sample.time()));
        }
        lastPower = supplied;
    }

    private void store(GeneratorRun run) {
        this.run = run;
        secondsStored = run.seconds();
        storage.keep(RUN, run.stored());
    }
}
