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
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.fake.SampleStream;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Whether the AC source is there.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class AcSourceMonitorTest {
    private static final int GONE = 177;

    private final SampleStream stream = new SampleStream(Instant.parse("2026-06-01T08:00:00Z"));
    private AcSourceMonitor monitor = monitor();
    private final Map<Quantity, Value> values = new EnumMap<>(Quantity.class);

    private AcSourceMonitor monitor() {
        return new AcSourceMonitor(stream.storage, () -> stream.zone,
                new ObservedTime(stream.time.clock(), () -> SampleStream.INTERVAL));
    }

    private Optional<Boolean> observe(ConnectionType type, Map<Quantity, Value> reported, UnitEvent... events) {
        values.clear();
        stream.pass(SampleStream.INTERVAL);
        return monitor.observe(stream.logged(type, reported, List.of(events)), values);
    }

    private Optional<Boolean> observe(boolean present, UnitEvent... events) {
        return observe(ConnectionType.NETWORK,
                Map.of(AC_SOURCE_STATUS, Value.of(present ? "IN_TOLERANCE" : "NOT_PRESENT"), AC_SOURCE_VOLTAGE,
                        Value.of(present ? 238.0 : 0.45), AC_SOURCE_POWER, Value.of(0.0)),
                events);
    }

    private Value value(Quantity quantity) {
        return values.getOrDefault(quantity, Value.of("absent"));
    }

    private UnitEvent gone(Duration ago) {
        return new UnitEvent(UnitEvent.Type.OPERATION, GONE, stream.now().minus(ago), false, Map.of());
    }

    @ParameterizedTest
    @CsvSource({ "NOT_PRESENT, 0.45, OFF", "IN_TOLERANCE, 238, ON", "OUT_OF_RANGE, 195, ON", "OUT_OF_RANGE, 30, OFF",
            "VOLTAGE_TOO_HIGH, 262, ON", "DISCONNECTED_BY_DRM, 240, ON", "NOT_PRESENT, NaN, OFF",
            "IN_TOLERANCE, NaN, ON", "17, 238, ON", "NOT_PRESENT, 238, unknown", "IN_TOLERANCE, 0, unknown",
            "OUT_OF_RANGE, NaN, unknown", "NO_EARTH_NEUTRAL_LINK, 230, ON" })
    void statusAndVoltageDecide(String status, double volts, String present) {
        observe(ConnectionType.SERIAL, Map.of(AC_SOURCE_STATUS, Value.of(status), AC_SOURCE_VOLTAGE, Value.of(volts)));
        assertThat(value(AC_SOURCE_PRESENT).toString(), is(present));
    }

    /** An idle grid has 0 W too, and what a gateway does not know is not absent. */
    @ParameterizedTest
    @CsvSource({ "GATEWAY, 0, NOT_RUNNING, unknown", "GATEWAY, 25, NOT_RUNNING, unknown",
            "GATEWAY, 1500, NOT_RUNNING, ON", "PORTAL, -800, NOT_RUNNING, ON", "GATEWAY, 0, AC_SOURCE_PRESENT, ON",
            "GATEWAY, 0, RUNNING, ON", "GATEWAY, NaN, NOT_RUNNING, unknown" })
    void aGatewayKnowsNoAbsence(ConnectionType type, double watts, String status, String present) {
        assertThat(observe(type, Map.of(AC_SOURCE_POWER, Value.of(watts), GENERATOR_STATUS, Value.of(status))),
                is(Optional.empty()));
        assertThat(value(AC_SOURCE_PRESENT).toString(), is(present));
        assertThat(values, not(hasKey(AC_SOURCE_OUTAGES)));
        assertThat(values, not(hasKey(AC_SOURCE_PRESENT_SINCE)));
    }

    @Test
    void anOutageTriggersTwiceAndIsCountedOnce() {
        assertThat(observe(true), is(Optional.empty()));
        assertThat("its return was not seen", value(AC_SOURCE_PRESENT_SINCE), is(Value.UNKNOWN));
        assertThat(value(AC_SOURCE_OUTAGES), is(Value.of(0.0)));
        assertThat(observe(false), is(Optional.of(false)));
        assertThat("the log says the same", observe(false, gone(Duration.ofSeconds(5))), is(Optional.empty()));
        assertThat(observe(true), is(Optional.of(true)));
        Instant returned = stream.now();
        observe(true);
        assertThat(value(AC_SOURCE_PRESENT_SINCE), is(Value.of(returned)));
        assertThat(value(AC_SOURCE_OUTAGES), is(Value.of(1.0)));
        stream.pass(Duration.ofDays(1));
        observe(true);
        assertThat(value(AC_SOURCE_OUTAGES), is(Value.of(0.0)));
    }

    @Test
    void aContradictionIsNoOutage() {
        observe(true);
        assertThat(
                observe(ConnectionType.NETWORK,
                        Map.of(AC_SOURCE_STATUS, Value.of("IN_TOLERANCE"), AC_SOURCE_VOLTAGE, Value.of(0.0))),
                is(Optional.empty()));
        assertThat(observe(true), is(Optional.empty()));
        assertThat(value(AC_SOURCE_OUTAGES), is(Value.of(0.0)));
    }

    @Test
    void aQuietRestartKeepsWhatIsKnown() {
        observe(false);
        observe(true);
        Instant returned = stream.now();
        monitor = monitor();
        stream.pass(Duration.ofHours(2));
        assertThat(observe(true), is(Optional.empty()));
        assertThat(value(AC_SOURCE_PRESENT_SINCE), is(Value.of(returned)));
    }

    @Test
    void theLogTellsOfOutagesWhileOpenHabWasAway() {
        observe(false);
        observe(true);
        monitor = monitor();
        stream.pass(Duration.ofHours(3));
        observe(true, gone(Duration.ofHours(2)), gone(Duration.ofHours(1)), gone(Duration.ofHours(1)).asOld());
        assertThat(value(AC_SOURCE_OUTAGES), is(Value.of(2.0)));
        assertThat("it returned at an unknown time", value(AC_SOURCE_PRESENT_SINCE), is(Value.UNKNOWN));
    }

    private UnitEvent other(Duration ago) {
        return new UnitEvent(UnitEvent.Type.OPERATION, GONE + 1, stream.now().minus(ago), false, Map.of());
    }

    /** After a gap, a log is read frame by frame: the first one need not contain the outage. */
    @Test
    void theLogIsReadOverSeveralSamples() {
        observe(false);
        observe(true);
        stream.pass(Duration.ofHours(3));
        observe(true, other(Duration.ofHours(3)));
        observe(true, gone(Duration.ofHours(2)), other(Duration.ofHours(1)));
        observe(true, gone(Duration.ofMinutes(50)));
        assertThat(value(AC_SOURCE_OUTAGES), is(Value.of(2.0)));
        assertThat("it returned at an unknown time", value(AC_SOURCE_PRESENT_SINCE), is(Value.UNKNOWN));
        observe(true);
        observe(false);
        observe(false, gone(Duration.ofSeconds(5)));
        assertThat(value(AC_SOURCE_OUTAGES), is(Value.of(3.0)));
    }

    /** The sample shows the outage before its entry is read, together with one from before. */
    @Test
    void anOutageIsCountedOnceWhereverItIsSeenFirst() {
        observe(true);
        stream.pass(Duration.ofHours(3));
        assertThat(observe(false, other(Duration.ofHours(3))), is(Optional.of(false)));
        assertThat(value(AC_SOURCE_OUTAGES), is(Value.of(1.0)));
        observe(false, gone(Duration.ofHours(1)));
        assertThat(value(AC_SOURCE_OUTAGES), is(Value.of(1.0)));
    }

    @Test
    void anOutageOfYesterdayDoesNotReplaceThoseOfToday() {
        observe(true);
        observe(false);
        stream.pass(Duration.ofHours(1));
        observe(false, gone(Duration.ofHours(20)));
        assertThat(value(AC_SOURCE_OUTAGES), is(Value.of(1.0)));
    }

    @Test
    void aClockThatIsWrongForAWhileLosesNoOutage() {
        observe(true);
        observe(false);
        stream.setDeviceClock(Duration.ofDays(-3000));
        observe(true);
        observe(false);
        stream.setDeviceClock(Duration.ofDays(3000));
        observe(true);
        assertThat(value(AC_SOURCE_OUTAGES), is(Value.of(1.0)));
    }

    @Test
    void whatWasLostWhileOpenHabWasAwayIsLostOnce() {
        observe(true);
        monitor = monitor();
        stream.pass(Duration.ofHours(3));
        assertThat(observe(false, gone(Duration.ofHours(1))), is(Optional.of(false)));
        assertThat(value(AC_SOURCE_OUTAGES), is(Value.of(1.0)));
        assertThat(value(AC_SOURCE_PRESENT), is(Value.of(false)));
    }

    @Test
    void withoutALogAGapLeavesTheReturnOpen() {
        observe(false);
        observe(true);
        stream.pass(Duration.ofHours(3));
        values.clear();
        monitor.observe(
                stream.sample(ConnectionType.NETWORK,
                        Map.of(AC_SOURCE_STATUS, Value.of("IN_TOLERANCE"), AC_SOURCE_VOLTAGE, Value.of(238.0))),
                values);
        assertThat(value(AC_SOURCE_PRESENT_SINCE), is(Value.UNKNOWN));
    }

    @Test
    void onlyChangesAreWritten() {
        for (int n = 0; n < 100; n++) {
            observe(true);
        }
        assertThat(stream.kept.puts, hasSize(1));
        stream.kept.put("ac source", "PRESENT yesterday");
        monitor = monitor();
        assertThat(observe(false), is(Optional.empty()));
    }
}
