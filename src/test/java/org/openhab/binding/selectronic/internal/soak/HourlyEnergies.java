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
package org.openhab.binding.selectronic.internal.soak;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Hourly energies of one channel against those of the plant: each once, in order, and none that was not.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HourlyEnergies {
    private static final double WATTS_PER_KILOWATT = 1000;

    private final String channel;
    private final TreeMap<Instant, Double> flowed = new TreeMap<>();
    private final Set<Instant> leftOpen = new HashSet<>();
    private Instant last = Instant.EPOCH;
    private double toldSum;
    private double flowedSum;
    private double worst;
    private int hours;

    HourlyEnergies(String channel) {
        this.channel = channel;
    }

    /** So much flowed within the hour that begins then, besides what is known of it already. */
    void flowed(Instant hour, double wattHours) {
        flowed.merge(hour, wattHours / WATTS_PER_KILOWATT, Double::sum);
    }

    void reported(Instant hour, double kilowattHours) {
        assertThat(channel + ", each hour once and in order", hour, is(greaterThan(last)));
        last = hour;
        if (leftOpen.remove(hour)) {
            return;
        }
        assertThat(channel + " of an hour with records", flowed, hasKey(hour));
        double plant = Objects.requireNonNull(flowed.remove(hour));
        toldSum += kilowattHours;
        flowedSum += plant;
        worst = Math.max(worst, Math.abs(kilowattHours - plant));
        hours++;
    }

    /** It is left open whether an hour is told, and with what. */
    void isLeftOpen(Instant hour) {
        leftOpen.add(hour);
        flowed.remove(hour);
    }

    /** Hours that begin before a time and are still to be told. */
    Map<Instant, Double> missing(Instant before) {
        return flowed.headMap(before);
    }

    /** Nobody will tell what is still to be told. */
    void forget() {
        flowed.clear();
    }

    int hours() {
        return hours;
    }

    /** In kWh. */
    double reported() {
        return toldSum;
    }

    /** In kWh, in the hours that were told. */
    double flowed() {
        return flowedSum;
    }

    /** The largest difference of an hour in kWh. */
    double worst() {
        return worst;
    }
}
