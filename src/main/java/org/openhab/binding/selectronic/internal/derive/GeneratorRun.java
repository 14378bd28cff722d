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

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Sample;

/**
 * One run of the generator, from the sample that first shows it. What came in between two samples is the mean of their
 * powers over the time between them, also where openHAB was restarted in between.
 *
 * @param start when it was first seen running
 * @param last when it was last seen running
 * @param lastPower what it supplied then in W, NaN if that is not known
 * @param wattSeconds what it has supplied
 * @param ended whether it has stopped since
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record GeneratorRun(Instant start, Instant last, double lastPower, double wattSeconds, boolean ended) {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double WATTS_PER_KILOWATT = 1000;
    private static final int PARTS = 5;

    /** A run that begins. */
    static GeneratorRun from(Sample first) {
        return new GeneratorRun(first.time(), first.time(), importPower(first), 0, false);
    }

    /** The run as it is after another sample of it. */
    GeneratorRun with(Sample sample, boolean running) {
        double power = importPower(sample);
        double seconds = Duration.between(last, sample.time()).toMillis() / 1000.0;
        if (seconds <= 0 || Double.isNaN(power)) {
            return new GeneratorRun(start, last, lastPower, wattSeconds, !running);
        }
        double before = Double.isNaN(lastPower) ? power : lastPower;
        return new GeneratorRun(start, sample.time(), power, wattSeconds + (before + power) / 2 * seconds, !running);
    }

    /** How long it has run, in minutes. */
    double minutes() {
        return Duration.between(start, last).toMillis() / 60_000.0;
    }

    /** What it has supplied, in kilowatt hours. */
    double energy() {
        return wattSeconds / SECONDS_PER_HOUR / WATTS_PER_KILOWATT;
    }

    /** The mean of what it supplied in watts; empty as long as it has not lasted. */
    OptionalDouble meanPower() {
        double seconds = Duration.between(start, last).toMillis() / 1000.0;
        return seconds > 0 ? OptionalDouble.of(wattSeconds / seconds) : OptionalDouble.empty();
    }

    private static double importPower(Sample sample) {
        OptionalDouble power = sample.number(AC_SOURCE_POWER);
        return power.isPresent() ? Math.max(0, power.getAsDouble()) : Double.NaN;
    }

    /** The run as a text that can be stored. */
    String stored() {
        return start + " " + last + " " + lastPower + " " + wattSeconds + " " + ended;
    }

    /** The run that a text tells of, empty if it tells of none. */
    static Optional<GeneratorRun> parse(@Nullable String stored) {
        String[] parts = stored == null ? new String[0] : stored.split(" ");
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GeneratorRun(Instant.parse(parts[0]), Instant.parse(parts[1]),
                    Double.parseDouble(parts[2]), Double.parseDouble(parts[3]), Boolean.parseBoolean(parts[4])));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
