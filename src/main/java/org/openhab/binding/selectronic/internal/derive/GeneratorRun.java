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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The observed part of one generator run, from the first sample that shows it.
 *
 * @param start when the start was observed
 * @param seconds the observed duration
 * @param wattSeconds the energy supplied in that time
 * @param followed whether observation continues; if not, nothing more is added
 * @param end when the stop was observed; null while it runs, and permanently if the stop was not observed
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

    /** Creates a run that starts. */
    static GeneratorRun from(Instant start) {
        return new GeneratorRun(start, 0, 0, true, null);
    }

    /** Returns the run extended by an observed time, with the mean power of that time in watts. */
    GeneratorRun plus(double moreSeconds, double power) {
        return new GeneratorRun(start, seconds + moreSeconds, wattSeconds + power * moreSeconds, true, null);
    }

    /** Returns the run with its observed end. */
    GeneratorRun endedAt(Instant time) {
        return new GeneratorRun(start, seconds, wattSeconds, false, time);
    }

    /** Returns the run after a gap in the observation: how it continued is unknown. */
    GeneratorRun lost() {
        return new GeneratorRun(start, seconds, wattSeconds, false, null);
    }

    /** Observed duration in minutes. */
    double minutes() {
        return seconds / SECONDS_PER_MINUTE;
    }

    /** Supplied energy in kilowatt hours. */
    double energy() {
        return wattSeconds / SECONDS_PER_HOUR / WATTS_PER_KILOWATT;
    }

    /** Mean supplied power in watts; NaN while the observed duration is zero. */
    double meanPower() {
        return wattSeconds / seconds;
    }

    /** Returns the run as text for storage. */
    String stored() {
        Instant ended = end;
        return start + " " + seconds + " " + wattSeconds + " "
                + (followed ? RUNNING : ended == null ? UNSEEN : ended.toString());
    }

    /** Parses a stored run; empty if the text is not one. */
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
