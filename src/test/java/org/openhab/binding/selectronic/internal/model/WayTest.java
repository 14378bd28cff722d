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
package org.openhab.binding.selectronic.internal.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.internal.config.GatewayConfiguration;

/**
 * What is usual on each way, and what each way can supply.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class WayTest {
    private static final Set<Way> NATIVE = EnumSet.of(Way.SERIAL, Way.NETWORK, Way.TUNNEL);

    /** 00:10 in Sydney, in summer. */
    private static final Instant MIDNIGHT = Instant.parse("2026-01-15T13:10:00Z");

    /** One client has met nothing but failures for up to 20 minutes from midnight in Sydney. */
    @ParameterizedTest
    @CsvSource({ "2026-01-15T12:49:59Z, 10", "2026-01-15T12:50:00Z, 25", "2026-01-15T13:29:59Z, 25",
            "2026-01-15T13:30:00Z, 10", "2026-07-15T13:49:59Z, 10", "2026-07-15T14:00:00Z, 25",
            "2026-07-15T14:30:00Z, 10" })
    void thePortalMayFailLongerAroundMidnightInSydney(Instant began, int minutes) {
        assertThat(Way.PORTAL.toleratedTime(began), is(Duration.ofMinutes(minutes)));
    }

    @Test
    void thePortalTellsWhatTheGatewayTellsAndSeries() {
        for (Quantity quantity : Quantity.values()) {
            Supply portal = quantity.supply(Way.PORTAL).orElse(null);
            if (!(portal instanceof Supply.Recorded)) {
                assertThat(portal, is(quantity.supply(Way.GATEWAY).orElse(null)));
            }
        }
        assertThat(HISTORY_SOLAR_POWER.supply(Way.PORTAL).isPresent(), is(true));
        assertThat("no chart has it", HISTORY_BATTERY_POWER.supply(Way.PORTAL).isPresent(), is(false));
    }

    @Test
    void aGatewayIsPolledAsOftenAsItReadsItsInverter() {
        assertThat(Duration.ofSeconds(new GatewayConfiguration().refreshInterval), is(Way.GATEWAY.usualInterval()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PORTAL")
    void anOutageIsSeenWithinAMinute(Way way) {
        assertThat(way.staleAfter(), is(Duration.ofSeconds(60)));
        assertThat(way.toleratedTime(MIDNIGHT), is(Duration.ofSeconds(60)));
        assertThat(way.slowestProbe(), is(Duration.ofMinutes(5)));
        assertThat(way.usualInterval().toSeconds(), is(way == Way.GATEWAY ? 5L : 10L));
    }

    @ParameterizedTest
    @EnumSource
    void aTroubleIsTriedSeveralTimesBeforeItIsAnOutage(Way way) {
        assertThat(way.toleratedTime(MIDNIGHT).dividedBy(way.slowestRetry()), is(greaterThanOrEqualTo(4L)));
    }

    /** The rows that the design marks as native only. */
    @Test
    void aGatewayKnowsLessThanTheMemory() {
        List<Quantity> missing = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            if (quantity.supply(Way.GATEWAY).isEmpty()) {
                missing.add(quantity);
            }
        }
        assertThat(missing,
                contains(BATTERY_VOLTAGE, BATTERY_CURRENT, BATTERY_TEMPERATURE, BATTERY_MIDPOINT_VOLTAGE, LOAD_VOLTAGE,
                        LOAD_FREQUENCY, Quantity.OTHER_DC_SOURCES_POWER, Quantity.DC_LOADS_POWER, AC_SOURCE_VOLTAGE,
                        AC_SOURCE_CURRENT, AC_SOURCE_FREQUENCY, Quantity.AC_SOURCE_STATUS, GENERATOR_START_REASON,
                        GENERATOR_RUN_REASON, Quantity.GENERATOR_EXPLANATION, Quantity.GENERATOR_LAST_EVENT,
                        Quantity.INVERTER_MODE, INVERTER_CHARGE_STAGE, INVERTER_POWER, INVERTER_DC_CURRENT,
                        INVERTER_TRANSFORMER_TEMPERATURE, INVERTER_HEATSINK_TEMPERATURE, INVERTER_CONTACTORS,
                        INVERTER_SCHEDULE, Quantity.INVERTER_CHARGING_EXPLANATION, Quantity.INVERTER_LAST_OPERATION,
                        ALERTS_STANDING, Quantity.HISTORY_STATE_OF_CHARGE, Quantity.HISTORY_BATTERY_POWER,
                        Quantity.HISTORY_SOLAR_POWER, Quantity.HISTORY_LOAD_POWER, Quantity.HISTORY_AC_SOURCE_POWER,
                        Quantity.HISTORY_BATTERY_ENERGY_IN, Quantity.HISTORY_BATTERY_ENERGY_OUT,
                        Quantity.HISTORY_SOLAR_ENERGY, Quantity.HISTORY_LOAD_ENERGY,
                        Quantity.HISTORY_AC_SOURCE_ENERGY_IMPORT, Quantity.HISTORY_AC_SOURCE_ENERGY_EXPORT,
                        CONNECTION_CLOCK_OFFSET, Quantity.CONNECTION_HISTORY_STATE,
                        Quantity.CONNECTION_HISTORY_PROGRESS, Quantity.CONNECTION_HISTORY_END));
    }

    @ParameterizedTest
    @EnumSource
    void theMemoryTellsEverythingOnEachWayToIt(Quantity quantity) {
        Supply supply = quantity.supply(Way.SERIAL).orElseThrow();
        for (Way way : NATIVE) {
            assertThat(quantity.supply(way).orElseThrow(), is(sameInstance(supply)));
        }
        @Nullable
        Supply point = quantity.supply(Way.GATEWAY).orElse(null);
        if (point instanceof Supply.Derived) {
            assertThat("what is derived is derived on every way", supply, is(point));
        }
    }

    /**
     * The ways to the memory read the same record and go on where another of them has ended; the portal has its own.
     */
    @Test
    void aRecordHasOneNameOnAllWaysToIt() {
        assertThat(NATIVE.stream().map(Way::record).distinct().count(), is(1L));
        assertThat(Way.PORTAL.record(), is(not(Way.NETWORK.record())));
        for (Way way : Way.values()) {
            assertThat("positions of earlier releases are stored under it", way.record(),
                    is(way == Way.PORTAL ? "charts" : "log"));
        }
    }

    /** The portal adds an hour at a time and is to be spared; a unit may log each minute. */
    @Test
    void aRecordIsLookedAtAsOftenAsItGrows() {
        assertThat(Way.PORTAL.recordInterval(), is(lessThan(Duration.ofHours(1))));
        assertThat(Way.PORTAL.recordInterval(), is(greaterThan(Way.PORTAL.usualInterval())));
        NATIVE.forEach(way -> assertThat(way.recordInterval(), is(Duration.ofMinutes(1))));
    }

    /**
     * What a box or the portal passes on of a unit has no operations in it; alerts and the generator each way tells.
     */
    @ParameterizedTest
    @EnumSource
    void onlyTheMemoryTellsOfOperations(Way way) {
        assertThat(Trigger.OPERATION.isSupplied(way), is(NATIVE.contains(way)));
        assertThat(Trigger.ALERT.isSupplied(way), is(true));
        assertThat(Trigger.GENERATOR_EVENT.isSupplied(way), is(true));
    }

    @Test
    void aTriggerIsAChannelOfItsGroup() {
        for (Trigger trigger : Trigger.values()) {
            assertThat(trigger.channelId(), is(trigger.group() + "#" + trigger.channel()));
        }
        assertThat(Trigger.GENERATOR_EVENT.group(), is(Quantity.GENERATOR_RUNNING.group()));
        assertThat(Trigger.ALERT.group(), is(Quantity.ALERTS_ACTIVE.group()));
    }
}
