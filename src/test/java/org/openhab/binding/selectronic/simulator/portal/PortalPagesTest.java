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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.plant.PlantState;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Live values, lists and pages of the portal.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PortalPagesTest {
    @Test
    void liveValuesAreThoseOfThePlant() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.SUNNY_DAY)) {
            portal.simulation().advance(Duration.ofHours(5));
            PlantState truth = portal.simulation().unit().state();
            JsonObject body = PortalBrowser.loggedIn(portal).json("/dashboard/hfdata/9001");
            JsonObject items = body.getAsJsonObject("items");
            assertThat(body.get("item_count").getAsInt(), is(22));
            assertThat(items.size(), is(22));
            assertThat(items.get("load_w").getAsDouble(), is(closeTo(truth.flows().load(), 10)));
            assertThat(items.get("battery_w").getAsDouble(), is(closeTo(truth.flows().battery(), 20)));
            assertThat(items.get("battery_soc").getAsDouble(), is(closeTo(truth.soc(), 0.1)));
            assertThat(items.get("timestamp").getAsLong(), is(truth.time().getEpochSecond()));
            assertThat(body.get("now").getAsLong(), is(truth.time().getEpochSecond()));
        }
    }

    @Test
    void liveValuesChangeAtThePortalsPace() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.of(Simulation.still(Scenario.SUNNY_DAY),
                PortalOptions.DEFAULT.withPlainHttp().withRefresh(Duration.ofMinutes(1)))) {
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            long first = timestamp(browser);
            portal.simulation().advance(Duration.ofSeconds(59));
            assertThat(timestamp(browser), is(first));
            portal.simulation().advance(Duration.ofSeconds(1));
            assertThat(timestamp(browser), is(first + 60));
        }
    }

    @Test
    void valuesOfASilentSystemGetOld() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            long first = timestamp(browser);
            portal.simulation().unit().setLinked(false);
            portal.simulation().advance(Duration.ofMinutes(10));
            JsonObject body = browser.json("/dashboard/hfdata/9001");
            assertThat(body.getAsJsonObject("items").get("timestamp").getAsLong(), is(first));
            assertThat(body.get("now").getAsLong(), is(first + 600));
        }
    }

    @Test
    void eachAccountHasItsOwnSystems() throws Exception {
        Simulation simulation = Simulation.still(Scenario.NIGHT);
        PortalSystem house = PortalSystem.of(1, simulation);
        PortalSystem shed = PortalSystem.of(4321, simulation).withName("Shed & \"more\"");
        PortalAccount anna = PortalAccount.owner("anna@example.org", "a", house);
        PortalAccount bert = PortalAccount.owner("bert@example.org", "b", shed).withInstalled(List.of(house, shed));
        try (SimulatedPortal portal = new SimulatedPortal(List.of(anna, bert),
                PortalOptions.DEFAULT.withPlainHttp().withInstallerListRefused(), new SimulationClock(simulation))) {
            PortalBrowser first = new PortalBrowser(portal);
            first.login("anna@example.org", "a");
            assertThat(numbers(first, "/owner"), contains("1"));
            assertThat(first.get("/systems/list/installer").statusCode(), is(403));
            assertThat(first.get("/dashboard/hfdata/1").statusCode(), is(200));
            assertThat(first.get("/dashboard/hfdata/4321").statusCode(), is(404));
            assertThat(first.get("/dashboard/hfdata/77").statusCode(), is(404));

            PortalBrowser second = new PortalBrowser(portal);
            second.login("bert@example.org", "b");
            assertThat(numbers(second, "/owner?_=1700000000000"), contains("4321"));
            assertThat(numbers(second, "/installer"), contains("1", "4321"));
            assertThat(numbers(second, ""), contains("4321", "1"));
            assertThat(second.json("/systems/list/owner").getAsJsonArray("systems").get(0).getAsJsonObject().get("name")
                    .getAsString(), is("Shed & \"more\""));
        }
    }

    @Test
    void systemsOfOthersMayBeForbidden() throws Exception {
        Simulation simulation = Simulation.still(Scenario.NIGHT);
        PortalAccount other = PortalAccount.owner("other@example.org", "o", PortalSystem.of(5, simulation));
        try (SimulatedPortal portal = new SimulatedPortal(List.of(SimulatedPortal.account(simulation), other),
                PortalOptions.DEFAULT.withPlainHttp().withForeignStatus(403).withNumbers(NumberForm.NUMBER),
                new SimulationClock(simulation))) {
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            assertThat(browser.get("/dashboard/hfdata/5").statusCode(), is(403));
            assertThat(browser.get("/dashboard/hfdata/6").statusCode(), is(404));
            assertThat(browser.get("/systems/list/owner").body(), containsString("\"did\":9001,\"lat\":-37.00,"));
            assertThat(numbers(browser, "/installer"), is(empty()));
        }
    }

    @Test
    void installerMayHaveHundredsOfSystems() throws Exception {
        Simulation simulation = Simulation.still(Scenario.NIGHT);
        List<PortalSystem> systems = new ArrayList<>();
        for (int n = 1; n <= 200; n++) {
            systems.add(PortalSystem.of(n, simulation));
        }
        try (SimulatedPortal portal = new SimulatedPortal(
                List.of(PortalAccount.installer(SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD, systems)),
                PortalOptions.DEFAULT.withPlainHttp(), new SimulationClock(simulation))) {
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            assertThat(numbers(browser, "/installer").size(), is(200));
            assertThat(numbers(browser, "/owner"), is(empty()));
            assertThat(browser.get("/dashboard/hfdata/200").statusCode(), is(200));
        }
    }

    @Test
    void pageOfASystemReportsWhatItIsMadeOf() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            String page = PortalBrowser.loggedIn(portal).get("/dashboard/9001").body();
            String serial = Integer.toString(portal.simulation().unit().identity().serial());
            assertThat(page.lines().map(String::strip).toList(),
                    hasItems("<div style=\"display: table-cell\">SP PRO Serial:</div>",
                            "<div style=\"display: table-cell\" id=\"sppro_model\">" + serial + "</div>",
                            "<div style=\"display: table-cell\" id=\"sppro_rating\">7.5kW, 48V</div>"));
        }
    }

    @Test
    void profileReportsTheTimeZone() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            assertThat(PortalBrowser.loggedIn(portal).get("/myprofile").body(),
                    containsString("value=\"Australia/Melbourne\" selected"));
        }
    }

    @Test
    void requestsAreCounted() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            browser.get("/dashboard/hfdata/9001");
            portal.simulation().advance(Duration.ofMinutes(1));
            browser.get("/dashboard/hfdata/9001");
            assertThat(portal.counters().times("/dashboard/hfdata/9001"),
                    contains(portal.simulation().now().minusSeconds(60), portal.simulation().now()));
            assertThat(portal.counters().maxInFlight(SimulatedPortal.EMAIL), is(1));
            assertThat(portal.counters().maxInFlight("nobody@example.org"), is(0));
        }
    }

    private static long timestamp(PortalBrowser browser) throws Exception {
        return browser.json("/dashboard/hfdata/9001").getAsJsonObject("items").get("timestamp").getAsLong();
    }

    private static List<String> numbers(PortalBrowser browser, String role) throws Exception {
        JsonArray systems = browser.json("/systems/list" + role).getAsJsonArray("systems");
        List<String> numbers = new ArrayList<>();
        for (JsonElement system : systems) {
            numbers.add(system.getAsJsonObject().get("did").getAsString());
        }
        return numbers;
    }
}
