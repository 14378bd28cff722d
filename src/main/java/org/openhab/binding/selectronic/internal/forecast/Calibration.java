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
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.forecast.Forecast.Score;

/**
 * What the scenarios of past nights, issued at the same time of the day, were wrong by: their bias, and how far the
 * truth lay from them. Each night is calibrated with those before it only, as it would have been forecast then.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Calibration {
    /** Nights that are needed before their quantiles are used; before, the band is that of the scenarios, widened. */
    private static final int LEAST = 10;
    private static final double WIDENED = 1.3;
    /** Nights without any error that the bias starts with. */
    private static final double CAUTION = 20;
    /** Nights after which an error counts 1/e for the bias. */
    private static final double RECENT_NIGHTS = 20;
    /** By how much a miss moves the level of the quantile that is used, so that the share of misses stays right. */
    private static final double STEP = 0.03;
    private static final double HIGHEST_LEVEL = 0.99;
    /** Number of nights that the typical error is the mean of. */
    private static final int TOLD = 30;

    private record Night(long issue, int end, double middle, double spread, double truth, double unusual,
            double presentNeed) {
        double missed() {
            return truth - middle;
        }
    }

    private final Scenarios present;
    private final List<Night> nights = new ArrayList<>();
    private final double[] errors;
    private final double[] scores;
    final double bias;
    private final double spread;

    Calibration(Scenarios present) {
        this.present = present;
        for (int day = ProfileStore.SIZE / ProfileStore.DAY; day >= 1; day--) {
            Scenarios night = new Scenarios(present.grid, present.grid.daysBefore(present.issue, day));
            double truth = night.truth();
            if (night.isEnough() && !Double.isNaN(truth)) {
                nights.add(new Night(night.issue, night.end, night.middle, night.spread, truth, night.unusual,
                        night.presentNeed()));
            }
        }
        errors = new double[nights.size()];
        scores = new double[nights.size()];
        for (int at = 0; at < errors.length; at++) {
            Night night = nights.get(at);
            errors[at] = night.missed() - bias(night.issue, night.unusual);
            scores[at] = errors[at] / spread(night.issue, night.spread);
        }
        bias = bias(present.issue, present.unusual);
        spread = spread(present.issue, present.spread);
    }

    /** @return how many nights the typical error is measured on */
    int nights() {
        return Math.min(nights.size(), TOLD);
    }

    /** @return mean absolute error of the last nights in watt hours; NaN if there are none */
    double typicalError() {
        return Arrays.stream(errors).skip(Math.max(0, errors.length - TOLD)).map(Math::abs).average()
                .orElse(Double.NaN);
    }

    /** @return the errors of the last nights whose night before is known too; NaN if there are none */
    Score score() {
        double forecast = 0;
        double yesterday = 0;
        double present = 0;
        int count = 0;
        for (int at = Math.max(1, errors.length - TOLD); at < errors.length; at++) {
            Night night = nights.get(at);
            Night before = nights.get(at - 1);
            if (before.issue == this.present.grid.daysBefore(night.issue, 1)) {
                forecast += Math.abs(errors[at]);
                yesterday += Math.abs(before.truth - night.truth);
                present += Math.abs(night.presentNeed - night.truth);
                count++;
            }
        }
        return new Score(forecast / count, yesterday / count, present / count);
    }

    /** @return the energy below which the need of this night lies with a probability, in watt hours */
    double need(double share) {
        boolean high = share > 0.5;
        double level = high ? share : 1 - share;
        double distance = nights.size() < LEAST ? level > 0.92 ? 1.6 : WIDENED : tracked(level, high ? 1 : -1);
        return present.middle + bias + (high ? 1 : -1) * Math.max(0, distance) * spread;
    }

    /**
     * Returns the expected error of the forecast: the mean error of past nights, recent ones first, and the part that
     * follows from unusual recent load. Both are shrunk towards 0 while few nights are known.
     */
    private double bias(long issue, double unusual) {
        int known = known(issue);
        double sum = 0;
        double total = CAUTION;
        for (int at = 0; at < known; at++) {
            double weight = weight(nights.get(at), issue);
            sum += weight * nights.get(at).missed();
            total += weight;
        }
        double mean = sum / total;
        double product = 0;
        double square = CAUTION;
        for (int at = 0; at < known; at++) {
            Night night = nights.get(at);
            double weighted = weight(night, issue) * night.unusual;
            product += weighted * (night.missed() - mean);
            square += weighted * night.unusual;
        }
        return mean + product / square * unusual;
    }

    private static double weight(Night night, long issue) {
        return Math.exp((night.issue - issue) / (RECENT_NIGHTS * ProfileStore.DAY));
    }

    /** The spread of few scenarios is uncertain: half of its square comes from the nights before. */
    private double spread(long issue, double own) {
        int known = known(issue);
        double sum = 0;
        for (int at = 0; at < known; at++) {
            sum += nights.get(at).spread;
        }
        double usual = known == 0 ? own : sum / known;
        return Math.sqrt((own * own + usual * usual) / 2) + 1;
    }

    /** @return how many nights were over at a time */
    private int known(long issue) {
        int count = 0;
        while (count < nights.size() && nights.get(count).issue + nights.get(count).end <= issue) {
            count++;
        }
        return count;
    }

    /**
     * Walks through the nights and raises the level after each miss and lowers it after each hit, then takes the
     * quantile of all scores at the level it has come to.
     */
    private double tracked(double share, int side) {
        double[] sorted = new double[scores.length];
        int count = 0;
        double level = share;
        for (int at = 0; at <= scores.length; at++) {
            for (int known = known(at < scores.length ? nights.get(at).issue : present.issue); count < known; count++) {
                insert(sorted, count, side * scores[count]);
            }
            if (at >= LEAST && at < known(present.issue)) {
                boolean held = side * scores[at] <= quantile(sorted, count, level);
                level = Math.max(0.5, Math.min(HIGHEST_LEVEL, level + STEP * (share - (held ? 1 : 0))));
            }
        }
        return quantile(sorted, count, level);
    }

    private static void insert(double[] sorted, int count, double score) {
        int at = count;
        for (; at > 0 && sorted[at - 1] > score; at--) {
            sorted[at] = sorted[at - 1];
        }
        sorted[at] = score;
    }

    /** Quantile of the scores so that a further one lies below it with that probability; extrapolates. */
    private static double quantile(double[] sorted, int count, double level) {
        double at = level * (count + 1) - 1;
        int tail = Math.max(1, count / 10);
        if (at >= count - 1) {
            return sorted[count - 1] + (at - count + 1) * (sorted[count - 1] - sorted[count - 1 - tail]) / tail;
        }
        int below = (int) at;
        return sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }
}
