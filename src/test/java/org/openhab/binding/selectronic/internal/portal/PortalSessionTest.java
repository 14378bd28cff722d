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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.thing.ThingUID;

/**
 * What counts as a log-in, as a refusal and as the end of a session, in forms that servers have for it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PortalSessionTest {
    private static final String REFUSED = "<form action='/login'><p>Bad email address or password</p></form>";

    private static final String PASSWORD = "ü& %😀=";

    private final VirtualTime time = new VirtualTime();
    private final FakePortal portal = new FakePortal(time.clock());
    private final FakeStorage storage = new FakeStorage();
    private final RefusedCredentials refused = new RefusedCredentials(storage);
    private final PortalSource source = source(PASSWORD);

    private PortalSource source(String password) {
        return new PortalSource(portal,
                new PortalAccount(new HttpAddress("portal.example", 443, true), "owner+solar@example.org", password),
                Duration.ofSeconds(60),
                new PortalSource.Services(refused.of(new ThingUID("selectronic:portal:account")),
                        new ThingStorage(new FakeStorage()),
                        unit -> Map.of("thing", new ThingStorage(new FakeStorage())), () -> ZoneId.of("UTC")),
                new Timing(time.clock(), time, new Random(1)));
    }

    private <T> T done(CompletableFuture<T> future) {
        Instant patience = time.clock().instant().plus(Duration.ofMinutes(5));
        while (!future.isDone() && time.clock().instant().isBefore(patience)) {
            time.pass(Duration.ofMillis(100));
        }
        assertThat("answered", future.isDone(), is(true));
        return future.join();
    }

    private Problem problem(CompletableFuture<?> future) {
        return ((SourceException) Objects
                .requireNonNull(assertThrows(CompletionException.class, () -> done(future)).getCause())).problem();
    }

    private static Reply reply(int status, @Nullable String location, List<String> cookies, String body) {
        return new Reply(status, location, null, cookies, body.getBytes(StandardCharsets.UTF_8), Duration.ZERO);
    }

    private static CompletableFuture<Reply> page(int status, String body) {
        return CompletableFuture.completedFuture(reply(status, null, List.of(), body));
    }

    private void loginAnswers(int status, @Nullable String location, String body) {
        Reply reply = reply(status, location, List.of("mojolicious=1==; path=/"), body);
        portal.answers = call -> call.path().equals("/login") ? CompletableFuture.completedFuture(reply) : null;
    }

    private void answers(Set<String> paths, int status, String body) {
        portal.answers = call -> paths.contains(call.path()) ? page(status, body) : null;
    }

    @Test
    void anyCharacterGoesIntoTheForm() {
        done(source.units());
        assertThat(portal.asked.get(0).form(),
                is("email=owner%2Bsolar%40example.org&pwd=%C3%BC%26+%25%F0%9F%98%80%3D"));
    }

    @ParameterizedTest
    @CsvSource({ "302, /systems", "301, /systems", "303, /dashboard/9001", "302, systems", "302, ./systems?x=/login",
            "302, https://portal.example/systems", "302, HTTPS://Portal.Example/Systems",
            "302, http://portal.example/systems", "302, https://portal.example:443/dashboard",
            "302, //portal.example/systems", "302, /systems?from=log in" })
    void aRedirectToTheSystemsWithACookieIsALogIn(int status, String location) {
        loginAnswers(status, location, "");
        portal.pages.put("/systems/list/owner", "{}");
        // another session than the portal's own is as good as none, so that what follows is known
        assertThat(problem(source.units()), is(Problem.SESSION_LOST));
        assertThat(portal.asked.get(1).path(), is("/systems/list/owner"));
    }

    @ParameterizedTest
    @CsvSource({ "302, /login", "302, /login?next=/systems", "302, https://other.example/systems", "302, /", "302, ",
            "302, javascript:systems", "302, https://portal.example.org/systems", "302, '\\systems'",
            "302, https://portal.example@other.example/systems", "200, /systems", "201, " })
    void anythingElseIsNone(int status, @Nullable String location) {
        loginAnswers(status, location, "<html>hello</html>");
        assertThat(problem(source.units()), is(Problem.LOGIN_FAILED));
        assertThat(portal.asked, hasSize(1));
        assertThat("no refusal yet", storage.getValues(), everyItem(endsWith(" 1")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Bad email address or password", "<b>Bad</b> email address or\n   password!",
            "BAD EMAIL ADDRESS OR PASSWORD", "<p>Bad&nbsp;email address&#32;or password</p>" })
    void aRefusalIsOneInAnyMarkup(String reported) {
        loginAnswers(200, null, "<html><form action=\"/login\"><div>" + reported + "</div></form></html>");
        assertThat(problem(source.units()), is(Problem.ACCOUNT_REFUSED));
        time.pass(Duration.ofDays(1));
        assertThat(problem(source.units()), is(Problem.ACCOUNT_REFUSED));
        assertThat(portal.logins(), is(1L));
    }

    @ParameterizedTest
    @ValueSource(strings = { "<!-- Bad email address or password -->",
            "<script>var wrong = '<p>Bad email address or password</p>';</script>" })
    void whatABrowserDoesNotShowIsNoRefusal(String hidden) {
        loginAnswers(200, null, "<form action='/login'>" + hidden + "</form>");
        assertThat(problem(source.units()), is(Problem.LOGIN_FAILED));
        assertThat("no refusal yet", storage.getValues(), everyItem(endsWith(" 1")));
    }

    /** A log-in answered in words that are not known, as those of a locked account or of a question for robots. */
    @ParameterizedTest
    @CsvSource({ "200, , Invalid email or password.", "200, , Your account has been locked after too many attempts.",
            "200, , <form action=/login>", "200, , ''", "401, , ''", "403, , Forbidden", "400, , ''", "422, , ''",
            "423, , Locked", "302, /login, ''", "302, /login?error=1, ''", "303, /, ''", "302, /captcha, ''",
            "302, '/login|failed', ''" })
    void aRefusalInOtherWordsIsOneAfterThreeInARow(int status, @Nullable String location, String body) {
        Reply reply = reply(status, location, List.of("mojolicious=1; path=/"), body);
        portal.answers = call -> call.path().equals("/login") ? CompletableFuture.completedFuture(reply) : null;
        for (int minute = 0; minute < 60; minute++) {
            assertThrows(CompletionException.class, () -> done(source.units()));
            time.pass(Duration.ofMinutes(1));
        }
        assertThat(problem(source.units()), is(Problem.ACCOUNT_REFUSED));
        assertThat(portal.logins(), is(3L));
        List<Instant> times = portal.times("/login");
        assertThat("not all within one bad time of the portal", Duration.between(times.get(0), times.get(2)),
                is(greaterThanOrEqualTo(Duration.ofMinutes(25))));
        time.pass(Duration.ofDays(3));
        assertThat(problem(source(PASSWORD).units()), is(Problem.ACCOUNT_REFUSED));
        assertThat(portal.logins(), is(3L));
    }

    /** Servers that do not see their cookie write the session into addresses. */
    @Test
    void theEndOfASessionMayHaveTheNameOfAnotherInItsAddress() {
        Unit unit = done(source.units()).get(0);
        time.pass(Duration.ofHours(1));
        Reply gone = reply(302, "/login;jsessionid=0A1B2C", List.of(), "");
        portal.answers = call -> call.path().contains("hfdata") && portal.logins() == 1
                ? CompletableFuture.completedFuture(gone)
                : null;
        done(source.read(unit));
        assertThat(portal.logins(), is(2L));
        SourceException failure = assertThrows(SourceException.class,
                () -> reply(302, "https://owner:secret@portal.example/x;jsessionid=0A1B2C?token=1#a", List.of(), "")
                        .good());
        assertThat(failure.arguments(), contains("https://portal.example/x"));
    }

    @Test
    void onlyAttemptsInARowCount() {
        for (int poll = 0; poll < 5; poll++) {
            loginAnswers(200, null, "<form action=/login>");
            assertThat(problem(source.units()), is(Problem.LOGIN_FAILED));
            time.pass(Duration.ofMinutes(20));
            assertThat(problem(source.units()), is(Problem.LOGIN_FAILED));
            portal.answers = call -> null;
            time.pass(Duration.ofMinutes(40));
            done(source.units());
            time.pass(Duration.ofHours(1));
        }
        assertThat(portal.logins(), is(15L));
    }

    @ParameterizedTest
    @CsvSource({ "404, ", "405, ", "500, ", "503, ", "302, https://elsewhere.example/systems" })
    void anAnswerThatDoesNotJudgeTheAccountIsNoRefusal(int status, @Nullable String location) {
        loginAnswers(status, location, "");
        for (int minute = 0; minute < 24 * 60; minute++) {
            assertThat(problem(source.units()), is(not(Problem.ACCOUNT_REFUSED)));
            time.pass(Duration.ofMinutes(1));
        }
        assertThat("no faster than the back-off", portal.logins(), is(lessThan(300L)));
        assertThat(storage.getKeys(), is(empty()));
        portal.answers = call -> null;
        time.pass(Duration.ofMinutes(16));
        done(source.units());
    }

    @Test
    void eachPasswordIsSentOnceAndOneHashIsKept() {
        loginAnswers(200, null, REFUSED);
        for (String password : List.of("one", "two", "three", "four", "five")) {
            assertThat(problem(source(password).units()), is(Problem.ACCOUNT_REFUSED));
            assertThat(problem(source(password).units()), is(Problem.ACCOUNT_REFUSED));
        }
        assertThat(portal.logins(), is(5L));
        assertThat(storage.getKeys(), hasSize(1));
        assertThat(storage.getValues().toString(),
                Objects.requireNonNull(storage.getValues().iterator().next()).length(), is(lessThan(80)));
    }

    /** The thing is disabled and enabled, or initialised anew, while the portal thinks about the log-in. */
    @Test
    void aRunningLogInAtTheEndIsAwaitedAndItsRefusalCounts() {
        CompletableFuture<Reply> late = new CompletableFuture<>();
        portal.answers = call -> call.path().equals("/login") ? late : null;
        source.units();
        time.pass(Duration.ofSeconds(1));
        source.close();
        var units = source(PASSWORD).units();
        time.pass(Duration.ofSeconds(5));
        assertThat(portal.asked, hasSize(1));
        late.complete(reply(200, null, List.of(), REFUSED));
        assertThat(problem(units), is(Problem.ACCOUNT_REFUSED));
        assertThat(portal.asked, hasSize(1));
    }

    @Test
    void aRunningLogInAtTheEndThatSucceedsDelaysNothing() {
        CompletableFuture<Reply> late = new CompletableFuture<>();
        portal.answers = call -> call.path().equals("/login") && portal.logins() == 1 ? late : null;
        source.units();
        time.pass(Duration.ofSeconds(1));
        source.close();
        var units = source(PASSWORD).units();
        late.complete(reply(302, "/systems", List.of("mojolicious=0=="), ""));
        assertThat(done(units), hasSize(1));
        assertThat("who has ended asks nothing more", portal.asked.stream().map(FakePortal.Asked::path).toList(),
                contains("/login", "/login", "/systems/list/owner", "/systems/list/installer", "/dashboard/9001"));
    }

    @Test
    void aLogInThatWaitsForItsTurnAtTheEndIsNotSent() {
        done(source.units());
        time.pass(Duration.ofMinutes(12));
        answers(Set.of("/dashboard/hfdata/9001"), 401, "");
        source.read(new Unit("9001", Identity.NONE));
        time.pass(Duration.ofMillis(500));
        source.close();
        time.pass(Duration.ofMinutes(5));
        assertThat(portal.logins(), is(1L));
    }

    @ParameterizedTest
    @CsvSource({ "302, /login", "302, https://portal.example/login", "302, http://portal.example/login",
            "302, HTTPS://PORTAL.EXAMPLE/Login", "303, /login/", "307, /login?next=/x y", "302, ../../login", "401, ",
            "403, " })
    void aSessionThatIsOverCostsOneLogIn(int status, @Nullable String location) {
        Unit unit = done(source.units()).get(0);
        time.pass(Duration.ofMinutes(12));
        Reply over = reply(status, location, List.of(), "");
        portal.answers = call -> call.path().contains("hfdata") && portal.logins() == 1
                ? CompletableFuture.completedFuture(over)
                : null;
        done(source.read(unit));
        assertThat(portal.logins(), is(2L));
    }

    @ParameterizedTest
    @ValueSource(strings = { "<html>", "\n  <!DOCTYPE html>", "\uFEFF<html>", "\uFEFF \r\n<form action=/login>" })
    void aPageWhereJsonWasDueIsItsEndToo(String body) {
        Unit unit = done(source.units()).get(0);
        time.pass(Duration.ofMinutes(12));
        portal.answers = call -> call.path().contains("hfdata") && portal.logins() == 1 ? page(200, body) : null;
        done(source.read(unit));
        assertThat(portal.logins(), is(2L));
    }

    @Test
    void valuesMayBeginWithAMarkOfUtf8() {
        Unit unit = done(source.units()).get(0);
        answers(Set.of("/dashboard/hfdata/9001"), 200, "\uFEFF" + PortalPagesTest.resource("hfdata.json"));
        assertThat(done(source.read(unit)).values(), hasKey(Quantity.LOAD_POWER));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "{}", "{\"items\":", "\uFEFF[1]" })
    void whatIsNeitherPageNorValuesCostsNoLogIn(String body) {
        Unit unit = done(source.units()).get(0);
        time.pass(Duration.ofMinutes(12));
        answers(Set.of("/dashboard/hfdata/9001"), 200, body);
        assertThrows(CompletionException.class, () -> done(source.read(unit)));
        assertThat(portal.logins(), is(1L));
    }

    @ParameterizedTest
    @ValueSource(strings = { "<form action=\"/login\">", "<FORM METHOD=post ACTION='/login'>", "<form action=/login>",
            "<form action = \"https://portal.example/login?x\">" })
    void aLogInFormOnAPageIsNotThePage(String form) {
        portal.pages.put("/dashboard/9001", form + PortalPagesTest.resource("dashboard.html"));
        assertThat(done(source.units()).get(0).identity().serialNumber(), is(nullValue()));
        portal.pages.put("/dashboard/9001", PortalPagesTest.resource("dashboard.html"));
        assertThat("it is asked for again", done(source.units()).get(0).identity().serialNumber(), is("123456"));
    }

    /** The first costs a log-in that finds out; no other log-in is spent on the next, and the rest is read on. */
    @Test
    void systemsThatTheAccountMayNotSeeDoNotHinderTheOthers() {
        portal.systems = List.of("9001", "9002", "9003");
        List<Unit> units = done(source.units());
        time.pass(Duration.ofMinutes(12));
        answers(Set.of("/dashboard/hfdata/9001", "/dashboard/hfdata/9002"), 403, "");
        for (int poll = 0; poll < 60; poll++) {
            assertThat(problem(source.read(units.get(0))), is(Problem.HTTP_STATUS));
            assertThat(problem(source.read(units.get(1))), is(Problem.HTTP_STATUS));
            done(source.read(units.get(2)));
            time.pass(Duration.ofMinutes(1));
        }
        assertThat(portal.logins(), is(2L));
        portal.answers = call -> null;
        done(source.read(units.get(0)));
    }

    @Test
    void aPortalThatForbidsAllButTheLogInForATimeIsBackAfterIt() {
        Unit unit = done(source.units()).get(0);
        time.pass(Duration.ofMinutes(12));
        portal.answers = call -> call.path().equals("/login") ? null : page(403, "");
        for (int i = 0; i < 30; i++) {
            assertThrows(CompletionException.class, () -> done(source.units()));
            assertThrows(CompletionException.class, () -> done(source.read(unit)));
            time.pass(Duration.ofMinutes(1));
        }
        assertThat(portal.logins(), is(lessThan(15L)));
        // its sessions are over too, and that shows as 403
        long before = portal.logins();
        portal.answers = call -> !call.path().equals("/login") && portal.logins() == before ? page(403, "") : null;
        time.pass(Duration.ofMinutes(16));
        done(source.units());
        done(source.read(unit));
    }

    @Test
    void oneLogInServesAllSystemsOfTheAccount() {
        portal.systems = List.of("9001", "9002", "9003", "9004");
        List<Unit> units = done(source.units());
        time.pass(Duration.ofMinutes(40));
        List<CompletableFuture<?>> samples = units.stream().<CompletableFuture<?>> map(source::read).toList();
        for (CompletableFuture<?> sample : samples) {
            done(sample);
        }
        assertThat(portal.logins(), is(2L));
    }

    @Test
    void aProfileThatIsForbiddenIsOneThatReportsNothing() {
        portal.pages.put("/events/9001", PortalPagesTest.resource("events-active.html"));
        answers(Set.of("/myprofile"), 403, "");
        Unit unit = done(source.units()).get(0);
        done(source.read(unit));
        time.pass(Duration.ofMinutes(1));
        assertThat(done(source.read(unit)).as("thing").events(), hasSize(1));
        assertThat(portal.logins(), is(1L));
    }

    @Test
    void systemsOfAnInstallerStayWhileTheirListCannotBeHad() {
        portal.pages.put("/systems/list/installer", "{\"systems\":[{\"did\":\"8001\"},{\"did\":9001}]}");
        assertThat(done(source.units()).stream().map(Unit::id).toList(), contains("9001", "8001"));
        for (int status : new int[] { 404, 504, 403, 0 }) {
            portal.trouble = (now, call) -> call.path().endsWith("/installer") ? status : null;
            assertThat(done(source.units()).stream().map(Unit::id).toList(), contains("9001", "8001"));
        }
        portal.trouble = (now, call) -> null;
        portal.pages.put("/systems/list/installer", "{\"systems\":[]}");
        assertThat(done(source.units()).stream().map(Unit::id).toList(), contains("9001"));
    }

    /** The client of a bridge is stopped when its threads have ended, of which one may just have brought an answer. */
    @Test
    void itEndsWithoutWaitingForAnAnswerThatWaitsForItsEnd() throws InterruptedException {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        portal.answers = call -> call.path().equals("/systems/list/owner") ? answer : null;
        source.units();
        time.pass(Duration.ofSeconds(5));
        Thread client = new Thread(() -> answer.complete(reply(200, null, List.of(), "{\"systems\":[]}")));
        portal.closing = () -> {
            client.start();
            try {
                client.join(Duration.ofSeconds(10).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        source.close();
        assertThat("the answer was judged", answer.isDone() && !client.isAlive(), is(true));
        client.join();
    }
}
