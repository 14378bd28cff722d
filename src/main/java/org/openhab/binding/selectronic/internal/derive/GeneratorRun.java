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

import static org.openhab.binding.selectronic.internal.model.Quantity.AC_SOURCE_POWER;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Sample;

/**
 * One run of the generator, from the sample that first shows it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class GeneratorRun {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double WATTS_PER_KILOWATT = 1000;

    private final Instant start;
    private Instant last;
    private OptionalDouble lastPower;
    private double wattSeconds;

    GeneratorRun(Sample first) {
        this.start = first.time();
        this.last = first.time();
        this.lastPower = importPower(first);
    }

    /** Adds what came in since the last sample: the mean of the two powers over the time between them. */
    void add(Sample sample) {
        OptionalDouble power = importPower(sample);
        double seconds = Duration.between(last, sample.time()).toMillis() / 1000.0;
        if (seconds <= 0 || power.isEmpty()) {
            return;
        }
        double before = lastPower.isPresent() ? lastPower.getAsDouble() : power.getAsDouble();
        wattSeconds += (before + power.getAsDouble()) / 2 * seconds;
        last = sample.time();
        lastPower = power;
    }

    /** How long it has run, in minutes. */
    double minutes() {
        return Duration.between(start, last).toMillis() / 60_000.0;
    }

    /** What it has supplied, in kilowatt hours. */
    double energy() {
        return wattSeconds / SECONDS_PER_HOUR / WATTS_PER_KILOWATT;
    }

    private static OptionalDouble importPower(Sample sample) {
        OptionalDouble power = sample.number(AC_SOURCE_POWER);
        return power.isPresent() ? OptionalDouble.of(Math.max(0, power.getAsDouble())) : power;
    }
}
