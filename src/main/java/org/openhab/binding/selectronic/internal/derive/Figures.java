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

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Sign;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Calculates figures from the numbers of one sample. A number that is absent or unknown is NaN, so that a figure is
 * unknown if one of its parts is.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Figures {
    /** The flows of the balance of powers. */
    private static final Set<Quantity> FLOWS = EnumSet.of(SOLAR_AC_COUPLED_POWER, SOLAR_DC_COUPLED_POWER, BATTERY_POWER,
            AC_SOURCE_POWER, OTHER_DC_SOURCES_POWER, LOAD_POWER, DC_LOADS_POWER);
    /** Flows reported only by units that measure them. */
    private static final Set<Quantity> ON_SOME_SITES = EnumSet.of(OTHER_DC_SOURCES_POWER, DC_LOADS_POWER);
    /** Battery power in watts below which the battery is at rest: a time calculated from noise is meaningless. */
    static final double AT_REST = 25;
    private static final double FULL = 100;
    private static final double DECIMALS = 1e6;

    private Figures() {
    }

    /**
     * Splits each signed power into two powers of which one is zero, and sums the solar powers.
     *
     * @param sample the sample read
     * @param values receives the powers in watts; an absent power adds none, an unknown one adds unknown powers
     */
    public static void addPowers(Sample sample, Map<Quantity, Value> values) {
        split(sample, BATTERY_POWER, BATTERY_DISCHARGING_POWER, BATTERY_CHARGING_POWER, values);
        split(sample, AC_SOURCE_POWER, AC_SOURCE_IMPORT_POWER, AC_SOURCE_EXPORT_POWER, values);
        if (sample.values().keySet().containsAll(Set.of(SOLAR_AC_COUPLED_POWER, SOLAR_DC_COUPLED_POWER))) {
            values.put(SOLAR_POWER,
                    Value.of(sample.number(SOLAR_AC_COUPLED_POWER) + sample.number(SOLAR_DC_COUPLED_POWER)));
        }
    }

    private static void split(Sample sample, Quantity signed, Quantity ifPositive, Quantity ifNegative,
            Map<Quantity, Value> values) {
        if (sample.values().containsKey(signed)) {
            values.put(ifPositive, Value.of(Math.max(0, sample.number(signed))));
            values.put(ifNegative, Value.of(Math.max(0, 0 - sample.number(signed))));
        }
    }

    /**
     * Calculates the losses of the inverter, self-sufficiency and self-consumption.
     *
     * @param sample the sample read
     * @param values receives the figures; a share of nothing is unknown
     */
    public static void addSite(Sample sample, Map<Quantity, Value> values) {
        values.put(SITE_LOSSES, rounded(losses(sample)));
        values.put(SITE_SELF_SUFFICIENCY_TODAY,
                rounded(share(sample.number(LOAD_ENERGY_TODAY), sample.number(AC_SOURCE_ENERGY_IMPORT_TODAY))));
        values.put(SITE_SELF_CONSUMPTION_TODAY,
                rounded(share(sample.number(SOLAR_ENERGY_TODAY), sample.number(AC_SOURCE_ENERGY_EXPORT_TODAY))));
    }

    /**
     * Input power minus output power, in watts: solar + battery + AC source + other DC sources − load − DC loads.
     * Positive and small (70 to 115 W on five published samples at house loads); anything else indicates a wrong sign
     * or unit.
     */
    private static double losses(Sample sample) {
        double losses = 0;
        for (Quantity flow : FLOWS) {
            if (sample.values().containsKey(flow) || !ON_SOME_SITES.contains(flow)) {
                losses += flow.sign() == Sign.CONSUMING ? -sample.number(flow) : sample.number(flow);
            }
        }
        return losses;
    }

    /** Returns the part of a total that does not pass through the AC source, in percent, never below zero. */
    private static double share(double whole, double throughAcSource) {
        return whole > 0 ? Math.max(0, FULL * (whole - throughAcSource) / whole) : Double.NaN;
    }

    /**
     * Calculates the time until the battery is empty or full at the present power.
     *
     * @param sample the sample read
     * @param capacity the capacity of the battery in watt hours
     * @param values receives the times, in hours
     */
    static void addBatteryTimes(Sample sample, double capacity, Map<Quantity, Value> values) {
        double power = sample.number(BATTERY_POWER);
        double held = Math.max(0, Math.min(FULL, sample.number(BATTERY_STATE_OF_CHARGE))) / FULL;
        values.put(BATTERY_TIME_TO_EMPTY, rounded(power > AT_REST ? held * capacity / power : Double.NaN));
        values.put(BATTERY_TIME_TO_FULL, rounded(power < -AT_REST ? (1 - held) * capacity / -power : Double.NaN));
    }

    /**
     * Rounds to six decimals: 100 %, not 100.00000000000001 %.
     *
     * @param number a calculated number
     * @return the rounded number; unknown if it is not finite
     */
    static Value rounded(double number) {
        return Value.of(Math.rint(number * DECIMALS) / DECIMALS);
    }
}
