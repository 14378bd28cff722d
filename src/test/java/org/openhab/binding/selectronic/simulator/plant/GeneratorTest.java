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

import java.time.Duration;
import java.time.LocalDateTime;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * The run of a generator from start to stop.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class GeneratorTest {
    private static final PlantSettings EVENING = PlantSettings.offGrid(LocalDateTime.parse("2026-07-06T21:00"))
            .withGenerator(GeneratorSettings.of(6000, 30, 60));

    @Test
    void startsOnLowChargeWarmsUpLoadsCoolsDownAndStops() {
        Plant plant = new Plant(EVENING.withBattery(BatterySettings.of(20_000, 29.9)));
        assertThat(plant.state().generator().status(), is(GeneratorStatus.NOT_RUNNING));
        plant.advance(Duration.ofSeconds(5));
        assertThat(plant.state().generator().status(), is(GeneratorStatus.STARTING));
        assertThat(plant.state().generator().startReason(), is(GeneratorReason.STATE_OF_CHARGE));
        plant.advance(Duration.ofSeconds(15));
        assertThat(plant.state().generator().runReason(), is(GeneratorReason.WARMING_UP));
        assertThat(plant.state().source().volts(), is(greaterThan(200.0)));
        assertThat(plant.state().flows().source(), is(0.0));
        plant.advance(Duration.ofMinutes(3));
        assertThat(plant.state().generator().runReason(), is(GeneratorReason.STATE_OF_CHARGE));
        assertThat(plant.state().flows().source(), is(closeTo(6000, 1)));
        assertThat(plant.state().flows().battery(), is(lessThan(-2000.0)));
        assertThat(plant.state().output().mode(), is(InverterMode.SYNC));
        plant.setSoc(61);
        plant.advance(Duration.ofMinutes(5));
        assertThat(plant.state().generator().runReason(), is(GeneratorReason.MINIMUM_RUN_TIME));
        plant.advance(Duration.ofMinutes(23));
        assertThat(plant.state().generator().runReason(), is(GeneratorReason.COOLING_DOWN));
        assertThat(plant.state().flows().source(), is(0.0));
        plant.advance(Duration.ofMinutes(3));
        assertThat(plant.state().generator(), is(GeneratorState.OFF));
        assertThat(plant.state().today().sourceIn(), is(greaterThan(2000.0)));
    }

    @Test
    void tripStandsSeventeenSecondsAndStartsTheGenerator() {
        Plant plant = new Plant(EVENING.withBattery(BatterySettings.of(20_000, 40)));
        plant.trip();
        assertThat(plant.state().alerts(), contains(50));
        assertThat(plant.state().flows().load(), is(0.0));
        plant.advance(Duration.ofMillis(16_999));
        assertThat(plant.state().alerts(), contains(50));
        plant.advance(Duration.ofMillis(2));
        assertThat(plant.state().alerts(), is(empty()));
        assertThat(plant.state().flows().load(), is(greaterThan(0.0)));
        plant.advance(Duration.ofSeconds(5));
        assertThat(plant.state().generator().startReason(), is(GeneratorReason.LOW_BATTERY_VOLTS));
    }

    @Test
    void stopsWhenAsked() {
        Plant plant = new Plant(EVENING.withBattery(BatterySettings.of(20_000, 50)));
        plant.startGenerator(GeneratorReason.MANUAL);
        plant.advance(Duration.ofMinutes(3));
        assertThat(plant.state().generator().startReason(), is(GeneratorReason.MANUAL));
        assertThat(plant.state().flows().source(), is(greaterThan(0.0)));
        plant.stopGenerator();
        plant.advance(Duration.ofMinutes(3));
        assertThat(plant.state().generator(), is(GeneratorState.OFF));
    }
}
