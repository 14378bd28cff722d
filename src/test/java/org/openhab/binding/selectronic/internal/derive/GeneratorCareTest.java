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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.SampleStream;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Operating hours, last run and service of the generator.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class GeneratorCareTest {
    private final SampleStream stream = new SampleStream(Instant.parse("2026-06-01T08:00:00Z"));
    private GeneratorCare care = care();
    private final Map<Quantity, Value> values = new EnumMap<>(Quantity.class);

    private GeneratorCare care() {
        return new GeneratorCare(250.0, stream.storage,
                new ObservedTime(stream.time.clock(), () -> SampleStream.INTERVAL));
    }

    private void observe(AcSource source, Value running, Map<Quantity, Value> reported) {
        values.clear();
        values.put(GENERATOR_RUNNING, running);
        stream.pass(SampleStream.INTERVAL);
        care.observe(stream.sample(ConnectionType.NETWORK, reported), source, values);
    }

    private void run(boolean running, int seconds) {
        for (int n = 0; n < seconds; n += 5) {
            observe(AcSource.GENERATOR, Value.of(running), Map.of());
        }
    }

    private void counted(double hours, boolean running) {
        observe(AcSource.GENERATOR, Value.of(running), Map.of(GENERATOR_RUN_HOURS, Value.of(hours)));
    }

    private double number(Quantity quantity) {
        return values.get(quantity) instanceof Value.Numeric numeric ? numeric.number() : Double.NaN;
    }

    @Test
    void withoutACounterTheObservedTimeIsAddedUpAcrossRestarts() {
        run(false, 60);
        assertThat(number(GENERATOR_RUN_HOURS), is(0.0));
        run(true, 3600);
        run(false, 60);
        assertThat(number(GENERATOR_RUN_HOURS), closeTo(1, 0.005));
        care = care();
        stream.pass(Duration.ofHours(3));
        run(true, 1800);
        run(false, 5);
        assertThat(number(GENERATOR_RUN_HOURS), closeTo(1.5, 0.005));
    }

    @Test
    void theCounterOfTheInverterCountsAndGoesOnWithoutIt() {
        counted(812.25, false);
        assertThat(number(GENERATOR_RUN_HOURS), is(812.25));
        counted(812.25, true);
        run(true, 1800);
        assertThat(number(GENERATOR_RUN_HOURS), closeTo(812.75, 0.005));
        counted(812.5, true);
        assertThat("the inverter is right", number(GENERATOR_RUN_HOURS), is(812.5));
    }

    @Test
    void hoursOfAGridAreNoHoursOfAGenerator() {
        observe(AcSource.BOTH, Value.of(false), Map.of(GENERATOR_RUN_HOURS, Value.of(9000.0)));
        assertThat(number(GENERATOR_RUN_HOURS), is(0.0));
    }

    /** With grid and generator behind one switch, it may not be known whether the generator runs. */
    @ParameterizedTest
    @EnumSource
    void unknownIsNotZero(AcSource source) {
        observe(source, Value.UNKNOWN, Map.of(GENERATOR_RUN_HOURS, Value.of(9000.0)));
        assertThat(values.get(GENERATOR_RUN_HOURS), is(Value.UNKNOWN));
        assertThat(values.get(GENERATOR_LAST_RUN_AGE), is(Value.UNKNOWN));
        assertThat(values.get(GENERATOR_HOURS_TO_SERVICE), is(Value.UNKNOWN));
    }

    /** The inverter marks its counter as not available, at first or in between. */
    @Test
    void aCounterWithoutAValueIsNotZero() {
        counted(Double.NaN, false);
        assertThat(values.get(GENERATOR_RUN_HOURS), is(Value.UNKNOWN));
        counted(Double.NaN, true);
        counted(812, true);
        assertThat(number(GENERATOR_RUN_HOURS), is(812.0));
        counted(Double.NaN, false);
        assertThat(number(GENERATOR_RUN_HOURS), closeTo(812, 0.005));
    }

    @Test
    void theAgeOfTheLastRunGrowsAndSurvivesARestart() {
        run(false, 60);
        assertThat("it was never seen to run", values.get(GENERATOR_LAST_RUN_AGE), is(Value.UNKNOWN));
        run(true, 600);
        assertThat(number(GENERATOR_LAST_RUN_AGE), is(0.0));
        run(false, 5);
        care = care();
        stream.pass(Duration.ofDays(12));
        run(false, 5);
        assertThat(number(GENERATOR_LAST_RUN_AGE), closeTo(12, 0.001));
    }

    @Test
    void aRunOfTheFutureHasNoAge() {
        run(false, 5);
        stream.setDeviceClock(Duration.ofDays(1000));
        run(true, 600);
        run(false, 5);
        stream.setDeviceClock(Duration.ofDays(-1000));
        run(false, 5);
        assertThat(values.get(GENERATOR_LAST_RUN_AGE), is(Value.UNKNOWN));
        run(true, 60);
        run(false, 5);
        assertThat(number(GENERATOR_LAST_RUN_AGE), closeTo(0, 0.001));
    }

    /** Its counter shows a run while openHAB was away; cooling down after the last one is none. */
    @ParameterizedTest
    @ValueSource(doubles = { 0.25, 6 })
    void aRunThatNobodySawHasNoAge(double hours) {
        counted(100, true);
        counted(100, false);
        care = care();
        stream.pass(Duration.ofDays(2));
        counted(100 + hours, false);
        assertThat(number(GENERATOR_LAST_RUN_AGE), hours > 1 ? is(Double.NaN) : closeTo(2, 0.001));
    }

    @Test
    void theServiceIsDueAnIntervalAfterTheLastOne() {
        counted(1000, false);
        assertThat("none was recorded", values.get(GENERATOR_HOURS_TO_SERVICE), is(Value.UNKNOWN));
        assertThat(care.serviced(null), is(true));
        counted(1100, false);
        assertThat(number(GENERATOR_HOURS_TO_SERVICE), is(150.0));
        care = care();
        counted(1300, false);
        assertThat("overdue", number(GENERATOR_HOURS_TO_SERVICE), is(-50.0));
        assertThat(care.serviced(1290), is(true));
        counted(1300, false);
        assertThat(number(GENERATOR_HOURS_TO_SERVICE), is(240.0));
        counted(3, false);
        assertThat("another unit", values.get(GENERATOR_HOURS_TO_SERVICE), is(Value.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 1001 })
    void aServiceThatCannotBeIsNotRecorded(int hours) {
        assertThat("nothing is known", care.serviced(null), is(false));
        counted(1000, false);
        assertThat(care.serviced(hours), is(false));
        assertThat(stream.kept.puts, is(empty()));
    }

    @Test
    void littleIsWrittenWhileItRunsAndNothingOtherwise() {
        run(true, 3600);
        run(false, 3600);
        assertThat(stream.kept.puts.size(), is(lessThanOrEqualTo(6)));
        int puts = stream.kept.puts.size();
        for (int n = 0; n < 100; n++) {
            counted(500, false);
        }
        assertThat(stream.kept.puts.size(), is(puts));
    }

    @Test
    void storedTextThatWasSpoiledIsIgnored() {
        stream.kept.put("generator hours", "1234 nonsense");
        stream.kept.put("generator serviced", "x");
        care = care();
        run(false, 5);
        assertThat(number(GENERATOR_RUN_HOURS), is(0.0));
        assertThat(values.get(GENERATOR_HOURS_TO_SERVICE), is(Value.UNKNOWN));
    }
}
