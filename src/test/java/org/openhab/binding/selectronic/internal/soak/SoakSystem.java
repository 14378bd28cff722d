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
package org.openhab.binding.selectronic.internal.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.soak.Incident.Kind;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * A house under clouds with a generator, whose clocks follow summer time, and what happens to it on a way.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SoakSystem {
    static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    /** From this on a single poll that fails is an outage: the one before is too long ago. */
    private static final Duration LAN_TOLERANCE = Duration.ofSeconds(60);
    private static final Duration PAST = Duration.ofDays(1);

    private final VirtualTime time = new VirtualTime();
    private final Instant start;
    private final SimulatedUnit unit;
    private final Simulation simulation;

    /** @param start a midnight in UTC, later than the beginning of the virtual time */
    SoakSystem(Instant start) {
        this.start = start;
        time.pass(Duration.between(time.clock().instant(), start));
        unit = SimulatedUnit.withPast(Scenario.CLOUDY_WEEK.settings().withStart(start).withZone(MELBOURNE), PAST,
                UnitIdentity.b(0), Scenario.CLOUDY_WEEK, LogSettings.DEFAULT);
        simulation = new Simulation(time.clock(), 1, List.of(unit));
    }

    /** @param device where a serial port may appear */
    SoakConnection on(ConnectionType connectionType, Duration interval, Path device) throws IOException {
        return switch (connectionType) {
            case GATEWAY -> new GatewayConnection(time, simulation, interval);
            case PORTAL -> new PortalConnection(time, simulation, MELBOURNE, interval);
            case NETWORK -> NativeConnection.network(time, simulation, MELBOURNE, interval);
            case TUNNEL -> NativeConnection.tunnel(time, simulation, MELBOURNE, interval);
            case SERIAL -> NativeConnection.serial(time, simulation, MELBOURNE, interval, device);
        };
    }

    /** A gateway with a tunnel to the same inverter as alternative, which is polled less often. */
    SoakConnection onTwo(Duration interval, Duration ofTunnel) throws IOException {
        return new TwoConnections(time, new GatewayConnection(time, simulation, interval),
                NativeConnection.tunnel(time, simulation, MELBOURNE, ofTunnel));
    }

    Soak soak(SoakConnection connectionType) {
        List<SoakConnection> parts = connectionType.parts();
        SoakBooks books = switch (parts.get(parts.size() - 1).connectionType()) {
            case GATEWAY -> SoakBooks.NONE;
            case PORTAL -> new HourBooks(unit, MELBOURNE);
            case NETWORK, TUNNEL, SERIAL -> new IntervalBooks(unit, MELBOURNE);
        };
        return new Soak(connectionType, time, unit, MELBOURNE, books);
    }

    /** A year has all of it, a shorter time a share. */
    List<Incident> incidents(ConnectionType connectionType, Duration interval, int days) {
        Timetable table = new Timetable(start, days, connectionType.ordinal() + 1);
        if (days > 360) {
            table.on(30, Kind.ABSENCE, Duration.ofHours(3)).on(50, Kind.ABSENCE, Duration.ofDays(3));
            // the detailed log holds somewhat less than two months
            table.on(100, Kind.ABSENCE, Duration.ofDays(connectionType == ConnectionType.NETWORK ? 70 : 10));
            table.on(215, Kind.RESET, Duration.ZERO);
            if (connectionType != ConnectionType.TUNNEL) {
                // the simulated tunnel knows one list of units only
                table.on(230, Kind.REPLACEMENT, Duration.ofHours(2));
            }
        } else {
            table.on(days / 2, Kind.RESET, Duration.ZERO);
        }
        int share = Math.max(1, 24 * days / 365);
        table.often(share, Kind.ABSENCE, Duration.ofMinutes(1), Duration.ofMinutes(90));
        // the third failure in a row comes after seven intervals at the latest
        Duration certain = connectionType == ConnectionType.PORTAL ? Duration.ofMinutes(45) : interval.multipliedBy(7);
        table.often(Math.max(1, 60 * days / 365), Kind.OUTAGE, certain, certain.plus(Duration.ofHours(4)));
        if (connectionType == ConnectionType.GATEWAY || connectionType == ConnectionType.PORTAL) {
            Duration stale = connectionType.staleAfter().plus(interval.multipliedBy(2));
            table.often(share, Kind.SILENCE, stale, stale.plus(Duration.ofMinutes(25)));
        }
        if (connectionType == ConnectionType.PORTAL) {
            table.often(200 * days / 365, Kind.GLITCH, Duration.ofMinutes(1), Duration.ofMinutes(8));
        } else if (interval.compareTo(LAN_TOLERANCE) < 0) {
            // fewer than three polls, and less than a minute since the one before
            Duration room = LAN_TOLERANCE.minus(interval).minusSeconds(1);
            Duration two = interval.multipliedBy(2).minusSeconds(1);
            table.often(200 * days / 365, Kind.GLITCH, Duration.ofSeconds(1), room.compareTo(two) < 0 ? room : two);
        }
        table.often(200 * days / 365, Kind.TROUBLE, Duration.ZERO, Duration.ZERO);
        return table.incidents();
    }

    /** The same of two connections, of which mostly one fails. */
    List<Incident> incidentsOfTwo(Duration interval, Duration ofTunnel, int days) {
        Timetable table = new Timetable(start, days, ConnectionType.values().length + 1);
        if (days > 360) {
            table.on(30, Kind.ABSENCE, Duration.ofHours(3)).on(50, Kind.ABSENCE, Duration.ofDays(3))
                    .on(100, Kind.ABSENCE, Duration.ofDays(10)).on(215, Kind.RESET, Duration.ZERO);
        } else {
            table.on(days / 2, Kind.RESET, Duration.ZERO);
        }
        int share = Math.max(1, 24 * days / 365);
        Duration certain = ofTunnel.multipliedBy(7);
        Duration longest = certain.plus(Duration.ofHours(4));
        Duration stale = ConnectionType.GATEWAY.staleAfter().plus(interval.multipliedBy(2));
        return table.often(share, Kind.ABSENCE, Duration.ofMinutes(1), Duration.ofMinutes(90))
                .often(share, Kind.OUTAGE, certain, longest).often(3 * share, Kind.FIRST_OUT, certain, longest)
                .often(3 * share, Kind.SECOND_OUT, certain, longest)
                .often(share, Kind.FIRST_SILENT, stale, stale.plus(Duration.ofMinutes(25)))
                .often(200 * days / 365, Kind.TROUBLE, Duration.ZERO, Duration.ZERO).incidents();
    }

    SimulatedUnit unit() {
        return unit;
    }

    Instant start() {
        return start;
    }

    /** How often the clocks change within so many days. */
    static int changes(Instant start, int days) {
        int changes = 0;
        Instant end = start.plus(Duration.ofDays(days));
        for (ZoneOffsetTransition next = MELBOURNE.getRules().nextTransition(start); next.getInstant()
                .isBefore(end); next = MELBOURNE.getRules().nextTransition(next.getInstant())) {
            changes++;
        }
        return changes;
    }
}
