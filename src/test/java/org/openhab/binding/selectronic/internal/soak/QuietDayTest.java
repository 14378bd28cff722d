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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;

/**
 * A day with all channels linked and a poll a minute, on which nothing happens but what the plant does: what it costs
 * the device, the account and the memory card of openHAB. The figures are kept in {@code target/quiet-day.md}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class QuietDayTest {
    private static final Instant START = Instant.parse("2026-02-03T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1), HOUR = Duration.ofHours(1), POLLED = Duration.ofMinutes(1);
    private static final Path REPORT = Path.of("target", "quiet-day.md");
    private static final List<String> FIGURES = new ArrayList<>(List.of(
            "| Connection | Polls | Requests | Puts of storage | Updates of things | Of both, without a change |",
            "| --- | ---: | ---: | ---: | ---: | ---: |"));

    /** Requests of a poll: one page, or as many reads of the memory as cost least on that line. */
    private static final Map<ConnectionType, Integer> POLL = Map.of(ConnectionType.GATEWAY, 1, ConnectionType.PORTAL, 1,
            ConnectionType.NETWORK, 6, ConnectionType.TUNNEL, 4);
    /**
     * Requests of a day besides: list and description each hour; events each 5 minutes, a chart each quarter; a look at
     * the head of the log each minute, with the serial number of who answers, some reads for each of its 96 records,
     * and
     * once a day the settings.
     */
    private static final Map<ConnectionType, Integer> BESIDE = Map.of(ConnectionType.GATEWAY, 24 * 2,
            ConnectionType.PORTAL, 24 * 2 + 12 * 24 + 96, ConnectionType.NETWORK, 2 * 1440 + 96 * 7 + 60,
            ConnectionType.TUNNEL, 2 * 1440 + 96 * 5);

    @ParameterizedTest
    @EnumSource(names = { "GATEWAY", "PORTAL", "NETWORK", "TUNNEL" })
    void nothingIsWrittenThatIsThereAndNothingIsAskedThatIsNotPlanned(ConnectionType connectionType)
            throws IOException {
        SoakSystem system = new SoakSystem(START);
        SoakConnection on = system.on(connectionType, POLLED, Path.of("none"));
        on.calm();
        try (Soak soak = system.soak(on)) {
            soak.begin(START);
            // getting to know each other, and the past
            Instant begin = START.plus(HOUR).plusSeconds(1);
            soak.passTo(begin);
            long requests = on.requests(), logins = on.logins(), samples = soak.openHab().samples(),
                    statuses = soak.openHab().statusUpdates();
            long puts = soak.puts();
            int things = soak.openHab().thingUpdates;
            soak.passTo(begin.plus(HOUR));
            long hour = on.requests() - requests;
            soak.passTo(begin.plus(DAY));

            FIGURES.add(String.format("| %s | %d | %d | %d | %d | %d |", connectionType.name().toLowerCase(Locale.ROOT),
                    soak.openHab().samples() - samples, on.requests() - requests, soak.puts() - puts,
                    soak.openHab().thingUpdates - things, soak.unchanged().size()));
            Files.write(REPORT, FIGURES);
            double polls = (double) DAY.toMinutes() / POLLED.toMinutes();
            assertThat("polls", (double) (soak.openHab().samples() - samples), closeTo(polls, polls / 100));
            double plan = polls * Objects.requireNonNull(POLL.get(connectionType))
                    + Objects.requireNonNull(BESIDE.get(connectionType));
            assertThat("requests", (double) (on.requests() - requests), closeTo(plan, plan / 100));
            assertThat("each hour like the other", 24.0 * hour, closeTo(plan, plan / 100));
            assertThat("log-ins", on.logins() - logins, is(lessThanOrEqualTo(2L)));
            assertThat("updates of things", soak.openHab().thingUpdates - things, is(0));
            assertThat("status updates", soak.openHab().statusUpdates() - statuses, is(0L));
            assertThat("stored again", soak.unchanged(), is(empty()));
        }
    }
}
