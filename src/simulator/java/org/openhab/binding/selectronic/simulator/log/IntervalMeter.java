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
package org.openhab.binding.selectronic.simulator.log;

import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.Flows;
import org.openhab.binding.selectronic.simulator.plant.PlantState;
import org.openhab.binding.selectronic.simulator.plant.Temperatures;

/**
 * Means, extremes and energies of one interval of the detailed log.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class IntervalMeter {
    private final Instant start;
    private final double[] sums = new double[14];
    private double seconds;
    private double maxLoad = Double.NEGATIVE_INFINITY;
    private double minVolts = Double.POSITIVE_INFINITY;
    private double maxVolts = Double.NEGATIVE_INFINITY;
    private double transformer = Double.NEGATIVE_INFINITY;
    private double heatsink = Double.NEGATIVE_INFINITY;
    private double battery = Double.NEGATIVE_INFINITY;
    private Energies energy = Energies.NONE;

    IntervalMeter(Instant start) {
        this.start = start;
    }

    boolean isEmpty() {
        return seconds == 0;
    }

    /** Takes a step of the plant in. */
    void add(PlantState state, double length) {
        Flows flows = state.flows();
        double volts = state.batteryVolts();
        double[] values = { flows.acSolar(), flows.dcSolar(), flows.load(), flows.battery(), flows.source(),
                flows.loss(), flows.inverterAc(), flows.inverterDc(), flows.used(), volts, flows.inverterDc() / volts,
                flows.dcSolar() / volts, state.output().volts(), state.output().frequency() };
        for (int i = 0; i < values.length; i++) {
            sums[i] += values[i] * length;
        }
        seconds += length;
        energy = energy.plus(flows.during(length));
        maxLoad = Math.max(maxLoad, flows.load());
        minVolts = Math.min(minVolts, volts);
        maxVolts = Math.max(maxVolts, volts);
        Temperatures temperatures = state.temperatures();
        transformer = Math.max(transformer, temperatures.transformer());
        heatsink = Math.max(heatsink, temperatures.heatsink());
        battery = Math.max(battery, temperatures.battery());
    }

    /** The interval as far as it has come. */
    DetailedRecord close(PlantState state, Energies today, boolean coupled) {
        double[] means = new double[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = sums[i] / seconds;
        }
        Flows mean = new Flows(means[0], means[1], means[2], means[3], means[4], means[5], means[6], means[7],
                means[8]);
        return new DetailedRecord(start, state.time(), state.unitTime(), mean, maxLoad, means[9], minVolts, maxVolts,
                means[10], means[11], means[12], means[13], transformer, heatsink, battery, state.soc(), energy, today,
                coupled);
    }
}
