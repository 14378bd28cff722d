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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.plant.Energies;

/**
 * The counters that never begin anew, as the channels tell them, against the plant's own account.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Counters {
    private static final double WATTS_PER_KILOWATT = 1000;

    /** How a channel is called, and what it counts. */
    private static final Map<String, ToDoubleFunction<Energies>> COUNTED = new LinkedHashMap<>();

    static {
        COUNTED.put("solar#energy-total", total -> total.acSolar() + total.dcSolar());
        COUNTED.put("battery#energy-out-total", Energies::batteryOut);
        COUNTED.put("battery#energy-in-total", Energies::batteryIn);
        COUNTED.put("ac-source#energy-import-total", Energies::sourceIn);
        COUNTED.put("ac-source#energy-export-total", Energies::sourceOut);
        COUNTED.put("load#energy-total", Energies::load);
    }

    /** What one counter has counted while units were in place one after another. */
    private static final class Count {
        private double began;
        private double before;
        private double plantBegan;
        private double plantBefore;
        private double worst;
    }

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final SoakHab openHab;
    private final SimulatedUnit unit;
    private double lossesBegan;
    private double lossesBefore;

    Counters(SoakHab openHab, SimulatedUnit unit) {
        this.openHab = openHab;
        this.unit = unit;
        COUNTED.keySet().forEach(channel -> counts.put(channel, new Count()));
    }

    /** A unit is in place from now on, and its first values have come. */
    void begin() {
        Energies total = unit.state().total();
        counts.forEach((channel, count) -> {
            count.began = openHab.number(channel);
            count.plantBegan = plant(channel, total);
        });
        lossesBegan = total.losses();
    }

    /** The unit is taken away. */
    void end() {
        Energies total = unit.state().total();
        counts.forEach((channel, count) -> {
            count.before += openHab.number(channel) - count.began;
            count.plantBefore += plant(channel, total) - count.plantBegan;
        });
        lossesBefore += total.losses() - lossesBegan;
    }

    /** Compares what the channels say now. */
    void audit() {
        Energies total = unit.state().total();
        counts.forEach((channel, count) -> count.worst = Math.max(count.worst,
                Math.abs(openHab.number(channel) - plant(channel, total))));
    }

    private static double plant(String channel, Energies total) {
        return COUNTED.getOrDefault(channel, any -> Double.NaN).applyAsDouble(total) / WATTS_PER_KILOWATT;
    }

    /** What a channel counted of all units, in kWh. */
    double reported(String channel) {
        return counts.getOrDefault(channel, new Count()).before;
    }

    /** What the plant did, in kWh. */
    double plant(String channel) {
        return counts.getOrDefault(channel, new Count()).plantBefore;
    }

    /** The largest difference in kWh between a channel and the plant, ever. */
    double worst(String channel) {
        return counts.getOrDefault(channel, new Count()).worst;
    }

    static Set<String> channels() {
        return COUNTED.keySet();
    }

    /** Sources less load by the channels, in kWh: what was lost. */
    double balance() {
        return reported("solar#energy-total") + reported("battery#energy-out-total")
                - reported("battery#energy-in-total") + reported("ac-source#energy-import-total")
                - reported("ac-source#energy-export-total") - reported("load#energy-total");
    }

    /** What the plant's inverter turned into heat, in kWh. */
    double losses() {
        return lossesBefore / WATTS_PER_KILOWATT;
    }
}
