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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.fake.SampleStream;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * What the figures of the site say in words, and how long the battery lasts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SiteExplanationsTest {
    private final SampleStream stream = new SampleStream(Instant.EPOCH);
    private final BalanceMonitor balance = new BalanceMonitor(
            new ObservedTime(stream.time.clock(), () -> SampleStream.INTERVAL));
    private final Map<Quantity, Value> values = new EnumMap<>(Quantity.class);

    private static Sample sample(Map<Quantity, Value> reported) {
        return new Sample(ConnectionType.NETWORK, Instant.EPOCH, null, Duration.ZERO, new EnumMap<>(reported));
    }

    /** A site with a battery, a load and an AC source that takes up what is left, with so much lost. */
    private @Nullable Value balance(double load, double source, double losses, int samples) {
        Map<Quantity, Value> reported = Map.of(SOLAR_AC_COUPLED_POWER, Value.of(0.0), SOLAR_DC_COUPLED_POWER,
                Value.of(0.0), BATTERY_POWER, Value.of(load + losses - source), AC_SOURCE_POWER, Value.of(source),
                LOAD_POWER, Value.of(load));
        for (int n = 0; n < samples; n++) {
            stream.pass(SampleStream.INTERVAL);
            Sample sample = stream.sample(ConnectionType.NETWORK, reported);
            values.clear();
            Figures.addSite(sample, values);
            balance.add(sample, values);
        }
        return values.get(SITE_BALANCE);
    }

    @Test
    void publishedLossesAddUp() {
        assertThat(balance(850, 0, 90, 100), is(Value.of("balance-ok")));
        assertThat("a published alert record", balance(7181, 0, 8054 - 7181, 100), is(Value.of("balance-ok")));
    }

    @Test
    void aWrongSignShowsOnceItLasts() {
        // 2000 W are imported and reported as export: the losses seem 4000 W too small
        assertThat(balance(1500, -2000, 90 - 4000, 11), is(Value.of("balance-ok")));
        assertThat(balance(1500, -2000, 90 - 4000, 1), is(Value.of("balance-ac-source")));
        assertThat(balance(1500, 2000, 90, 1), is(Value.of("balance-ok")));
    }

    @Test
    void whatTurningASignDoesNotMendIsJustWrong() {
        assertThat(balance(1500, 0, 5000, 20), is(Value.of("balance-wrong")));
        assertThat(balance(1500, 0, -3000, 20), is(Value.of("balance-wrong")));
    }

    @Test
    void eitherComplaintTakesTheSameTime() {
        int turned = 1;
        while (!Value.of("balance-ac-source").equals(balance(1500, -2000, 90 - 4000, 1))) {
            turned++;
        }
        balance(1500, 0, 90, 1);
        assertThat(balance(1500, 0, 5000, turned - 1), is(Value.of("balance-ok")));
        assertThat(balance(1500, 0, 5000, 1), is(Value.of("balance-wrong")));
    }

    @Test
    void whatWasNotObservedProvesNothing() {
        assertThat(balance(1500, 0, 5000, 11), is(Value.of("balance-ok")));
        stream.pass(Duration.ofHours(2));
        assertThat(balance(1500, 0, 5000, 11), is(Value.of("balance-ok")));
        Sample again = stream.sample(ConnectionType.NETWORK,
                Map.of(SOLAR_AC_COUPLED_POWER, Value.of(0.0), SOLAR_DC_COUPLED_POWER, Value.of(0.0), BATTERY_POWER,
                        Value.of(6500.0), AC_SOURCE_POWER, Value.of(1.0), LOAD_POWER, Value.of(1500.0)));
        balance(1500, 0, 90, 1);
        for (int n = 0; n < 20; n++) {
            Figures.addSite(again, values);
            balance.add(again, values);
        }
        assertThat("one sample that is served again and again", values.get(SITE_BALANCE), is(Value.of("balance-ok")));
    }

    @Test
    void withoutAPowerThereIsNoBalance() {
        Sample sample = sample(Map.of(LOAD_POWER, Value.of(500.0)));
        Figures.addSite(sample, values);
        balance.add(sample, values);
        assertThat(values.get(SITE_BALANCE), is(Value.of("balance-unknown")));
    }

    @ParameterizedTest
    @CsvSource({ "50, 1000, 5, -1", "50, -2000, -1, 2.5", "100, -2000, -1, 0", "101, -2000, -1, 0", "0, 500, 0, -1",
            "50, 10, -1, -1" })
    void timesFollowFromChargeCapacityAndPower(double charge, double power, double toEmpty, double toFull) {
        Figures.addBatteryTimes(
                sample(Map.of(BATTERY_STATE_OF_CHARGE, Value.of(charge), BATTERY_POWER, Value.of(power))), 10_000,
                values);
        assertThat(values.get(BATTERY_TIME_TO_EMPTY), is(toEmpty < 0 ? Value.UNKNOWN : Value.of(toEmpty)));
        assertThat(values.get(BATTERY_TIME_TO_FULL), is(toFull < 0 ? Value.UNKNOWN : Value.of(toFull)));
    }

    @Test
    void withoutAChargeNoTimeIsMadeUp() {
        Figures.addBatteryTimes(sample(Map.of(BATTERY_STATE_OF_CHARGE, Value.UNKNOWN, BATTERY_POWER, Value.of(500.0))),
                10_000, values);
        assertThat(values.get(BATTERY_TIME_TO_EMPTY), is(Value.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({ "RUNNING, STATE_OF_CHARGE, generator-runs STATE_OF_CHARGE",
            "NO_FUEL, NOT_RUNNING, generator-rests NO_FUEL", "NOT_RUNNING, NOT_RUNNING, generator-idle",
            "42, 17, generator-rests 42" })
    void whyTheGeneratorRuns(String status, String reason, String expected) {
        Explanations.add(sample(Map.of(GENERATOR_STATUS, Value.of(status), GENERATOR_RUN_REASON, Value.of(reason))),
                values);
        assertThat(values, is(Map.of(GENERATOR_EXPLANATION, Value.of(expected))));
    }

    @ParameterizedTest
    @CsvSource({ "NORMAL, BULK, -500, charging-bulk", "NORMAL, ABSORB, -500, charging-absorb",
            "NORMAL, LONG_TERM_FLOAT, 0, charging-full", "NORMAL, EQUALISE, -100, charging-equalise",
            "NORMAL, BULK, 500, charging-discharging", "OFF, BULK, 500, charging-off",
            "RESTRICTED, ABSORB, -10, charging-restricted", "RENEWABLE, BULK, 0, charging-renewable",
            "OVERRIDE, BULK, 0, charging-override" })
    void whatLimitsCharging(String regulation, String stage, double power, String expected) {
        Explanations.add(sample(Map.of(INVERTER_CHARGING_EXPLANATION, Value.of(regulation), INVERTER_CHARGE_STAGE,
                Value.of(stage), BATTERY_POWER, Value.of(power))), values);
        assertThat(values, is(Map.of(INVERTER_CHARGING_EXPLANATION, Value.of(expected))));
    }

    @Test
    void anUnknownStageIsNotExplained() {
        Explanations.add(sample(Map.of(INVERTER_CHARGING_EXPLANATION, Value.of("NORMAL"), INVERTER_CHARGE_STAGE,
                Value.of("23"), BATTERY_POWER, Value.of(0.0))), values);
        assertThat(values, is(Map.of(INVERTER_CHARGING_EXPLANATION, Value.UNKNOWN)));
    }

    @Test
    void aGatewayExplainsNothingThatItDoesNotReport() {
        Explanations.add(sample(Map.of(GENERATOR_STATUS, Value.of("NOT_RUNNING"))), values);
        assertThat(values, is(anEmptyMap()));
    }

    /** A power that is read a little later than the others makes losses seem negative, the more the more flows. */
    @ParameterizedTest
    @CsvSource({ "0, -100, balance-ok", "0, -200, balance-wrong", "8000, -900, balance-ok",
            "8000, -1000, balance-wrong", "8000, 2000, balance-ok", "8000, 2200, balance-wrong",
            "0, 600, balance-wrong" })
    void theMoreFlowsTheMoreMayBeLost(double load, double losses, String expected) {
        assertThat(balance(load, 0, losses, 20), is(Value.of(expected)));
    }

    @Test
    void aStateThatIsNotKnownIsNotExplained() {
        Explanations.add(
                sample(Map.of(GENERATOR_STATUS, Value.UNKNOWN, GENERATOR_RUN_REASON, Value.of("NOT_RUNNING"),
                        INVERTER_CHARGING_EXPLANATION, Value.UNKNOWN, INVERTER_CHARGE_STAGE, Value.of("BULK"))),
                values);
        assertThat(values,
                is(Map.of(GENERATOR_EXPLANATION, Value.UNKNOWN, INVERTER_CHARGING_EXPLANATION, Value.UNKNOWN)));
    }
}
