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

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.forecast.Forecast.Need;
import org.openhab.binding.selectronic.internal.forecast.Forecast.Score;
import org.openhab.binding.selectronic.internal.forecast.Forecast.State;
import org.openhab.binding.selectronic.internal.forecast.Forecast.Step;

/**
 * Makes a forecast from the past of a house. Every scenario is moved and stretched as the calibration demands, and the
 * battery is followed through each of them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Forecaster {
    private static final double LOW = 0.1;
    private static final double BAND = 0.05;
    private static final double NARROWEST = 0.3;
    private static final double WIDEST = 3;
    /** Charge in percent that counts as full. */
    private static final double FULL = 99.5;
    private static final int NEVER = 10 * Grid.AHEAD;

    private final Scenarios scenarios;
    private final BatteryModel battery;
    private final Plant plant;
    private final double firstHours;
    /** State of charge of each scenario at the start of each half hour and at the end of the last. */
    private final double[][] charges;
    private final double[] starts;

    /** A value of a scenario: that of a day, in a half hour. */
    private interface Value {
        double of(int day, int step);
    }

    private Forecaster(Scenarios scenarios, BatteryModel battery, Plant plant, double firstHours) {
        this.scenarios = scenarios;
        this.battery = battery;
        this.plant = plant;
        this.firstHours = firstHours;
        charges = new double[scenarios.needs.length][Grid.AHEAD + 1];
        starts = new double[scenarios.needs.length];
    }

    /**
     * @param store the past; half hours from now on are not looked at
     * @param now the time of the forecast
     * @param zone time zone of the house
     * @param charge present state of charge in percent, NaN if it is unknown
     * @param plant what else is known
     */
    public static Forecast forecast(ProfileStore store, Instant now, ZoneId zone, double charge, Plant plant) {
        long slot = ProfileStore.slot(now);
        Scenarios scenarios = new Scenarios(new Grid(store, slot, zone), slot);
        BatteryModel battery = BatteryModel.learn(store, slot, plant.capacity());
        if (!scenarios.isEnough()) {
            return new Forecast(State.LEARNING, scenarios.count, 0, List.of(), Need.UNKNOWN, Double.NaN, Double.NaN,
                    null, plant.lowest(), null, null, null, Double.NaN, Score.UNKNOWN);
        }
        double firstHours = Duration.between(now, start(slot + 1)).toMillis() / 3.6e6;
        return new Forecaster(scenarios, battery, plant, firstHours).forecast(new Calibration(scenarios), charge);
    }

    private static Instant start(long slot) {
        return Instant.ofEpochSecond(slot * ProfileStore.SECONDS);
    }

    private Forecast forecast(Calibration calibration, double charge) {
        Need need = new Need(calibration.need(BAND), scenarios.middle + calibration.bias, calibration.need(1 - BAND));
        State state = state(charge);
        follow(calibration, state == State.READY ? charge : Double.NaN);
        List<Step> steps = new ArrayList<>();
        double[] column = new double[charges.length];
        double[] lowest = new double[charges.length];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        double least = Double.POSITIVE_INFINITY;
        int leastStep = 0;
        for (int step = 0; step <= Grid.AHEAD; step++) {
            for (int path = 0; path < column.length; path++) {
                column[path] = charges[path][step];
            }
            Distribution now = distribution(column);
            double median = now.quantile(0.5);
            if (step < Grid.AHEAD) {
                steps.add(new Step(start(scenarios.issue + step), median, now.quantile(LOW),
                        mean(step, scenarios::load), mean(step, scenarios::solar)));
            }
            if (step >= scenarios.end - Scenarios.NIGHT && step <= scenarios.end) {
                for (int path = 0; path < lowest.length; path++) {
                    lowest[path] = Math.min(lowest[path], charges[path][step]);
                }
                if (median < least) {
                    least = median;
                    leastStep = step;
                }
            }
        }
        Distribution lows = distribution(lowest);
        double reserve = plant.lowest();
        return new Forecast(state, scenarios.count, calibration.nights(), List.copyOf(steps), need, lows.quantile(0.5),
                lows.quantile(LOW), state == State.READY ? time(leastStep) : null, reserve,
                time(first(path -> path <= reserve)), time(distribution(starts).quantile(0.5)),
                time(first(path -> path >= FULL)),
                calibration.typicalError() * (1 + battery.share()) / battery.capacity() * BatteryModel.FULL,
                calibration.score());
    }

    private State state(double charge) {
        if (plant.onGrid()) {
            return State.ON_GRID;
        }
        if (Double.isNaN(battery.capacity())) {
            return State.CAPACITY_UNKNOWN;
        }
        return Double.isNaN(charge) ? State.CHARGE_UNKNOWN : State.READY;
    }

    /** Follows the battery through all scenarios. */
    private void follow(Calibration calibration, double charge) {
        double middle = scenarios.middle;
        Distribution needs = distribution(scenarios.needs);
        double more = stretch(calibration.need(1 - LOW) - calibration.bias - middle, needs.quantile(1 - LOW) - middle);
        double less = stretch(middle + calibration.bias - calibration.need(LOW), middle - needs.quantile(LOW));
        for (int path = 0; path < charges.length; path++) {
            double distance = scenarios.needs[path] - middle;
            double added = distance * ((distance > 0 ? more : less) - 1) + calibration.bias;
            follow(path, charge, added);
        }
    }

    private static double stretch(double wanted, double had) {
        return Math.max(NARROWEST, Math.min(WIDEST, wanted / Math.max(had, 1)));
    }

    /**
     * @param added energy in watt hours that the scenario takes more than the day that it repeats, spread evenly over
     *            the time until the sun takes over
     */
    private void follow(int path, double charge, double added) {
        int day = path + 1;
        int sunTakesOver = scenarios.sunTakesOver(day);
        double[] charges = this.charges[path];
        charges[0] = charge;
        starts[path] = NEVER;
        boolean runs = plant.generatorRuns();
        for (int step = 0; step < Grid.AHEAD; step++) {
            double net = scenarios.net(day, step) + (step < sunTakesOver ? 2 * added / sunTakesOver : 0);
            if (plant.hasGenerator()) {
                boolean starting = !runs && charges[step] <= plant.generatorStart();
                starts[path] = starting ? Math.min(starts[path], step) : starts[path];
                runs = starting || runs && charges[step] < plant.generatorStop();
                net -= runs && battery.generator() > 0 ? battery.generator() : 0;
            }
            charges[step + 1] = battery.after(charges[step], battery.power(net), step == 0 ? firstHours : 0.5);
        }
    }

    private Distribution distribution(double[] values) {
        return new Distribution(values, scenarios.weights);
    }

    /** @return the mean of all scenarios, NaN if none is known */
    private double mean(int step, Value value) {
        double sum = 0;
        double total = 0;
        for (int path = 0; path < charges.length; path++) {
            double one = value.of(path + 1, step);
            if (!Double.isNaN(one)) {
                sum += one * scenarios.weights[path];
                total += scenarios.weights[path];
            }
        }
        return sum / total;
    }

    /** @return the median over all scenarios of the first half hour at whose start the charge is as asked for */
    private double first(DoublePredicate charge) {
        double[] firsts = new double[charges.length];
        for (int path = 0; path < firsts.length; path++) {
            int step = 0;
            while (step <= Grid.AHEAD && !charge.test(charges[path][step])) {
                step++;
            }
            firsts[path] = step <= Grid.AHEAD ? step : NEVER;
        }
        return distribution(firsts).quantile(0.5);
    }

    private @Nullable Instant time(double step) {
        return step <= Grid.AHEAD ? start(scenarios.issue).plusSeconds(Math.round(step * ProfileStore.SECONDS)) : null;
    }
}
