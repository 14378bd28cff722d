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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Possible continuations of a house from a half hour: as on each of the 30 days before, load and solar power
 * together.
 * <p>
 * A day counts more the less time has passed since, if it is of the same kind (working day or weekend), and if its load
 * was about the same in the hour before. Its solar power is scaled by how much the sun has shone of late compared
 * with that day, fading over 24 hours; half hours in which a full battery left sun unused count as equal. Only half
 * hours before the given one are looked at: where a day is not over yet,
 * the scenario goes on with the day before it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Scenarios {
    /** Scenarios that are needed for a forecast. */
    static final int LEAST = 3;
    private static final int DAYS = 30;
    /** Days after which a scenario counts 1/e. */
    private static final double RECENT_DAYS = 10;
    /** Weight of a day of the other kind. */
    private static final double OTHER_KIND = 0.5;
    /** Half hours whose load is compared, and how many standard deviations a day may differ to count no less. */
    private static final int LATELY = 2;
    private static final double FURTHEST = 3;
    /** Load in watts that is no difference, so that a constant one does not count as infinitely precise. */
    private static final double LEAST_SPREAD = 20;
    private static final double LARGEST_SCALE = 4;
    /**
     * The night that counts ends at noon and is looked at for 18 hours: up to 8:00 the running one, then the coming
     * one.
     * Forecasts issued in the evening look 18 hours ahead.
     */
    static final int NIGHT = 36;
    private static final int MORNING = 16;
    private static final int NOON = 24;
    private static final int EVENING = 36;

    final Grid grid;
    final long issue;
    /** Half hours from the issue to the end of the night that counts. */
    final int end;
    /** How many scenarios are known up to that end. */
    final int count;
    /** Weights of the scenarios, of yesterday first; 0 if it is not known. */
    final double[] weights = new double[DAYS];
    /** Largest energy taken from the battery in the night that counts, in watt hours; NaN if it is not known. */
    final double[] needs = new double[DAYS];
    final double middle;
    /** Half of the distance between the 10 % and the 90 % quantile of the needs. */
    final double spread;
    /** By how many standard deviations the load of late differs from that of the scenarios; 0 if it is not known. */
    final double unusual;
    private final float[] scales = new float[DAYS];

    Scenarios(Grid grid, long issue) {
        this.grid = grid;
        this.issue = issue;
        int time = (int) Math.floorMod(grid.local(issue), (long) ProfileStore.DAY);
        int noon = time < MORNING ? NOON - time : NOON + ProfileStore.DAY - time;
        end = time < EVENING ? noon : NIGHT;
        int sunny = sunnyHalfHours();
        int known = 0;
        for (int day = 1; day <= DAYS; day++) {
            scales[day - 1] = (float) scale(day, sunny);
            needs[day - 1] = need(day);
            if (!Double.isNaN(needs[day - 1])) {
                boolean sameKind = isWeekend(grid.daysBefore(issue, day)) == isWeekend(issue);
                weights[day - 1] = Math.exp(-day / RECENT_DAYS) * (sameKind ? 1 : OTHER_KIND);
                known++;
            }
        }
        count = known;
        unusual = compareLoads();
        Distribution all = new Distribution(needs, weights);
        middle = all.middle();
        spread = (all.quantile(0.9) - all.quantile(0.1)) / 2;
    }

    /** @return whether there are enough of them for a forecast */
    boolean isEnough() {
        return count >= LEAST;
    }

    /** @return load of a scenario in watts; NaN if it is not known */
    double load(int day, int step) {
        long same = grid.daysBefore(issue + step, day);
        return grid.load(same < issue ? same : grid.daysBefore(issue + step, day + 1));
    }

    /** @return scaled solar power of a scenario in watts; NaN if it is not known */
    double solar(int day, int step) {
        double fade = Math.max(0, 1 - (double) step / ProfileStore.DAY);
        long same = issue + step - (long) day * ProfileStore.DAY;
        return grid.solar(same < issue ? same : same - ProfileStore.DAY) * (1 + (scales[day - 1] - 1) * fade);
    }

    /** @return the energy that was really taken from the battery; NaN if unknown */
    double truth() {
        return need(0);
    }

    /** @return net power of a scenario in watts, in truth with day 0; NaN if it is not known */
    double net(int day, int step) {
        return day == 0 ? grid.load(issue + step) - grid.solar(issue + step) : load(day, step) - solar(day, step);
    }

    /** @return the largest energy taken in the night that counts: of a scenario, or in truth with day 0 */
    private double need(int day) {
        double largest = firstNeed();
        double taken = 0;
        for (int step = 0; step < end; step++) {
            taken += net(day, step) / 2;
            largest = step >= end - NIGHT ? Math.max(largest, taken) : largest;
        }
        return Double.isNaN(taken) ? Double.NaN : largest;
    }

    /** @return the need if the power of the last hour went on, in watt hours; NaN if it is not known */
    double presentNeed() {
        double power = (net(0, -1) + net(0, -2)) / 2;
        return power * (power > 0 ? end : Math.max(0, end - NIGHT)) / 2;
    }

    private double firstNeed() {
        return end <= NIGHT ? 0 : Double.NEGATIVE_INFINITY;
    }

    /** @return after how many half hours of a scenario most energy has been taken */
    int sunTakesOver(int day) {
        double largest = firstNeed();
        double taken = 0;
        int found = end;
        for (int step = 0; step < end; step++) {
            taken += net(day, step) / 2;
            if (step >= end - NIGHT && taken > largest) {
                largest = taken;
                found = step + 1;
            }
        }
        return found;
    }

    /** Lowers the weight of days whose load of late was another; returns how unusual the present one is. */
    private double compareLoads() {
        double sum = 0;
        double squares = 0;
        double total = 0;
        for (int day = 1; day <= DAYS; day++) {
            double load = lately(grid.daysBefore(issue, day));
            if (!Double.isNaN(load)) {
                sum += weights[day - 1] * load;
                squares += weights[day - 1] * load * load;
                total += weights[day - 1];
            }
        }
        double mean = sum / total;
        double deviation = Math.sqrt(Math.max(0, squares / total - mean * mean)) + LEAST_SPREAD;
        double now = lately(issue);
        if (Double.isNaN(now - mean)) {
            return 0;
        }
        for (int day = 1; day <= DAYS; day++) {
            double distance = Math.min(FURTHEST, Math.abs(now - lately(grid.daysBefore(issue, day))) / deviation);
            weights[day - 1] *= Double.isNaN(distance) ? 1 : Math.exp(-distance * distance / 4);
        }
        return Math.max(-FURTHEST, Math.min(FURTHEST, (now - mean) / deviation));
    }

    private double lately(long slot) {
        double sum = 0;
        for (int back = 1; back <= LATELY; back++) {
            sum += grid.load(slot - back);
        }
        return sum / LATELY;
    }

    private boolean isWeekend(long slot) {
        long day = Math.floorDiv(grid.local(slot), (long) ProfileStore.DAY);
        return Math.floorMod(day + 3, 7L) >= 5;
    }

    /** @return how many half hours to look back for half of the sun of a day */
    private int sunnyHalfHours() {
        float[] usual = new float[ProfileStore.DAY + 1];
        for (int back = 1; back <= ProfileStore.DAY; back++) {
            float sum = 0;
            int known = 0;
            for (int day = 1; day <= DAYS; day++) {
                double solar = grid.solar(issue - back - (long) day * ProfileStore.DAY);
                if (!Double.isNaN(solar)) {
                    sum += (float) solar;
                    known++;
                }
            }
            usual[back] = usual[back - 1] + (known == 0 ? 0 : sum / known);
        }
        int back = 1;
        while (back < ProfileStore.DAY && usual[back] < usual[ProfileStore.DAY] / 2) {
            back++;
        }
        return back;
    }

    private double scale(int day, int sunny) {
        double now = 0;
        double then = 0;
        for (int back = 1; back <= sunny; back++) {
            long earlier = issue - back - (long) day * ProfileStore.DAY;
            double late = grid.solar(issue - back);
            double early = grid.solar(earlier);
            if (!Double.isNaN(late) && !Double.isNaN(early)) {
                now += grid.isCurtailed(issue - back) || grid.isCurtailed(earlier) ? early : late;
                then += early;
            }
        }
        return then > 0 ? Math.max(1 / LARGEST_SCALE, Math.min(LARGEST_SCALE, now / then)) : 1;
    }
}
