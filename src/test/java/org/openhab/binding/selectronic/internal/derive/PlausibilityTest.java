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
package org.openhab.binding.selectronic.internal.derive;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.SampleStream;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * What is believed of samples.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PlausibilityTest {
    private final SampleStream stream = new SampleStream(Instant.parse("2026-06-01T08:00:00Z"));
    private Plausibility plausibility = new Plausibility(stream.time.clock());
    private final Map<Quantity, Double> plant = new EnumMap<>(Quantity.class);

    @BeforeEach
    void aUnitInUse() {
        plant.putAll(Map.of(BATTERY_STATE_OF_CHARGE, 38.0, BATTERY_POWER, 500.0, LOAD_POWER, 400.0, AC_SOURCE_POWER,
                0.0, LOAD_ENERGY_TODAY, 7.5, LOAD_ENERGY_TOTAL, 9119.0, SOLAR_ENERGY_TOTAL, 12_000.0,
                AC_SOURCE_ENERGY_EXPORT_TOTAL, 0.0));
    }

    private Optional<Sample> judge() {
        return judge(ConnectionType.GATEWAY);
    }

    private Optional<Sample> judge(ConnectionType connectionType) {
        Map<Quantity, Value> reported = new EnumMap<>(Quantity.class);
        plant.forEach((quantity, number) -> reported.put(quantity, Value.of(number)));
        stream.pass(SampleStream.INTERVAL);
        return plausibility.judge(stream.sample(connectionType, reported)).sample();
    }

    private void assertBelieved() {
        assertThat(judge().map(Sample::values).map(values -> values.containsValue(Value.UNKNOWN)),
                is(Optional.of(false)));
    }

    @Test
    void whatAUnitReportsIsBelieved() {
        for (int n = 0; n < 10; n++) {
            assertBelieved();
            plant.computeIfPresent(LOAD_ENERGY_TOTAL, (quantity, energy) -> energy + 0.01);
            plant.put(BATTERY_STATE_OF_CHARGE, 38.0 - n);
        }
    }

    @ParameterizedTest
    @EnumSource(names = { "GATEWAY", "NETWORK", "PORTAL" })
    void aWholeSampleOfZerosIsNeverBelieved(ConnectionType connectionType) {
        judge(connectionType);
        plant.replaceAll((quantity, number) -> 0.0);
        for (int n = 0; n < 100; n++) {
            assertThat(judge(connectionType), is(Optional.empty()));
        }
        aUnitInUse();
        assertThat("and what was before is true at once", judge(connectionType).isPresent(), is(true));
    }

    @Test
    void norAsTheVeryFirstAfterARestart() {
        plant.replaceAll((quantity, number) -> 0.0);
        assertThat(judge(), is(Optional.empty()));
        assertThat(judge(), is(Optional.empty()));
        aUnitInUse();
        assertBelieved();
    }

    @Test
    void anEmptyBatteryOfAUnitThatNeverCountedAnythingIsNotBelievedEither() {
        plant.putAll(Map.of(BATTERY_STATE_OF_CHARGE, 0.0, LOAD_ENERGY_TOTAL, 0.0, SOLAR_ENERGY_TOTAL, 0.0));
        assertThat(judge(), is(Optional.empty()));
        assertThat(judge(), is(Optional.empty()));
    }

    @Test
    void aNewUnitIsBelievedAtTheSecondReading() {
        plant.putAll(Map.of(LOAD_ENERGY_TOTAL, 0.0, SOLAR_ENERGY_TOTAL, 0.0, LOAD_ENERGY_TODAY, 0.0));
        assertThat(judge(), is(Optional.empty()));
        assertBelieved();
    }

    @ParameterizedTest
    @CsvSource({ "LOAD_ENERGY_TOTAL, 0", "LOAD_ENERGY_TOTAL, 9118.5", "LOAD_ENERGY_TODAY, 0", "LOAD_ENERGY_TODAY, 7",
            "SOLAR_ENERGY_TOTAL, 65535", "LOAD_ENERGY_TODAY, 800", "BATTERY_STATE_OF_CHARGE, 0" })
    void aGlitchIsNotPublishedAndAResetGetsThroughAtTheSecondReading(Quantity quantity, double number) {
        judge();
        double before = plant.getOrDefault(quantity, 0.0);
        plant.put(quantity, number);
        assertThat(judge(), is(Optional.empty()));
        plant.put(quantity, before);
        assertBelieved();
        plant.put(quantity, number);
        assertThat(judge(), is(Optional.empty()));
        assertBelieved();
        assertBelieved();
    }

    @Test
    void oneReadingThatIsServedTwiceIsNoSecondReading() {
        judge();
        plant.put(LOAD_ENERGY_TOTAL, 0.0);
        Map<Quantity, Value> reported = new EnumMap<>(Quantity.class);
        plant.forEach((quantity, number) -> reported.put(quantity, Value.of(number)));
        Sample glitch = stream.sample(ConnectionType.GATEWAY, reported);
        for (int n = 0; n < 5; n++) {
            stream.pass(SampleStream.INTERVAL);
            assertThat(plausibility.judge(glitch).sample(), is(Optional.empty()));
        }
    }

    @Test
    void twoReadingsThatContradictEachOtherConfirmNothing() {
        judge();
        for (double number : new double[] { 100, 50, 20, 10 }) {
            plant.put(LOAD_ENERGY_TOTAL, number);
            assertThat(judge(), is(Optional.empty()));
        }
        assertBelieved();
    }

    /** After an outage counters have gone on; a leap is what no system could have moved in the time. */
    @Test
    void whatWasCountedInAnOutageIsBelieved() {
        judge();
        stream.pass(Duration.ofDays(3));
        plant.put(LOAD_ENERGY_TOTAL, 9119.0 + 90);
        plant.put(LOAD_ENERGY_TODAY, 12.0);
        assertBelieved();
    }

    @ParameterizedTest
    @CsvSource({ "LOAD_POWER, 37500.1", "BATTERY_POWER, -40000", "SOLAR_AC_COUPLED_POWER, 2500000000",
            "LOAD_ENERGY_TODAY, -0.5", "LOAD_ENERGY_TOTAL, -1", "LOAD_ENERGY_TODAY, 2500",
            "BATTERY_STATE_OF_CHARGE, 100.5", "BATTERY_STATE_OF_CHARGE, -1", "BATTERY_TEMPERATURE, 900",
            "LOAD_FREQUENCY, 655" })
    void aNumberThatNoSuchUnitCanHaveIsUnknownAndTheOthersAreTrue(Quantity quantity, double number) {
        plausibility.identified(new Identity("240001", "SPMC480", null, 7500.0));
        for (int n = 0; n < 5; n++) {
            plant.put(quantity, number);
            Sample sample = judge().orElseThrow();
            assertThat(sample.values().get(quantity), is(Value.UNKNOWN));
            assertThat(Double.isFinite(sample.number(AC_SOURCE_POWER)), is(true));
        }
        plant.remove(quantity);
        aUnitInUse();
        assertBelieved();
    }

    @ParameterizedTest
    @ValueSource(doubles = { 7500, 20_000, -18_000, 37_500 })
    void surgesAndWhatPassesTheUnitAreBelieved(double watts) {
        plausibility.identified(new Identity("240001", "SPMC480", null, 7500.0));
        plant.put(LOAD_POWER, watts);
        assertBelieved();
    }

    @Test
    void withoutARatingTheLargestModelCounts() {
        plausibility.identified(Identity.NONE);
        plant.put(LOAD_POWER, 99_000.0);
        assertBelieved();
        plant.put(LOAD_POWER, 101_000.0);
        assertThat(judge().orElseThrow().values().get(LOAD_POWER), is(Value.UNKNOWN));
    }
}
