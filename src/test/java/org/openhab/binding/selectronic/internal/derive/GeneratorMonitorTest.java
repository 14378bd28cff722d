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
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.SampleStream;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.States;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Whether the generator runs.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class GeneratorMonitorTest {
    private static final double THRESHOLD = 100;
    private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

    private final SampleStream stream = new SampleStream(START);
    private final FakeStorage kept = stream.kept;
    private GeneratorMonitor monitor = monitor();
    private final Map<Quantity, Value> values = new EnumMap<>(Quantity.class);

    private Optional<Boolean> observe(double watts) {
        return observe(AcSource.GENERATOR,
                Map.of(AC_SOURCE_POWER, Value.of(watts), GENERATOR_STATUS, Value.of("NOT_RUNNING")));
    }

    private Optional<Boolean> observe(AcSource source, Map<Quantity, Value> reported) {
        return observe(ConnectionType.GATEWAY, source, reported);
    }

    /** What an inverter with a grid and a generator behind one switch reports while 3800 W come in. */
    private Optional<Boolean> observe(ConnectionType connectionType, String status) {
        return observe(connectionType, AcSource.BOTH,
                Map.of(AC_SOURCE_POWER, Value.of(3800.0), GENERATOR_STATUS, Value.of(status)));
    }

    private Optional<Boolean> observe(ConnectionType connectionType, AcSource source, Map<Quantity, Value> reported) {
        values.clear();
        stream.pass(SampleStream.INTERVAL);
        return monitor.observe(stream.sample(connectionType, reported), source, values);
    }

    private GeneratorMonitor monitor() {
        return new GeneratorMonitor(THRESHOLD, stream.storage, () -> stream.zone,
                new ObservedTime(stream.time.clock(), () -> SampleStream.INTERVAL));
    }

    private double number(Quantity quantity) {
        return values.get(quantity) instanceof Value.Numeric numeric ? numeric.number() : Double.NaN;
    }

    private void run(double watts, int seconds) {
        for (int n = 0; n < seconds; n += 5) {
            observe(watts);
        }
    }

    @Test
    void aRunIsReportedWithStartEndEnergyAndMean() {
        run(0, 60);
        run(3600, 3600);
        assertThat(values.get(Quantity.GENERATOR_RUN_END), is(Value.UNKNOWN));
        run(0, 60);

        assertThat(number(Quantity.GENERATOR_RUN_TIME), closeTo(60, 0.1));
        assertThat(number(Quantity.GENERATOR_RUN_ENERGY), closeTo(3.6, 0.01));
        assertThat(number(Quantity.GENERATOR_RUN_MEAN_POWER), closeTo(3600, 10));
        assertThat(values.get(Quantity.GENERATOR_RUN_START), is(Value.of(START.plusSeconds(65))));
        assertThat(values.get(Quantity.GENERATOR_RUN_END), is(Value.of(START.plusSeconds(3665))));
        assertThat(number(Quantity.GENERATOR_RUNS_TODAY), is(1.0));
    }

    /** Nobody saw what happened during a restart, so that nothing is added for it, and nothing after it. */
    @Test
    void aRestartInTheMiddleOfARunEndsWhatIsKnownOfIt() {
        run(0, 60);
        run(3600, 1800);
        monitor = monitor();
        stream.pass(Duration.ofMinutes(2));
        assertThat("nothing has started", observe(3600), is(Optional.empty()));
        assertThat(running(), is(Value.of(true)));
        run(3600, 1675);
        assertThat(observe(0), is(Optional.of(false)));

        assertThat(number(Quantity.GENERATOR_RUN_TIME),
                is(both(greaterThanOrEqualTo(25.0)).and(lessThanOrEqualTo(30.0))));
        assertThat(number(Quantity.GENERATOR_RUN_ENERGY),
                is(both(greaterThanOrEqualTo(1.5)).and(lessThanOrEqualTo(1.8))));
        assertThat("the end was not seen", values.get(Quantity.GENERATOR_RUN_END), is(Value.UNKNOWN));
        assertThat(number(Quantity.GENERATOR_RUNS_TODAY), is(1.0));
    }

    @ParameterizedTest
    @ValueSource(longs = { 2, 70, 26 * 60 })
    void aRunThatEndedDuringARestartIsReportedButNotDated(long minutes) {
        run(0, 60);
        run(3600, 1800);
        monitor = monitor();
        stream.pass(Duration.ofMinutes(minutes));
        assertThat(observe(0), is(Optional.of(false)));
        assertThat(observe(0), is(Optional.empty()));
        assertThat(values.get(Quantity.GENERATOR_RUN_END), is(Value.UNKNOWN));
        assertThat(number(Quantity.GENERATOR_RUN_TIME), is(lessThanOrEqualTo(30.0)));
    }

    /** The generator ran before and after an outage of hours; whether it did in between nobody knows. */
    @ParameterizedTest
    @ValueSource(doubles = { 0, 3600 })
    void aGapIsNotIntegrated(double after) {
        run(0, 60);
        run(4000, 600);
        double minutes = number(Quantity.GENERATOR_RUN_TIME);
        double energy = number(Quantity.GENERATOR_RUN_ENERGY);
        assertThat(minutes, closeTo(10, 0.1));
        stream.pass(Duration.ofHours(26));
        assertThat(observe(after), is(after > 0 ? Optional.empty() : Optional.of(false)));
        run(after, 600);
        assertThat(number(Quantity.GENERATOR_RUN_TIME), is(minutes));
        assertThat(number(Quantity.GENERATOR_RUN_ENERGY), is(energy));
        assertThat(values.get(Quantity.GENERATOR_RUN_END), is(Value.UNKNOWN));
    }

    @Test
    void aRunThatBeganInAGapIsReportedButNotCounted() {
        run(0, 60);
        stream.pass(Duration.ofHours(1));
        assertThat(observe(3600), is(Optional.of(true)));
        run(3600, 600);
        assertThat(values, not(hasKey(GENERATOR_RUN_TIME)));
        assertThat(number(Quantity.GENERATOR_RUNS_TODAY), is(0.0));
    }

    /** The clock of a small machine is often set by years a minute after its start. */
    @ParameterizedTest
    @ValueSource(longs = { -87_600, -3, -1, 1, 5, 8_760 })
    void aClockThatIsSetChangesNoDuration(long hours) {
        run(0, 60);
        run(3600, 600);
        stream.setDeviceClock(Duration.ofHours(hours));
        run(3600, 600);
        stream.setDeviceClock(Duration.ofHours(-hours));
        run(3600, 600);
        observe(0);
        assertThat(number(Quantity.GENERATOR_RUN_TIME), closeTo(30, 0.1));
        assertThat(number(Quantity.GENERATOR_RUN_ENERGY), closeTo(1.8, 0.01));
        assertThat(values.get(Quantity.GENERATOR_RUN_END), is(not(Value.UNKNOWN)));
    }

    @Test
    void aSampleThatIsServedTwiceIsNoTimeOfItsOwn() {
        run(0, 60);
        run(3600, 60);
        Sample sample = stream.sample(ConnectionType.GATEWAY, Map.of(AC_SOURCE_POWER, Value.of(3600.0)));
        monitor.observe(sample, AcSource.GENERATOR, values);
        double minutes = number(Quantity.GENERATOR_RUN_TIME);
        stream.pass(Duration.ofSeconds(5));
        monitor.observe(sample, AcSource.GENERATOR, values);
        assertThat(number(Quantity.GENERATOR_RUN_TIME), is(minutes));
        observe(3600);
        assertThat("nor is it lost", number(Quantity.GENERATOR_RUN_TIME), closeTo(minutes + 10 / 60.0, 1e-6));
    }

    @Test
    void aClockThatIsWrongForAWhileTakesNoCountAway() {
        run(0, 30);
        run(3600, 60);
        run(0, 30);
        stream.setDeviceClock(Duration.ofDays(400));
        run(3600, 60);
        assertThat(number(Quantity.GENERATOR_RUNS_TODAY), is(1.0));
        run(0, 30);
        stream.setDeviceClock(Duration.ofDays(-400));
        run(0, 30);
        assertThat(number(Quantity.GENERATOR_RUNS_TODAY), is(1.0));
    }

    @Test
    void theZoneIsAskedWhenItIsNeeded() {
        stream.setDeviceClock(Duration.ofHours(6));
        run(0, 30);
        run(3600, 60);
        assertThat(number(Quantity.GENERATOR_RUNS_TODAY), is(1.0));
        stream.zone = ZoneOffset.ofHours(12);
        run(3600, 60);
        assertThat("there it is another day", number(Quantity.GENERATOR_RUNS_TODAY), is(0.0));
    }

    @Test
    void runsAreCountedByTheDayAndSurviveARestart() {
        for (int n = 0; n < 3; n++) {
            run(0, 30);
            run(3600, 60);
        }
        monitor = monitor();
        observe(0);
        assertThat(number(Quantity.GENERATOR_RUNS_TODAY), is(3.0));
        stream.pass(Duration.ofDays(1));
        observe(0);
        assertThat(number(Quantity.GENERATOR_RUNS_TODAY), is(0.0));
    }

    @Test
    void notesThatWereSpoiledAreNoRun() {
        kept.put("generator run", "2026-06-01T08:00:00Z nonsense");
        kept.put("generator runs", "x");
        observe(0);
        assertThat(values.containsKey(Quantity.GENERATOR_RUN_TIME), is(false));
        assertThat(number(Quantity.GENERATOR_RUNS_TODAY), is(0.0));
    }

    private Value running() {
        return values.getOrDefault(GENERATOR_RUNNING, Value.UNKNOWN);
    }

    @Test
    void importThroughAGeneratorInputMeansThatItRuns() {
        observe(3800);
        assertThat(running(), is(Value.of(true)));
        observe(0);
        assertThat(running(), is(Value.of(false)));
        observe(-5);
        assertThat(running(), is(Value.of(false)));
    }

    /** Noise of 25 W around any level whatever changes the state once at most. */
    @ParameterizedTest
    @ValueSource(ints = { 0, 15, 30, 40, 50, 60, 70, 75, 80, 90, 100, 110, 120, 125, 130, 200 })
    void noiseNeverTogglesIt(int level) {
        Random random = new Random(level);
        int changes = 0;
        for (int sample = 0; sample < 5000; sample++) {
            changes += observe(level + (random.nextDouble() * 50 - 25)).isPresent() ? 1 : 0;
        }
        assertThat(changes, is(lessThanOrEqualTo(1)));
    }

    @Test
    void changesAreEventsButTheFirstSampleIsNone() {
        assertThat(observe(3800), is(Optional.empty()));
        assertThat(observe(0), is(Optional.of(false)));
        assertThat(observe(0), is(Optional.empty()));
        assertThat(observe(3800), is(Optional.of(true)));
    }

    @Test
    void importFromTheGridIsNoGenerator() {
        observe(AcSource.GRID, Map.of(AC_SOURCE_POWER, Value.of(3800.0)));
        assertThat(running(), is(Value.UNKNOWN));
    }

    @Test
    void gridOrGeneratorCannotBeReportedApartByImport() {
        observe(AcSource.BOTH, Map.of(AC_SOURCE_POWER, Value.of(3800.0)));
        assertThat(running(), is(Value.UNKNOWN));
        assertThat("unknown is not none", values.get(Quantity.GENERATOR_RUNS_TODAY), is(Value.UNKNOWN));
        observe(AcSource.BOTH, Map.of(AC_SOURCE_POWER, Value.of(3800.0), GENERATOR_STATUS, Value.of("RUNNING")));
        assertThat(running(), is(Value.of(true)));
    }

    @ParameterizedTest
    @EnumSource(names = { "SERIAL", "NETWORK", "TUNNEL" })
    void theInverterItselfReportsThatItDoesNotRun(ConnectionType connectionType) {
        assertThat(observe(connectionType, "NOT_RUNNING"), is(Optional.empty()));
        assertThat(running(), is(Value.of(false)));
        assertThat(observe(connectionType, "STARTING"), is(Optional.empty()));
        assertThat(running(), is(Value.of(false)));
        assertThat(observe(connectionType, "RETRY_PAUSE"), is(Optional.empty()));
        assertThat(running(), is(Value.of(false)));
        assertThat(observe(connectionType, "RUNNING"), is(Optional.of(true)));
        assertThat("it cools down", observe(connectionType, "STOPPING"), is(Optional.empty()));
        assertThat(running(), is(Value.of(true)));
        assertThat(observe(connectionType, "NOT_RUNNING"), is(Optional.of(false)));
        assertThat(running(), is(Value.of(false)));
    }

    /** The state that a gateway reports is known not to change while the generator runs. */
    @Test
    void aGatewayCannotReportThatItDoesNotRun() {
        observe(ConnectionType.GATEWAY, "NOT_RUNNING");
        assertThat(running(), is(Value.UNKNOWN));
    }

    static Stream<String> otherStates() {
        return States.GENERATOR_STATUS.names().stream()
                .filter(status -> !List.of("NOT_RUNNING", "RETRY_PAUSE", "RUNNING").contains(status));
    }

    @ParameterizedTest
    @MethodSource("otherStates")
    void otherStatesLeaveItOpenAtFirst(String status) {
        observe(ConnectionType.SERIAL, status);
        assertThat(running(), is(Value.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = { "LOW_FUEL", "NO_FUEL", "FAULT", "NOT_AVAILABLE", "DISABLED", "AC_SOURCE_PRESENT" })
    void somebodyMayHaveStartedItByHand(String status) {
        observe(ConnectionType.SERIAL, "RUNNING");
        assertThat("is no stop", observe(ConnectionType.SERIAL, status), is(Optional.empty()));
        assertThat(running(), is(Value.UNKNOWN));
    }

    /**
     * Where there is nothing but a generator, the imported power proves more than a state: somebody may have started
     * it.
     */
    @Test
    void importCountsWhereThereIsOnlyAGenerator() {
        observe(ConnectionType.SERIAL, AcSource.GENERATOR,
                Map.of(AC_SOURCE_POWER, Value.of(3800.0), GENERATOR_STATUS, Value.of("NOT_RUNNING")));
        assertThat(running(), is(Value.of(true)));
    }

    @Test
    void anUnknownPowerSaysNothingAndIsNoStop() {
        observe(3800);
        assertThat(observe(AcSource.GENERATOR, Map.of(AC_SOURCE_POWER, Value.UNKNOWN)), is(Optional.empty()));
        assertThat(running(), is(Value.UNKNOWN));
        assertThat(observe(3800), is(Optional.empty()));
    }

    @Test
    void timeAndEnergyOfARun() {
        observe(0);
        assertThat(values, not(hasKey(GENERATOR_RUN_TIME)));
        for (int sample = 0; sample <= 720; sample++) {
            observe(3600);
        }
        // one hour at 3600 W
        assertThat(values, hasEntry(GENERATOR_RUN_TIME, Value.of(60.0)));
        assertThat(values, hasEntry(GENERATOR_RUN_ENERGY, Value.of(3.6)));
        observe(0);
        observe(0);
        // what was supplied in the last interval counts with the mean of its two ends, what follows does not count
        assertThat(values, hasEntry(GENERATOR_RUN_TIME, Value.of(60.083333)));
        assertThat(values, hasEntry(GENERATOR_RUN_ENERGY, Value.of((3600 * 3600 + 1800 * 5) / 3.6e6)));
        observe(1000);
        assertThat(values, hasEntry(GENERATOR_RUN_TIME, Value.of(0.0)));
        assertThat(values, hasEntry(GENERATOR_RUN_ENERGY, Value.of(0.0)));
    }

    @Test
    void aRunWhoseBeginningWasNotSeenHasNoKnownLength() {
        observe(3800);
        observe(3800);
        assertThat(values, not(hasKey(GENERATOR_RUN_TIME)));
        assertThat(values, not(hasKey(GENERATOR_RUN_ENERGY)));
    }

    /** A power that cannot be read for a moment leaves what was counted, and the time up to it, as they are. */
    @Test
    void aPowerThatIsNotKnownTakesNothingAway() {
        run(0, 60);
        run(3600, 600);
        double counted = number(Quantity.GENERATOR_RUN_ENERGY);
        observe(AcSource.GENERATOR, Map.of(AC_SOURCE_POWER, Value.UNKNOWN, GENERATOR_STATUS, Value.of("RUNNING")));
        assertThat(number(Quantity.GENERATOR_RUN_ENERGY), is(counted));
        run(3600, 600);
        assertThat("a reading or two that are missing are bridged with what flowed at their ends",
                number(Quantity.GENERATOR_RUN_ENERGY), closeTo(1.2, 0.01));
    }

    @Test
    void aRunThatHasJustBegunHasNoMeanYet() {
        run(0, 60);
        observe(3600);
        assertThat(values.get(Quantity.GENERATOR_RUN_MEAN_POWER), is(Value.UNKNOWN));
        assertThat(number(Quantity.GENERATOR_RUN_TIME), is(0.0));
    }

    /**
     * What a restart loses of a run is five minutes at most, and a memory card is written to no more than that needs.
     */
    @Test
    void aRunIsNotedDownEachFiveMinutes() {
        run(0, 60);
        int storage = 0;
        String before = String.valueOf(kept.get("generator run"));
        for (int n = 0; n < 720; n++) {
            observe(3600);
            String now = String.valueOf(kept.get("generator run"));
            storage += now.equals(before) ? 0 : 1;
            before = now;
            double stored = GeneratorRun.parse(now).orElseThrow().minutes();
            assertThat(number(Quantity.GENERATOR_RUN_TIME) - stored, is(lessThan(5.0)));
        }
        assertThat(storage, is(12));
    }

    /** "From which": the README counts the threshold itself in. */
    @Test
    void theThresholdItselfIsEnough() {
        observe(Math.nextDown(THRESHOLD));
        assertThat(values.get(GENERATOR_RUNNING), is(Value.of(false)));
        assertThat(observe(THRESHOLD), is(Optional.of(true)));
    }
}
