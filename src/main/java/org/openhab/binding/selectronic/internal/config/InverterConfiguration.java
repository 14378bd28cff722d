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
package org.openhab.binding.selectronic.internal.config;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.AcSource;

/**
 * The parameters of an inverter, filled by openHAB. Things from text files come unchecked.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class InverterConfiguration {
    /** Limits of {@link #generatorThreshold} in watts. */
    public static final int LEAST_GENERATOR_THRESHOLD = 80, MOST_GENERATOR_THRESHOLD = 100_000;

    /** Limits of {@link #batteryCapacity} in kilowatt hours. */
    public static final int LEAST_BATTERY_CAPACITY = 1, MOST_BATTERY_CAPACITY = 10_000;
    /** The limit of {@link #historyDays}: longer ago there was no such inverter. */
    public static final int MOST_HISTORY_DAYS = 10_000;

    /** The serial number, empty for the only inverter of the bridge. */
    public @Nullable String serialNumber;
    /** The bridge's own id of the inverter, empty if the serial number does. */
    public @Nullable String deviceId;
    /** What is wired to the AC source input: a name of {@link AcSource}. */
    public @Nullable String acSource = AcSource.AUTO.name();
    /** Import power in watts from which a generator counts as running. */
    public int generatorThreshold = 100;
    /** Whether the device tells the power of the AC source with the opposite sign. */
    public boolean invertAcSource = false;

    /** What the battery holds in kilowatt hours, null if that was not told. */
    public @Nullable Double batteryCapacity;
    /** How many days back what was recorded is read for a channel that is new; 0 for nothing from before. */
    public int historyDays = 70;

    /** @return what is wired to the AC source input, AUTO if that was not or not properly told */
    public AcSource acSource() {
        return named(acSource).orElse(AcSource.AUTO);
    }

    /** @return the first thing that is wrong, empty if the inverter can be tried */
    public Optional<ConfigurationProblem> problem() {
        Double batteryCapacity = this.batteryCapacity;
        return new Parameters("inverter")
                .option("acSource", acSource, Arrays.stream(AcSource.values()).map(AcSource::name))
                .range("generatorThreshold", generatorThreshold, LEAST_GENERATOR_THRESHOLD, MOST_GENERATOR_THRESHOLD)
                .range("batteryCapacity", batteryCapacity == null ? LEAST_BATTERY_CAPACITY : batteryCapacity,
                        LEAST_BATTERY_CAPACITY, MOST_BATTERY_CAPACITY)
                .range("historyDays", historyDays, 0, MOST_HISTORY_DAYS).problem();
    }

    private static Optional<AcSource> named(@Nullable String name) {
        return Arrays.stream(AcSource.values()).filter(source -> source.name().equals(name)).findFirst();
    }
}
