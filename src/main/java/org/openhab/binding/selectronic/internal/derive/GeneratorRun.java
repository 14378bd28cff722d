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

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One run of the generator, from the sample that first shows it, as far as it was observed.
 *
 * @param start when it was seen to start
 * @param seconds how long it was observed
 * @param wattSeconds what it supplied in that time
 * @param followed whether it goes on under observation; otherwise nothing is added any more
 * @param end when it was seen to stop; null while it runs, and for ever if the end was not seen
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record GeneratorRun(Instant start, double seconds, double wattSeconds, boolean followed, @Nullable Instant end) {
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double WATTS_PER_KILOWATT = 1000;
    private static final String RUNNING = "running", UNSEEN = "unseen";
    private static final int PARTS = 4;

    /** A run that begins. */
    static GeneratorRun from(Instant start) {
        return new GeneratorRun(start, 0, 0, true, null);
    }

    /** The run after a further observed time, with the mean power of that time in watts. */
    GeneratorRun plus(double moreSeconds, double power) {
        return new GeneratorRun(start, seconds + moreSeconds, wattSeconds + power * moreSeconds, true, null);
    }

    /** The run when it was seen to stop. */
    GeneratorRun endedAt(Instant time) {
        return new GeneratorRun(start, seconds, wattSeconds, false, time);
    }

    /** The run when it was lost sight of: how it went on is not known. */
    GeneratorRun lost() {
        return new GeneratorRun(start, seconds, wattSeconds, false, null);
    }

    /** How long it was observed, in minutes. */
    double minutes() {
        return seconds / SECONDS_PER_MINUTE;
    }

    /** What it has supplied, in kilowatt hours. */
    double energy() {
        return wattSeconds / SECONDS_PER_HOUR / WATTS_PER_KILOWATT;
    }

    /** The mean of what it supplied in watts; empty as long as it has not lasted. */
    OptionalDouble meanPower() {
        return seconds > 0 ? OptionalDouble.of(wattSeconds / seconds) : OptionalDouble.empty();
    }

    /** The run as a text that can be stored. */
    String stored() {
        Instant ended = end;
        return start + " " + seconds + " " + wattSeconds + " "
                + (followed ? RUNNING : ended == null ? UNSEEN : ended.toString());
    }

    /** The run that a text tells of, empty if it tells of none. */
    static Optional<GeneratorRun> parse(@Nullable String stored) {
        String[] parts = stored == null ? new String[0] : stored.split(" ");
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            boolean seenToStop = !RUNNING.equals(parts[3]) && !UNSEEN.equals(parts[3]);
            return Optional.of(new GeneratorRun(Instant.parse(parts[0]), Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]), RUNNING.equals(parts[3]),
                    seenToStop ? Instant.parse(parts[3]) : null));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
