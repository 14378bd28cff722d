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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.plant.PlantState;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Charts and stored records.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PortalChartTest {
    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    private static final int HOUSE = SimulatedPortal.FIRST_SYSTEM;

    @Test
    void energiesOfTheChartsAddUpToTheCounters() throws Exception {
        Simulation simulation = startingAt(Scenario.MAINS_EXPORTING, "2026-01-15T12:30:03");
        try (SimulatedPortal portal = SimulatedPortal.of(simulation, PortalOptions.DEFAULT.withPlainHttp())) {
            Energies before = simulation.unit().state().total();
            simulation.advance(Duration.ofMinutes(95).plusMillis(1234));
            simulation.advance(Duration.ofDays(3));
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            PlantState after = simulation.unit().state();
            double solar = 0;
            double load = 0;
            double grid = 0;
            double export = 0;
            for (LocalDate day = LocalDate.parse("2026-01-15"); !day.isAfter(LocalDate.parse("2026-01-18")); day = day
                    .plusDays(1)) {
                JsonObject data = browser.chart(HOUSE, day.toString(), 1, 0).getAsJsonObject("data");
                solar += sum(data, "solar");
                load += sum(data, "load");
                grid += sum(data, "grid");
                export += sum(data, "export");
            }
            Energies total = after.total();
            // each of 76 hours is rounded to the watt-hour
            assertThat(solar, is(
                    closeTo((total.acSolar() + total.dcSolar() - before.acSolar() - before.dcSolar()) / 1000, 0.04)));
            assertThat(load, is(closeTo((total.load() - before.load()) / 1000, 0.04)));
            assertThat(grid, is(closeTo((total.sourceIn() - before.sourceIn()) / 1000, 0.04)));
            assertThat(export, is(closeTo((total.sourceOut() - before.sourceOut()) / 1000, 0.04)));
            assertThat(export, is(greaterThan(5.0)));
        }
    }

    @Test
    void hourHasTheEnergyOfThatHour() throws Exception {
        Simulation simulation = startingAt(Scenario.SUNNY_DAY, "2026-01-15T10:00:00");
        try (SimulatedPortal portal = SimulatedPortal.of(simulation, PortalOptions.DEFAULT.withPlainHttp())) {
            Instant eleven = LocalDateTime.parse("2026-01-15T11:00").atZone(MELBOURNE).toInstant();
            simulation.advance(Duration.between(simulation.now(), eleven));
            double before = simulation.unit().state().total().load();
            simulation.advance(Duration.ofHours(1));
            PlantState noon = simulation.unit().state();
            simulation.advance(Duration.ofMinutes(20));
            JsonObject data = PortalBrowser.loggedIn(portal).chart(HOUSE, "2026-01-15", 1, 0).getAsJsonObject("data");
            List<String> labels = labels(data);
            int hour = labels.indexOf("2026-01-15 11:00");
            assertThat(data.getAsJsonArray("load").get(hour).getAsDouble(),
                    is(closeTo((noon.total().load() - before) / 1000, 0.001)));
            assertThat(data.getAsJsonArray("soc").get(hour).getAsDouble(), is(closeTo(noon.soc(), 0.06)));
            assertThat(labels.get(labels.size() - 1), is("2026-01-15 12:00"));
            assertThat(data.getAsJsonArray("solar").get(0).isJsonNull(), is(true));
        }
    }

    @ParameterizedTest
    @CsvSource({ "2025-10-04, 2025-10-05, 23, 0", "2026-04-04, 2026-04-05, 25, 2", "2026-04-05, 2026-04-06, 24, 1" })
    void dayHasAsManyHoursAsTheClocksGiveIt(String start, String day, int hours, int timesTwoOClock) throws Exception {
        Simulation simulation = startingAt(Scenario.NIGHT, start + "T20:00");
        try (SimulatedPortal portal = SimulatedPortal.of(simulation, PortalOptions.DEFAULT.withPlainHttp())) {
            simulation.advance(Duration.ofHours(40));
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            JsonObject data = browser.chart(HOUSE, day, 1, 288).getAsJsonObject("data");
            List<String> labels = labels(data);
            assertThat(data.get("chartdate").getAsString(), is(day));
            assertThat(labels.size(), is(hours));
            assertThat(labels.stream().filter((day + " 02:00")::equals).count(), is((long) timesTwoOClock));
            assertThat(labels.get(0), is(day + " 00:00"));
            assertThat(labels.get(hours - 1), is(day + " 23:00"));
            for (String series : List.of("solar", "load", "grid", "export", "soc")) {
                assertThat(data.getAsJsonArray(series).size(), is(hours));
            }
            data.getAsJsonArray("load").forEach(value -> assertThat(value.getAsDouble(), is(greaterThan(0.1))));
        }
    }

    @Test
    void dayBeforeTheBeginningIsTheFirstDay() throws Exception {
        Simulation simulation = startingAt(Scenario.NIGHT, "2026-01-15T01:00");
        try (SimulatedPortal portal = SimulatedPortal.of(simulation, PortalOptions.DEFAULT.withPlainHttp())) {
            simulation.advance(Duration.ofHours(30));
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            JsonObject first = browser.chart(HOUSE, "2026-01-15", 1, 0);
            assertThat(browser.chart(HOUSE, "2019-01-01", 1, 0), is(first));
            assertThat(first.getAsJsonObject("data").get("chartdate").getAsString(), is("2026-01-15"));
            JsonObject items = browser.json("/dashboard/getdata/9001?needfirst=1").getAsJsonObject("items");
            assertThat(items.get("first_date").getAsString(), is(lessThan("2026-01-15")));
            assertThat(items.get("last_date").getAsString(), is("2026-01-16"));
        }
    }

    @Test
    void hoursMayBeMissing() throws Exception {
        Simulation simulation = startingAt(Scenario.NIGHT, "2026-01-15T01:00");
        try (SimulatedPortal portal = SimulatedPortal.of(simulation, PortalOptions.DEFAULT.withPlainHttp())) {
            simulation.advance(Duration.ofDays(3));
            Instant midnight = ZonedDateTime.of(LocalDate.parse("2026-01-16").atStartOfDay(), MELBOURNE).toInstant();
            portal.forgetHours(HOUSE, midnight.plus(Duration.ofHours(13)), midnight.plus(Duration.ofHours(15)));
            portal.forgetHours(HOUSE, midnight.plus(Duration.ofHours(24)), midnight.plus(Duration.ofHours(48)));
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            JsonArray gap = browser.chart(HOUSE, "2026-01-16", 1, 0).getAsJsonObject("data").getAsJsonArray("load");
            for (int hour = 0; hour < 24; hour++) {
                assertThat(gap.get(hour).isJsonNull(), is(hour == 13 || hour == 14));
            }
            JsonObject empty = browser.chart(HOUSE, "2026-01-17", 1, 0).getAsJsonObject("data");
            assertThat(labels(empty), is(empty()));
            assertThat(empty.getAsJsonArray("soc").size(), is(0));
        }
    }

    @Test
    void nothingIsKnownOfTheTimeWithoutACable() throws Exception {
        Simulation simulation = startingAt(Scenario.NIGHT, "2026-01-15T00:00");
        try (SimulatedPortal portal = SimulatedPortal.of(simulation, PortalOptions.DEFAULT.withPlainHttp())) {
            simulation.advance(Duration.ofHours(5));
            simulation.unit().setLinked(false);
            simulation.advance(Duration.ofHours(2));
            simulation.unit().setLinked(true);
            simulation.advance(Duration.ofHours(2));
            JsonArray load = PortalBrowser.loggedIn(portal).chart(HOUSE, "2026-01-15", 1, 0).getAsJsonObject("data")
                    .getAsJsonArray("load");
            assertThat(load.get(4).isJsonNull(), is(false));
            assertThat(load.get(5).isJsonNull(), is(true));
            assertThat(load.get(6).isJsonNull(), is(true));
            assertThat(load.get(7).isJsonNull(), is(false));
        }
    }

    @Test
    void intervalsAreACap() throws Exception {
        Simulation simulation = startingAt(Scenario.SUNNY_DAY, "2026-01-15T00:00");
        try (SimulatedPortal portal = SimulatedPortal.of(simulation, PortalOptions.DEFAULT.withPlainHttp())) {
            simulation.advance(Duration.ofDays(2));
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            JsonObject full = browser.chart(HOUSE, "2026-01-15", 1, 288).getAsJsonObject("data");
            JsonObject coarse = browser.chart(HOUSE, "2026-01-15", 1, 10).getAsJsonObject("data");
            assertThat(labels(full).size(), is(24));
            assertThat(labels(coarse).size(), is(8));
            assertThat(sum(coarse, "solar"), is(closeTo(sum(full, "solar"), 0.02)));
            JsonObject month = browser.chart(HOUSE, "2026-01-15", 3, 0).getAsJsonObject("data");
            assertThat(month.getAsJsonArray("solar").get(14).getAsDouble(), is(closeTo(sum(full, "solar"), 0.02)));
            assertThat(browser.chart(HOUSE, "2026-01-15", 9, 0).has("data"), is(false));
            assertThat(browser.get("/dashboard/chartdata/9001").statusCode(), is(404));
        }
    }

    @Test
    void storedRecordIsTheMeanOfTenMinutes() throws Exception {
        Simulation simulation = startingAt(Scenario.SUNNY_DAY, "2026-01-15T12:00");
        try (SimulatedPortal portal = SimulatedPortal.of(simulation, PortalOptions.DEFAULT.withPlainHttp())) {
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            simulation.advance(Duration.ofMinutes(5));
            assertThat(browser.json("/dashboard/getdata/9001").getAsJsonObject("items").size(), is(0));
            simulation.advance(Duration.ofMinutes(5));
            PlantState begin = simulation.unit().state();
            simulation.advance(Duration.ofMinutes(10));
            PlantState end = simulation.unit().state();
            simulation.advance(Duration.ofMinutes(7));
            JsonObject body = browser.json("/dashboard/getdata/9001");
            JsonObject items = body.getAsJsonObject("items");
            assertThat(items.get("timestamp").getAsLong(), is(end.time().getEpochSecond()));
            assertThat(body.get("now").getAsLong(), is(end.time().getEpochSecond() + 420));
            assertThat(items.get("load_w").getAsDouble(),
                    is(closeTo((end.total().load() - begin.total().load()) * 6, 1e-6)));
            assertThat(items.get("load_wh_today").getAsDouble(), is(closeTo(end.today().load() / 1000, 1e-9)));
            assertThat(items.get("battery_soc").getAsDouble(), is(closeTo(end.soc(), 1e-9)));
        }
    }

    /** A scenario that begins when the clocks of Melbourne show a time. */
    static Simulation startingAt(Scenario scenario, String time) {
        PlantSettings settings = scenario.settings().withStart(LocalDateTime.parse(time).atZone(MELBOURNE).toInstant());
        return new Simulation(Clock.fixed(Instant.EPOCH, MELBOURNE), 1, Simulation.units(scenario, settings, 1));
    }

    private static List<String> labels(JsonObject data) {
        List<String> labels = new ArrayList<>();
        data.getAsJsonArray("datetime").forEach(label -> labels.add(label.getAsString()));
        return labels;
    }

    private static double sum(JsonObject data, String series) {
        double sum = 0;
        for (JsonElement value : data.getAsJsonArray(series)) {
            sum += value.isJsonNull() ? 0 : value.getAsDouble();
        }
        return sum;
    }
}
