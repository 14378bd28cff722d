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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.FakePortal;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.RefusedCredentials;
import org.openhab.binding.selectronic.internal.handler.StoredTexts;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Way;
import org.openhab.binding.selectronic.internal.source.Credentials;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.thing.ThingUID;

/**
 * Events, history and pace of a portal without a line.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PortalSourceTest {
    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    private static final String PROFILE = "<option value=\"Australia/Melbourne\" selected>Melbourne</option>";

    private final VirtualTime time = new VirtualTime();
    private final FakePortal portal = new FakePortal(time.clock());
    private PortalSource source = source(Duration.ofSeconds(60));

    private static final Credentials CREDENTIALS = new RefusedCredentials(new FakeStorage())
            .of(new ThingUID("selectronic:portal:account"));

    PortalSourceTest() {
        portal.pages.put("/myprofile", PROFILE);
        portal.pages.put("/dashboard/9001", PortalPagesTest.resource("dashboard.html"));
    }

    private final StoredTexts notes = new StoredTexts(new FakeStorage());

    private PortalSource source(Duration interval) {
        return new PortalSource(portal, new PortalAccount("owner@example.org", "s = &ecret"),
                new PortalSource.Memory(CREDENTIALS, notes), interval,
                new PortalSource.Means(time.clock(), time.clock(), time, new Random(1)),
                () -> ZoneId.of("Australia/Adelaide"));
    }

    private <T> T done(CompletableFuture<T> future) {
        Instant patience = time.clock().instant().plus(Duration.ofMinutes(30));
        while (!future.isDone() && time.clock().instant().isBefore(patience)) {
            time.pass(Duration.ofMillis(100));
        }
        return future.getNow(null);
    }

    private SourceException failure(CompletableFuture<?> future) {
        return (SourceException) assertThrows(CompletionException.class, () -> done(future)).getCause();
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
            done(source.read(unit)).events().forEach(event -> events.add(text(event)));
            time.pass(Duration.ofMinutes(1));
        }
        return events;
    }

    @Test
    void theLogInIsAFormWithPercentSigns() {
        assertThat(source.way(), is(Way.PORTAL));
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
        assertThat(done(source.read(unit)).events().get(0).time(), is(raised));
    }

    private String chartPath(LocalDate day) {
        return "/dashboard/chartdata/9001?chartdate=" + day + "&range=1&intervals=48&shiftdate=0";
    }

    /** A chart with one kilowatt hour of load in each of the first hours. */
    private void chart(LocalDate asked, LocalDate day, int hours) {
        portal.pages.put(chartPath(asked), "{\"data\":{\"chartdate\":\"" + day + "\",\"datetime\":["
                + String.join(",",
                        IntStream.range(0, hours).mapToObj(h -> "\"%s %02d:00\"".formatted(day, h)).toList())
                + "],\"load\":[" + String.join(",", IntStream.range(0, hours).mapToObj(h -> "1").toList()) + "]}}");
    }

    @Test
    void historyGoesFromTheFirstDayToThePresent() {
        LocalDate today = LocalDate.ofInstant(time.clock().instant(), MELBOURNE);
        LocalDate told = today.minusDays(9);
        LocalDate first = today.minusDays(3);
        portal.pages.put("/dashboard/getdata/9001?needfirst=1", "{\"items\":{\"first_date\":\"" + told + "\"}}");
        chart(told, first, 24);
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
        HistoryPortion portion = done(
                source.history(unit, HistoryPosition.at(midnight.minus(Duration.ofHours(4)))));
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

    /** Rounds as the poller makes them: one after another, each beginning an interval after the one before. */
    private void rounds(List<Unit> units, Duration interval, int count) {
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
        rounds(units, Duration.ofSeconds(60), 20);
        assertThat(source.lap().isPresent(), is(false));
        for (Unit unit : units) {
            List<Instant> times = portal.times("/dashboard/hfdata/" + unit.id());
            assertThat(times, hasSize(20));
            for (int i = 3; i < times.size(); i++) {
                assertThat((double) Duration.between(times.get(i - 1), times.get(i)).toMillis(),
                        is(closeTo(60_000, 9_000)));
            }
        }
        assertThat("events have their turn too", portal.asked.stream()
                .filter(each -> each.path().startsWith("/events")).count(), is(greaterThan(50L)));
        List<Instant> all = portal.asked.stream().map(FakePortal.Asked::time).toList();
        for (int i = 1; i < all.size(); i++) {
            assertThat(Duration.between(all.get(i - 1), all.get(i)).toMillis(),
                    is(greaterThanOrEqualTo(1000L)));
        }
    }

    @Test
    void moreThanThePaceAllowsIsTold() {
        source = source(Duration.ofSeconds(30));
        systems(50);
        List<Unit> units = done(source.units());
        rounds(units, Duration.ofSeconds(30), 6);
        assertThat(source.lap().orElseThrow().toSeconds(), is(both(greaterThan(49L)).and(lessThan(75L))));
        rounds(units.subList(0, 5), Duration.ofSeconds(30), 3);
        assertThat(source.lap().isPresent(), is(false));
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
        assertThat(new PortalAccount("owner@example.org", "secret").toString(), is("account"));
        assertThat(PortalCall.form("/login", true, "pwd", "secret").toString(), is("/login"));
    }
}
