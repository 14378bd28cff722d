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

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.GeneratorStatus;
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

    private final double threshold;
    private @Nullable Boolean running;
    private @Nullable GeneratorRun run;

    /**
     * @param threshold from which import power on the generator runs, in watts
     */
    public GeneratorWatch(double threshold) {
        this.threshold = threshold;
    }

    /**
     * @param sample a new sample, with split powers
     * @param source what is wired to the AC source, already resolved
     * @param values what the generator's figures are added to
     * @return whether it was seen to start (true) or to stop (false); empty if nothing was seen to change
     */
    public Optional<Boolean> observe(Sample sample, AcSource source, Map<Quantity, Value> values) {
        Boolean before = running;
        Optional<Boolean> now = isRunning(sample, source, before);
        values.put(GENERATOR_RUNNING, now.map(Value::of).orElse(Value.UNKNOWN));
        if (now.isPresent()) {
            follow(sample, before, now.get());
            running = now.get();
        }
        GeneratorRun run = this.run;
        if (run != null) {
            values.put(GENERATOR_RUN_TIME, Value.of(run.minutes()));
            values.put(GENERATOR_RUN_ENERGY, Value.of(run.energy()));
        }
        return now.isEmpty() || before == null || before.equals(now.get()) ? Optional.empty() : now;
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
            this.run = new GeneratorRun(sample);
        } else if (run != null && Boolean.TRUE.equals(before)) {
            run.add(sample);
        }
    }
}
