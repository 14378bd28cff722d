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
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.SampleStream;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Cycles, efficiency and last full charge of the battery.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class BatteryCareTest {
    private static final Double CAPACITY = 20.0;

    private final SampleStream stream = new SampleStream(Instant.parse("2026-06-01T08:00:00Z"));
    private BatteryCare care = care();
    private final Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
    /** The battery: what went in and out in kWh, what it holds in percent. */
    private double in = 5000, out = 4400, charge = 60;

    private BatteryCare care() {
        return new BatteryCare(stream.storage, () -> stream.zone);
    }

    private void observe(Map<Quantity, Value> reported, @Nullable Double capacity, UnitEvent... events) {
        values.clear();
        stream.pass(SampleStream.INTERVAL);
        care.observe(stream.logged(ConnectionType.NETWORK, reported, List.of(events)), capacity, values);
    }

    private void observe() {
        observe(Map.of(BATTERY_ENERGY_IN_TOTAL, Value.of(in), BATTERY_ENERGY_OUT_TOTAL, Value.of(out),
                BATTERY_STATE_OF_CHARGE, Value.of(charge)), CAPACITY);
    }

    /** A day on which the battery loses a share of what goes in. */
    private void day(double more, double efficiency, double chargeAfter) {
        out += more * efficiency - (chargeAfter - charge) / 100 * CAPACITY;
        in += more;
        charge = chargeAfter;
        stream.pass(Duration.ofDays(1).minus(SampleStream.INTERVAL));
        observe();
    }

    private double number(Quantity quantity) {
        return values.get(quantity) instanceof Value.Numeric numeric ? numeric.number() : Double.NaN;
    }

    @Test
    void cyclesAreWhatWasTakenByWhatItHolds() {
        observe();
        assertThat(number(BATTERY_CYCLES), is(220.0));
        observe(Map.of(BATTERY_ENERGY_OUT_TOTAL, Value.UNKNOWN), CAPACITY);
        assertThat(values.get(BATTERY_CYCLES), is(Value.UNKNOWN));
        observe(Map.of(BATTERY_ENERGY_OUT_TOTAL, Value.of(4400.0)), null);
        assertThat("without a capacity", values, not(hasKey(BATTERY_CYCLES)));
    }

    /** An efficiency of 92 % is found whether the battery is emptier or fuller in the end, also across restarts. */
    @ParameterizedTest
    @ValueSource(doubles = { 20, 60, 95 })
    void theDifferenceOfTheChargeIsNoLoss(double chargeAtTheEnd) {
        observe();
        for (int day = 1; day < 40; day++) {
            day(9, day <= 9 ? 0.7 : 0.92, 60);
            if (day < 7) {
                assertThat("too early", values.get(BATTERY_EFFICIENCY), is(Value.UNKNOWN));
            }
            care = care();
        }
        day(9, 0.92, chargeAtTheEnd);
        assertThat("the last 30 days only", number(BATTERY_EFFICIENCY), closeTo(92, 0.1));
        assertThat("a put a day", stream.kept.puts, hasSize(41));
    }

    @Test
    void aResetOfTheCountersBeginsAnew() {
        observe();
        for (int day = 0; day < 10; day++) {
            day(9, 0.9, 60);
        }
        assertThat(number(BATTERY_EFFICIENCY), closeTo(90, 0.1));
        in = 0;
        out = 0;
        day(9, 0.9, 60);
        assertThat(values.get(BATTERY_EFFICIENCY), is(Value.UNKNOWN));
    }

    /** A box without a battery for its clock shows the year 1970 after a power cut, until it reaches a time server. */
    @ParameterizedTest
    @ValueSource(ints = { -20_000, -40, -3, 3, 40, 4000 })
    void aClockThatIsWrongForAWhileLosesNoDay(int wrong) {
        observe();
        for (int day = 0; day < 40; day++) {
            day(9, 0.9, 60);
        }
        stream.setDeviceClock(Duration.ofDays(wrong));
        observe();
        stream.setDeviceClock(Duration.ofDays(-wrong));
        day(9, 0.9, 60);
        assertThat(number(BATTERY_EFFICIENCY), closeTo(90, 0.1));
        care = care();
        day(9, 0.9, 60);
        assertThat(number(BATTERY_EFFICIENCY), closeTo(90, 0.1));
    }

    /** At the grid a battery is full for weeks; what happens while openHAB is off is not known. */
    @Test
    void aBatteryThatWasFullForWeeksWasFullADayAgoAtMost() {
        charge = 100;
        for (int hours = 0; hours < 21 * 24; hours++) {
            stream.pass(Duration.ofHours(1));
            observe();
        }
        Instant full = stream.now();
        care = care();
        stream.pass(Duration.ofHours(5));
        charge = 70;
        observe();
        assertThat(values.get(BATTERY_LAST_FULL), is(instanceOf(Value.Moment.class)));
        Instant shown = ((Value.Moment) Objects.requireNonNull(values.get(BATTERY_LAST_FULL))).instant();
        assertThat(Duration.between(shown, full).toHours(), is(lessThanOrEqualTo(24L)));
        assertThat(stream.kept.puts.stream().filter(put -> put.contains("full")).count(), is(lessThanOrEqualTo(22L)));
    }

    @Test
    void anEfficiencyThatCannotBeIsUnknown() {
        observe();
        for (int day = 0; day < 10; day++) {
            day(9, 1.2, 60);
        }
        assertThat(values.get(BATTERY_EFFICIENCY), is(Value.UNKNOWN));
    }

    @Test
    void fullIsFullOrInFloat() {
        observe();
        assertThat(values.get(BATTERY_LAST_FULL), is(Value.UNKNOWN));
        charge = 99;
        observe();
        assertThat(values.get(BATTERY_LAST_FULL), is(Value.of(stream.now())));
        Instant full = stream.now();
        charge = 80;
        observe();
        care = care();
        observe();
        assertThat(values.get(BATTERY_LAST_FULL), is(Value.of(full)));
        observe(Map.of(INVERTER_CHARGE_STAGE, Value.of("ABSORB")), null);
        assertThat(values.get(BATTERY_LAST_FULL), is(Value.of(full)));
        observe(Map.of(INVERTER_CHARGE_STAGE, Value.of("LONG_TERM_FLOAT")), null);
        assertThat(values.get(BATTERY_LAST_FULL), is(Value.of(stream.now())));
    }

    @Test
    void theLogKnowsWhenItWasFullMeanwhile() {
        observe();
        Instant full = stream.now();
        stream.pass(Duration.ofHours(5));
        observe(Map.of(BATTERY_STATE_OF_CHARGE, Value.of(70.0)), null, new UnitEvent(UnitEvent.Type.OPERATION, 1, full,
                false, Map.of(BATTERY_STATE_OF_CHARGE, Value.of(99.5))));
        assertThat(values.get(BATTERY_LAST_FULL), is(Value.of(full)));
    }

    @Test
    void aFullBatteryIsWrittenOnceADayAtMost() {
        charge = 100;
        for (int n = 0; n < 100; n++) {
            observe();
        }
        assertThat(stream.kept.puts, hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "2026-05-01 1 2", "2026-05-01 1 2 x;", "2026-05-01 1 2 3;yesterday 1 2 3" })
    void storedTextThatWasSpoiledIsIgnored(String text) {
        stream.kept.put("battery days", text);
        stream.kept.put("battery full", "x");
        care = care();
        observe();
        assertThat(values.get(BATTERY_EFFICIENCY), is(Value.UNKNOWN));
        assertThat(values.get(BATTERY_LAST_FULL), is(Value.UNKNOWN));
    }
}
