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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.IntFunction;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.forecast.Forecast.State;
import org.openhab.binding.selectronic.internal.forecast.Forecast.Step;

/**
 * Forecasts of plain and of troubled pasts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ForecasterTest {
    private static final int DAY = SimulatedHouse.DAY;
    private static final int EVENING = 36;
    private static final double UNKNOWN = Double.NaN;
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private final SimulatedHouse house = new SimulatedHouse(2);

    /** A past of some days up to 18:00; a half hour that is null is a gap. */
    private ProfileStore store(int days, IntFunction<HalfHour> halfHours) {
        ProfileStore store = new ProfileStore();
        for (int at = 0; at < days * DAY + EVENING; at++) {
            store.add(SimulatedHouse.time(at), SimulatedHouse.time(at + 1),
                    Objects.requireNonNull(halfHours.apply(at)));
        }
        return store;
    }

    private static HalfHour unknown() {
        return new HalfHour(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    }

    private static Instant evening(int days) {
        return SimulatedHouse.time(days * DAY + EVENING);
    }

    private static Plant plant(double capacity) {
        return new Plant(capacity, false, UNKNOWN, UNKNOWN, UNKNOWN, false, UNKNOWN);
    }

    private static Forecast forecast(ProfileStore store, int days, double charge, Plant plant) {
        return Forecaster.forecast(store, evening(days), ZoneOffset.UTC, charge, plant);
    }

    /** Mean errors of some evenings, in watt hours: of the forecast, and of the night before. */
    private static double[] errors(int from, int to, IntFunction<HalfHour> halfHours) {
        ProfileStore store = new ProfileStore();
        double[] errors = new double[2];
        for (int at = 0; at < to * DAY + EVENING + 1; at++) {
            if (at >= from * DAY && at % DAY == EVENING) {
                double truth = taken(halfHours, at);
                Forecast made = Forecaster.forecast(store, SimulatedHouse.time(at), ZoneOffset.UTC, 90, plant(15_000));
                errors[0] += Math.abs(made.need().median() - truth) / (to - from);
                errors[1] += Math.abs(taken(halfHours, at - DAY) - truth) / (to - from);
            }
            store.add(SimulatedHouse.time(at), SimulatedHouse.time(at + 1),
                    Objects.requireNonNull(halfHours.apply(at)));
        }
        return errors;
    }

    private static double taken(IntFunction<HalfHour> halfHours, int from) {
        double sum = 0;
        double largest = 0;
        for (int at = from; at < from + 36; at++) {
            sum += (Objects.requireNonNull(halfHours.apply(at)).load()
                    - Objects.requireNonNull(halfHours.apply(at)).solar()) / 2;
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2 })
    void itLearnsForThreeDaysAndSaysHowFarItIs(int days) {
        Forecast forecast = forecast(store(days, house::at), days, 80, plant(house.capacity));
        assertThat(forecast.state(), is(State.LEARNING));
        assertThat(forecast.days(), is(days));
        assertThat(forecast.steps(), is(empty()));
        assertThat(forecast.lowestCharge(), is(UNKNOWN));
        assertThat(forecast.isShort(), is(false));
    }

    @Test
    void afterThreeDaysThereAre36HoursOfForecast() {
        Forecast forecast = forecast(store(3, house::at), 3, 80, plant(house.capacity));
        assertThat(forecast.state(), is(State.READY));
        assertThat(forecast.steps(), hasSize(72));
        assertThat(forecast.steps().get(0).start(), is(evening(3)));
        assertThat(forecast.steps().get(71).start(), is(evening(3).plus(Duration.ofMinutes(71 * 30))));
        for (Step step : forecast.steps()) {
            assertThat(step.load(), is(greaterThan(0.0)));
            assertThat(step.charge(), is(both(greaterThanOrEqualTo(step.chargeLow())).and(lessThanOrEqualTo(100.0))));
        }
    }

    @Test
    void theReserveIsReachedWhenTheChargeIs() {
        ProfileStore store = store(60, house::at);
        Forecast calm = forecast(store, 60, 90, plant(house.capacity));
        double reserve = Math.ceil(calm.lowestCharge()) + 1;
        Forecast forecast = forecast(store, 60, 90,
                new Plant(house.capacity, false, reserve, UNKNOWN, UNKNOWN, false, UNKNOWN));
        assertThat(calm.reserveTime(), is(nullValue()));
        assertThat(calm.isShort(), is(false));
        assertThat(forecast.reserve(), is(reserve));
        assertThat(forecast.reserveTime(), is(lessThanOrEqualTo(forecast.lowestChargeTime())));
        assertThat(forecast.isShort(), is(true));
        assertThat(forecast.fullTime(), is(greaterThan(forecast.lowestChargeTime())));
    }

    @Test
    void theReserveIsThatOfTheUnitUnlessTheOwnerHasOne() {
        assertThat(new Plant(1, false, 40, 30, 80, false, 10).lowest(), is(40.0));
        assertThat(new Plant(1, false, UNKNOWN, 30, 80, false, 10).lowest(), is(30.0));
        assertThat(new Plant(1, false, UNKNOWN, UNKNOWN, UNKNOWN, false, 10).lowest(), is(10.0));
        assertThat(Plant.UNKNOWN.lowest(), is(20.0));
    }

    @Test
    void theGeneratorStartsAtItsSetPointAndLiftsTheCharge() {
        ProfileStore store = store(60,
                at -> at % (5 * DAY) == 40
                        ? new HalfHour(house.load[at], house.solar[at], 5000, -4000, house.charge[at])
                        : house.at(at));
        Forecast without = forecast(store, 60, 50, plant(house.capacity));
        double start = Math.ceil(without.lowestCharge()) + 5;
        Forecast with = forecast(store, 60, 50,
                new Plant(house.capacity, false, UNKNOWN, start, start + 30, false, UNKNOWN));
        assertThat(without.generatorStart(), is(nullValue()));
        assertThat(with.generatorStart(), is(lessThanOrEqualTo(without.lowestChargeTime())));
        assertThat(with.lowestCharge(), is(greaterThan(without.lowestCharge())));
    }

    @Test
    void aGeneratorThatRunsAlreadyRunsOnToItsStopSetPoint() {
        ProfileStore store = store(60,
                at -> at % (5 * DAY) == 40
                        ? new HalfHour(house.load[at], house.solar[at], 5000, -4000, house.charge[at])
                        : house.at(at));
        Forecast off = forecast(store, 60, 50, new Plant(house.capacity, false, UNKNOWN, 5, 75, false, UNKNOWN));
        Forecast runs = forecast(store, 60, 50, new Plant(house.capacity, false, UNKNOWN, 5, 75, true, UNKNOWN));
        double highest = runs.steps().stream().limit(12).mapToDouble(Step::charge).max().orElse(UNKNOWN);
        double rise = runs.steps().get(1).charge() - 50;
        assertThat(off.steps().get(1).charge(), is(lessThan(50.0)));
        assertThat(rise, is(greaterThan(5.0)));
        assertThat(highest, is(both(greaterThan(74.0)).and(lessThan(76 + rise))));
        assertThat(runs.steps().get(12).charge(), is(lessThan(highest)));
        assertThat("its next start", runs.generatorStart(), is(off.generatorStart()));
    }

    @Test
    void onTheGridNothingRunsShort() {
        Forecast forecast = forecast(store(40, house::at), 40, 15,
                new Plant(house.capacity, true, UNKNOWN, UNKNOWN, UNKNOWN, false, UNKNOWN));
        assertThat(forecast.state(), is(State.ON_GRID));
        assertThat(forecast.isShort(), is(false));
        assertThat(forecast.reserveTime(), is(nullValue()));
        assertThat(forecast.steps().get(0).load(), is(greaterThan(0.0)));
        assertThat(forecast.steps().get(0).charge(), is(UNKNOWN));
    }

    @Test
    void theCapacityIsLearnedAndUnknownUntilThen() {
        IntFunction<HalfHour> powersOnly = at -> new HalfHour(house.load[at], house.solar[at], UNKNOWN, UNKNOWN,
                UNKNOWN);
        Forecast unknown = forecast(store(40, powersOnly), 40, 80, plant(UNKNOWN));
        assertThat(unknown.state(), is(State.CAPACITY_UNKNOWN));
        assertThat(unknown.need().median(), is(greaterThan(0.0)));
        assertThat(unknown.isShort(), is(false));
        ProfileStore store = store(40, house::at);
        double known = forecast(store, 40, 80, plant(house.capacity)).lowestCharge();
        assertThat(forecast(store, 40, 80, plant(UNKNOWN)).lowestCharge(), is(closeTo(known, 2)));
    }

    @Test
    void withoutThePresentChargeLoadAndSolarPowerAreForecast() {
        Forecast forecast = forecast(store(40, house::at), 40, UNKNOWN, plant(house.capacity));
        assertThat(forecast.state(), is(State.CHARGE_UNKNOWN));
        assertThat(forecast.need().median(), is(greaterThan(0.0)));
        assertThat(forecast.lowestCharge(), is(UNKNOWN));
        assertThat(forecast.lowestChargeTime(), is(nullValue()));
    }

    @Test
    void batteryAndLossesAreLearned() {
        BatteryModel model = BatteryModel.learn(store(60, house::at), ProfileStore.slot(evening(60)), UNKNOWN);
        assertThat(model.capacity(), is(closeTo(house.capacity, 0.03 * house.capacity)));
        assertThat(model.acceptance(), is(closeTo(0.93, 0.02)));
        for (double net : new double[] { -3000, 300, 3000 }) {
            assertThat(model.power(net), is(closeTo(house.batteryPower(net), 40)));
        }
    }

    @Test
    void aChargeThatTheUnitCorrectedAtNoonChangesNoCapacity() {
        IntFunction<HalfHour> corrected = at -> at / DAY % 4 == 0 && at % DAY >= 24
                || at / DAY % 4 == 1 && at % DAY < 24
                        ? new HalfHour(house.load[at], house.solar[at], 0, house.battery[at],
                                Math.max(0, house.charge[at] - 20))
                        : house.at(at);
        BatteryModel model = BatteryModel.learn(store(60, corrected), ProfileStore.slot(evening(60)), UNKNOWN);
        assertThat(model.capacity(), is(closeTo(house.capacity, 0.1 * house.capacity)));
    }

    @Test
    void aReplacedBatteryIsLearnedWithinTwoWeeks() {
        IntFunction<HalfHour> replaced = at -> at < 45 * DAY ? house.at(at)
                : new HalfHour(house.load[at], house.solar[at], 0, house.battery[at], 50 + house.charge[at] / 2);
        BatteryModel model = BatteryModel.learn(store(60, replaced), ProfileStore.slot(evening(60)), UNKNOWN);
        assertThat(model.capacity(), is(closeTo(2 * house.capacity, 0.1 * house.capacity)));
    }

    @Test
    void holesOfDaysAreLeftOut() {
        IntFunction<HalfHour> holes = at -> at / DAY % 5 < 2 && at / DAY > 20 ? unknown() : house.at(at);
        Forecast forecast = forecast(store(59, holes), 59, 80, plant(house.capacity));
        assertThat(forecast.state(), is(State.READY));
        assertThat(forecast.days(), is(lessThan(15)));
        assertThat(forecast.need().median(),
                is(closeTo(forecast(store(59, house::at), 59, 80, plant(house.capacity)).need().median(), 2500)));
    }

    @Test
    void daysOfZerosAreHoles() {
        IntFunction<HalfHour> zeros = at -> at / DAY % 5 < 2 ? new HalfHour(0, 0, 0, 0, 0) : house.at(at);
        IntFunction<HalfHour> holes = at -> at / DAY % 5 < 2 ? unknown() : house.at(at);
        assertThat(forecast(store(59, zeros), 59, 80, plant(house.capacity)),
                is(forecast(store(59, holes), 59, 80, plant(house.capacity))));
    }

    @Test
    void afterAWeekAwayTheHouseIsSoonForecastAsBefore() {
        IntFunction<HalfHour> away = at -> at / DAY >= 80 && at / DAY < 87
                ? new HalfHour(200, house.solar[at], 0, UNKNOWN, UNKNOWN)
                : house.at(at);
        double[] after = errors(89, 110, away);
        double[] ordinary = errors(89, 110, house::at);
        assertThat(after[0], is(lessThan(after[1])));
        assertThat(after[0], is(lessThan(1.25 * ordinary[0])));
    }

    /** A battery that was full at nine in the morning says nothing about clouds. */
    @Test
    void sunThatAFullBatteryLeftUnusedIsNoCloud() {
        IntFunction<HalfHour> used = at -> new HalfHour(300, sun(at), 0, 300 - sun(at), 80);
        IntFunction<HalfHour> full = at -> at / DAY < 40 || at % DAY < 18 ? used.apply(at)
                : new HalfHour(300, Math.min(300, sun(at)), 0, 300 - Math.min(300, sun(at)), 99);
        IntFunction<HalfHour> cloudy = at -> at / DAY < 40 || at % DAY < 18 ? used.apply(at)
                : new HalfHour(300, Math.min(300, sun(at)), 0, 300 - Math.min(300, sun(at)), 80);
        IntFunction<HalfHour> exported = at -> at / DAY < 40 || at % DAY < 18 ? used.apply(at)
                : new HalfHour(300, Math.min(300, sun(at)), -1000, 300 - Math.min(300, sun(at)), 99);
        // what remains is the afternoon itself as one of the days that may come again
        assertThat(sunOfTomorrow(full), is(greaterThan(0.94 * sunOfTomorrow(used))));
        assertThat(sunOfTomorrow(cloudy), is(lessThan(0.8 * sunOfTomorrow(used))));
        assertThat(sunOfTomorrow(exported), is(closeTo(sunOfTomorrow(cloudy), 1)));
    }

    private static double sun(int at) {
        return Math.max(0, 4000 * Math.sin(Math.PI * (at % DAY - 12) / 24));
    }

    private double sunOfTomorrow(IntFunction<HalfHour> halfHours) {
        return forecast(store(40, halfHours), 40, 80, plant(15_000)).steps().stream().mapToDouble(Step::solar).sum();
    }

    @Test
    void aDoubledSolarArrayIsLearnedWithinDays() {
        IntFunction<HalfHour> doubled = at -> new HalfHour(house.load[at], house.solar[at] * (at < 80 * DAY ? 1 : 2), 0,
                UNKNOWN, UNKNOWN);
        double[] after = errors(83, 110, doubled);
        assertThat(after[0], is(lessThan(after[1])));
    }

    @Test
    void loadFollowsTheClockAndSolarPowerTheSunOverAChangeOfTheClock() {
        Instant change = Instant.parse("2026-10-03T16:00:00Z");
        Instant start = change.minus(Duration.ofDays(40));
        ProfileStore store = new ProfileStore();
        Instant now = change.minus(Duration.ofHours(8));
        for (Instant at = start; at.isBefore(now); at = at.plusSeconds(1800)) {
            store.add(at, at.plusSeconds(1800), new HalfHour(byClock(at), bySun(at), UNKNOWN, UNKNOWN, UNKNOWN));
        }
        Forecast forecast = Forecaster.forecast(store, now, SYDNEY, 80, plant(15_000));
        for (Step step : forecast.steps()) {
            assertThat(step.load(), is(closeTo(byClock(step.start()), 0.1)));
            assertThat(step.solar(), is(closeTo(bySun(step.start()), 0.1)));
        }
    }

    private static double byClock(Instant time) {
        return 100 + 10 * LocalTime.ofInstant(time, SYDNEY).toSecondOfDay() / 1800;
    }

    private static double bySun(Instant time) {
        return 50 + 10 * Math.floorMod(time.getEpochSecond() / 1800, 48);
    }

    @Test
    void theStoreSurvivesAChangeOfTheZone() {
        ProfileStore store = store(60, house::at);
        Forecast moved = Forecaster.forecast(store, evening(60), ZoneId.of("Australia/Eucla"), 80,
                plant(house.capacity));
        Forecast there = forecast(store, 60, 80, plant(house.capacity));
        assertThat(moved.days(), is(there.days()));
        assertThat(moved.nights(), is(30));
        assertThat(moved.steps().get(30).load(), is(closeTo(there.steps().get(30).load(), 300)));
    }

    @Test
    void theScoreComparesTheLastNightsWithSimplerForecasts() {
        Forecast.Score score = forecast(store(60, house::at), 60, 80, plant(house.capacity)).score();
        double yesterday = 0;
        double present = 0;
        for (int day = 30; day < 60; day++) {
            int at = day * DAY + EVENING;
            double truth = taken(house::at, at);
            double net = (house.load[at - 1] + house.load[at - 2] - house.solar[at - 1] - house.solar[at - 2]) / 2;
            yesterday += Math.abs(taken(house::at, at - DAY) - truth) / 30;
            present += Math.abs(Math.max(0, 18 * net) - truth) / 30;
        }
        assertThat(score.yesterday(), is(closeTo(yesterday, 20)));
        assertThat(score.present(), is(closeTo(present, 50)));
        assertThat(score.forecast(), is(lessThan(score.yesterday())));
        assertThat(forecast(store(3, house::at), 3, 80, plant(house.capacity)).score().forecast(), is(UNKNOWN));
    }

    /** The charge of now counts, wherever it came from. */
    @Test
    void aChargeThatTheUnitCorrectsMovesTheForecastByAsMuch() {
        ProfileStore store = store(60, house::at);
        Forecast before = forecast(store, 60, 90, plant(house.capacity));
        Forecast after = forecast(store, 60, 70, plant(house.capacity));
        assertThat(before.lowestCharge() - after.lowestCharge(), is(closeTo(20, 0.5)));
        assertThat(after.typicalError(), is(before.typicalError()));
    }

    @Test
    void theFirstStepIsOnlyWhatIsLeftOfTheHalfHour() {
        ProfileStore store = store(60, house::at);
        Forecast whole = forecast(store, 60, 80, plant(house.capacity));
        Forecast later = Forecaster.forecast(store, evening(60).plusSeconds(1500), ZoneOffset.UTC, 80,
                plant(house.capacity));
        assertThat(later.steps().get(0).start(), is(evening(60)));
        double fall = 80 - whole.steps().get(1).charge();
        assertThat(80 - later.steps().get(1).charge(), is(closeTo(fall / 6, 0.01 + Math.abs(fall) / 50)));
    }
}
