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
package org.openhab.binding.selectronic.simulator.plant;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The battery: what is stored, how much it takes and gives, and its voltage.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Battery {
    private static final double RESISTANCE = 0.008;
    private static final double TAPER_FROM = 95;
    private static final double SECONDS_OF_AN_HOUR = 3600;
    /** Open-circuit voltage of 16 lithium cells by state of charge. */
    private static final double[][] VOLTS = { { 0, 44.0 }, { 3, 47.0 }, { 8, 49.6 }, { 15, 51.0 }, { 30, 52.0 },
            { 60, 52.9 }, { 90, 53.5 }, { 97, 54.2 }, { 100, 56.0 } };

    private final BatterySettings settings;
    private double stored;

    Battery(BatterySettings settings) {
        this.settings = settings;
        this.stored = settings.capacity() * settings.soc() / 100;
    }

    /** Energy in the store in Wh. */
    public double stored() {
        return stored;
    }

    /** State of charge in percent; one that is flat can be no flatter. */
    public double soc() {
        return Math.max(0, 100 * stored / settings.capacity());
    }

    void setSoc(double soc) {
        stored = settings.capacity() * soc / 100;
    }

    /** Charge limit in W, falling towards full. */
    double chargeLimit() {
        double room = Math.max(0, 100 - soc());
        return settings.maxCharge() * Math.min(1, room / (100 - TAPER_FROM));
    }

    double dischargeLimit() {
        return settings.maxDischarge();
    }

    /** Takes a power for a time: positive discharges. */
    void run(double power, double seconds) {
        double hours = seconds / SECONDS_OF_AN_HOUR;
        stored -= power > 0 ? power * hours / settings.dischargeEfficiency()
                : power * hours * settings.chargeEfficiency();
    }

    /** Voltage at the terminals under a power. */
    double volts(double power) {
        double open = open(soc());
        return (open + Math.sqrt(Math.max(0, open * open - 4 * RESISTANCE * power))) / 2;
    }

    private static double open(double soc) {
        for (int i = 1; i < VOLTS.length; i++) {
            if (soc <= VOLTS[i][0]) {
                double share = (soc - VOLTS[i - 1][0]) / (VOLTS[i][0] - VOLTS[i - 1][0]);
                return VOLTS[i - 1][1] + share * (VOLTS[i][1] - VOLTS[i - 1][1]);
            }
        }
        return VOLTS[VOLTS.length - 1][1];
    }
}
