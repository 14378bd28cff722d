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
import static org.openhab.binding.selectronic.internal.forecast.PlainHouse.NIGHT_HOURS;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * What the nights of the past say about the error of a forecast, in a house where each of them can be told by heart.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class CalibrationTest {
    private static final int LAST = 64;

    private final PlainHouse house = new PlainHouse();

    private Calibration calibration(int day) {
        return new Calibration(house.evening(day));
    }

    @Test
    void aHouseOfEqualNightsIsForecastWithoutErrorAndWithAlmostNoBand() {
        Calibration calibration = calibration(LAST);
        assertThat(calibration.nights(), is(30));
        assertThat(calibration.bias, is(closeTo(0, 0.01)));
        assertThat(calibration.typicalError(), is(closeTo(0, 0.01)));
        double need = NIGHT_HOURS * 500;
        assertThat(calibration.need(0.95), is(both(greaterThanOrEqualTo(need - 0.01)).and(lessThan(need + 5))));
        assertThat(calibration.need(0.05), is(both(lessThanOrEqualTo(need + 0.01)).and(greaterThan(need - 5))));
    }

    @Test
    void theBandOfRandomNightsIsWhereThatShareOfThemLies() {
        List<Integer> loads = PlainHouse.shuffled();
        house.load = day -> loads.get(day);
        Calibration calibration = calibration(LAST);
        for (double share : new double[] { 0.75, 0.9, 0.95 }) {
            double half = 600 * (share - 0.5) * NIGHT_HOURS;
            assertThat(calibration.need(share) - calibration.need(1 - share), is(closeTo(2 * half, 0.2 * 2 * half)));
            // twenty nights that count tell their mean to some 500 Wh
            assertThat(calibration.need(share), is(closeTo(700 * NIGHT_HOURS + half, 1500)));
            assertThat(calibration.need(1 - share), is(closeTo(700 * NIGHT_HOURS - half, 1500)));
        }
        assertThat("a quarter of the range", calibration.typicalError(), is(closeTo(150 * NIGHT_HOURS, 700)));
    }

    @Test
    void whileFewNightsAreKnownTheBandIsWiderThanThatOfTheScenarios() {
        List<Integer> loads = PlainHouse.shuffled();
        house.load = day -> loads.get(day);
        Scenarios scenarios = house.evening(9);
        Calibration calibration = new Calibration(scenarios);
        double middle = scenarios.middle + calibration.bias;
        double above = calibration.need(0.9) - middle;
        assertThat(calibration.nights(), is(6));
        assertThat(above, is(greaterThan(scenarios.spread)));
        assertThat(middle - calibration.need(0.1), is(closeTo(above, 0.01)));
        assertThat(calibration.need(0.95) - middle, is(closeTo(above * 1.6 / 1.3, 0.01)));
    }

    @Test
    void aHouseThatNeedsMoreEachNightIsForecastHalfWayUp() {
        house.load = day -> 200 + 20 * day;
        Scenarios scenarios = house.evening(LAST);
        double missed = NIGHT_HOURS * (200 + 20 * LAST) - scenarios.middle;
        // some twenty nights against twenty without any error, which it begins with
        assertThat(new Calibration(scenarios).bias / missed, is(closeTo(0.48, 0.05)));
    }

    @Test
    void theScoreComparesWithTheNightBeforeAndWithThePresentLoad() {
        house.load = day -> day % 2 == 0 ? 400 : 600;
        Forecast.Score score = calibration(LAST).score();
        assertThat(score.yesterday(), is(closeTo(200 * NIGHT_HOURS, 0.1)));
        // 500 W for 18 hours are 9000 Wh, needed are 5600 and 8400 Wh in turn
        assertThat(score.present(), is(closeTo((3400 + 600) / 2.0, 0.1)));
        assertThat(score.forecast(), is(both(greaterThan(100 * NIGHT_HOURS - 500)).and(lessThan(2000.0))));
    }

    @Test
    void aLoadOfLateThatTellsTheNightMakesTheErrorSmaller() {
        List<Integer> loads = PlainHouse.shuffled();
        house.load = day -> loads.get(day);
        double without = calibration(LAST).typicalError();
        house.late = day -> loads.get(day);
        assertThat(calibration(LAST).typicalError(), is(lessThan(without * 0.7)));
        house.late = day -> 1400 - loads.get(day);
        assertThat("whatever it tells", calibration(LAST).typicalError(), is(lessThan(without * 0.7)));
    }
}
