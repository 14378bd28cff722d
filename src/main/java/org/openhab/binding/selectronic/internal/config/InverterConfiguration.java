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
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.AcSource;

/**
 * Parameters of an inverter, filled by openHAB. Values of things from text files are not validated by openHAB.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class InverterConfiguration {
    /** Limits of {@link #generatorThreshold} in watts. */
    public static final int LEAST_GENERATOR_THRESHOLD = 80, MOST_GENERATOR_THRESHOLD = 100_000;

    /** Limits of {@link #serviceInterval} in hours. */
    public static final int LEAST_SERVICE_INTERVAL = 1, MOST_SERVICE_INTERVAL = 10_000;
    /** Limits of {@link #batteryCapacity} in kilowatt hours. */
    public static final int LEAST_BATTERY_CAPACITY = 1, MOST_BATTERY_CAPACITY = 10_000;
    /** Upper limit of {@link #reserve} in percent. */
    public static final int MOST_RESERVE = 100;
    /** Upper limit of {@link #historyDays}: such inverters did not exist earlier. */
    public static final int MOST_HISTORY_DAYS = 10_000;

    /** The serial number, empty for the only inverter of the bridge. */
    public @Nullable String serialNumber;
    /** The id of the inverter at the bridge, empty if the serial number is sufficient. */
    public @Nullable String deviceId;
    /** The source wired to the AC source input: a name of {@link AcSource}. */
    public @Nullable String acSource = AcSource.AUTO.name();
    /** Import power in watts from which a generator is considered running. */
    public int generatorThreshold = 100;
    /** Hours of operation between two services of the generator, null if not configured. */
    public @Nullable Double serviceInterval;
    /** UIDs of bridges that reach the inverter too, in order of preference. */
    public @Nullable List<String> alternatives;
    /** Whether the device reports the power of the AC source with the opposite sign. */
    public boolean invertAcSource = false;

    /** Capacity of the battery in kilowatt hours, null if not configured. */
    public @Nullable Double batteryCapacity;
    /** State of charge in percent that the owner does not want to go below; null for the set points of the unit. */
    public @Nullable Double reserve;
    /** Number of days of recorded data to read for a new channel; 0 for none. */
    public int historyDays = 70;

    /** @return the UIDs of further bridges in order of preference */
    public List<String> alternatives() {
        List<String> alternatives = this.alternatives;
        return alternatives == null ? List.of()
                : alternatives.stream().flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
                        .filter(uid -> !uid.isEmpty()).toList();
    }

    /** @return the source wired to the AC source input, AUTO if missing or invalid */
    public AcSource acSource() {
        return Arrays.stream(AcSource.values()).filter(source -> source.name().equals(acSource)).findFirst()
                .orElseGet(() -> AcSource.AUTO);
    }

    /** @return the first problem, empty if the configuration is valid */
    public Optional<ConfigurationProblem> problem() {
        Double batteryCapacity = this.batteryCapacity;
        Double reserve = this.reserve;
        Double serviceInterval = this.serviceInterval;
        return new Parameters("inverter")
                .option("acSource", acSource, Arrays.stream(AcSource.values()).map(AcSource::name))
                .range("generatorThreshold", generatorThreshold, LEAST_GENERATOR_THRESHOLD, MOST_GENERATOR_THRESHOLD)
                .range("serviceInterval", serviceInterval == null ? LEAST_SERVICE_INTERVAL : serviceInterval,
                        LEAST_SERVICE_INTERVAL, MOST_SERVICE_INTERVAL)
                .range("batteryCapacity", batteryCapacity == null ? LEAST_BATTERY_CAPACITY : batteryCapacity,
                        LEAST_BATTERY_CAPACITY, MOST_BATTERY_CAPACITY)
                .range("reserve", reserve == null ? 0 : reserve, 0, MOST_RESERVE)
                .range("historyDays", historyDays, 0, MOST_HISTORY_DAYS).problem();
    }
}
