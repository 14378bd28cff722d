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
package org.openhab.binding.selectronic.internal.portal;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.FakePortal;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.RefusedCredentials;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.http.HttpRequest;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.Credentials;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.source.UnitChoice;
import org.openhab.core.thing.ThingUID;

/**
 * Events, history and pace of a portal without a network.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PortalSourceTest {
    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    private static final String PROFILE = "<option value=\"Australia/Melbourne\" selected>Melbourne</option>";

    private ZoneId zone = ZoneId.of("Australia/Adelaide");
    private final ThingStorage reader = new ThingStorage(new FakeStorage());
    private final ThingStorage storage = new ThingStorage(new FakeStorage());
    private final VirtualTime time = new VirtualTime();
    private final FakePortal portal = new FakePortal(time.clock());
    private PortalSource source = source(Duration.ofSeconds(60));

    private static final Credentials CREDENTIALS = new RefusedCredentials(new FakeStorage())
            .of(new ThingUID("selectronic:portal:account"));

    PortalSourceTest() {
        portal.pages.put("/myprofile", PROFILE);
        portal.pages.put("/dashboard/9001", PortalPagesTest.resource("dashboard.html"));
    }

    private PortalSource source(Duration interval) {
        return new PortalSource(portal,
                new PortalAccount(new HttpAddress("portal.example", 443, true), "owner@example.org", "s = &ecret"),
                interval, new PortalSource.Services(CREDENTIALS, storage, unit -> Map.of("thing", reader), () -> zone),
                new Timing(time.clock(), time, new Random(1)));
    }

    private <T> T done(CompletableFuture<T> future) {
        Instant patience = time.clock().instant().plus(Duration.ofMinutes(30));
        while (!future.isDone() && time.clock().instant().isBefore(patience)) {
            time.pass(Duration.ofMillis(100));
        }
        assertThat("answered", future.isDone(), is(true));
        return future.join();
    }

    private SourceException failure(CompletableFuture<?> future) {
        return (SourceException) Objects
                .requireNonNull(assertThrows(CompletionException.class, () -> done(future)).getCause());
    }

    private Unit unit() {
        return done(source.units()).get(0);
    }

    private static String text(UnitEvent event) {
        return (event.old() ? "old " : "") + event.type() + " " + event.code();
    }

    /** What comes with the samples of some minutes. */
    private List<String> events(Unit unit, int minutes) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < minutes; i++) {
            Sample sample = done(source.read(unit));
            sample.as("thing").events().forEach(event -> events.add(text(event)));
            sample.newEvents("thing").keepIn(reader);
            time.pass(Duration.ofMinutes(1));
        }
        return events;
    }

    @Test
    void theLogInIsAFormWithPercentSigns() {
        assertThat(source.connectionType(), is(ConnectionType.PORTAL));
        Unit unit = unit();
        assertThat(unit.identity().serialNumber(), is("123456"));
        assertThat(source.identity(unit), is(unit.identity()));
        assertThat(portal.asked.get(0).path(), is("/login"));
        assertThat(portal.asked.get(0).form(), is("email=owner%40example.org&pwd=s+%3D+%26ecret"));
        assertThat(portal.asked.get(1).path(), is("/systems/list/owner"));
    }

    @Test
    void eventsComeWithSamplesAndOldOnesAsOld() {
        portal.pages.put("/events/9001", PortalPagesTest.resource("events.html"));
        Unit unit = unit();
        assertThat(events(unit, 3), contains("old ALERT_RAISED 50", "old ALERT_CLEARED 50"));
        portal.pages.put("/events/9001", PortalPagesTest.resource("events-active.html"));
        assertThat(events(unit, 7), contains("ALERT_RAISED 12"));
        portal.pages.put("/events/9001",
                PortalPagesTest.resource("events-active.html").replace("s\"></td>", "s\">2026-06-15 20:00</td>"));
        assertThat(events(unit, 7), contains("ALERT_CLEARED 12"));
        assertThat(portal.times("/events/9001").size(), is(both(greaterThan(2)).and(lessThan(6))));
        assertThat(portal.times("/myprofile"), hasSize(1));
    }

    @Test
    void anAlertThatShowsInTheValuesIsLookedUpAtOnce() {
        portal.pages.put("/events/9001", PortalPagesTest.resource("events.html"));
        Unit unit = unit();
        events(unit, 2);
        int looked = portal.times("/events/9001").size();
        portal.faultCode = 12;
        portal.pages.put("/events/9001", PortalPagesTest.resource("events-active.html"));
        assertThat(events(unit, 2), contains("ALERT_RAISED 12"));
        assertThat(portal.times("/events/9001"), hasSize(looked + 1));
    }

    @Test
    void aPageThatCannotBeHadOrReadIsNotNoEvents() {
        portal.pages.put("/events/9001", PortalPagesTest.resource("events-active.html"));
        Unit unit = unit();
        events(unit, 6);
        portal.pages.put("/events/9001", "<html>closed</html>");
        assertThat(events(unit, 6), is(empty()));
        portal.pages.remove("/events/9001");
        assertThat(events(unit, 6), is(empty()));
        portal.trouble = (now, call) -> call.path().startsWith("/events") ? 504 : null;
        assertThat(events(unit, 6), is(empty()));
        portal.trouble = (now, call) -> null;
        portal.pages.put("/events/9001", PortalPagesTest.resource("events-active.html"));
        assertThat("nothing was cleared or raised meanwhile", events(unit, 7), is(empty()));
    }

    @Test
    void theZoneIsAskedForAgainWhereThePortalFailed() {
        portal.pages.put("/events/9001", PortalPagesTest.resource("events-active.html"));
        portal.trouble = (now, call) -> call.path().equals("/myprofile") ? 504 : null;
        Unit unit = unit();
        assertThat("no time in a wrong zone", events(unit, 3), is(empty()));
        portal.trouble = (now, call) -> null;
        assertThat(events(unit, 8), contains("old ALERT_RAISED 12"));
    }

    @Test
    void aProfileThatChangedItsShapeLeavesTheZoneAsItWas() {
        Unit unit = unit();
        portal.pages.put("/events/9001", "<table><tr><th>Code</th><th>Created</th><th>Cleared</th></tr></table>");
        assertThat(events(unit, 2), is(empty()));
        portal.pages.put("/myprofile", "<html>new</html>");
        time.pass(Duration.ofHours(25));
        String created = LocalDateTime.ofInstant(time.clock().instant(), MELBOURNE).truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));
        Instant raised = time.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        portal.pages.put("/events/9001", "<table><tr><th>Code</th><th>Created</th><th>Cleared</th></tr>"
                + "<tr><td>12</td><td>" + created + "</td><td></td></tr></table>");
        done(source.read(unit));
        time.pass(Duration.ofMinutes(1));
        assertThat(portal.times("/myprofile"), hasSize(2));
        assertThat(done(source.read(unit)).as("thing").events().get(0).time(), is(raised));
    }

    private String chartPath(LocalDate day) {
        return "/dashboard/chartdata/9001?chartdate=" + day + "&range=1&intervals=48&shiftdate=0";
    }

    /** A chart with one kilowatt hour of load in each of the first hours. */
    private void chart(LocalDate asked, LocalDate day, int hours) {
        portal.pages.put(chartPath(asked), "{\"data\":{\"chartdate\":\"" + day + "\",\"datetime\":["
                + String.join(",", IntStream.range(0, hours).mapToObj(h -> "\"%s %02d:00\"".formatted(day, h)).toList())
                + "],\"load\":[" + String.join(",", IntStream.range(0, hours).mapToObj(h -> "1").toList()) + "]}}");
    }

    @Test
    void historyGoesFromTheFirstDayToThePresent() {
        LocalDate today = LocalDate.ofInstant(time.clock().instant(), MELBOURNE);
        LocalDate reported = today.minusDays(9);
        LocalDate first = today.minusDays(3);
        portal.pages.put("/dashboard/getdata/9001?needfirst=1", "{\"items\":{\"first_date\":\"" + reported + "\"}}");
        chart(reported, first, 24);
        chart(today.minusDays(2), today.minusDays(2), 24);
        chart(today.minusDays(1), today.minusDays(1), 0);
        // it is one o'clock in the afternoon, and 12 of 13 hours are whole for the portal when it is 13:10
        chart(today, today, 14);
        Unit unit = unit();

        List<HistoryRecord> records = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        HistoryPosition position = HistoryPosition.BEGINNING;
        do {
            HistoryPortion portion = done(source.history(unit, position));
            records.addAll(portion.records());
            left.add(portion.left());
            position = portion.position();
            assertThat(portion.lost().isPresent(), is(false));
        } while (left.get(left.size() - 1) > 0);

        Instant midnight = today.atStartOfDay(MELBOURNE).toInstant();
        assertThat(records.get(0).start(), is(first.atStartOfDay(MELBOURNE).toInstant()));
        assertThat(records, hasSize(24 + 24 + 12));
        assertThat(position.time(), is(midnight.plus(Duration.ofHours(12))));
        assertThat(left.get(0), is(greaterThan(left.get(1))));

        // later hours only, once they are over and settled
        HistoryPortion none = done(source.history(unit, position));
        assertThat(none.records(), is(empty()));
        assertThat(none.position(), is(position));
        time.pass(Duration.ofMinutes(30));
        HistoryPortion more = done(source.history(unit, position));
        assertThat(more.records(), hasSize(1));
        assertThat(more.records().get(0).end(), is(midnight.plus(Duration.ofHours(13))));
    }

    @Test
    void aDayThatIsJustOverIsReadAgainUntilItsLastHourIsThere() {
        LocalDate day = LocalDate.ofInstant(time.clock().instant(), MELBOURNE);
        Instant midnight = day.plusDays(1).atStartOfDay(MELBOURNE).toInstant();
        time.pass(Duration.between(time.clock().instant(), midnight.plus(Duration.ofMinutes(20))));
        Unit unit = unit();
        chart(day, day, 22);
        HistoryPortion portion = done(source.history(unit, HistoryPosition.at(midnight.minus(Duration.ofHours(4)))));
        assertThat(portion.records(), hasSize(2));
        assertThat(portion.position().time(), is(midnight.minus(Duration.ofHours(2))));
        chart(day, day, 24);
        assertThat(done(source.history(unit, portion.position())).records(), hasSize(2));
        chart(day, day, 22);
        time.pass(Duration.ofHours(3));
        assertThat("what did not come until then is missing",
                done(source.history(unit, portion.position())).position().time(), is(midnight));
    }

    @Test
    void aDayForWhichThePortalShowsAnEarlierOneIsMissing() {
        Unit unit = unit();
        LocalDate day = LocalDate.ofInstant(time.clock().instant(), MELBOURNE).minusDays(3);
        chart(day, day.minusDays(1), 24);
        HistoryPortion portion = done(
                source.history(unit, HistoryPosition.at(day.atStartOfDay(MELBOURNE).toInstant())));
        assertThat(portion.records(), is(empty()));
        assertThat(portion.position().time(), is(day.plusDays(1).atStartOfDay(MELBOURNE).toInstant()));
        assertThat(portion.left(), is(greaterThan(0)));
    }

    @Test
    void historyThatFailsIsAskedForAgain() {
        Unit unit = unit();
        portal.trouble = (now, call) -> call.path().contains("chartdata") ? 504 : null;
        assertThat(failure(source.history(unit, HistoryPosition.at(time.clock().instant()))).problem(),
                is(Problem.PORTAL_STATUS));
        portal.trouble = (now, call) -> null;
        chart(LocalDate.ofInstant(time.clock().instant(), MELBOURNE),
                LocalDate.ofInstant(time.clock().instant(), MELBOURNE), 0);
        assertThat(done(source.history(unit, HistoryPosition.at(time.clock().instant()))).left(), is(0));
    }

    @Test
    void liveValuesGoBeforeHistory() {
        Unit unit = unit();
        // the first one asks for the zone too
        failure(source.history(unit, HistoryPosition.at(time.clock().instant())));
        time.pass(Duration.ofSeconds(10));
        for (int i = 0; i < 20; i++) {
            source.history(unit, HistoryPosition.at(time.clock().instant().minus(Duration.ofDays(100 - i))));
        }
        time.pass(Duration.ofSeconds(2));
        Instant asked = time.clock().instant();
        done(source.read(unit));
        assertThat(Duration.between(asked, portal.times("/dashboard/hfdata/9001").get(0)),
                is(lessThan(Duration.ofSeconds(2))));
        time.pass(Duration.ofSeconds(30));
        assertThat(portal.asked.stream().filter(each -> each.path().contains("chartdata")).count(), is(21L));
    }

    private void systems(int count) {
        portal.systems = IntStream.range(0, count).mapToObj(n -> Integer.toString(1000 + n)).toList();
    }

    /** Polls all units one after another, each time an interval after the previous start. */
    private void polls(List<Unit> units, Duration interval, int count) {
        Instant due = time.clock().instant();
        for (int i = 0; i < count; i++) {
            for (Unit unit : units) {
                done(source.read(unit));
            }
            due = due.plus(interval);
            if (due.isAfter(time.clock().instant())) {
                time.pass(Duration.between(time.clock().instant(), due));
            } else {
                due = time.clock().instant();
            }
        }
    }

    @Test
    void fiftySystemsAreReadEveryMinuteAndSpreadOverIt() {
        systems(50);
        List<Unit> units = done(source.units());
        assertThat(units, hasSize(50));
        polls(units, Duration.ofSeconds(60), 20);
        for (Unit unit : units) {
            List<Instant> times = portal.times("/dashboard/hfdata/" + unit.id());
            assertThat(times, hasSize(20));
            for (int i = 3; i < times.size(); i++) {
                assertThat((double) Duration.between(times.get(i - 1), times.get(i)).toMillis(),
                        is(closeTo(60_000, 9_000)));
            }
        }
        assertThat("events have their turn too",
                portal.asked.stream().filter(each -> each.path().startsWith("/events")).count(), is(greaterThan(50L)));
        List<Instant> all = portal.asked.stream().map(FakePortal.Asked::time).toList();
        for (int i = 1; i < all.size(); i++) {
            assertThat(Duration.between(all.get(i - 1), all.get(i)).toMillis(), is(greaterThanOrEqualTo(1000L)));
        }
    }

    /** An installer's account: one of 300 systems is wanted, and it is not the first. */
    @Test
    void liveValuesDoNotWaitForThePagesOfThreeHundredSystems() {
        systems(300);
        portal.systems.forEach(number -> portal.pages.put("/dashboard/" + number,
                PortalPagesTest.resource("dashboard.html").replace("123456", "24" + number)));
        Instant begin = time.clock().instant();
        List<Unit> units = done(source.units());
        assertThat(units, hasSize(300));
        done(source.read(units.get(250)));
        assertThat(Duration.between(begin, time.clock().instant()), is(lessThan(Duration.ofSeconds(15))));
        time.pass(Duration.ofMinutes(1));
        long pages = pages();
        assertThat("spread out", pages, is(both(greaterThan(5L)).and(lessThan(25L))));
        assertThat("of what is wanted first", portal.times("/dashboard/1250"), hasSize(1));

        polls(List.of(units.get(250)), Duration.ofSeconds(60), 40);
        List<Instant> live = portal.times("/dashboard/hfdata/1250");
        for (int i = 2; i < live.size(); i++) {
            assertThat(Duration.between(live.get(i - 1), live.get(i)), is(lessThan(Duration.ofSeconds(63))));
        }
        done(source.units());
        assertThat("each once", pages(), is(lessThanOrEqualTo(300L)));
        time.pass(Duration.ofMinutes(1));
        assertThat(pages(), is(300L));
    }

    /** A serial number in the account of an installer: its system is looked for once, and known after a restart. */
    @Test
    void theSystemOfASerialNumberIsLookedForAndRemembered() {
        systems(60);
        portal.systems.forEach(number -> portal.pages.put("/dashboard/" + number,
                PortalPagesTest.resource("dashboard.html").replace("123456", "24" + number)));
        List<List<Unit>> reported = new ArrayList<>();
        UnitChoice choice = new UnitChoice(null, "SN0241050");
        source.listenToUnits(reported::add);
        assertThat(source.unitWithoutList(choice), is(Optional.empty()));
        assertThrows(SourceException.class, () -> choice.among(done(source.units())));
        time.pass(Duration.ofSeconds(80));
        assertThat("found within a second or so for each system", reported.get(0).stream().anyMatch(
                unit -> unit.id().equals("1050") && "241050".equals(unit.identity().serialNumber())), is(true));

        // openHAB starts again
        source = source(Duration.ofSeconds(60));
        portal.asked.clear();
        Unit unit = source.unitWithoutList(choice).orElseThrow();
        assertThat(unit.id(), is("1050"));
        done(source.read(unit));
        assertThat("no page before it", pages(), is(0L));
        assertThat(done(source.units()), hasSize(60));
        assertThat("its page is the first", portal.times("/dashboard/1050"), hasSize(1));
    }

    @Test
    void aRememberedSystemThatIsAnotherInverterNowIsNotTakenForIt() {
        storage.keep("system 240001", "9001");
        Unit unit = source.unitWithoutList(new UnitChoice("", "240001")).orElseThrow();
        done(source.units());
        assertThat(failure(source.read(unit)).problem(), is(Problem.OTHER_UNIT));
    }

    private long pages() {
        return portal.asked.stream().filter(each -> each.path().matches("/dashboard/\\d+")).count();
    }

    /** No answer comes at all, and not even a failure: the worst that a network can do. */
    @ParameterizedTest
    @ValueSource(strings = { "/systems/list/installer", "/dashboard/9001", "/myprofile", "/events/9001" })
    void aPageThatHangsHoldsNoLiveValuesUp(String path) {
        portal.answers = call -> call.path().equals(path) ? new CompletableFuture<>() : null;
        Unit unit = unit();
        for (int minute = 0; minute < 30; minute++) {
            Instant asked = time.clock().instant();
            done(source.read(unit));
            assertThat(Duration.between(asked, time.clock().instant()), is(lessThan(Duration.ofSeconds(4))));
            time.pass(Duration.ofMinutes(1));
        }
        assertThat("and is not asked for again and again", portal.times(path).size(), is(lessThan(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = { 403, 404, 500, 503, 200, 0 })
    void noneOfThePagesIsNeeded(int status) {
        portal.trouble = (now, call) -> call.path().contains("hfdata") || call.path().equals("/login")
                || call.path().endsWith("/owner") ? null : status;
        Unit unit = unit();
        for (int minute = 0; minute < 120; minute++) {
            done(source.read(unit));
            time.pass(Duration.ofMinutes(1));
        }
        assertThat(portal.logins(), is(1L));
        assertThat("every five minutes at most", portal.times("/myprofile").size(), is(lessThanOrEqualTo(25)));
    }

    @ParameterizedTest
    @CsvSource({ "'\"device\":{\"did\":9002},', OTHER_UNIT", "'\"did\":\"9002\",', OTHER_UNIT",
            "'\"device\":{\"serialnum\":\"654321\"},', OTHER_UNIT", "'\"device\":{\"serial\":654321},', OTHER_UNIT",
            "'\"device\":{\"did\":\"09001\"},', ", "'\"device\":{\"id\":\"0123456789ABCDEF0123456789ABCDEF\"},', ",
            "'\"device\":{\"name\":\"Selectronic SP-PRO\",\"serialnum\":\"SN0123456\"},', ", "'', " })
    void anotherSystemsValuesAreNotThoseOfThisOne(String reported, @Nullable Problem problem) {
        Unit unit = unit();
        portal.pages.put("/dashboard/hfdata/9001", "{" + reported + "\"items\":{\"battery_soc\":50,\"timestamp\":"
                + time.clock().instant().getEpochSecond() + "}}");
        if (problem == null) {
            assertThat(done(source.read(unit)).values().keySet(), is(not(empty())));
        } else {
            assertThat(failure(source.read(unit)).problem(), is(problem));
        }
    }

    @Test
    void aSystemThatIsNotOnTheListIsNotAskedFor() {
        assertThat(failure(source.read(new Unit("1234", Identity.NONE))).problem(), is(Problem.UNKNOWN_UNIT));
        assertThat(portal.times("/dashboard/hfdata/1234"), is(empty()));
    }

    @Test
    void ofHundredsOfSystemsAFewAreNamed() {
        portal.systems = IntStream.range(0, 500).mapToObj(n -> Integer.toString(1000 + n)).toList();
        SourceException failure = failure(source.read(new Unit("9", Identity.NONE)));
        assertThat(failure.problem(), is(Problem.UNKNOWN_UNIT));
        assertThat(failure.arguments().get(1), both(startsWith("1000 / 1001 /")).and(endsWith(" …")));
        assertThat(failure.arguments().get(1).length(), is(lessThan(100)));
    }

    /** A list that an account does not have is one without systems; one that cannot be had at present is unknown. */
    @ParameterizedTest
    @CsvSource({ "500, false", "504, false", "0, false", "404, true", "403, true" })
    void aSystemMayBeOnTheListOfAnInstallerWhileThatCannotBeHad(int status, boolean unknown) {
        portal.pages.put("/dashboard/hfdata/8001",
                "{\"items\":{\"battery_soc\":50,\"timestamp\":" + time.clock().instant().getEpochSecond() + "}}");
        portal.trouble = (now, call) -> call.path().endsWith("/installer") ? status : null;
        done(source.units());
        if (unknown) {
            assertThat(failure(source.read(new Unit("8001", Identity.NONE))).problem(), is(Problem.UNKNOWN_UNIT));
        } else {
            assertThat(done(source.read(new Unit("8001", Identity.NONE))).values().keySet(), is(not(empty())));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 404, 500 })
    void aListThatCannotBeHadIsNoCondition(int status) {
        portal.trouble = (now, call) -> call.path().startsWith("/systems/list") ? status : null;
        for (int minute = 0; minute < 20; minute++) {
            done(source.read(new Unit("9001", Identity.NONE)));
            time.pass(Duration.ofMinutes(1));
        }
        assertThat(portal.times("/systems/list/owner").size(), is(lessThanOrEqualTo(5)));
    }

    @Test
    void aLongSilenceThatIsAskedForIsKeptForAnHour() {
        Unit unit = unit();
        portal.answers = call -> call.path().contains("hfdata")
                ? CompletableFuture.completedFuture(
                        new Reply(429, null, Duration.ofSeconds(86399), List.of(), new byte[0], Duration.ZERO))
                : null;
        assertThat(failure(source.read(unit)).retryAfter(), is(Optional.of(Duration.ofHours(1))));
        portal.answers = call -> null;
        time.pass(Duration.ofMinutes(59));
        assertThat(failure(source.read(unit)).problem(), is(Problem.RATE_LIMITED));
        time.pass(Duration.ofMinutes(2));
        done(source.read(unit));
    }

    @Test
    void openHabsZoneIsAskedForWhenItIsNeeded() {
        portal.pages.remove("/myprofile");
        chart(LocalDate.parse("2026-01-14"), LocalDate.parse("2026-01-14"), 24);
        Unit unit = unit();
        HistoryPosition dayBefore = HistoryPosition.at(Instant.parse("2026-01-14T05:00:00Z"));
        zone = ZoneId.of("Australia/Adelaide");
        assertThat(done(source.history(unit, dayBefore)).records().get(0).start().toString(), endsWith(":30:00Z"));
        zone = ZoneId.of("Australia/Brisbane");
        assertThat(done(source.history(unit, dayBefore)).records().get(0).start().toString(), endsWith(":00:00Z"));
    }

    @Test
    void hoursBesideAHoleReportNoEnergy() {
        Unit unit = unit();
        LocalDate day = LocalDate.ofInstant(time.clock().instant(), MELBOURNE).minusDays(3);
        String hours = IntStream.range(0, 24).mapToObj(h -> "\"%s %02d:00\"".formatted(day, h))
                .collect(Collectors.joining(","));
        String values = IntStream.range(0, 24).mapToObj(h -> h == 10 || h == 11 ? "null" : "1")
                .collect(Collectors.joining(","));
        portal.pages.put(chartPath(day), "{\"data\":{\"chartdate\":\"" + day + "\",\"datetime\":[" + hours
                + "],\"load\":[" + values + "],\"soc\":[" + values + "]}}");
        List<HistoryRecord> records = done(
                source.history(unit, HistoryPosition.at(day.atStartOfDay(MELBOURNE).toInstant()))).records();
        assertThat(records, hasSize(22));
        for (int i = 0; i < records.size(); i++) {
            boolean besideTheHole = i == 9 || i == 10;
            assertThat(Integer.toString(i), records.get(i).values().containsKey(Quantity.HISTORY_LOAD_ENERGY),
                    is(!besideTheHole));
            assertThat(records.get(i).values(), hasKey(Quantity.HISTORY_STATE_OF_CHARGE));
        }
    }

    /** Box off since some time within the hour before: whether it goes on is not known yet. */
    @Test
    void anHourBeforeAHoleThatMayStillBeFilledWaits() {
        Unit unit = unit();
        LocalDate day = LocalDate.ofInstant(time.clock().instant(), MELBOURNE).plusDays(1);
        String hours = IntStream.range(0, 24).mapToObj(h -> "\"%s %02d:00\"".formatted(day, h))
                .collect(Collectors.joining(","));
        String values = IntStream.range(0, 24).mapToObj(h -> h > 11 ? "null" : "1").collect(Collectors.joining(","));
        portal.pages.put(chartPath(day),
                "{\"data\":{\"chartdate\":\"" + day + "\",\"datetime\":[" + hours + "],\"load\":[" + values + "]}}");
        Instant midnight = day.atStartOfDay(MELBOURNE).toInstant();
        time.pass(Duration.between(time.clock().instant(), midnight.plus(Duration.ofMinutes(12 * 60 + 20))));
        done(source.read(unit));
        HistoryPosition position = done(source.history(unit, HistoryPosition.at(midnight))).position();
        assertThat(position.time(), is(midnight.plus(Duration.ofHours(11))));
        portal.pages.put(chartPath(day),
                Objects.requireNonNull(portal.pages.get(chartPath(day))).replaceFirst("null", "0.5"));
        assertThat("it went on", done(source.history(unit, position)).records().get(0).values(),
                hasKey(Quantity.HISTORY_LOAD_ENERGY));
    }

    /** Clocks on Lord Howe Island change by half an hour: that hour lasts half an hour longer or shorter. */
    @Test
    void anHourInWhichTheClocksChangeByHalfAnHourIsNone() throws SourceException {
        ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
        for (String day : List.of("2026-04-05", "2026-10-04")) {
            String hours = IntStream.range(0, 24).mapToObj(h -> "\"%s %02d:00\"".formatted(day, h))
                    .collect(Collectors.joining(","));
            String values = IntStream.range(0, 24).mapToObj(h -> "1").collect(Collectors.joining(","));
            ChartDay chart = ChartDay.read(("{\"data\":{\"chartdate\":\"" + day + "\",\"datetime\":[" + hours
                    + "],\"load\":[" + values + "]}}").getBytes(StandardCharsets.UTF_8), LocalDate.parse(day),
                    lordHowe);
            assertThat(day, chart.records(), hasSize(23));
            List<Integer> reported = chart.records().stream().map(record -> record.start().atZone(lordHowe).getHour())
                    .toList();
            assertThat(day, reported, not(hasItem(day.startsWith("2026-04") ? 1 : 2)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 30, 120 })
    void aChartWithOtherStepsThanHoursReportsNoHours(int minutes) throws SourceException {
        String steps = IntStream.range(0, 10)
                .mapToObj(step -> "\"2026-01-14 %02d:%02d\"".formatted(step * minutes / 60, step * minutes % 60))
                .collect(Collectors.joining(","));
        ChartDay chart = ChartDay.read(
                ("{\"data\":{\"chartdate\":\"2026-01-14\",\"datetime\":[" + steps
                        + "],\"load\":[1,1,1,1,1,1,1,1,1,1]}}").getBytes(StandardCharsets.UTF_8),
                LocalDate.parse("2026-01-14"), MELBOURNE);
        assertThat(chart.records(), is(empty()));
    }

    @Test
    void listsAreBounded() {
        portal.systems = IntStream.range(0, 3000).mapToObj(n -> Integer.toString(1000 + n)).toList();
        assertThat(done(source.units()), hasSize(1000));
        portal.pages.put("/systems/list/owner",
                "{\"systems\":[{\"did\":\"0007\",\"name\":\"" + "x".repeat(100_000) + "\"},{\"did\":7.0}]}");
        List<Unit> units = done(source.units());
        assertThat(units, hasSize(1));
        assertThat(units.get(0).id(), is("7"));
        assertThat(String.valueOf(units.get(0).label()).length(), is(100));
    }

    @Test
    void whatWaitsWhenItEndsFails() {
        Unit unit = unit();
        var history = source.history(unit, HistoryPosition.at(time.clock().instant()));
        source.close();
        time.pass(Duration.ofSeconds(5));
        assertThat(failure(history).problem(), is(Problem.CONNECTION_CUT));
        assertThat(failure(source.read(unit)).problem(), is(Problem.CONNECTION_CUT));
    }

    @Test
    void secretsAreInNoText() {
        assertThat(new PortalAccount(new HttpAddress("portal.example", 443, true), "owner@example.org", "secret")
                .toString(), is("account"));
        assertThat(new HttpRequest("/login", Map.of("Cookie", "secret"), "pwd=secret").toString(), is("/login"));
    }
}
