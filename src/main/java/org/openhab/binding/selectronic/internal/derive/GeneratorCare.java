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

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.derive.ObservedTime.Link;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Calculates the operating hours of the generator, the time since its last run and the hours to its next service.
 * <p>
 * The inverter counts the hours with an AC source, which are the hours of the generator where nothing else is wired to
 * that input. Without that counter, the observed running time is added up.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class GeneratorCare {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double SECONDS_PER_DAY = 86_400;
    /** Running time in hours between two writes to storage; writing more often would wear out memory cards. */
    private static final double STORED_EVERY = 0.25;
    /** The counter may advance this far, in hours, without a run: the generator cools down without load. */
    private static final double COOL_DOWN = 0.5;
    private static final String RUN = "generator hours", SERVICED = "generator serviced", NEVER = "-";

    private final @Nullable Double interval;
    private final TextStorage storage;
    private final ObservedTime time;
    private double hours = Double.NaN;
    private double storedHours = Double.NaN;
    private @Nullable Instant lastRun;
    private boolean running;

    /**
     * @param interval hours of operation between two services, null if not configured
     * @param storage stores hours, last run and last service across restarts
     * @param time measures how long the generator was observed
     */
    GeneratorCare(@Nullable Double interval, TextStorage storage, ObservedTime time) {
        this.interval = interval;
        this.storage = storage;
        this.time = time;
        String stored = storage.get(RUN);
        String[] parts = stored == null ? new String[0] : stored.split(" ");
        try {
            if (parts.length == 2) {
                lastRun = NEVER.equals(parts[1]) ? null : Instant.parse(parts[1]);
                hours = Double.parseDouble(parts[0]);
                storedHours = hours;
            }
        } catch (NumberFormatException | DateTimeException e) {
            // not our text, so nothing is known
            lastRun = null;
        }
    }

    /**
     * @param sample a new sample
     * @param source the type of the AC source, already resolved
     * @param values contains whether the generator runs; receives hours, age and hours to service
     */
    void observe(Sample sample, AcSource source, Map<Quantity, Value> values) {
        if (!(values.get(GENERATOR_RUNNING) instanceof Value.Flag now)) {
            running = false;
            List.of(GENERATOR_RUN_HOURS, GENERATOR_LAST_RUN_AGE, GENERATOR_HOURS_TO_SERVICE)
                    .forEach(quantity -> values.put(quantity, Value.UNKNOWN));
            return;
        }
        Link link = time.next(sample);
        boolean isCounted = source == AcSource.GENERATOR && sample.values().containsKey(GENERATOR_RUN_HOURS);
        double counted = isCounted ? sample.number(GENERATOR_RUN_HOURS) : Double.NaN;
        if (Double.isFinite(counted)) {
            if (link == Link.NONE && counted > hours + COOL_DOWN) {
                // it ran at an unknown time
                lastRun = null;
            }
            hours = counted;
        } else if (Double.isNaN(hours)) {
            // a counter that is not available for the moment is not zero
            hours = isCounted ? Double.NaN : 0;
        } else if (running && link == Link.CONNECTED) {
            hours += time.seconds() / SECONDS_PER_HOUR;
        }
        lastRun = now.on() ? sample.time() : lastRun;
        if (now.on() ? !running || Math.abs(hours - storedHours) >= STORED_EVERY : running) {
            store();
        }
        running = now.on();
        Instant last = lastRun;
        values.put(GENERATOR_RUN_HOURS, Figures.rounded(hours));
        double age = last == null ? Double.NaN : Duration.between(last, sample.time()).toSeconds() / SECONDS_PER_DAY;
        // of a run that seems to be of the future, because a clock was wrong, no age is known
        values.put(GENERATOR_LAST_RUN_AGE, age < -1 ? Value.UNKNOWN : Figures.rounded(Math.max(0, age)));
        Double interval = this.interval;
        if (interval != null) {
            double since = hours - serviced();
            values.put(GENERATOR_HOURS_TO_SERVICE, since < 0 ? Value.UNKNOWN : Figures.rounded(interval - since));
        }
    }

    /**
     * Takes the counter of the inverter from a connection that adds to the values of another one, which has no counter.
     *
     * @param sample a sample of that connection
     * @param source the type of the AC source
     */
    void count(Sample sample, AcSource source) {
        double counted = source == AcSource.GENERATOR ? sample.number(GENERATOR_RUN_HOURS) : Double.NaN;
        if (Double.isFinite(counted)) {
            hours = counted;
            if (!(Math.abs(hours - storedHours) < STORED_EVERY)) {
                store();
            }
        }
    }

    private void store() {
        storedHours = hours;
        storage.keep(RUN, hours + " " + (lastRun == null ? NEVER : lastRun));
    }

    /** Returns the operating hours at the last service; NaN if none was recorded. */
    private double serviced() {
        @Nullable
        String stored = storage.get(SERVICED);
        try {
            return stored == null ? Double.NaN : Double.parseDouble(stored);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * @param atHours the operating hours at a service, null for the present ones
     * @return whether it was recorded; false if the present hours are unknown or fewer
     */
    boolean serviced(@Nullable Integer atHours) {
        double at = atHours == null ? hours : atHours;
        boolean possible = at >= 0 && at <= hours;
        if (possible) {
            storage.keep(SERVICED, Double.toString(at));
        }
        return possible;
    }
}
