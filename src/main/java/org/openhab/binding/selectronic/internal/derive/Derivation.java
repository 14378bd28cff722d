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

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Derives everything that is derived, for one inverter, sample by sample.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Derivation {
    private static final double WATT_HOURS_PER_KILOWATT_HOUR = 1000;

    private final GeneratorWatch generator;
    private final AlertWatch alerts = new AlertWatch();
    private final BalanceWatch balance = new BalanceWatch();
    private final @Nullable Double batteryCapacity;

    /**
     * @param generator watches the generator
     * @param batteryCapacity what the battery holds in kilowatt hours, null if nobody said
     */
    public Derivation(GeneratorWatch generator, @Nullable Double batteryCapacity) {
        this.generator = generator;
        this.batteryCapacity = batteryCapacity;
    }

    /**
     * @param sample a sample without values
     * @return what follows from its events alone
     */
    public Derived happened(Sample sample) {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        List<UnitEvent> alertChanges = alerts.observe(sample, values);
        return new Derived(values, Optional.empty(), alertChanges);
    }

    /**
     * @param sample a fresh sample
     * @param source what is wired to the AC source
     * @return what follows from it
     */
    public Derived derive(Sample sample, AcSource source) {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        PowerSplit.add(sample, values);
        SiteFigures.add(sample, values);
        balance.add(sample, values);
        Double capacity = batteryCapacity;
        if (capacity != null) {
            BatteryTimes.add(sample, WATT_HOURS_PER_KILOWATT_HOUR * capacity, values);
        }
        Explanations.add(sample, values);
        Optional<Boolean> generatorChange = generator.observe(sample, source, values);
        List<UnitEvent> alertChanges = alerts.observe(sample, values);
        return new Derived(values, generatorChange, alertChanges);
    }
}
