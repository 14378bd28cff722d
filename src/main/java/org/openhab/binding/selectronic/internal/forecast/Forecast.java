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

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What a house is expected to do in the next 36 hours. NaN and null mean unknown.
 *
 * @param state whether there is a forecast of the charge, or why not
 * @param days days that the house has been learned from, at most 30
 * @param nights past nights that the typical error was measured on, at most 30
 * @param steps the next 36 hours in half hours; empty while learning
 * @param need energy that is taken from the battery until the sun takes over, beyond losses
 * @param lowestCharge lowest state of charge until the sun takes over, in percent
 * @param lowestChargeLow the same of the low path: with a probability of 90 % it is not lower
 * @param lowestChargeTime when it is reached
 * @param reserve state of charge in percent that is to be kept
 * @param reserveTime when the reserve is reached, null if not within 36 hours
 * @param generatorStart when the generator is started, null if not within 36 hours or if its set points are unknown
 * @param fullTime when the battery is full, null if not within 36 hours
 * @param typicalError mean absolute error of the forecasts of the last nights at this time of the day, in percent of
 *            the state of charge
 * @param score the same in energy, compared with simpler forecasts
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Forecast(State state, int days, int nights, List<Step> steps, Need need, double lowestCharge,
        double lowestChargeLow, @Nullable Instant lowestChargeTime, double reserve, @Nullable Instant reserveTime,
        @Nullable Instant generatorStart, @Nullable Instant fullTime, double typicalError, Score score) {

    /** Whether there is a forecast of the charge, or why not. */
    public enum State {
        /** Fewer than three days are known: there is no forecast. */
        LEARNING,
        /** The grid supplies the house when the battery cannot: load and solar power are forecast only. */
        ON_GRID,
        /** The capacity is neither configured nor learned yet: load and solar power are forecast only. */
        CAPACITY_UNKNOWN,
        /** The present state of charge is unknown: load and solar power are forecast only. */
        CHARGE_UNKNOWN,
        /** All is forecast. */
        READY
    }

    /**
     * The forecast for half an hour.
     *
     * @param start start of the half hour
     * @param charge expected state of charge at the start, in percent
     * @param chargeLow state of charge that it is not below with a probability of 90 %
     * @param load expected mean load, in watts
     * @param solar expected mean solar power, in watts
     */
    public record Step(Instant start, double charge, double chargeLow, double load, double solar) {
    }

    /**
     * Energy taken from the battery until the sun takes over, in watt hours.
     *
     * @param low with a probability of 5 % it is less
     * @param median it is as likely more as less
     * @param high with a probability of 5 % it is more
     */
    public record Need(double low, double median, double high) {
        static final Need UNKNOWN = new Need(Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * Mean absolute errors of forecasts of the energy taken from the battery until the sun takes over, in watt hours.
     * They are those of the last nights, each forecast from the data known at this time of the day.
     *
     * @param forecast of the forecast
     * @param yesterday of the energy that the night before took
     * @param present of the power of the last hour going on
     */
    public record Score(double forecast, double yesterday, double present) {
        static final Score UNKNOWN = new Score(Double.NaN, Double.NaN, Double.NaN);
    }

    /** @return whether the low path meets the reserve before the sun takes over */
    public boolean isShort() {
        return lowestChargeLow <= reserve;
    }
}
