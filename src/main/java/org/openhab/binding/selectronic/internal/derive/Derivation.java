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
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Derives everything that is derived, for one inverter, sample by sample.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Derivation {
    private final GeneratorWatch generator;
    private final AlertWatch alerts = new AlertWatch();

    /**
     * @param generatorThreshold from which import power on a generator runs, in watts
     */
    public Derivation(double generatorThreshold) {
        this.generator = new GeneratorWatch(generatorThreshold);
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
        Optional<Boolean> generatorChange = generator.observe(sample, source, values);
        AlertWatch.Change alertChange = alerts.observe(sample, values);
        return new Derived(values, generatorChange, alertChange);
    }
}
