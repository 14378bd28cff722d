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
package org.openhab.binding.selectronic.internal.scenario;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.splink.CapturedLog;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.portal.SessionRules;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.binding.selectronic.simulator.web.Request;
import org.openhab.core.thing.Thing;

/**
 * Account and cookie are sent to the portal only.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PortalSecretsTest {
    private static final String WRONG = "wr0ng = &%pass";

    private final List<CapturedLog> logs = List.of("http", "portal", "handler").stream().map(CapturedLog::new).toList();
    private final PortalHouse house = new PortalHouse();

    @AfterEach
    void close() {
        house.close();
        logs.forEach(CapturedLog::close);
    }

    /** All that the binding says of itself. */
    private String said(Thing inverter) {
        List<String> said = new ArrayList<>(logs.stream().map(CapturedLog::text).toList());
        said.add(house.openHab.statuses.toString());
        said.add(house.openHab.updates.toString());
        said.add(house.openHab.thing(inverter.getUID()).getProperties().toString());
        said.add(house.openHab.thing(house.bridge().getUID()).getProperties().toString());
        said.add(house.found.toString());
        said.add(house.refusals.getValues().toString());
        return String.join("\n", said);
    }

    private List<String> cookies() {
        return house.portal.log().requests().stream().map(request -> request.header("Cookie").orElseGet(() -> ""))
                .filter(cookie -> !cookie.isEmpty()).map(cookie -> cookie.replaceFirst("^mojolicious=", "")).distinct()
                .toList();
    }

    @Test
    void nothingSecretIsSaidOnGoodAndBadDays() {
        house.portal.setSessions(SessionRules.DEFAULT.withRenewedCookie());
        Thing inverter = house.start();
        for (var fault : List.of(Faults.status(401), Faults.status(504), Faults.refused(), Faults.cut(70),
                Faults.loginPage(), Faults.cutBody(30), Faults.huge(3_000_000),
                Faults.captivePortal("http://hotel.example/?u=" + SimulatedPortal.EMAIL))) {
            house.portal.inject(fault, "", 6);
            house.run(Duration.ofMinutes(15));
        }
        house.portal.clearFaults();
        house.portal.changePassword(SimulatedPortal.EMAIL, "another");
        house.portal.endSessions();
        house.run(Duration.ofMinutes(20));

        String said = said(inverter);
        assertThat("the log was listened to", said, containsString("answered 200"));
        assertThat(cookies(), hasSize(greaterThan(3)));
        assertThat(said, not(containsString(SimulatedPortal.PASSWORD)));
        assertThat(said, not(containsString("correct+horse")));
        assertThat(said, not(containsString(SimulatedPortal.EMAIL)));
        assertThat(said, not(containsString("owner%40")));
        for (String cookie : cookies()) {
            assertThat(said, not(containsString(cookie)));
        }
    }

    @Test
    void aRefusedPasswordIsRememberedAsAFingerprint() {
        Thing inverter = house.start(Map.of("password", WRONG));
        assertThat(house.refusals.getValues(), contains(matchesPattern("[0-9a-f]{64}")));
        assertThat(said(inverter),
                not(anyOf(containsString(WRONG), containsString("wr0ng"), containsString(SimulatedPortal.EMAIL))));
    }

    @Test
    void onlyTheLogInCarriesTheAccount() {
        house.start();
        house.run(Duration.ofMinutes(30));
        assertThat(house.portal.counters().pathsWith(SimulatedPortal.PASSWORD), contains("/login"));
        assertThat(house.portal.counters().pathsWith(SimulatedPortal.EMAIL), contains("/login"));
        assertThat(house.portal.counters().pathsWithCookie(), not(hasItem("/login")));
    }

    /** 307 and 308 ask for the same request, with its form, at another place. */
    @Test
    void noRedirectTakesAccountOrCookieElsewhere() {
        try (PortalHouse other = new PortalHouse()) {
            other.addBridge(Map.of("email", "someone@example.org"));
            String elsewhere = "https://127.0.0.1:" + other.portal.port() + "/systems";
            for (int code : new int[] { 301, 302, 303, 307, 308 }) {
                house.portal.inject(Faults.redirect(code, elsewhere), "", 4);
                if (code == 301) {
                    house.start();
                }
                house.run(Duration.ofMinutes(20));
            }
            assertThat(other.portal.log().requests().stream().map(Request::path).toList(), is(empty()));
        }
        assertThat(house.portal.counters().loginsTried(), is(greaterThan(0)));
    }
}
