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
package org.openhab.binding.selectronic.simulator.scenario;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.time.LocalTime;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.UnitSample;
import org.openhab.binding.selectronic.simulator.memory.Register;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.GeneratorReason;
import org.openhab.binding.selectronic.simulator.plant.GeneratorStatus;
import org.openhab.binding.selectronic.simulator.plant.PlantState;

/**
 * The scripts do what they promise.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ScenarioTest {
    @ParameterizedTest
    @EnumSource(Scenario.class)
    void isFoundByItsNameAndCountsADayThatHasBegun(Scenario scenario) {
        assertThat(Scenario.byName(scenario.label()).orElseThrow(), is(scenario));
        PlantState state = Simulation.still(scenario).unit().state();
        assertThat(state.today().load(), is(greaterThan(200.0)));
        assertThat(state.soc(), is(closeTo(scenario.settings().battery().soc(), 1e-9)));
        assertThat(state.time(), is(scenario.settings().start()));
    }

    @Test
    void unknownNameIsNotFound() {
        assertThat(Scenario.byName("snow").isPresent(), is(false));
    }

    @Test
    void generatorRunsInTheEvening() {
        Simulation simulation = Simulation.still(Scenario.GENERATOR_RUN);
        simulation.advance(Duration.ofMinutes(1));
        assertThat(simulation.unit().state().generator().status(), is(GeneratorStatus.NOT_RUNNING));
        simulation.advance(Duration.ofMinutes(9));
        assertThat(simulation.unit().state().generator().runReason(), is(GeneratorReason.STATE_OF_CHARGE));
        assertThat(simulation.unit().state().flows().source(), is(greaterThan(5000.0)));
        simulation.advance(Duration.ofHours(3));
        assertThat(simulation.unit().state().generator().status(), is(GeneratorStatus.NOT_RUNNING));
    }

    @Test
    void lowVoltageTripDarkensTheHouseAndStartsTheGenerator() {
        Simulation simulation = Simulation.still(Scenario.LOW_VOLTAGE_TRIP);
        simulation.advance(Duration.ofSeconds(65));
        UnitSample sample = simulation.unit().sample();
        assertThat(sample.image().counts(Register.ALERT_SLOT_0), is(50L));
        assertThat(sample.image().counts(Register.LOAD_POWER), is(0L));
        simulation.advance(Duration.ofSeconds(15));
        assertThat(simulation.unit().sample().image().counts(Register.ALERT_SLOT_0), is(0L));
        assertThat(simulation.unit().state().generator().startReason(), is(GeneratorReason.LOW_BATTERY_VOLTS));
    }

    @Test
    void cloudyWeekNeedsTheGeneratorMoreThanOnce() {
        Simulation simulation = Simulation.still(Scenario.CLOUDY_WEEK);
        int starts = 0;
        boolean ran = false;
        for (int i = 0; i < 7 * 24 * 6; i++) {
            simulation.advance(Duration.ofMinutes(10));
            boolean runs = simulation.unit().state().generator().turning();
            starts += runs && !ran ? 1 : 0;
            ran = runs;
            assertThat(simulation.unit().state().alerts(), is(empty()));
        }
        assertThat(starts, is(both(greaterThan(2)).and(lessThan(20))));
    }

    @Test
    void lostInverterFreezesTheSampleWhileTimeMoves() {
        Simulation simulation = Simulation.still(Scenario.LOST_INVERTER);
        simulation.advance(Duration.ofSeconds(90));
        UnitSample frozen = simulation.unit().sample();
        simulation.advance(Duration.ofMinutes(5));
        assertThat(simulation.unit().sample(), is(sameInstance(frozen)));
        assertThat(Duration.between(frozen.time(), simulation.now()), is(greaterThan(Duration.ofMinutes(5))));
        simulation.advance(Duration.ofMinutes(5));
        assertThat(simulation.unit().sample().time(), is(simulation.now()));
    }

    @Test
    void replacedUnitHasAnotherIdentityAndLowerCounters() {
        Simulation simulation = Simulation.still(Scenario.REPLACED_UNIT);
        UnitSample before = simulation.unit().sample();
        simulation.advance(Duration.ofSeconds(70));
        UnitSample after = simulation.unit().sample();
        assertThat(after.identity().serial(), is(not(before.identity().serial())));
        assertThat(after.identity().id(), is(not(before.identity().id())));
        assertThat(Register.LOAD_TOTAL.in(after.image()), is(lessThan(Register.LOAD_TOTAL.in(before.image()))));
    }

    @Test
    void clockJumpBeginsTheDayAnewTwice() {
        Simulation simulation = Simulation.still(Scenario.CLOCK_JUMP);
        simulation.advance(Duration.ofSeconds(59));
        assertThat(simulation.unit().state().today().load(), is(greaterThan(1000.0)));
        simulation.advance(Duration.ofSeconds(1));
        assertThat(simulation.unit().state().today(), is(Energies.NONE));
        assertThat(simulation.unit().state().unitTime().toLocalTime(), is(lessThan(LocalTime.of(1, 0))));
        simulation.advance(Duration.ofMinutes(9));
        assertThat(simulation.unit().state().today(), is(Energies.NONE));
        assertThat(simulation.unit().state().unitTime().toLocalTime(), is(greaterThan(LocalTime.of(22, 0))));
    }

    @Test
    void mainsSiteExportsAtNoon() {
        assertThat(Simulation.still(Scenario.MAINS_EXPORTING).unit().state().flows().source(), is(lessThan(-1000.0)));
    }

    @Test
    void mainsOutageIsCarriedByTheBattery() {
        Simulation simulation = Simulation.still(Scenario.MAINS_OUTAGE);
        assertThat(simulation.unit().state().source().mains(), is(true));
        simulation.advance(Duration.ofMinutes(2));
        assertThat(simulation.unit().state().source().volts(), is(0.0));
        assertThat(simulation.unit().state().flows().load(), is(greaterThan(0.0)));
        simulation.advance(Duration.ofMinutes(5));
        assertThat(simulation.unit().state().source().mains(), is(true));
    }
}
