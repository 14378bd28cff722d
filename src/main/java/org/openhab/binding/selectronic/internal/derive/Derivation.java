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

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.Trigger;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Calculates all derived values of one inverter, sample by sample.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Derivation {
    private static final double WATT_HOURS_PER_KILOWATT_HOUR = 1000;

    private final WiredSource source;
    private final GeneratorMonitor generator;
    private final GeneratorCare care;
    private final AcSourceMonitor acSource;
    private final BatteryCare battery;
    private final AlertMonitor alerts;
    private final BalanceMonitor balance;
    private @Nullable Double batteryCapacity;

    /**
     * The owner's configuration of the site.
     *
     * @param acSource the type of the AC source, {@link AcSource#AUTO} if not configured
     * @param generatorThreshold from which import power on the generator runs, in watts
     * @param serviceInterval hours of operation between two services of the generator, null if not configured
     * @param batteryCapacity the capacity of the battery in kilowatt hours, null if not configured
     */
    public record Site(AcSource acSource, double generatorThreshold, @Nullable Double serviceInterval,
            @Nullable Double batteryCapacity) {
    }

    /**
     * Clocks and storage used for the calculation.
     *
     * @param steady a monotonic clock
     * @param interval the time between two polls; samples much further apart have a gap between them
     * @param storage storage of this inverter alone, kept across restarts
     * @param zone the time zone whose midnight starts a new day
     */
    public record Surroundings(Clock steady, Provider<Duration> interval, TextStorage storage, Provider<ZoneId> zone) {
        private ObservedTime time() {
            return new ObservedTime(steady, interval);
        }
    }

    /**
     * @param site the owner's configuration of the site
     * @param around clocks and storage
     */
    public Derivation(Site site, Surroundings around) {
        this.source = new WiredSource(site.acSource());
        this.generator = new GeneratorMonitor(site.generatorThreshold(), around.storage(), around.zone(),
                around.time());
        this.care = new GeneratorCare(site.serviceInterval(), around.storage(), around.time());
        this.acSource = new AcSourceMonitor(around.storage(), around.zone(), around.time());
        this.battery = new BatteryCare(around.storage(), around.zone());
        this.alerts = new AlertMonitor(around.storage(), around.time());
        this.balance = new BalanceMonitor(around.time());
        this.batteryCapacity = site.batteryCapacity();
    }

    /** @param kilowattHours the capacity of the battery according to the settings of the unit */
    public void assumeCapacity(double kilowattHours) {
        batteryCapacity = kilowattHours;
    }

    /** @param identity the identity of the unit; its settings may contain the type of the AC source */
    public void identified(Identity identity) {
        source.identified(identity);
    }

    /**
     * @param sample a sample whose values are not new, or not plausible
     * @return the result derived from its events alone
     */
    public Derived happened(Sample sample) {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        List<UnitEvent> alertChanges = alerts.observe(sample.withoutValues(), values);
        return new Derived(values, Map.of(), alertChanges, source.known());
    }

    /**
     * @param sample a fresh sample
     * @return the result derived from it
     */
    public Derived derive(Sample sample) {
        Derived derived = deriveWithoutAlerts(sample);
        return new Derived(derived.values(), derived.triggers(), alerts.observe(sample, derived.values()),
                derived.acSource());
    }

    /**
     * @param sample a fresh sample of a connection whose alerts do not count, because those of another do
     * @return the result derived from it, without alerts
     */
    public Derived deriveWithoutAlerts(Sample sample) {
        Map<Quantity, Value> values = ofOneSample(sample);
        balance.add(sample, values);
        Double capacity = batteryCapacity;
        if (capacity != null) {
            Figures.addBatteryTimes(sample, WATT_HOURS_PER_KILOWATT_HOUR * capacity, values);
        }
        AcSource wired = source.of(sample, generator.isRunning());
        Map<Trigger, String> triggers = new EnumMap<>(Trigger.class);
        generator.observe(sample, wired, values)
                .ifPresent(runs -> triggers.put(Trigger.GENERATOR_EVENT, runs ? "STARTED" : "STOPPED"));
        care.observe(sample, wired, values);
        triggers.putAll(acSource(sample, values));
        battery.observe(sample, capacity, values);
        return new Derived(values, triggers, List.of(), wired);
    }

    /**
     * @param sample a fresh sample of a connection that adds to the values of another one
     * @param values receives what follows from the sample alone, and the presence of the AC source, which is followed
     *            from samples of the unit's memory only, as are the operating hours of the generator
     * @return the triggers
     */
    public Map<Trigger, String> complement(Sample sample, Map<Quantity, Value> values) {
        values.putAll(ofOneSample(sample));
        care.count(sample, source.known());
        return sample.connectionType().isNative() ? acSource(sample, values) : Map.of();
    }

    private Map<Trigger, String> acSource(Sample sample, Map<Quantity, Value> values) {
        return acSource.observe(sample, values)
                .map(present -> Map.of(Trigger.AC_SOURCE_EVENT, present ? "RETURNED" : "LOST")).orElseGet(Map::of);
    }

    /**
     * Records a service of the generator.
     *
     * @param hours the operating hours at the service, null for the present ones
     * @return whether it was recorded; false if the present hours are unknown or fewer
     */
    public boolean generatorServiced(@Nullable Integer hours) {
        return care.serviced(hours);
    }

    /**
     * @param sample a fresh sample
     * @return the values that follow from it alone
     */
    private static Map<Quantity, Value> ofOneSample(Sample sample) {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        Figures.addPowers(sample, values);
        Figures.addSite(sample, values);
        Explanations.add(sample, values);
        return values;
    }
}
