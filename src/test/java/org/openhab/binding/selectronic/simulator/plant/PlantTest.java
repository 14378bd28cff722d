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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * The books of the plant: energy is neither made nor lost, and counters are what powers add up to.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PlantTest {
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final int STEPS_OF_A_DAY = 17_280;
    private static final LocalDateTime MIDNIGHT = LocalDateTime.parse("2026-01-15T00:00");

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void aDayBalances(Scenario scenario) {
        Plant plant = new Plant(scenario.settings());
        double stored = plant.stored();
        plant.advance(Duration.ofDays(1));
        Energies spent = minus(plant.state().total(), scenario.settings().totals());
        assertThat(spent.residual(), is(closeTo(0, 1e-3)));
        BatterySettings battery = scenario.settings().battery();
        double expected = spent.batteryIn() * battery.chargeEfficiency()
                - spent.batteryOut() / battery.dischargeEfficiency();
        assertThat(plant.stored() - stored, is(closeTo(expected, 1e-3)));
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void everyMomentBalancesAndStaysWithinLimits(Scenario scenario) {
        Plant plant = new Plant(scenario.settings());
        for (int i = 0; i < STEPS_OF_A_DAY / 60; i++) {
            plant.advance(STEP.multipliedBy(60));
            PlantState state = plant.state();
            Flows flows = state.flows();
            assertThat(flows.residual(), is(closeTo(0, 1e-6)));
            assertThat(flows.loss(), is(greaterThan(0.0)));
            assertThat(flows.load(), is(greaterThanOrEqualTo(0.0)));
            assertThat(flows.acSolar(), is(greaterThanOrEqualTo(0.0)));
            assertThat(Math.abs(flows.inverterAc()), is(lessThanOrEqualTo(scenario.settings().rating() + 1e-6)));
            assertThat(state.soc(), is(both(greaterThanOrEqualTo(0.0)).and(lessThanOrEqualTo(100.0 + 1e-9))));
            assertThat(state.batteryVolts(), is(both(greaterThan(42.0)).and(lessThan(58.0))));
        }
    }

    @Test
    void countersAreTheIntegralOfPowers() {
        Plant plant = new Plant(PlantSettings.offGrid(MIDNIGHT).withTotals(Energies.NONE));
        double load = 0;
        double batteryIn = 0;
        double solar = 0;
        for (int i = 0; i < STEPS_OF_A_DAY - 1; i++) {
            plant.advance(STEP);
            Flows flows = plant.state().flows();
            load += flows.load() * 5 / 3600;
            batteryIn += Math.max(0, -flows.battery()) * 5 / 3600;
            solar += (flows.acSolar() + flows.dcSolar()) * 5 / 3600;
        }
        Energies today = plant.state().today();
        assertThat(today, is(plant.state().total()));
        assertThat(today.load(), is(closeTo(load, 1e-6)));
        assertThat(today.batteryIn(), is(closeTo(batteryIn, 1e-6)));
        assertThat(today.acSolar() + today.dcSolar(), is(closeTo(solar, 1e-6)));
        assertThat(load, is(both(greaterThan(5_000.0)).and(lessThan(30_000.0))));
    }

    @Test
    void todayBeginsAnewAtMidnightOfTheUnitsClock() {
        Plant plant = new Plant(PlantSettings.offGrid(MIDNIGHT.minusSeconds(12)));
        plant.jumpClock(Duration.ofSeconds(10));
        plant.advance(Duration.ofMillis(1999));
        assertThat(plant.state().today().load(), is(greaterThan(0.0)));
        plant.advance(Duration.ofMillis(1));
        assertThat(plant.unitTime().toLocalTime(), is(LocalTime.MIDNIGHT));
        assertThat(plant.state().today(), is(Energies.NONE));
        double total = plant.state().total().load();
        plant.advance(Duration.ofSeconds(3));
        assertThat(plant.state().today().load(), is(closeTo(plant.state().total().load() - total, 1e-9)));
    }

    @Test
    void timeDoesNotRunBackwards() {
        Plant plant = new Plant(PlantSettings.offGrid(MIDNIGHT));
        assertThrows(IllegalArgumentException.class, () -> plant.advance(Duration.ofSeconds(-1)));
    }

    @Test
    void sameSeedSamePlantOtherSeedAnother() {
        PlantSettings settings = Scenario.CLOUDY_WEEK.settings();
        PlantState first = afterHours(settings.withSeed(4), 9);
        assertThat(afterHours(settings.withSeed(4), 9), is(first));
        assertThat(afterHours(settings.withSeed(5), 9).flows(), is(not(first.flows())));
    }

    @Test
    void sunStandsHighestAtNoonInSummerAndIsAwayAtNight() {
        Sun sun = new Sun(-35, 1);
        LocalDateTime summer = LocalDateTime.parse("2026-01-15T12:00");
        assertThat(sun.clear(summer), is(both(greaterThan(0.9)).and(lessThanOrEqualTo(1.0))));
        assertThat(sun.clear(summer.plusMonths(6)), is(both(greaterThan(0.3)).and(lessThan(0.7))));
        assertThat(sun.clear(summer.plusHours(10)), is(0.0));
    }

    @Test
    void powerOnOneSideGivesPowerOnTheOther() {
        for (double ac = -7500; ac <= 7500; ac += 125) {
            assertThat(InverterLoss.acFor(InverterLoss.dcFor(ac)), is(closeTo(ac, 1e-6)));
        }
    }

    @Test
    void fullBatteryCurtailsTheSunAndRaisesTheFrequency() {
        Plant plant = new Plant(
                PlantSettings.offGrid(MIDNIGHT.plusHours(12)).withBattery(BatterySettings.of(20_000, 100)));
        plant.advance(STEP);
        PlantState state = plant.state();
        assertThat(state.flows().used(), is(lessThan(0.5)));
        assertThat(state.flows().battery(), is(greaterThan(-5.0)));
        assertThat(state.output().frequency(), is(greaterThan(50.5)));
        assertThat(state.chargeStage(), is(ChargeStage.LONG_TERM_FLOAT));
    }

    @Test
    void emptyBatteryWithoutGeneratorLeavesTheHouseDarkUntilTheSunHasCharged() {
        Plant plant = new Plant(PlantSettings.offGrid(MIDNIGHT).withBattery(BatterySettings.of(20_000, 2.5)));
        plant.advance(Duration.ofHours(3));
        assertThat(plant.state().flows().load(), is(0.0));
        assertThat(plant.state().alerts(), contains(Plant.LOW_DC_VOLTAGE));
        assertThat(plant.state().output().volts(), is(0.0));
        plant.advance(Duration.ofHours(7));
        assertThat(plant.state().flows().load(), is(greaterThan(0.0)));
        assertThat(plant.state().alerts(), is(empty()));
    }

    private static PlantState afterHours(PlantSettings settings, int hours) {
        Plant plant = new Plant(settings);
        plant.advance(Duration.ofHours(hours));
        return plant.state();
    }

    private static Energies minus(Energies a, Energies b) {
        return new Energies(a.acSolar() - b.acSolar(), a.dcSolar() - b.dcSolar(), a.load() - b.load(),
                a.batteryIn() - b.batteryIn(), a.batteryOut() - b.batteryOut(), a.sourceIn() - b.sourceIn(),
                a.sourceOut() - b.sourceOut(), a.dcIn() - b.dcIn(), a.dcOut() - b.dcOut(), a.losses() - b.losses());
    }
}
