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

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPty;

/**
 * A year of one system on each connection: run by the profile soak, and too long for a test. Polls of the native
 * connections take
 * real time on their line, so that these have a slower pace than an owner would choose; {@code soak.seconds.network=10}
 * is that of an owner, and takes a night.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SoakYear {
    private static final SoakReport REPORT = new SoakReport();
    private static final Instant START = Instant.parse("2026-01-16T00:00:00Z");
    private static final String TWO = "two";

    @TempDir
    private @NonNullByDefault({}) Path folder;

    @ParameterizedTest
    @EnumSource
    void aYear(ConnectionType connectionType) throws IOException {
        String name = connectionType.name().toLowerCase(Locale.ROOT);
        assumeTrue(Objects.requireNonNull(System.getProperty("soak.connections", name)).contains(name));
        assumeTrue(connectionType != ConnectionType.SERIAL || SimulatedPty.obstacle().isEmpty(),
                () -> SimulatedPty.obstacle().orElse(""));
        int days = days();
        Duration interval = Duration
                .ofSeconds(Objects.requireNonNull(Integer.getInteger("soak.seconds." + name, pace(connectionType))));
        SoakSystem system = new SoakSystem(START);
        live(system, system.on(connectionType, interval, folder.resolve("port")),
                system.incidents(connectionType, interval, days), days);
    }

    @Test
    void aYearWithAGatewayAndATunnel() throws IOException {
        assumeTrue(Objects.requireNonNull(System.getProperty("soak.connections", TWO)).contains(TWO));
        int days = days();
        Duration interval = Duration.ofSeconds(Objects.requireNonNull(Integer.getInteger("soak.seconds.two", 60)));
        Duration ofTunnel = interval.multipliedBy(10);
        SoakSystem system = new SoakSystem(START);
        live(system, system.onTwo(interval, ofTunnel), system.incidentsOfTwo(interval, ofTunnel, days), days);
    }

    private static int days() {
        return Objects.requireNonNull(Integer.getInteger("soak.days", 365));
    }

    private static void live(SoakSystem system, SoakConnection connection, List<Incident> incidents, int days) {
        long begun = System.nanoTime();
        List<Footprint> unitAlone = UnitAlone.live(system.start(), days, incidents);
        try (Soak soak = system.soak(connection)) {
            soak.live(system.start(), days, incidents);
            SoakReport.Lived lived = new SoakReport.Lived(soak, incidents, days,
                    Duration.ofNanos(System.nanoTime() - begun), unitAlone);
            try {
                new SoakVerdict(soak, incidents, days, unitAlone).check();
                REPORT.add(lived, "passed");
            } catch (AssertionError e) {
                REPORT.add(lived, "FAILED");
                throw e;
            }
        }
    }

    private static int pace(ConnectionType connectionType) {
        return switch (connectionType) {
            case GATEWAY -> 30;
            case PORTAL -> 180;
            case TUNNEL -> 300;
            // an answer over a serial port takes its time in the true world too
            case NETWORK, SERIAL -> 900;
        };
    }
}
