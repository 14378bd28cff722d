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
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakePortal;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.handler.PortalBridgeHandler;
import org.openhab.binding.selectronic.internal.http.HttpRequest;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.storage.Storage;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.binding.builder.BridgeBuilder;

/**
 * The law of what the portal and its account are burdened with over a day: whatever the portal answers, and however
 * often openHAB is restarted, log-ins, lists, profile and all requests stay within bounds, and nothing is written that
 * is written already.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PortalLoadLawTest {
    /** Whether all is tried, or the choice that fits into a build. */
    private static final boolean WHOLE = Boolean.getBoolean("selectronic.matrix.whole");
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int RESTARTS = 3;
    /** One in five minutes. */
    private static final int EVERY_FIVE_MINUTES = 12 * 24 + 5;
    /**
     * Of two systems in a day: polls each minute, events every five minutes, charts four times an hour, and once more
     * for the forecast, since they fail here; lists, pages.
     */
    private static final int REQUESTS = 2 * (1440 + 12 * 24 + 5 * 24) + 100;
    /** A back-off that ends at a quarter of an hour, with full jitter from a minute on. */
    private static final int BACKED_OFF = 220;

    private final VirtualTime time = new VirtualTime();
    private final FakePortal portal = new FakePortal(time.clock());
    private final FakeOpenHab openHab = new FakeOpenHab(time);
    private final FakeStorage refusals = new FakeStorage();
    private final WatchedStorage stored = new WatchedStorage();
    private @Nullable Bridge bridge;

    /** What is wrong all day. */
    private interface Trouble {
        @Nullable
        CompletableFuture<Reply> with(PortalLoadLawTest test, HttpRequest call);
    }

    private static CompletableFuture<Reply> answer(int status, @Nullable String location, String body) {
        return CompletableFuture.completedFuture(new Reply(status, location, null, List.of(),
                body.getBytes(StandardCharsets.UTF_8), Duration.ofMillis(300)));
    }

    private static Trouble login(int status, @Nullable String location, String body) {
        return (test,
                call) -> "/login".equals(call.path()) ? CompletableFuture.completedFuture(
                        new Reply(status, location, null, List.of("mojolicious=none; path=/; HttpOnly"),
                                body.getBytes(StandardCharsets.UTF_8), Duration.ofMillis(300)))
                        : null;
    }

    private static Trouble behindTheLogin(int status, @Nullable String location) {
        return (test, call) -> "/login".equals(call.path()) ? null : answer(status, location, "<html>");
    }

    private static String form(String words) {
        return "<form action=\"/login\"><p>" + words + "</p><input name=\"pwd\"></form>";
    }

    private static Trouble waiting(int seconds, String path) {
        return (test, call) -> call.path().startsWith(path)
                ? CompletableFuture.completedFuture(new Reply(429, null,
                        seconds == 0 ? null : Duration.ofSeconds(seconds), List.of(), new byte[0], Duration.ZERO))
                : null;
    }

    private static Trouble hanging(String path) {
        return (test, call) -> {
            if (!call.path().startsWith(path)) {
                return null;
            }
            CompletableFuture<Reply> never = new CompletableFuture<>();
            test.time.schedule(
                    () -> never.completeExceptionally(new SourceException(Problem.NO_ANSWER, "portal", "30")),
                    TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            return never;
        };
    }

    private static Trouble failing(int status, String path) {
        return (test, call) -> call.path().startsWith(path) ? answer(status, null, "<html>") : null;
    }

    private static Trouble noContact(String path) {
        return (test, call) -> call.path().startsWith(path)
                ? CompletableFuture.failedFuture(new SourceException(Problem.CONNECTION_CUT, "portal"))
                : null;
    }

    /**
     * What is wrong, and how many log-ins there may be in a day, without and with restarts; in a build one of the two,
     * in turn.
     */
    static Stream<Arguments> troubles() {
        Trouble none = (test, call) -> null;
        String plain = form("Bad email address or password");
        List<Arguments> all = new ArrayList<>();
        for (boolean restarts : new boolean[] { false, true }) {
            int good = restarts ? 1 + RESTARTS : 1;
            all.add(Arguments.of("healthy", none, restarts, good));
            all.add(Arguments.of("a system is missing", none, restarts, good));
            all.add(Arguments.of("live values fail", failing(504, "/dashboard/hfdata/9002"), restarts, good));
            all.add(Arguments.of("live values are missing", failing(404, "/dashboard/hfdata/9002"), restarts, good));
            all.add(Arguments.of("live values hang", hanging("/dashboard/hfdata/9002"), restarts, good));
            all.add(Arguments.of("one system is forbidden", failing(403, "/dashboard/hfdata/9002"), restarts,
                    2 * good));
            all.add(Arguments.of("lists fail", failing(500, "/systems"), restarts, good));
            all.add(Arguments.of("lists hang", hanging("/systems"), restarts, good));
            all.add(Arguments.of("events fail", failing(500, "/events"), restarts, good));
            all.add(Arguments.of("events hang", hanging("/events"), restarts, good));
            all.add(Arguments.of("profile fails", failing(500, "/myprofile"), restarts, good));
            all.add(Arguments.of("profile hangs", hanging("/myprofile"), restarts, good));
            all.add(Arguments.of("asked to wait", waiting(420, "/dashboard/hfdata"), restarts, good));
            all.add(Arguments.of("asked to wait a day", waiting(86399, "/"), restarts, good + 24));
            all.add(Arguments.of("asked to wait without a time", waiting(0, "/login"), restarts, BACKED_OFF));
            all.add(Arguments.of("refused", login(200, null, plain), restarts, 1));
            for (String words : List.of("Invalid email or password.", "Your account has been locked.",
                    "Please confirm that you are not a robot", "")) {
                all.add(Arguments.of("form: " + words, login(200, null, form(words)), restarts, 3));
            }
            all.add(Arguments.of("locked, without a form", login(200, null, "Locked."), restarts, 3));
            for (int status : new int[] { 400, 401, 403, 422, 423 }) {
                all.add(Arguments.of("log-in " + status, login(status, null, "<html>"), restarts, 3));
            }
            all.add(Arguments.of("log-in leads to the form", login(302, "/login", ""), restarts, 3));
            all.add(Arguments.of("log-in leads to a captcha", login(302, "/captcha", ""), restarts, 3));
            all.add(Arguments.of("log-in is missing", login(404, null, ""), restarts, BACKED_OFF));
            all.add(Arguments.of("log-in leads elsewhere", login(302, "https://else.example/systems", ""), restarts,
                    BACKED_OFF));
            all.add(Arguments.of("log-in fails", login(503, null, ""), restarts, EVERY_FIVE_MINUTES));
            all.add(Arguments.of("log-in hangs", hanging("/login"), restarts, EVERY_FIVE_MINUTES));
            all.add(Arguments.of("no contact", noContact("/"), restarts, EVERY_FIVE_MINUTES));
            all.add(Arguments.of("all down", failing(503, "/"), restarts, EVERY_FIVE_MINUTES));
            all.add(Arguments.of("all pages lead to the form", behindTheLogin(302, "/login"), restarts, BACKED_OFF));
            all.add(Arguments.of("thrown out at once", behindTheLogin(401, null), restarts, BACKED_OFF));
            all.add(Arguments.of("all forbidden", behindTheLogin(403, null), restarts, BACKED_OFF));
        }
        int half = all.size() / 2;
        return IntStream.range(0, all.size()).filter(n -> WHOLE || n % half % 2 == n / half).mapToObj(all::get);
    }

    @ParameterizedTest(name = "{0}, restarts: {2}")
    @MethodSource("troubles")
    void aDayIsNoBurden(String name, Trouble trouble, boolean restarts, int logins) {
        portal.systems = List.of("9001", "9002");
        portal.answers = call -> trouble.with(this, call);
        String second = "a system is missing".equals(name) ? "1234" : "9002";
        for (int quarter = 0; quarter <= RESTARTS; quarter++) {
            if (quarter == 0 || restarts) {
                restart(second);
            }
            for (int minutes = 0; minutes < 6 * 60; minutes += 30) {
                time.pass(Duration.ofMinutes(30));
                openHab.updates.clear();
            }
        }
        dispose();

        assertThat("log-ins", portal.logins(), is(lessThanOrEqualTo((long) logins)));
        int more = "healthy".equals(name) ? 0 : EVERY_FIVE_MINUTES;
        assertThat("requests", portal.asked.size(), is(lessThanOrEqualTo(REQUESTS + more)));
        assertThat(portal.times("/dashboard/hfdata/1234"), is(empty()));
        int starts = restarts ? 1 + RESTARTS : 1;
        for (String page : List.of("/systems/list/owner", "/systems/list/installer", "/myprofile")) {
            assertThat(page, portal.times(page).size(), is(lessThanOrEqualTo(EVERY_FIVE_MINUTES + starts)));
        }
        for (String system : portal.systems) {
            assertThat("page of a system", portal.times("/dashboard/" + system).size(),
                    is(lessThanOrEqualTo(8 * starts)));
        }
        List<Instant> all = portal.asked.stream().map(FakePortal.Asked::time).toList();
        for (int i = 1; i < all.size() && !restarts; i++) {
            assertThat("apart", Duration.between(all.get(i - 1), all.get(i)).toMillis(),
                    is(greaterThanOrEqualTo(1000L)));
        }
        assertThat("written although it was stored", stored.unchanged, is(0));
    }

    private void dispose() {
        Bridge bridge = this.bridge;
        if (bridge != null) {
            openHab.dispose(bridge);
        }
    }

    private void restart(String second) {
        dispose();
        Map<String, Object> config = new HashMap<>(Map.of("email", "owner@example.org", "password", "secret"));
        Bridge bridge = BridgeBuilder.create(SelectronicBindingConstants.THING_TYPE_PORTAL, "account")
                .withConfiguration(new Configuration(config)).build();
        this.bridge = bridge;
        Timing timing = new Timing(time.clock(), time, new Random(1));
        openHab.add(bridge, new PortalBridgeHandler(bridge, TestServices.of(timing, SYDNEY, stored, refusals),
                (host, port) -> portal));
        for (String system : List.of("9001", second)) {
            Thing inverter = FakeOpenHab.inverter(bridge, system, Map.of("deviceId", system));
            openHab.add(inverter, new InverterHandler(inverter, TestServices.of(timing, stored)));
        }
    }

    /** Counts what is put although it is there. */
    private static final class WatchedStorage implements Storage<String> {
        private final FakeStorage inner = new FakeStorage();
        int unchanged;

        @Override
        public @Nullable String put(String key, @Nullable String value) {
            @Nullable
            String before = inner.put(key, value);
            unchanged += value != null && value.equals(before) ? 1 : 0;
            return before;
        }

        @Override
        public @Nullable String remove(String key) {
            return inner.remove(key);
        }

        @Override
        public boolean containsKey(String key) {
            return inner.containsKey(key);
        }

        @Override
        public @Nullable String get(String key) {
            return inner.get(key);
        }

        @Override
        public Collection<String> getKeys() {
            return inner.getKeys();
        }

        @Override
        public Collection<@Nullable String> getValues() {
            return inner.getValues();
        }
    }
}
