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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.internal.config.GatewayConfiguration;

/**
 * What is usual on each connection, and what each connection can supply.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ConnectionTypeTest {
    private static final Set<ConnectionType> NATIVE = EnumSet.of(ConnectionType.SERIAL, ConnectionType.NETWORK,
            ConnectionType.TUNNEL);

    /** 00:10 in Sydney, in summer. */
    private static final Instant MIDNIGHT = Instant.parse("2026-01-15T13:10:00Z");

    /** One client has met nothing but failures for up to 20 minutes from midnight in Sydney. */
    @ParameterizedTest
    @CsvSource({ "2026-01-15T12:49:59Z, 10", "2026-01-15T12:50:00Z, 25", "2026-01-15T13:29:59Z, 25",
            "2026-01-15T13:30:00Z, 10", "2026-07-15T13:49:59Z, 10", "2026-07-15T14:00:00Z, 25",
            "2026-07-15T14:30:00Z, 10" })
    void thePortalMayFailLongerAroundMidnightInSydney(Instant began, int minutes) {
        assertThat(ConnectionType.PORTAL.toleratedTime(began), is(Duration.ofMinutes(minutes)));
    }

    @Test
    void thePortalReportsWhatTheGatewayReportsAndSeries() {
        for (Quantity quantity : Quantity.values()) {
            Origin portal = quantity.origin(ConnectionType.PORTAL).orElse(null);
            if (!(portal instanceof Origin.Recorded)) {
                assertThat(portal, is(quantity.origin(ConnectionType.GATEWAY).orElse(null)));
            }
        }
        assertThat(HISTORY_SOLAR_POWER.origin(ConnectionType.PORTAL).isPresent(), is(true));
        assertThat("no chart has it", HISTORY_BATTERY_POWER.origin(ConnectionType.PORTAL).isPresent(), is(false));
    }

    @Test
    void aGatewayIsPolledAsOftenAsItReadsItsInverter() {
        assertThat(Duration.ofSeconds(new GatewayConfiguration().refreshInterval),
                is(ConnectionType.GATEWAY.usualInterval()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PORTAL")
    void anOutageIsSeenWithinAMinute(ConnectionType connectionType) {
        assertThat(connectionType.staleAfter(), is(Duration.ofSeconds(60)));
        assertThat(connectionType.toleratedTime(MIDNIGHT), is(Duration.ofSeconds(60)));
        assertThat(connectionType.slowestProbe(), is(Duration.ofMinutes(5)));
        assertThat(connectionType.usualInterval().toSeconds(), is(connectionType == ConnectionType.GATEWAY ? 5L : 10L));
    }

    @ParameterizedTest
    @EnumSource
    void aTroubleIsTriedSeveralTimesBeforeItIsAnOutage(ConnectionType connectionType) {
        assertThat(connectionType.toleratedTime(MIDNIGHT).dividedBy(connectionType.slowestRetry()),
                is(greaterThanOrEqualTo(4L)));
    }

    /** Registers are for native connections only, and so is what needs the logs of the unit. */
    @Test
    void aGatewayKnowsLessThanTheMemory() {
        List<Quantity> missing = Stream.of(Quantity.values())
                .filter(quantity -> quantity.origin(ConnectionType.GATEWAY).isEmpty())
                .filter(quantity -> !(quantity.origin(ConnectionType.SERIAL).orElse(null) instanceof Origin.Registers))
                .toList();
        assertThat(missing, contains(Quantity.BATTERY_SHUTDOWN_CHARGE, Quantity.BATTERY_ABSORB_VOLTAGE,
                Quantity.BATTERY_FLOAT_VOLTAGE, Quantity.AC_SOURCE_PRESENT_SINCE, Quantity.AC_SOURCE_OUTAGES,
                Quantity.GENERATOR_EXPLANATION, Quantity.GENERATOR_LAST_EVENT, Quantity.GENERATOR_START_CHARGE,
                Quantity.GENERATOR_STOP_CHARGE, Quantity.GENERATOR_AVAILABLE, Quantity.INVERTER_LAST_OPERATION,
                Quantity.INVERTER_LAST_SETTINGS_CHANGE, Quantity.HISTORY_STATE_OF_CHARGE,
                Quantity.HISTORY_BATTERY_POWER, Quantity.HISTORY_SOLAR_POWER, Quantity.HISTORY_LOAD_POWER,
                Quantity.HISTORY_AC_SOURCE_POWER, Quantity.HISTORY_BATTERY_ENERGY_IN,
                Quantity.HISTORY_BATTERY_ENERGY_OUT, Quantity.HISTORY_SOLAR_ENERGY, Quantity.HISTORY_LOAD_ENERGY,
                Quantity.HISTORY_AC_SOURCE_ENERGY_IMPORT, Quantity.HISTORY_AC_SOURCE_ENERGY_EXPORT,
                Quantity.HISTORY_DAILY_BATTERY_ENERGY_IN, Quantity.HISTORY_DAILY_BATTERY_ENERGY_OUT,
                Quantity.HISTORY_DAILY_SOLAR_ENERGY, Quantity.HISTORY_DAILY_LOAD_ENERGY,
                Quantity.HISTORY_DAILY_ENERGY_IMPORT, Quantity.HISTORY_DAILY_ENERGY_EXPORT, CONNECTION_CLOCK_OFFSET,
                Quantity.CONNECTION_HISTORY_STATE, Quantity.CONNECTION_HISTORY_PROGRESS,
                Quantity.CONNECTION_HISTORY_END));
    }

    @ParameterizedTest
    @EnumSource
    void theMemoryReportsEverythingOnEachConnectionToIt(Quantity quantity) {
        Origin origin = quantity.origin(ConnectionType.SERIAL).orElseThrow();
        for (ConnectionType connectionType : NATIVE) {
            assertThat(quantity.origin(connectionType).orElseThrow(), is(sameInstance(origin)));
        }
        @Nullable
        Origin point = quantity.origin(ConnectionType.GATEWAY).orElse(null);
        // the hours of a generator go on from the counter of the inverter where that is not read
        if (point instanceof Origin.Derived && quantity != Quantity.GENERATOR_RUN_HOURS) {
            assertThat("what is derived is derived on every connection", origin, is(point));
        }
    }

    /**
     * The native connections read the same log and continue where another of them has ended; the portal has its own.
     */
    @Test
    void aRecordHasOneNameOnAllWaysToIt() {
        assertThat(NATIVE.stream().map(ConnectionType::logKind).distinct().count(), is(1L));
        assertThat(ConnectionType.PORTAL.logKind(), is(not(ConnectionType.NETWORK.logKind())));
        for (ConnectionType connectionType : ConnectionType.values()) {
            assertThat("positions of earlier releases are stored under it", connectionType.logKind(),
                    is(connectionType == ConnectionType.PORTAL ? "charts" : "log"));
        }
    }

    /** The portal adds an hour at a time and is to be spared; a unit may log each minute. */
    @Test
    void aRecordIsLookedAtAsOftenAsItGrows() {
        assertThat(ConnectionType.PORTAL.logInterval(), is(lessThan(Duration.ofHours(1))));
        assertThat(ConnectionType.PORTAL.logInterval(), is(greaterThan(ConnectionType.PORTAL.usualInterval())));
        NATIVE.forEach(connectionType -> assertThat(connectionType.logInterval(), is(Duration.ofMinutes(1))));
    }

    /**
     * What a box or the portal passes on of a unit has no operations in it; alerts and the generator are
     * reported on each connection.
     */
    @ParameterizedTest
    @EnumSource
    void onlyTheMemoryReportsOfOperations(ConnectionType connectionType) {
        assertThat(Trigger.OPERATION.isSupplied(connectionType), is(NATIVE.contains(connectionType)));
        assertThat(Trigger.ALERT.isSupplied(connectionType), is(true));
        assertThat(Trigger.GENERATOR_EVENT.isSupplied(connectionType), is(true));
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
