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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.simulator.fault.AnswerFault;
import org.openhab.binding.selectronic.simulator.fault.Body;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.portal.EventRow;
import org.openhab.binding.selectronic.simulator.portal.NumberForm;
import org.openhab.binding.selectronic.simulator.portal.PortalAccount;
import org.openhab.binding.selectronic.simulator.portal.PortalOptions;
import org.openhab.binding.selectronic.simulator.portal.PortalSystem;
import org.openhab.binding.selectronic.simulator.portal.SessionEnd;
import org.openhab.binding.selectronic.simulator.portal.SessionRules;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.workbench.host.TlsClients;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.binding.builder.BridgeBuilder;

/**
 * The portal, from the log-in to channels, and what it does with bad input.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PortalThingTest {
    private PortalHouse house = new PortalHouse();

    @AfterEach
    void close() {
        house.close();
    }

    private void another(PortalOptions options) {
        house.portal.close();
        house = new PortalHouse(Scenario.SUNNY_DAY, options);
    }

    private String bridge() {
        return house.status(house.bridge());
    }

    private long asked(String path) {
        return house.asked().stream().filter(path::equals).count();
    }

    @Test
    void theOnlySystemOfTheAccountIsRead() {
        Thing inverter = house.start();
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat(bridge(), is("ONLINE NONE"));
        assertThat(house.openHab.states, hasEntry("connection#source", new StringType("PORTAL")));
        double soc = house.simulation.unit().state().soc();
        QuantityType<?> shown = (QuantityType<?>) house.openHab.states.get("battery#state-of-charge");
        assertThat(shown == null ? -1 : shown.doubleValue(), is(closeTo(soc, 1.0)));

        Map<String, String> properties = house.openHab.thing(inverter.getUID()).getProperties();
        assertThat(properties, hasEntry("serialNumber", String.valueOf(house.simulation.unit().identity().serial())));
        assertThat(properties,
                allOf(hasKey("modelId"), hasKey("ratedPower"), hasKey("solarSize"), hasKey("batterySize")));
        house.run(Duration.ofMinutes(2));
        assertThat("the capacity is known", house.openHab.states, hasKey("battery#time-to-empty"));
        assertThat(house.found.toString(), house.found, hasSize(1));
    }

    @Test
    void oneLogInServesADay() {
        house.start();
        house.run(Duration.ofHours(6));
        assertThat(house.portal.counters().loginsTried(), is(1));
        assertThat(asked("/dashboard/hfdata/9001"), is(both(greaterThan(350L)).and(lessThan(370L))));
        assertThat(house.portal.counters().maxInFlight(SimulatedPortal.EMAIL), is(1));
        assertThat("the page of a system is read once", asked("/dashboard/9001"), is(1L));
        assertThat(asked("/myprofile"), is(1L));
    }

    @Test
    void requestsAreASecondApart() {
        house.start();
        house.run(Duration.ofMinutes(30));
        List<java.time.Instant> times = house.transports.get(0).asked.stream()
                .map(line -> java.time.Instant.parse(line.substring(0, line.indexOf(' ')))).toList();
        assertThat(times.size(), is(greaterThan(30)));
        for (int i = 1; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 1), times.get(i)).toMillis(), is(greaterThanOrEqualTo(1000L)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatIsOverCostsOneLogInHoweverItShows(SessionEnd end) {
        Thing inverter = house.start();
        house.portal.setSessions(SessionRules.DEFAULT.withEnd(end));
        house.openHab.statuses.clear();
        house.run(Duration.ofMinutes(12));
        house.portal.endSessions();
        house.run(Duration.ofMinutes(5));
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat(house.openHab.statuses, is(empty()));
        assertThat(house.portal.counters().loginsTried(), is(2));
    }

    @Test
    void aCookieThatIsRenewedIsFollowed() {
        house.portal.setSessions(SessionRules.DEFAULT.withRenewedCookie());
        Thing inverter = house.start();
        house.run(Duration.ofHours(1));
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat(house.portal.counters().loginsTried(), is(1));
    }

    @Test
    void aRefusedPasswordIsSentOnceAndNeverAgain() {
        house.start(Map.of("password", "wrong"));
        assertThat(bridge(), startsWith("OFFLINE CONFIGURATION_ERROR @text/offline.account-refused"));
        house.run(Duration.ofHours(3));
        house.refreshUnits();
        house.run(Duration.ofMinutes(3));
        assertThat(house.portal.counters().loginsTried(), is(1));

        // openHAB starts again with the same configuration
        house.dispose();
        house.start(Map.of("password", "wrong"));
        house.run(Duration.ofHours(1));
        assertThat(bridge(), startsWith("OFFLINE CONFIGURATION_ERROR @text/offline.account-refused"));
        assertThat(house.portal.counters().loginsTried(), is(1));

        // a changed password is tried once, though openHAB was not running when it was changed
        house.dispose();
        Thing inverter = house.start();
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat(house.portal.counters().loginsTried(), is(2));
        house.dispose();
    }

    @Test
    void aRefusedAccountIsTriedAgainWhenTheOwnerSavesTheThingChangedOrNot() {
        house.start(Map.of("password", "wrong"));
        house.run(Duration.ofHours(1));
        ThingHandler handler = house.bridge().getHandler();
        assertThat(handler, is(notNullValue()));
        if (handler != null) {
            handler.handleConfigurationUpdate(Map.of("password", "wrong"));
            house.run(Duration.ofHours(1));
            assertThat("the same one", house.portal.counters().loginsTried(), is(2));
            handler.handleConfigurationUpdate(Map.of("refreshInterval", 61));
            house.run(Duration.ofHours(1));
            assertThat("something else", house.portal.counters().loginsTried(), is(3));
            update(handler, bridge -> bridge);
            assertThat("as it is, by the user interface", house.portal.counters().loginsTried(), is(4));
            update(handler,
                    bridge -> bridge.withConfiguration(
                            new Configuration(Map.of("email", SimulatedPortal.EMAIL, "password", "wrong", "host",
                                    house.portal.host(), "port", house.portal.port(), "refreshInterval", 62))));
            assertThat("something else, in a file", house.portal.counters().loginsTried(), is(5));
            assertThat(bridge(), startsWith("OFFLINE CONFIGURATION_ERROR @text/offline.account-refused"));
            house.portal.changePassword(SimulatedPortal.EMAIL, "wrong");
            handler.handleConfigurationUpdate(Map.of("password", "wrong"));
            house.run(Duration.ofHours(1));
        }
        assertThat("set so at the portal meanwhile", bridge(), is("ONLINE NONE"));
        assertThat(house.refusals.getKeys(), is(empty()));
    }

    private void update(ThingHandler handler, UnaryOperator<BridgeBuilder> change) {
        Thing changed = Objects.requireNonNull(change.apply(BridgeBuilder.create((Bridge) handler.getThing()))).build();
        house.openHab.thingUpdated(changed);
        handler.thingUpdated(changed);
        house.run(Duration.ofHours(1));
    }

    /** Whoever renames or moves a thing has not thought of its password; discovery changes the thing itself. */
    @Test
    void aRefusedAccountIsNotTriedAgainWhenTheThingIsChangedOtherwise() {
        house.start(Map.of("password", "wrong"));
        ThingHandler handler = house.bridge().getHandler();
        assertThat(handler, is(notNullValue()));
        if (handler != null) {
            update(handler, bridge -> bridge.withLabel("Inverters"));
            update(handler, bridge -> bridge.withLocation("Shed"));
            update(handler, bridge -> bridge.withProperties(Map.of("note", "of another add-on")));
            handler.thingUpdated(handler.getThing());
            house.run(Duration.ofHours(1));
        }
        assertThat(house.portal.counters().loginsTried(), is(1));
        assertThat(house.refusals.getKeys(), is(not(empty())));
    }

    /** The owner removes the thing, puts the account right, and makes the thing anew. */
    @Test
    void whatIsKnownOfAnAccountGoesWithTheThing() {
        house.start(Map.of("password", "wrong"));
        house.refusals.put("selectronic:portal:account2 account", "of another thing");
        ThingHandler handler = house.bridge().getHandler();
        assertThat(handler, is(notNullValue()));
        if (handler != null) {
            handler.handleRemoval();
        }
        house.dispose();
        assertThat(house.refusals.getKeys(), contains("selectronic:portal:account2 account"));
        house.portal.changePassword(SimulatedPortal.EMAIL, "wrong");
        assertThat(house.status(house.start(Map.of("password", "wrong"))), is("ONLINE NONE"));
        assertThat(house.portal.counters().loginsTried(), is(2));
    }

    @Test
    void aPasswordThatIsChangedAtThePortalStopsEverythingAtOnce() {
        Thing inverter = house.start();
        house.run(Duration.ofMinutes(12));
        house.portal.changePassword(SimulatedPortal.EMAIL, "another");
        house.portal.endSessions();
        house.run(Duration.ofMinutes(2));
        assertThat(bridge(), startsWith("OFFLINE CONFIGURATION_ERROR @text/offline.account-refused"));
        assertThat(house.status(inverter), is("OFFLINE BRIDGE_OFFLINE"));
        int asked = house.asked().size();
        house.run(Duration.ofHours(3));
        assertThat(house.asked(), hasSize(asked));
        assertThat(house.portal.counters().loginsRefused(), is(1));
    }

    @Test
    void aSessionThatEndsAtOnceDoesNotLoop() {
        house.portal.evictNext(1000);
        Thing inverter = house.start();
        assertThat(bridge(), startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.session-lost"));
        house.run(Duration.ofHours(2));
        assertThat(house.portal.counters().loginsTried(), is(both(greaterThan(5)).and(lessThan(30))));
        house.portal.evictNext(0);
        house.portal.clearFaults();
        house.run(Duration.ofHours(20));
        assertThat(house.status(inverter), is("ONLINE NONE"));
    }

    @Test
    void aLogInWithoutCookieIsNone() {
        house.portal.setSessions(SessionRules.DEFAULT.withoutCookie());
        house.start();
        assertThat(bridge(), startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.login-failed"));
        house.run(Duration.ofHours(1));
        assertThat(house.portal.counters().loginsTried(), is(lessThan(25)));
        assertThat("no page without a session", house.asked(), everyItem(is("/login")));
    }

    @Test
    void aLogInThatFailsForNoReasonIsTriedAgain() {
        house.portal.inject(Faults.loginPage(), "/login", 1);
        Thing inverter = house.start();
        assertThat(bridge(), startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.login-failed"));
        house.run(Duration.ofMinutes(4));
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat(house.refusals.getKeys(), is(empty()));
    }

    @Test
    void threeLogInsInARowThatEndAtTheFormAreARefusal() {
        house.portal.inject(Faults.loginPage(), "/login", Long.MAX_VALUE);
        house.start();
        for (int day = 0; day < 3; day++) {
            house.run(Duration.ofHours(24));
            house.dispose();
            house.start();
        }
        assertThat(bridge(), startsWith("OFFLINE CONFIGURATION_ERROR @text/offline.account-refused"));
        assertThat(house.asked().stream().filter("/login"::equals).count(), is(3L));
    }

    @Test
    void shortTroubleIsNotShown() {
        Thing inverter = house.start();
        house.openHab.statuses.clear();
        for (var fault : List.of(Faults.status(504), Faults.status(503), Faults.refused(), Faults.cutBody(40),
                Faults.welcomePage(), Faults.body("{\"items\":{}}".getBytes(StandardCharsets.UTF_8)),
                Faults.huge(3_000_000))) {
            house.portal.inject(fault, "/hfdata/9001", 2);
            house.run(Duration.ofMinutes(16));
            assertThat(fault.toString(), house.status(inverter), is("ONLINE NONE"));
        }
        assertThat(house.openHab.statuses, is(empty()));
    }

    @Test
    void troubleOfTheWholePortalTakesTheBridgeOfflineAfterTenMinutes() {
        Thing inverter = house.start();
        int logins = house.portal.counters().loginsTried();
        house.portal.inject(Faults.status(503));
        house.run(Duration.ofMinutes(9));
        assertThat(bridge(), is("ONLINE NONE"));
        house.run(Duration.ofMinutes(3));
        assertThat(bridge(), is("OFFLINE COMMUNICATION_ERROR @text/offline.portal-status [\"503\"]"));
        assertThat(house.status(inverter), is("OFFLINE BRIDGE_OFFLINE"));
        house.portal.clearFaults();
        house.run(Duration.ofMinutes(15));
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat("trouble says nothing about the session", house.portal.counters().loginsTried(), is(logins));
    }

    @Test
    void askedToWaitNothingIsAsked() {
        Thing inverter = house.start();
        house.portal.inject(Faults.retryAfter(429, Duration.ofMinutes(7)), "/hfdata/9001", 1);
        house.run(Duration.ofMinutes(1));
        int asked = house.asked().size();
        house.run(Duration.ofMinutes(6));
        assertThat(house.asked(), hasSize(asked));
        house.run(Duration.ofMinutes(2));
        assertThat(house.asked().size(), is(greaterThan(asked)));
        assertThat(house.status(inverter), is("ONLINE NONE"));
    }

    /** The server has the real time, the house a virtual one: only the server's own two times count. */
    @Test
    void theTimeToWaitMayBeADateOfTheServersClock() {
        house.start();
        String until = DateTimeFormatter.RFC_1123_DATE_TIME
                .format(ZonedDateTime.now(ZoneOffset.UTC).plus(Duration.ofMinutes(20)));
        AnswerFault dated = answer -> Faults.status(503).change(answer).withHeader("Retry-After", until);
        house.portal.inject(dated, "/hfdata/9001", 1);
        house.run(Duration.ofMinutes(1));
        int asked = house.asked().size();
        house.run(Duration.ofMinutes(18));
        assertThat(house.asked(), hasSize(asked));
        house.run(Duration.ofMinutes(4));
        assertThat(house.asked().size(), is(greaterThan(asked)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "-1", "soon", "99999999999999999999", "604800", "Wed, 01 Jan 2020 00:20:00 GMT", "" })
    void aTimeToWaitThatIsNoneIsNotWaitedFor(String reported) {
        house.start();
        AnswerFault strange = answer -> Faults.status(429).change(answer).withHeader("Retry-After", reported);
        house.portal.inject(strange, "/hfdata/9001", 1);
        int live = house.portal.counters().times("/dashboard/hfdata/9001").size();
        house.run(Duration.ofMinutes(6));
        assertThat(house.portal.counters().times("/dashboard/hfdata/9001").size(), is(greaterThan(live + 1)));
        assertThat(bridge(), is("ONLINE NONE"));
    }

    @Test
    void askedToWaitWithoutATimeItWaitsLongerAndLonger() {
        house.start();
        house.portal.inject(Faults.status(429));
        int asked = house.asked().size();
        house.run(Duration.ofHours(4));
        assertThat(house.asked().size() - asked, is(lessThan(50)));
        assertThat(bridge(), startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.rate-limited"));
    }

    @Test
    void aPortalThatWantsNoLogInNowIsNeverReportedAsASessionThatHasEnded() {
        house.portal.inject(Faults.status(429), "/login", Long.MAX_VALUE);
        house.start();
        for (int quarter = 0; quarter < 4 * 240; quarter++) {
            house.run(Duration.ofSeconds(15));
            assertThat(bridge(), startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.rate-limited"));
        }
    }

    @Test
    void aSystemThatIsNotOnTheListIsNeverAskedFor() {
        house.addBridge(Map.of());
        Thing inverter = house.addInverter("other", Map.of("deviceId", "1234"));
        house.run(Duration.ofMinutes(2));
        assertThat(house.status(inverter), startsWith("OFFLINE CONFIGURATION_ERROR @text/offline.unknown-unit"));
        assertThat(house.asked(), not(hasItem(containsString("1234"))));
    }

    @Test
    void aSystemThatTheAccountMayNotSeeAnyMoreCostsOneLogIn() {
        Thing inverter = house.start();
        house.run(Duration.ofMinutes(12));
        house.portal.inject(Faults.status(403), "/hfdata/9001", 1000);
        house.run(Duration.ofMinutes(30));
        assertThat(house.status(inverter), is("OFFLINE COMMUNICATION_ERROR @text/offline.http-status [\"403\"]"));
        assertThat(bridge(), is("ONLINE NONE"));
        assertThat(house.portal.counters().loginsTried(), is(2));
    }

    @Test
    void whatPointsToAnotherHostIsNotFollowed() {
        Thing inverter = house.start();
        house.portal.inject(Faults.captivePortal("http://hotel.example/welcome?user=" + SimulatedPortal.EMAIL));
        house.run(Duration.ofMinutes(12));
        assertThat(house.status(inverter) + bridge(), containsString("hotel.example/welcome"));
        assertThat(house.openHab.statuses.toString(), not(containsString(SimulatedPortal.EMAIL)));
    }

    @Test
    void aLogInThatLeadsToAnotherHostIsNone() {
        house.portal.inject(Faults.redirect(307, "https://hotel.example/systems"), "/login", 1);
        house.start();
        assertThat(bridge(), startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.login-failed"));
    }

    @Test
    void aCertificateThatNobodyTrustsGetsNoLogIn() {
        house.clients = () -> TlsClients.create(new SslContextFactory.Client());
        house.start();
        assertThat(bridge(), startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.tunnel-tls"));
        assertThat(house.portal.log().count(), is(0));
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aHostThatIsNotThereIsReported(boolean name) {
        house.start(name ? Map.of("host", "portal.invalid") : Map.of("port", 1));
        assertThat(bridge(), startsWith(
                "OFFLINE COMMUNICATION_ERROR @text/offline." + (name ? "unknown-host" : "connection-refused")));
    }

    @ParameterizedTest
    @EnumSource(value = NumberForm.class, names = { "NUMBER", "TEXT" })
    void numbersOfSystemsComeInTwoForms(NumberForm form) {
        another(PortalOptions.DEFAULT.withNumbers(form).withInstallerListRefused());
        assertThat(house.status(house.start()), is("ONLINE NONE"));
        assertThat(house.portal.counters().loginsTried(), is(1));
    }

    @Test
    void anAccountWithoutSystemsIsReportedSo() {
        house.portal.serve("/systems/list/owner", "{\"systems\":[]}".getBytes(StandardCharsets.UTF_8),
                "application/json", 200);
        Thing inverter = house.start();
        assertThat(bridge(), is("ONLINE NONE @text/offline.no-units"));
        assertThat(house.status(inverter), startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.no-units"));
        house.portal.serve("/systems/list/owner",
                "{\"systems\":[{\"did\":101,\"name\":\"Shed\"}]}".getBytes(StandardCharsets.UTF_8), "application/json",
                200);
        house.run(Duration.ofMinutes(6));
        assertThat(bridge(), is("ONLINE NONE"));
        assertThat("named as the portal does", house.found.get(0).label(), is("Shed"));
    }

    @Test
    void aSampleThatDoesNotMoveIsNoOutageForAQuarterOfAnHour() {
        Thing inverter = house.start();
        house.portal.serve("/dashboard/hfdata/9001",
                ("{\"items\":{\"battery_soc\":50,\"timestamp\":" + house.time.clock().instant().getEpochSecond() + "}}")
                        .getBytes(StandardCharsets.UTF_8),
                "application/json", 200);
        house.run(Duration.ofMinutes(14));
        assertThat(house.status(inverter), is("ONLINE NONE"));
        house.run(Duration.ofMinutes(3));
        assertThat(house.status(inverter), startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.stale"));
    }

    @Test
    void whatHappenedIsNewsAlsoWhereTheValuesAreNot() {
        Thing inverter = house.start();
        house.portal.serve("/dashboard/hfdata/9001",
                ("{\"items\":{\"battery_soc\":50,\"fault_code\":0,\"timestamp\":"
                        + house.time.clock().instant().getEpochSecond() + "}}").getBytes(StandardCharsets.UTF_8),
                "application/json", 200);
        house.run(Duration.ofMinutes(40));
        assertThat(house.status(inverter), startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.stale"));
        house.portal.addEvent(9001, EventRow.of("50", "Sudden low voltage", "2026-01-15 13:30:00", ""));
        house.run(Duration.ofMinutes(12));

        assertThat(house.openHab.triggers, contains("alerts#alert RAISED 50"));
        assertThat(house.openHab.states, hasEntry("alerts#active", OnOffType.ON));
        assertThat(house.status(inverter), startsWith("OFFLINE"));
    }

    private static List<String> lastEvents(Thing inverter) {
        return inverter.getHandler() instanceof InverterHandler handler ? handler.lastEvents(5) : List.of();
    }

    /** The page was read long ago when the second thing of the same system is made on the same account. */
    @Test
    void aThingThatIsMadeLaterOnTheSameAccountSeesTheLastEventAsAnOldOne() {
        house.portal.addEvent(9001,
                EventRow.of("50", "Sudden low voltage", "2026-01-15 11:30:00", "2026-01-15 11:40:00"));
        Thing first = house.start();
        house.run(Duration.ofMinutes(2));
        assertThat(lastEvents(first), hasSize(2));
        Thing later = house.addInverter("later", Map.of());
        house.run(Duration.ofMinutes(3));
        assertThat(lastEvents(later), is(lastEvents(first)));
        assertThat(house.openHab.triggers, is(empty()));

        house.portal.addEvent(9001, EventRow.of("12", "Battery low", "2026-01-15 13:30:00", ""));
        house.run(Duration.ofMinutes(12));
        assertThat("each of the two things", house.openHab.triggers,
                contains("alerts#alert RAISED 12", "alerts#alert RAISED 12"));
    }

    @Test
    void aThingThatIsMadeAgainSeesTheLastEventAsAnOldOne() {
        house.portal.addEvent(9001,
                EventRow.of("50", "Sudden low voltage", "2026-01-15 11:30:00", "2026-01-15 11:40:00"));
        Thing first = house.start();
        house.run(Duration.ofMinutes(2));
        List<String> before = lastEvents(first);
        house.openHab.remove(first);
        Thing again = house.addInverter("main", Map.of());
        house.run(Duration.ofMinutes(3));
        assertThat(lastEvents(again), is(before));
        assertThat(before, hasSize(2));
        assertThat(house.openHab.triggers, is(empty()));
    }

    @Test
    void anAlertThatCameAndWentWhileOpenHabWasAwayTriggersOnce() {
        Thing inverter = house.start();
        house.run(Duration.ofMinutes(7));
        house.openHab.dispose(inverter);
        house.dispose();
        house.portal.addEvent(9001,
                EventRow.of("50", "Sudden low voltage", "2026-01-15 13:30:00", "2026-01-15 13:40:00"));
        house.run(Duration.ofHours(2));
        for (int restart = 0; restart < 3; restart++) {
            Thing again = house.start();
            house.run(Duration.ofMinutes(12));
            house.openHab.dispose(again);
            house.dispose();
        }
        assertThat(house.openHab.triggers, contains("alerts#alert RAISED 50", "alerts#alert CLEARED 50"));
    }

    @Test
    void anAlertThatCameAndWentDaysAgoWhileOpenHabWasAwayTriggersNothing() {
        Thing inverter = house.start();
        house.run(Duration.ofMinutes(7));
        house.openHab.dispose(inverter);
        house.dispose();
        house.portal.addEvent(9001,
                EventRow.of("50", "Sudden low voltage", "2026-01-15 13:30:00", "2026-01-15 13:40:00"));
        house.run(Duration.ofDays(3));
        Thing again = house.start();
        house.run(Duration.ofMinutes(12));
        assertThat(lastEvents(again), hasSize(2));
        assertThat(house.openHab.triggers, is(empty()));
    }

    /** It is the portal's own, and says that the box has not been heard of for a day. */
    @ParameterizedTest
    @ValueSource(ints = { 0, 1001 })
    void thatThePortalHearsNothingIsNoAlertOfTheInverter(int faultCode) {
        house.portal.addEvent(9001, EventRow.of("1001", "No data", "2026-01-15 11:30:00", ""));
        AnswerFault reader = answer -> answer
                .with(Body.of(answer.body().text().replaceAll("\"fault_code\": ?\\d+", "\"fault_code\":" + faultCode)));
        house.portal.inject(reader, "/hfdata/9001", Long.MAX_VALUE);
        Thing inverter = house.start();
        house.run(Duration.ofMinutes(12));
        house.portal.addEvent(9001, EventRow.of("1001", "No data", "2026-01-16 11:30:00", "2026-01-16 11:40:00"));
        house.run(Duration.ofMinutes(12));

        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat(house.openHab.triggers, is(empty()));
        assertThat(house.openHab.updates, not(hasItem("alerts#active ON")));
        assertThat(house.openHab.states.get("alerts#code"), is(not(new DecimalType(1001))));
    }

    @Test
    void pagesThatChangedTheirShapeAreMissingPropertiesOnly() {
        for (String path : List.of("/dashboard/9001", "/events/9001", "/myprofile")) {
            house.portal.serve(path,
                    "<html><table><tr><td>new</td></tr></table></html>".getBytes(StandardCharsets.UTF_8), "text/html",
                    200);
        }
        Thing inverter = house.start();
        house.run(Duration.ofMinutes(12));
        assertThat(house.status(inverter), is("ONLINE NONE"));
        assertThat(house.openHab.thing(inverter.getUID()).getProperties().keySet(),
                is(Collections.singleton("acSource")));
        assertThat(house.portal.counters().loginsTried(), is(1));
    }

    @Test
    void whenItEndsNothingIsAskedAnyMore() {
        house.start();
        house.dispose();
        int asked = house.asked().size();
        house.run(Duration.ofHours(1));
        assertThat(house.asked(), hasSize(asked));
    }

    @Test
    void oneSystemOfAnInstallersThreeHundredIsReadAtOnce() {
        List<PortalSystem> systems = IntStream.range(1000, 1300)
                .mapToObj(number -> PortalSystem.of(number, house.simulation)).toList();
        house.portal.close();
        house = new PortalHouse(
                List.of(PortalAccount.installer(SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD, systems)),
                house.simulation);
        house.addBridge(Map.of());
        Thing inverter = house.addInverter("main", Map.of("deviceId", "1205"));
        house.run(Duration.ofSeconds(15));
        assertThat(house.status(inverter), is("ONLINE NONE"));
        house.run(Duration.ofMinutes(10));
        assertThat(house.found, hasSize(300));
        assertThat(asked("/dashboard/hfdata/1205"), is(greaterThanOrEqualTo(10L)));
        assertThat(house.openHab.statuses, not(hasItem(containsString("OFFLINE"))));
    }

    /** A page that was cut in a bad minute must not be believed for as long as openHAB runs. */
    @Test
    void aPageThatDidNotReportWhoTheUnitIsIsReadAgain() {
        String serial = String.valueOf(house.simulation.unit().identity().serial());
        house.portal.inject(Faults.cutBody(40), "/dashboard/9001", 1);
        house.addBridge(Map.of());
        Thing inverter = house.addInverter("main", Map.of("serialNumber", serial));
        house.run(Duration.ofMinutes(1));
        assertThat("the only system of the account", house.status(inverter), is("ONLINE NONE"));
        house.run(Duration.ofMinutes(70));
        assertThat(asked("/dashboard/9001"), is(2L));
        assertThat(house.openHab.thing(inverter.getUID()).getProperties(), hasEntry("serialNumber", serial));
    }
}
