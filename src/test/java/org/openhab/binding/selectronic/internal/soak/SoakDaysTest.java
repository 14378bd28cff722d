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
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.soak.Incident.Kind;

/**
 * Three days of what {@link SoakYear} does for a year: those in which summer time ends.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SoakDaysTest {
    @Test
    void threeDaysOverTheNetwork() throws IOException {
        int days = 3;
        Duration interval = Duration.ofHours(1);
        SoakSystem system = new SoakSystem(Instant.parse("2026-04-03T00:00:00Z"));
        List<Incident> incidents = new Timetable(system.start(), days, 1).on(1, Kind.RESET, Duration.ZERO)
                .often(1, Kind.ABSENCE, Duration.ofMinutes(1), Duration.ofHours(2))
                .often(1, Kind.OUTAGE, Duration.ofHours(2), Duration.ofHours(4)).incidents();
        try (Soak soak = system.soak(system.on(ConnectionType.NETWORK, interval, Path.of("none")))) {
            soak.live(system.start(), days, incidents);
            new SoakVerdict(soak, incidents, days, List.of()).check();
        }
    }

    @Test
    void threeDaysWithAGatewayAndATunnel() throws IOException {
        int days = 3;
        Duration interval = Duration.ofMinutes(30);
        SoakSystem system = new SoakSystem(Instant.parse("2026-04-03T00:00:00Z"));
        Duration certain = interval.multipliedBy(7);
        List<Incident> incidents = new Timetable(system.start(), days, 1)
                .often(1, Kind.FIRST_OUT, certain, certain.plusHours(1))
                .often(1, Kind.SECOND_OUT, certain, certain.plusHours(1))
                .often(1, Kind.OUTAGE, certain, certain.plusHours(1)).incidents();
        try (Soak soak = system.soak(system.onTwo(interval, interval))) {
            soak.live(system.start(), days, incidents);
            new SoakVerdict(soak, incidents, days, List.of()).check();
        }
    }
}
