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
package org.openhab.binding.selectronic.simulator.portal;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * The page of events.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PortalEventsTest {
    private static final Pattern ROW = Pattern.compile("<tr>\\s*(<td.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL);
    private static final int HOUSE = SimulatedPortal.FIRST_SYSTEM;

    @Test
    void shortFaultIsAnEventThoughNobodyAskedMeanwhile() throws Exception {
        Simulation simulation = PortalChartTest.startingAt(Scenario.LOW_VOLTAGE_TRIP, "2026-07-06T04:30:00");
        try (SimulatedPortal portal = SimulatedPortal.of(simulation, PortalOptions.DEFAULT.withPlainHttp())) {
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            assertThat(rows(browser), is(empty()));
            simulation.advance(Duration.ofMinutes(30));
            List<List<String>> rows = rows(browser);
            assertThat(rows.size(), is(1));
            assertThat(rows.get(0),
                    contains(containsString("glyphicon-ok-sign color-green"), is("50"),
                            is("Unit - Instant Low DC Voltage Fault"), is("2026-07-06 04:31:00"),
                            matchesPattern("2026-07-06 04:3\\d:\\d\\d")));
            assertThat(rows.get(0).get(4), is(greaterThan("2026-07-06 04:31:16")));
        }
    }

    @Test
    void standingAlertHasNoEndAndTheNewestIsFirst() throws Exception {
        Simulation simulation = PortalChartTest.startingAt(Scenario.NIGHT, "2026-01-15T01:00:00");
        try (SimulatedPortal portal = SimulatedPortal.of(simulation, PortalOptions.DEFAULT.withPlainHttp())) {
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            simulation.unit().change(plant -> plant.raise(12));
            simulation.advance(Duration.ofMinutes(10));
            simulation.unit().change(plant -> plant.raise(160));
            simulation.advance(Duration.ofMinutes(10));
            assertThat(rows(browser).stream().map(row -> row.get(1) + " " + row.get(3) + row.get(4)).toList(),
                    contains("160 2026-01-15 01:10:00", "12 2026-01-15 01:00:00"));
            simulation.unit().change(plant -> plant.clear(12));
            simulation.advance(Duration.ofMinutes(10));
            assertThat(rows(browser).get(1).get(4), startsWith("2026-01-15 01:20:0"));
        }
    }

    @Test
    void silenceOfADayIsAnEventOfThePortal() throws Exception {
        Simulation simulation = PortalChartTest.startingAt(Scenario.NIGHT, "2026-01-15T01:00:00");
        try (SimulatedPortal portal = SimulatedPortal.of(simulation, PortalOptions.DEFAULT.withPlainHttp())) {
            simulation.unit().setLinked(false);
            simulation.advance(Duration.ofHours(24).minusSeconds(1));
            assertThat(rows(PortalBrowser.loggedIn(portal)), is(empty()));
            simulation.advance(Duration.ofMinutes(10));
            assertThat(rows(PortalBrowser.loggedIn(portal)).get(0).subList(1, 5), contains("1001",
                    "Lost Communication - no updates for more than 24 hours.", "2026-01-16 01:00:00", ""));
            simulation.unit().setLinked(true);
            simulation.advance(Duration.ofMinutes(10));
            assertThat(rows(PortalBrowser.loggedIn(portal)).get(0).get(4), is("2026-01-16 01:09:59"));
        }
    }

    @Test
    void pageMayHoldAnything() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            portal.addEvent(HOUSE, EventRow.of("9999", "<odd> & \"new\"", "2026-06-15 19:40", ""));
            portal.addEvent(HOUSE, EventRow.of("12", "Low SoC", "yesterday", "today").without(EventRow.CLEARED));
            assertThat(rows(browser).stream().map(List::size).toList(), contains(4, 5));
            assertThat(rows(browser).get(1).get(2), is("&lt;odd&gt; &amp; &quot;new&quot;"));
            portal.setEventColumns(List.of(EventRow.CREATED, EventRow.CODE));
            assertThat(rows(browser).get(1), contains("2026-06-15 19:40", "9999"));
            assertThat(browser.get("/events/9001").body(),
                    containsString("<tr><th>Created</th><th class=\"hidden-xs\">Code</th></tr>"));
            portal.serve("/events/9001", new byte[0], "text/html", 200);
            assertThat(browser.get("/events/9001").body(), is(""));
        }
    }

    private static List<List<String>> rows(PortalBrowser browser) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        Matcher row = ROW.matcher(browser.get("/events/9001").body());
        while (row.find()) {
            rows.add(CELL.matcher(row.group(1)).results().map(cell -> cell.group(1)).toList());
        }
        return rows;
    }
}
