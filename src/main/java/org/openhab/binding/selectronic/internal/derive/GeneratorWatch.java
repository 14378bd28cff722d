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

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.GeneratorStatus;
import org.openhab.binding.selectronic.internal.model.Notes;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.model.Way;

/**
 * Whether the generator runs, from the power that comes in through the AC source, because the gateway's
 * {@code gen_status} is reported to stay 0 with the generator running. Two thresholds, further apart than the noise,
 * keep it from flickering. With grid and generator behind one switch, import alone does not tell them apart: then only
 * a state that says so counts, and that it does not run counts only from the inverter itself.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class GeneratorWatch {
    /** Between the two thresholds, in watts: more than the 50 W that noise of ±25 W spans. */
    private static final double HYSTERESIS = 60;

    /** The ways on which the inverter itself tells its state. */
    private static final Set<Way> NATIVE = EnumSet.of(Way.SERIAL, Way.NETWORK, Way.TUNNEL);

    /** A run that openHAB has not seen for so long need not be the same any more. */
    private static final Duration SAME_RUN = Duration.ofHours(1);
    /** So often a run is noted down: more would wear out memory cards. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);
    private static final String RUN = " run", RUNS_TODAY = " runs";

    private final double threshold;
    private final Notes notes;
    private final String name;
    private final Supplier<ZoneId> zone;
    private @Nullable Boolean running;
    private @Nullable GeneratorRun run;
    private Instant noted = Instant.EPOCH;
    private boolean begun;

    /**
     * @param threshold from which import power on the generator runs, in watts
     * @param notes where the present run survives a restart
     * @param name what it is noted under
     * @param zone whose midnight begins a new day
     */
    public GeneratorWatch(double threshold, Notes notes, String name, Supplier<ZoneId> zone) {
        this.threshold = threshold;
        this.notes = notes;
        this.name = name;
        this.zone = zone;
    }

    /**
     * @param sample a new sample, with split powers
     * @param source what is wired to the AC source, already resolved
     * @param values what the generator's figures are added to
     * @return whether it was seen to start (true) or to stop (false); empty if nothing was seen to change
     */
    public Optional<Boolean> observe(Sample sample, AcSource source, Map<Quantity, Value> values) {
        if (!begun) {
            begun = true;
            recall(sample.time());
        }
        Boolean before = running;
        Optional<Boolean> now = isRunning(sample, source, before);
        values.put(GENERATOR_RUNNING, now.map(Value::of).orElse(Value.UNKNOWN));
        if (now.isPresent()) {
            follow(sample, before, now.get());
            running = now.get();
        }
        GeneratorRun run = this.run;
        if (run != null) {
            add(run, values);
        }
        values.put(GENERATOR_RUNS_TODAY, Value.of((double) runsOn(day(sample.time()))));
        return now.isEmpty() || before == null || before.equals(now.get()) ? Optional.empty() : now;
    }

    /** What was noted before a restart. */
    private void recall(Instant now) {
        GeneratorRun known = GeneratorRun.parse(notes.get(name + RUN)).orElse(null);
        run = known;
        if (known != null && !known.ended() && Duration.between(known.last(), now).compareTo(SAME_RUN) < 0) {
            running = true;
        }
    }

    private static void add(GeneratorRun run, Map<Quantity, Value> values) {
        values.put(GENERATOR_RUN_TIME, Digits.value(run.minutes()));
        values.put(GENERATOR_RUN_ENERGY, Digits.value(run.energy()));
        values.put(GENERATOR_RUN_START, Value.of(run.start()));
        values.put(GENERATOR_RUN_END, run.ended() ? Value.of(run.last()) : Value.UNKNOWN);
        OptionalDouble mean = run.meanPower();
        values.put(GENERATOR_RUN_MEAN_POWER, mean.isPresent() ? Digits.value(mean.getAsDouble()) : Value.UNKNOWN);
    }

    private String day(Instant time) {
        return time.atZone(zone.get()).toLocalDate().toString();
    }

    private int runsOn(String day) {
        @Nullable
        String counted = notes.get(name + RUNS_TODAY);
        return counted != null && counted.matches(day + " \\d{1,4}")
                ? Integer.parseInt(counted.substring(day.length() + 1))
                : 0;
    }

    private Optional<Boolean> isRunning(Sample sample, AcSource source, @Nullable Boolean before) {
        Value status = sample.values().get(GENERATOR_STATUS);
        if (is(status, GeneratorStatus.RUNNING)) {
            return Optional.of(true);
        } else if (source == AcSource.BOTH && NATIVE.contains(sample.way())) {
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
     * Between standing and running it is what it was. What else a state tells, such as a fault, little fuel or that the
     * generator is not under the inverter's control, leaves open whether somebody has started it by hand.
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

    /** A run whose beginning was not seen has no known length: it is not counted. */
    private void follow(Sample sample, @Nullable Boolean before, boolean now) {
        GeneratorRun run = this.run;
        if (now && Boolean.FALSE.equals(before)) {
            String day = day(sample.time());
            notes.keep(name + RUNS_TODAY, day + " " + (runsOn(day) + 1));
            note(GeneratorRun.from(sample), sample.time());
        } else if (run != null && !run.ended() && Boolean.TRUE.equals(before)) {
            GeneratorRun longer = run.with(sample, now);
            this.run = longer;
            if (!now || Duration.between(noted, sample.time()).compareTo(NOTED_EVERY) >= 0) {
                note(longer, sample.time());
            }
        } else if (run != null && !run.ended()) {
            // it went on, or ended, while nobody looked
            note(new GeneratorRun(run.start(), run.last(), run.lastPower(), run.wattSeconds(), true), sample.time());
        }
    }

    private void note(GeneratorRun run, Instant now) {
        this.run = run;
        noted = now;
        notes.keep(name + RUN, run.stored());
    }
}
