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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.simulator.ReceivedPage;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.AnswerFault;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.fault.JsonFaults;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

import com.google.gson.JsonObject;

/**
 * What goes wrong with a portal.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PortalFaultTest {
    private static final String LIVE = "/dashboard/hfdata/9001";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    /** Outcome of a minute in which a client logs in and asks for values. */
    private enum Minute {
        GOOD,
        MIDNIGHT,
        LOGIN,
        OTHER
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void aMonthFailsAsOftenAsMeasured(long seed) {
        PortalTroubles troubles = PortalTroubles.measured(seed);
        int[] counts = new int[Minute.values().length];
        int minute50 = 0;
        Instant start = Instant.parse("2026-08-16T14:00:00Z");
        for (int n = 0; n < 30 * 24 * 60; n++) {
            Instant time = start.plus(Duration.ofMinutes(n));
            LocalTime local = LocalTime.ofInstant(time, SYDNEY);
            boolean failed = troubles.meet(time, true).isPresent();
            counts[outcome(local, failed).ordinal()]++;
            minute50 += failed && local.getMinute() == 50 ? 1 : 0;
        }
        int failures = 30 * 24 * 60 - counts[Minute.GOOD.ordinal()];
        // measured: 136 of 43200, three quarters of them at midnight, 3.4 % of 720 in minute 50
        assertThat(failures, is(both(greaterThan(95)).and(lessThan(180))));
        assertThat((double) counts[Minute.MIDNIGHT.ordinal()] / failures, is(closeTo(0.75, 0.12)));
        assertThat(minute50, is(both(greaterThan(8)).and(lessThan(45))));
    }

    @Test
    void midnightIsBadForEveryRequestOfTheMinute() throws Exception {
        Simulation simulation = PortalChartTest.startingAt(Scenario.NIGHT, "2026-01-15T23:59:30");
        try (SimulatedPortal portal = SimulatedPortal.of(simulation, PortalOptions.DEFAULT.withPlainHttp())) {
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            portal.setTroubles(PortalTroubles.measured(1));
            int bad = 0;
            for (int minute = 0; minute < 20; minute++) {
                simulation.advance(Duration.ofMinutes(1));
                int status = browser.get(LIVE).statusCode();
                assertThat(browser.get("/systems/list/owner").statusCode(), is(status));
                assertThat(status, is(oneOf(200, 504)));
                bad += status == 504 ? 1 : 0;
            }
            assertThat(bad, is(greaterThan(0)));
            simulation.advance(Duration.ofMinutes(1));
            assertThat(browser.get(LIVE).statusCode(), is(200));
        }
    }

    @Test
    void loginsOfMinuteFiftyFailInBothWays() throws Exception {
        PortalTroubles troubles = PortalTroubles.measured(1);
        Instant refusedAt = findMinute50(troubles, false);
        Instant closedAt = findMinute50(troubles, true);
        Simulation simulation = Simulation.still(Scenario.NIGHT);
        for (Instant time : List.of(refusedAt, closedAt)) {
            try (SimulatedPortal portal = new SimulatedPortal(List.of(SimulatedPortal.account(simulation)),
                    PortalOptions.DEFAULT.withPlainHttp(), Clock.fixed(time, ZoneOffset.UTC))) {
                PortalBrowser early = PortalBrowser.loggedIn(portal);
                portal.setTroubles(troubles);
                PortalBrowser browser = new PortalBrowser(portal);
                if (time.equals(closedAt)) {
                    assertThrows(IOException.class,
                            () -> browser.login(SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD));
                } else {
                    ReceivedPage answer = browser.login(SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD);
                    assertThat(answer.statusCode(), is(200));
                    assertThat(answer.body(),
                            allOf(containsString("<form action=\"/login\""), not(containsString("Bad email"))));
                }
                assertThat(browser.cookies(), is(empty()));
                assertThat(early.get(LIVE).statusCode(), is(200));
                assertThat(portal.counters().loginsRefused(), is(0));
            }
        }
    }

    @Test
    void olderReportsHaveTheirMinutes() throws Exception {
        Simulation simulation = PortalChartTest.startingAt(Scenario.NIGHT, "2026-01-15T03:47:30");
        try (SimulatedPortal portal = SimulatedPortal.of(simulation, PortalOptions.DEFAULT.withPlainHttp())) {
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            portal.setTroubles(PortalTroubles.reported());
            for (int minute = 47; minute <= 53; minute++) {
                assertThat(browser.get(LIVE).statusCode(), is(minute >= 48 && minute <= 52 ? 503 : 200));
                simulation.advance(Duration.ofMinutes(1));
            }
        }
    }

    @Test
    void troublesOfTheServerLeaveTheSession() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            portal.inject(Faults.status(500), "/hfdata/9001", 1);
            portal.inject(Faults.retryAfter(429, Duration.ofSeconds(90)), "/owner", 1);
            portal.inject(Faults.status(429), "/installer", 1);
            assertThat(browser.get(LIVE).statusCode(), is(500));
            assertThat(browser.get(LIVE).statusCode(), is(200));
            ReceivedPage limited = browser.get("/systems/list/owner");
            assertThat(limited.statusCode(), is(429));
            assertThat(limited.headers().firstValue("Retry-After").orElseThrow(), is("90"));
            assertThat(browser.get("/systems/list/installer").headers().firstValue("Retry-After").isPresent(),
                    is(false));
            portal.inject(Faults.cutBody(50), "/hfdata/9001", 1);
            assertThat(browser.get(LIVE).body().length(), is(50));
            portal.inject(Faults.welcomePage(), "/hfdata/9001", 1);
            assertThat(browser.get(LIVE).body(), containsString("guest network"));
            portal.inject(Faults.reset(20), "/hfdata/9001", 1);
            assertThrows(IOException.class, () -> browser.get(LIVE));
            portal.inject(Faults.refused());
            assertThrows(ConnectException.class, () -> browser.get(LIVE));
            portal.clearFaults();
            assertThat(browser.get(LIVE).statusCode(), is(200));
            assertThat(portal.counters().loginsTried(), is(1));
        }
    }

    @Test
    void requestsInFlightAreCountedForEachAccount() throws Exception {
        Simulation simulation = Simulation.still(Scenario.NIGHT);
        PortalAccount other = PortalAccount.owner("other@example.org", "o", PortalSystem.of(5, simulation));
        try (SimulatedPortal portal = new SimulatedPortal(List.of(SimulatedPortal.account(simulation), other),
                PortalOptions.DEFAULT.withPlainHttp(), new SimulationClock(simulation))) {
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            PortalBrowser second = new PortalBrowser(portal);
            second.login("other@example.org", "o");
            assertThat(portal.log().awaitIdle(PATIENCE), is(true));
            portal.log().clear();
            portal.inject(Faults.hang(), "/hfdata/9001", 2);
            browser.start(LIVE);
            browser.start(LIVE);
            assertThat(portal.log().await(2, PATIENCE), is(true));
            assertThat(second.get("/dashboard/hfdata/5").statusCode(), is(200));
            assertThat(portal.counters().maxInFlight(SimulatedPortal.EMAIL), is(2));
            assertThat(portal.counters().maxInFlight("other@example.org"), is(1));
            portal.line().dropAll(true);
            assertThat(portal.log().awaitIdle(PATIENCE), is(true));
        }
    }

    @Test
    void timestampMayBeFrozen() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            portal.inject(JsonFaults.frozen());
            JsonObject first = browser.json(LIVE);
            portal.simulation().advance(Duration.ofMinutes(20));
            JsonObject later = browser.json(LIVE);
            assertThat(later.get("items"), is(first.get("items")));
            assertThat(later.get("now").getAsLong(), is(first.get("now").getAsLong() + 1200));
        }
    }

    /** What a client gives away that follows blindly: the logs of both hosts see it. */
    @Test
    void redirectToAnotherHostShowsWhatFollows() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT);
                SimulatedPortal other = SimulatedPortal.still(Scenario.NIGHT)) {
            String elsewhere = "http://localhost:" + other.port() + "/login";
            portal.inject(Faults.redirect(307, elsewhere), "/login", 1);
            new PortalBrowser(portal, HttpClient.Redirect.ALWAYS).login(SimulatedPortal.EMAIL,
                    SimulatedPortal.PASSWORD);
            assertThat(other.counters().pathsWith(SimulatedPortal.PASSWORD), contains("/login"));

            portal.inject(Faults.redirect(307, elsewhere), "/login", 1);
            other.log().clear();
            assertThat(new PortalBrowser(portal).login(SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD).statusCode(),
                    is(307));
            assertThat(other.log().count(), is(0));
            assertThat(other.counters().pathsWith(SimulatedPortal.PASSWORD), is(empty()));
        }
    }

    private static Minute outcome(LocalTime local, boolean failed) {
        if (!failed) {
            return Minute.GOOD;
        }
        if (local.getHour() == 0 && local.getMinute() < 20) {
            return Minute.MIDNIGHT;
        }
        return local.getMinute() == 50 ? Minute.LOGIN : Minute.OTHER;
    }

    /** A minute 50 in which a login, and nothing else, goes wrong by an answer or by the connection. */
    private static Instant findMinute50(PortalTroubles troubles, boolean closed) {
        Instant start = Instant.parse("2026-01-15T00:50:00Z");
        for (int hour = 0; hour < 2000; hour++) {
            Instant time = start.plus(Duration.ofHours(hour));
            Optional<Fault> fault = troubles.meet(time, true);
            if (fault.isPresent() && troubles.meet(time, false).isEmpty()
                    && fault.get() instanceof AnswerFault != closed) {
                return time;
            }
        }
        throw new AssertionError("no such minute");
    }
}
