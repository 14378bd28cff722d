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
import static org.openhab.binding.selectronic.internal.forecast.PlainHouse.*;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * What days of the past say about the night to come, in a house where each of them can be told by heart.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ScenariosTest {
    /** A Thursday. */
    private static final int THURSDAY = 45;
    /** Half hours from 18:00 to 10:00. */
    private static final int AT_TEN = 32;

    private final PlainHouse house = new PlainHouse();

    private static double share(double distance) {
        return Math.exp(-distance * distance / 4);
    }

    @Test
    void aDayCountsLessTheOlderItIsAndHalfIfOnlyOneOfTheTwoIsOfAWeekend() {
        Scenarios scenarios = house.evening(THURSDAY);
        assertThat(scenarios.count, is(30));
        for (int back = 1; back <= 30; back++) {
            boolean weekend = (THURSDAY - back) % 7 >= 5;
            assertThat(back + " days ago", scenarios.weights[back - 1],
                    is(closeTo(Math.exp(-back / 10.0) * (weekend ? 0.5 : 1), 1e-9)));
        }
        Scenarios onSaturday = house.evening(THURSDAY + 2);
        assertThat("Friday", onSaturday.weights[0], is(closeTo(Math.exp(-0.1) / 2, 1e-9)));
        assertThat("Sunday", onSaturday.weights[5], is(closeTo(Math.exp(-0.6), 1e-9)));
    }

    @Test
    void aDayWhoseLoadOfLateWasAnotherCountsLess() {
        house.late = day -> day % 2 == 0 ? 400 : 600;
        Scenarios scenarios = house.evening(THURSDAY);
        double[] usual = new PlainHouse().evening(THURSDAY).weights;
        // a hundred watts to both sides, and twenty that are no difference
        double factor = share(200 / 120.0);
        for (int back = 1; back <= 30; back++) {
            assertThat(back + " days ago", scenarios.weights[back - 1] / usual[back - 1],
                    is(closeTo(back % 2 == 0 ? 1 : factor, 0.01)));
        }
        assertThat(scenarios.unusual, is(closeTo(100 / 120.0, 0.1)));
        assertThat(house.evening(THURSDAY + 1).unusual, is(closeTo(-100 / 120.0, 0.1)));
    }

    @Test
    void aLoadThatNeverWasCountsAsThreeDeviationsAndLeavesTheDaysAsTheyWere() {
        house.late = day -> day == THURSDAY ? 9000 : 500;
        Scenarios scenarios = house.evening(THURSDAY);
        double[] usual = new PlainHouse().evening(THURSDAY).weights;
        assertThat(scenarios.unusual, is(3.0));
        for (int at = 0; at < 30; at++) {
            assertThat(scenarios.weights[at] / usual[at], is(closeTo(share(3), 1e-9)));
        }
    }

    @Test
    void theNeedOfANightIsWhatTheHouseTakesUntilTheSunComes() {
        house.load = day -> 300 + 10 * day;
        Scenarios evening = house.evening(THURSDAY);
        assertThat(evening.end, is(Scenarios.NIGHT));
        for (int back = 1; back <= 30; back++) {
            assertThat(evening.needs[back - 1], is(closeTo(NIGHT_HOURS * (300 + 10 * (THURSDAY - back)), 0.1)));
            assertThat(evening.sunTakesOver(back), is(28));
        }
        assertThat("the load of the last hour went on for 18 hours", evening.presentNeed(), is(18 * 500.0));
        house.load = day -> 500;
        Scenarios morning = house.scenarios(THURSDAY, 12);
        assertThat("from 6:00 to noon", morning.end, is(12));
        assertThat("from 6:00 to 8:00", morning.needs[0], is(closeTo(2 * 500, 0.1)));
        assertThat(morning.sunTakesOver(1), is(4));
        assertThat(morning.presentNeed(), is(6 * 500.0));
    }

    @Test
    void duringTheDayTheSunBeforeTheNightCountsToo() {
        Scenarios day = house.scenarios(THURSDAY, 18);
        assertThat("from 9:00 to noon of the next day", day.end, is(54));
        assertThat("sun of seven hours", day.needs[0], is(closeTo(500 * 23 - SUN * 7, 0.1)));
        assertThat(day.sunTakesOver(1), is(46));
        assertThat("sun until 18:00", day.presentNeed(), is(closeTo((500 - SUN) * 9, 0.1)));
    }

    @Test
    void theSunOfTodayScalesThatOfOtherDaysLessAndLessFarther() {
        assertThat(house.evening(THURSDAY).solar(1, AT_TEN), is(closeTo(SUN, 0.1)));
        house.sun = day -> day == THURSDAY ? 0.5 : 1;
        // after 16 of 24 hours a third of the difference is left
        assertThat(house.evening(THURSDAY).solar(2, AT_TEN), is(closeTo(SUN * (1 - 0.5 / 3), 1)));
        assertThat("that of today itself", house.evening(THURSDAY).solar(1, AT_TEN), is(closeTo(SUN * 2.5 / 6, 1)));
        house.sun = day -> day == THURSDAY ? 0.1 : 1;
        assertThat("to a quarter at most", house.evening(THURSDAY).solar(2, AT_TEN), is(closeTo(SUN * 0.75, 1)));
        house.sun = day -> day == THURSDAY ? 1 : 0.1;
        assertThat("fourfold at most", house.evening(THURSDAY).solar(2, AT_TEN), is(closeTo(SUN * 0.1 * 2, 1)));
    }

    @Test
    void theSunOfADayWithAFullBatterySaysNothing() {
        house.sun = day -> day == THURSDAY ? 0.5 : 1;
        house.charge = 96;
        assertThat(house.evening(THURSDAY).solar(2, AT_TEN), is(closeTo(SUN, 0.1)));
    }

    @Test
    void whatIsNotOverYetIsTakenFromTheDayBefore() {
        house.load = day -> 300 + 10 * day;
        Scenarios evening = house.evening(THURSDAY);
        assertThat(evening.load(1, 0), is(300 + 10.0 * (THURSDAY - 1)));
        assertThat("tomorrow at 18:00 is not known", evening.load(1, DAY), is(300 + 10.0 * (THURSDAY - 1)));
        assertThat(evening.load(2, DAY), is(300 + 10.0 * (THURSDAY - 1)));
        assertThat("without sun", evening.net(2, 0), is(300 + 10.0 * (THURSDAY - 2)));
    }

    @Test
    void threeDaysAreEnough() {
        assertThat(house.evening(2).isEnough(), is(false));
        assertThat(house.evening(3).isEnough(), is(true));
        assertThat(house.evening(3).count, is(3));
    }
}
