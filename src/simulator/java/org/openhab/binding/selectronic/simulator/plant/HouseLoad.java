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

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What the house uses at a moment: a base with a fridge, a morning and an evening hump, and appliances by chance.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class HouseLoad {
    /** A consumer that runs some times a day within some hours. */
    private record Appliance(String name, double power, double minutes, int firstHour, int lastHour, int runs) {
    }

    private static final List<Appliance> APPLIANCES = List.of( //
            new Appliance("kettle", 2100, 3, 6, 21, 5), new Appliance("pump", 850, 12, 7, 18, 4),
            new Appliance("oven", 1900, 35, 17, 19, 1), new Appliance("washing", 1400, 40, 9, 13, 1),
            new Appliance("vacuum", 900, 15, 9, 16, 1));
    private static final double FRIDGE = 110;
    private static final double FRIDGE_PERIOD = 2700;
    private static final double MOST = 6000;

    private final LoadSettings settings;
    private final Chance chance;
    private final Chance fridge;
    private final double[] starts = new double[APPLIANCES.stream().mapToInt(Appliance::runs).sum()];
    private long plannedDay = Long.MIN_VALUE;

    public HouseLoad(LoadSettings settings, long seed) {
        this.settings = settings;
        this.chance = new Chance(seed, "appliances");
        this.fridge = new Chance(seed, "fridge");
    }

    /** Power in W. */
    public double at(LocalDateTime local, double seconds) {
        double hour = local.toLocalTime().toNanoOfDay() / 3.6e12;
        double power = settings.base() * (0.95 + 0.1 * chance.wander(seconds, 47));
        power += settings.peak() * (0.5 * hump(hour, 7.3, 0.9) + hump(hour, 19, 1.6));
        if ((seconds + FRIDGE_PERIOD * fridge.draw(0)) % FRIDGE_PERIOD < FRIDGE_PERIOD * 0.4) {
            power += FRIDGE;
        }
        if (settings.appliances()) {
            power += appliances(local, hour);
        }
        return Math.min(MOST, power);
    }

    private double appliances(LocalDateTime local, double hour) {
        plan(local.toLocalDate().toEpochDay());
        double power = 0;
        int run = 0;
        for (Appliance appliance : APPLIANCES) {
            for (int i = 0; i < appliance.runs(); i++, run++) {
                double since = (hour - starts[run]) * 60;
                if (since >= 0 && since < appliance.minutes()) {
                    power += appliance.power();
                }
            }
        }
        return power;
    }

    private void plan(long day) {
        if (day == plannedDay) {
            return;
        }
        Arrays.fill(starts, 0);
        int run = 0;
        for (Appliance appliance : APPLIANCES) {
            for (int i = 0; i < appliance.runs(); i++, run++) {
                double share = chance.draw(1_000_000_007L + day * starts.length + run);
                starts[run] = appliance.firstHour() + share * (appliance.lastHour() - appliance.firstHour());
            }
        }
        plannedDay = day;
    }

    private static double hump(double hour, double centre, double width) {
        double distance = (hour - centre) / width;
        return Math.exp(-distance * distance / 2);
    }
}
