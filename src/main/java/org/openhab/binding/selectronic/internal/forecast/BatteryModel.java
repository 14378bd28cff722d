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
package org.openhab.binding.selectronic.internal.forecast;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How the state of charge follows from net power (load less solar power), learned from the stored half hours.
 *
 * @param capacity energy that a full battery delivers, in watt hours; NaN if it is neither known nor learned yet
 * @param acceptance share of the energy charged that can be taken out again
 * @param standing loss at any time, in watts: the inverter itself and DC loads
 * @param share share of the net power that is lost in conversion
 * @param generator mean power of the AC source while it supplies, in watts; NaN if it never did
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record BatteryModel(double capacity, double acceptance, double standing, double share, double generator) {

    static final double FULL = 100;
    private static final double USUAL_SHARE = 0.05;
    private static final double USUAL_ACCEPTANCE = 0.95;
    private static final double LEAST_ACCEPTANCE = 0.7;
    private static final double LARGEST_STANDING = 500;
    private static final double LARGEST_SHARE = 0.3;
    /** How much the usual losses count: as much as these half hours of this net power in watts. */
    private static final double USUAL_HALF_HOURS = 48;
    private static final double USUAL_POWER = 1000;
    /** An AC source of less power in watts does not supply the house. */
    static final double SUPPLYING = 500;
    /** From this charge the battery takes less than it is offered. */
    static final double NEARLY_FULL = 95;
    /** A run changes the charge by this in percent, or it says too little; the latest runs count. */
    private static final double LEAST_CHANGE = 5;
    private static final int RUNS = 9;

    /**
     * @param store the past
     * @param now the half hour from which it is not known yet
     * @param capacity the configured capacity in watt hours, NaN if it is to be learned
     */
    static BatteryModel learn(ProfileStore store, long now, double capacity) {
        double weight = USUAL_HALF_HOURS;
        double powers = USUAL_HALF_HOURS * USUAL_POWER;
        double squares = powers * USUAL_POWER;
        double losses = powers * USUAL_SHARE;
        double products = losses * USUAL_POWER;
        double supplied = 0;
        int supplies = 0;
        for (long slot = now - ProfileStore.SIZE; slot < now; slot++) {
            double source = store.get(slot, ProfileStore.AC_SOURCE);
            double net = store.get(slot, ProfileStore.LOAD) - store.get(slot, ProfileStore.SOLAR) - source;
            double loss = store.get(slot, ProfileStore.BATTERY) - net;
            if (Math.abs(loss) < LARGEST_STANDING + LARGEST_SHARE * Math.abs(net)) {
                weight++;
                powers += Math.abs(net);
                squares += net * net;
                losses += loss;
                products += loss * Math.abs(net);
            }
            if (source > SUPPLYING) {
                supplied += source;
                supplies++;
            }
        }
        double share = (products - losses * powers / weight) / (squares - powers * powers / weight + 1);
        share = Math.max(0, Math.min(LARGEST_SHARE, share));
        double standing = Math.max(0, Math.min(LARGEST_STANDING, (losses - share * powers) / weight));
        double taken = perFull(store, now, 1);
        double held = Double.isNaN(capacity) ? taken : capacity;
        double acceptance = (Double.isNaN(taken) ? held : taken) / perFull(store, now, -1);
        return new BatteryModel(held,
                Double.isNaN(acceptance) ? USUAL_ACCEPTANCE : Math.max(LEAST_ACCEPTANCE, Math.min(1, acceptance)),
                standing, share, supplied / supplies);
    }

    /**
     * @param direction 1 for discharging, -1 for charging
     * @return the energy in watt hours that belongs to 100 % of charge: the median of the latest runs in one direction,
     *         so that a charge that was corrected by the unit in between does not matter; NaN if there are too few
     */
    private static double perFull(ProfileStore store, long now, int direction) {
        List<Double> runs = new ArrayList<>();
        double energy = 0;
        double change = 0;
        for (long slot = now - 1; slot > now - ProfileStore.SIZE && runs.size() < RUNS; slot--) {
            double battery = direction * store.get(slot, ProfileStore.BATTERY);
            double after = store.get(slot, ProfileStore.CHARGE);
            double before = store.get(slot - 1, ProfileStore.CHARGE);
            if (battery > 0 && (direction > 0 || after < NEARLY_FULL) && !Double.isNaN(before - after)) {
                energy += battery / 2;
                change += direction * (before - after);
            } else {
                if (change >= LEAST_CHANGE) {
                    runs.add(energy / change * FULL);
                }
                energy = 0;
                change = 0;
            }
        }
        double[] found = runs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return found.length < 2 ? Double.NaN : (found[(found.length - 1) / 2] + found[found.length / 2]) / 2;
    }

    /** @return power in watts that the battery delivers for a net power, negative while it is charged */
    double power(double net) {
        return net + standing + share * Math.abs(net);
    }

    /** @return the charge in percent after some hours of a battery power in watts */
    double after(double charge, double power, double hours) {
        double taken = power > 0 ? power : power * acceptance;
        return Math.max(0, Math.min(FULL, charge - taken * hours / capacity * FULL));
    }
}
