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

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.SSLHandshakeException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.simulator.ReceivedPage;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * Logging in and what becomes of sessions.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PortalLoginTest {
    private static final String LIVE = "/dashboard/hfdata/9001";
    private static final String FORM = "<form action=\"/login\"";

    @Test
    void goodLoginLeadsToTheSystemsWithACookie() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            PortalBrowser browser = new PortalBrowser(portal);
            ReceivedPage answer = browser.login(SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD);
            assertThat(answer.statusCode(), is(302));
            assertThat(answer.headers().firstValue("Location").orElseThrow(), is("/systems"));
            assertThat(browser.cookies(), contains(matchesPattern("mojolicious: [A-Za-z0-9+/-]+--[0-9a-f]{8}")));
            assertThat(browser.get("/systems").body(),
                    allOf(containsString("/dashboard/9001"), not(containsString(FORM))));
            assertThat(portal.counters().loginsAccepted(), is(1));
            assertThat(portal.counters().pathsWithCookie(), contains("/systems"));
            assertThat(portal.counters().pathsWith(SimulatedPortal.PASSWORD), contains("/login"));
        }
    }

    @Test
    void theCookieMayHoldSignsOfEquality() throws Exception {
        PortalOptions options = PortalOptions.DEFAULT.withPlainHttp()
                .withSessions(SessionRules.DEFAULT.withPaddedCookie());
        try (SimulatedPortal portal = SimulatedPortal.of(Simulation.still(Scenario.NIGHT), options)) {
            PortalBrowser browser = new PortalBrowser(portal);
            browser.login(SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD);
            assertThat(browser.cookies(), contains(matchesPattern("mojolicious: .*==--.*")));
        }
    }

    @ParameterizedTest
    @CsvSource({ "owner@example.org, wrong", "other@example.org, correct horse", "'', ''" })
    void badLoginGivesThePageAgain(String email, String password) throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            PortalBrowser browser = new PortalBrowser(portal);
            ReceivedPage answer = browser.login(email, password);
            assertThat(answer.statusCode(), is(200));
            assertThat(answer.body(), allOf(containsString("Bad email address or password"), containsString(FORM)));
            assertThat(browser.cookies(), is(empty()));
            assertThat(portal.counters().loginsTried(), is(1));
            assertThat(portal.counters().loginsRefused(), is(1));
            assertThat(portal.counters().loginsAccepted(), is(0));
        }
    }

    @Test
    void passwordThatIsNotEncodedIsWrong() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            String password = "1+1=2 & 100% \u00fc";
            portal.changePassword(SimulatedPortal.EMAIL, password);
            PortalBrowser browser = new PortalBrowser(portal);
            for (String raw : List.of(password, password.replace("%", "%25"), password.replace("+", "%2B"))) {
                String form = "email=" + SimulatedPortal.EMAIL + "&pwd=" + raw;
                assertThat(browser.post("/login", form).statusCode(), is(200));
            }
            assertThat(portal.counters().loginsRefused(), is(3));
            assertThat(browser.login(SimulatedPortal.EMAIL, password).statusCode(), is(302));
        }
    }

    @Test
    void cookieMayBeMissing() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            portal.setSessions(SessionRules.DEFAULT.withoutCookie());
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            assertThat(browser.cookies(), is(empty()));
            assertThat(browser.get(LIVE).statusCode(), is(401));
        }
    }

    @ParameterizedTest
    @EnumSource(SessionEnd.class)
    void sessionEndsSomeTimeAfterItsLastUse(SessionEnd end) throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            portal.setSessions(SessionRules.DEFAULT.withEnd(end).withIdleLife(Duration.ofMinutes(20)));
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            for (int use = 0; use < 3; use++) {
                portal.simulation().advance(Duration.ofMinutes(19));
                assertThat(browser.get(LIVE).statusCode(), is(200));
            }
            portal.simulation().advance(Duration.ofMinutes(21));
            ReceivedPage answer = browser.get(LIVE);
            ReceivedPage events = browser.get("/events/9001");
            switch (end) {
                case UNAUTHORIZED -> {
                    assertThat(answer.statusCode(), is(401));
                    assertThat(events.statusCode(), is(302));
                }
                case REDIRECT -> {
                    assertThat(answer.statusCode(), is(302));
                    assertThat(answer.headers().firstValue("Location").orElseThrow(), is("/login"));
                }
                case LOGIN_PAGE -> {
                    assertThat(answer.statusCode(), is(200));
                    assertThat(answer.body(), containsString(FORM));
                    assertThat(events.body(), containsString(FORM));
                }
            }
            browser.login(SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD);
            assertThat(browser.json(LIVE).has("items"), is(true));
        }
    }

    @Test
    void sessionMayBeGoneRightAfterTheLogin() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            portal.evictNext(1);
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            assertThat(browser.get(LIVE).statusCode(), is(401));
            browser.login(SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD);
            assertThat(browser.get(LIVE).statusCode(), is(200));
        }
    }

    @Test
    void accountMayHaveOneSessionOnly() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            PortalBrowser first = PortalBrowser.loggedIn(portal);
            PortalBrowser second = PortalBrowser.loggedIn(portal);
            assertThat(first.get(LIVE).statusCode(), is(200));
            portal.setSessions(SessionRules.DEFAULT.withOneForEachAccount());
            PortalBrowser third = PortalBrowser.loggedIn(portal);
            assertThat(first.get(LIVE).statusCode(), is(401));
            assertThat(second.get(LIVE).statusCode(), is(401));
            assertThat(third.get(LIVE).statusCode(), is(200));
            third.get("/logout");
            assertThat(third.get(LIVE).statusCode(), is(401));
        }
    }

    @Test
    void renewedCookiesAreTakenAndOldOnesStayGood() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            portal.setSessions(SessionRules.DEFAULT.withRenewedCookie());
            PortalBrowser browser = PortalBrowser.loggedIn(portal);
            String first = browser.cookies().get(0);
            assertThat(browser.get(LIVE).statusCode(), is(200));
            assertThat(browser.cookies(), contains(not(first)));
            assertThat(browser.get(LIVE).statusCode(), is(200));
        }
    }

    @Test
    void changedPasswordIsTheOnlyOne() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.still(Scenario.NIGHT)) {
            portal.changePassword(SimulatedPortal.EMAIL, "new");
            PortalBrowser browser = new PortalBrowser(portal);
            assertThat(browser.login(SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD).statusCode(), is(200));
            assertThat(browser.login(SimulatedPortal.EMAIL, "new").statusCode(), is(302));
        }
    }

    @Test
    void onlyTheClientThatTrustsTheCertificateGetsThrough() throws Exception {
        try (SimulatedPortal portal = SimulatedPortal.of(Simulation.still(Scenario.NIGHT),
                PortalOptions.DEFAULT.withLanding("/dashboard"))) {
            PortalBrowser browser = new PortalBrowser(portal, HttpClient.Redirect.NORMAL);
            assertThat(portal.uri().getScheme(), is("https"));
            ReceivedPage landed = browser.login(SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD);
            assertThat(landed.uri().getPath(), is("/dashboard"));
            assertThat(landed.statusCode(), is(200));
            assertThrows(SSLHandshakeException.class, () -> HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(portal.uri()).build(), HttpResponse.BodyHandlers.discarding()));
        }
    }
}
