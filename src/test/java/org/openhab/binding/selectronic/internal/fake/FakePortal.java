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
package org.openhab.binding.selectronic.internal.fake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.HttpConnection;
import org.openhab.binding.selectronic.internal.http.HttpRequest;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * A portal without a network, for tests that need thousands of answers: sessions, systems with live values, and pages
 * that
 * a test puts there.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class FakePortal implements HttpConnection {
    private static final Duration IDLE_LIFE = Duration.ofMinutes(30);
    private static final Duration LIFE = Duration.ofHours(24);
    private static final String LOGIN_PAGE = "<html><form action=\"/login\"><input name=\"pwd\"></form></html>";

    /** What was asked and when, in order. */
    public final List<Asked> asked = new ArrayList<>();
    /** Pages and bodies by path, besides live values and lists. */
    public final Map<String, String> pages = new TreeMap<>();
    /** The numbers of the systems. */
    public List<String> systems = List.of("9001");
    /** The code of the active alert. */
    public int faultCode;
    /** What goes wrong with a request, if anything. */
    public Trouble trouble = (time, call) -> null;
    /** Answers in place of the portal, where a test has one of its own. */
    public Answers answers = call -> null;
    /** What happens while the connection is closed. */
    public Runnable closing = () -> {
    };
    private final Clock clock;
    private int sessions;
    private Instant openedAt = Instant.MIN;
    private Instant usedAt = Instant.MIN;

    /** A request. */
    public record Asked(Instant time, String path, @Nullable String form) {
    }

    /** What goes wrong. */
    public interface Trouble {
        /**
         * @param time when
         * @param call with what
         * @return the HTTP status of the answer, 0 for a broken connection, 200 for a log-in page; null for nothing
         */
        @Nullable
        Integer with(Instant time, HttpRequest call);
    }

    /** Answers of a test's own. */
    public interface Answers {
        /**
         * @param call what is asked
         * @return the answer, perhaps later; null where the portal answers as usual
         */
        @Nullable
        CompletableFuture<Reply> to(HttpRequest call);
    }

    /** @param clock what time it is */
    public FakePortal(Clock clock) {
        this.clock = clock;
    }

    /** @return how often somebody tried to log in */
    public long logins() {
        return asked.stream().filter(each -> "/login".equals(each.path)).count();
    }

    /**
     * @param path a path
     * @return when it was asked for
     */
    public List<Instant> times(String path) {
        return asked.stream().filter(each -> each.path.equals(path)).map(Asked::time).toList();
    }

    @Override
    public CompletableFuture<Reply> send(HttpRequest call) {
        Instant now = clock.instant();
        asked.add(new Asked(now, call.path(), call.form()));
        CompletableFuture<Reply> own = answers.to(call);
        if (own != null) {
            return own;
        }
        Integer wrong = trouble.with(now, call);
        if (wrong != null) {
            return wrong == 0
                    ? CompletableFuture.failedFuture(new SourceException(Problem.CONNECTION_CUT, "portal.example"))
                    : answer(wrong, LOGIN_PAGE);
        }
        if ("/login".equals(call.path())) {
            openedAt = now;
            usedAt = now;
            sessions++;
            return CompletableFuture.completedFuture(new Reply(302, "/systems", null,
                    List.of("mojolicious=" + sessions + "==; path=/; HttpOnly"), new byte[0], Duration.ZERO));
        }
        if (!("mojolicious=" + sessions + "==").equals(call.headers().get("Cookie"))
                || !now.isBefore(openedAt.plus(LIFE)) || !now.isBefore(usedAt.plus(IDLE_LIFE))) {
            return gone();
        }
        usedAt = now;
        return page(call, now);
    }

    /** The three ways in which a session is known to end, in turn. */
    private CompletableFuture<Reply> gone() {
        return switch (sessions % 3) {
            case 0 -> answer(401, "<html>401</html>");
            case 1 -> CompletableFuture
                    .completedFuture(new Reply(302, "/login", null, List.of(), new byte[0], Duration.ZERO));
            default -> answer(200, LOGIN_PAGE);
        };
    }

    private CompletableFuture<Reply> page(HttpRequest call, Instant now) {
        String path = call.path();
        String form = call.form();
        String page = pages.get(form == null ? path : path + "?" + form);
        if (page != null) {
            return answer(200, page);
        }
        if (path.startsWith("/dashboard/hfdata/")) {
            return answer(200, "{\"items\":{\"battery_soc\":50,\"fault_code\":" + faultCode + ",\"timestamp\":"
                    + now.getEpochSecond() + "},\"now\":" + now.getEpochSecond() + "}");
        }
        if (path.startsWith("/systems/list/")) {
            return answer(200,
                    path.endsWith("owner") ? "{\"systems\":[{\"did\":" + String.join("},{\"did\":", systems) + "}]}"
                            : "{\"systems\":[]}");
        }
        return answer(404, "<html>404</html>");
    }

    private static CompletableFuture<Reply> answer(int status, String body) {
        return CompletableFuture.completedFuture(new Reply(status, null, null, List.of(),
                body.getBytes(StandardCharsets.UTF_8), Duration.ofMillis(300)));
    }

    @Override
    public CompletableFuture<@Nullable Void> close() {
        closing.run();
        return CompletableFuture.completedFuture(null);
    }
}
