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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.ZoneOffset;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Forecasts the nights of simulated houses, a year each: better than as in the night before, calibrated, and with a
 * typical error that is the one that the year shows.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SimulatedHousesTest {
    /** All houses every evening, or a choice that fits into a build. */
    private static final int HOUSES = Boolean.getBoolean("selectronic.matrix.whole") ? 20 : 4;
    private static final int FIRST_DAY = 31;
    private static final double CHARGE = 95;

    private static int nights;
    private static int held;
    private static double error;
    private static double errorOfNightBefore;
    private static double typical;
    private static double errorOfCharge;

    @BeforeAll
    static void forecastAllNights() {
        // it may run more than once in a process: mutation tests do
        nights = held = 0;
        error = errorOfNightBefore = typical = errorOfCharge = 0;
        for (int seed = 0; seed < HOUSES; seed++) {
            forecastTheNights(new SimulatedHouse(seed));
        }
    }

    /** At 18:00 and at 21:00 in turn. */
    private static void forecastTheNights(SimulatedHouse house) {
        ProfileStore store = new ProfileStore();
        Plant plant = new Plant(house.capacity, false, Double.NaN, Double.NaN, Double.NaN, false, Double.NaN);
        for (int at = 0; at + 36 <= house.load.length; at++) {
            int day = at / SimulatedHouse.DAY;
            if (day >= FIRST_DAY && at % SimulatedHouse.DAY == (day % 2 == 0 ? 36 : 42)) {
                Forecast forecast = Forecaster.forecast(store, SimulatedHouse.time(at), ZoneOffset.UTC, CHARGE, plant);
                double truth = house.taken(at);
                nights++;
                held += forecast.need().low() <= truth && truth <= forecast.need().high() ? 1 : 0;
                error += Math.abs(forecast.need().median() - truth);
                errorOfNightBefore += Math.abs(house.taken(at - SimulatedHouse.DAY) - truth);
                typical += forecast.typicalError();
                errorOfCharge += Math.abs(forecast.lowestCharge() - house.lowest(at, CHARGE));
            }
            store.add(SimulatedHouse.time(at), SimulatedHouse.time(at + 1), house.at(at));
        }
    }

    @Test
    void theyAreBetterThanAsInTheNightBefore() {
        assertThat(error / errorOfNightBefore, is(lessThan(0.75)));
    }

    @Test
    void theBandHoldsNineNightsOfTen() {
        assertThat((double) held / nights, is(closeTo(0.9, 0.02)));
    }

    @Test
    void theTypicalErrorIsTheOneThatTheYearShows() {
        assertThat(typical / errorOfCharge, is(closeTo(1, 0.25)));
    }
}
