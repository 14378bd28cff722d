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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.handler.RefusedCredentials;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.http.HttpConnection;
import org.openhab.binding.selectronic.internal.http.HttpRequest;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.Credential;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.core.thing.ThingUID;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever the portal answers to a log-in and to a question, the question is answered or fails with a known problem;
 * the password goes to the log-in and nowhere else, and never again once it was refused.
 * <p>
 * Two answers, each of four lines: status, target, cookie, and the body up to a zero byte.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PortalSessionFuzzTest {
    private static final String PASSWORD = "s&cret";

    static Stream<byte[]> seeds() {
        String json = "200\n\n\n{\"items\":{}}";
        return Stream
                .of("302\n/systems\nmojolicious=1==; path=/\n\0" + json,
                        "200\n\n\n<form action=\"/login\">Bad email address or password</form>\0" + json,
                        "302\nhttps://portal.example/dashboard/1#x\nm=2\n\0" + "302\n/login\nm=; Max-Age=0\n",
                        "429\n\n\nslow down\0" + json, "503\n\n\n\0" + json, "302\n//elsewhere/systems\nm=1\n\0" + json,
                        "302\n/systems\nm=1\n\0" + "401\n\n\n<html>401</html>")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void answers(byte[] input) {
        VirtualTime time = new VirtualTime();
        ScriptedPortal portal = new ScriptedPortal(new String(input, StandardCharsets.ISO_8859_1).split("\0", 2));
        Credential credential = new RefusedCredentials(new FakeStorage()).of(new ThingUID("selectronic:portal:account"))
                .of("account", PASSWORD);
        PortalSession session = new PortalSession(portal,
                new PortalAccount(new HttpAddress("portal.example", 443, true), "owner@example.org", PASSWORD),
                credential, new Timing(time.clock(), time, new Random(1)));
        for (int poll = 0; poll < 3; poll++) {
            boolean refused = credential.isRefused();
            int logins = portal.logins;
            CompletableFuture<Reply> asked = session.ask(PortalSession.json("/dashboard/hfdata/9001"));
            time.pass(Duration.ofMinutes(1));
            assertThat("an answer for each question", asked.isDone(), is(true));
            asked.handle((reply, failure) -> {
                if (failure == null) {
                    assertThat(reply.status(), is(200));
                } else {
                    assertThat(Futures.cause(failure), is(instanceOf(SourceException.class)));
                    Plausible.text(Futures.cause(failure).getMessage());
                    assertThat(Futures.cause(failure).getMessage(), not(containsString(PASSWORD)));
                }
                return true;
            }).join();
            assertThat("at most one log-in for a question", portal.logins - logins, is(lessThanOrEqualTo(1)));
            assertThat("a refused password is never sent again", refused && portal.logins > logins, is(false));
        }
    }

    /** Answers the log-in with one answer and all else with the other. */
    private static final class ScriptedPortal implements HttpConnection {
        private final List<Reply> replies = new ArrayList<>();
        int logins;

        ScriptedPortal(String[] answers) {
            Arrays.stream(answers).map(ScriptedPortal::reply).forEach(replies::add);
        }

        private static Reply reply(String answer) {
            String[] lines = answer.split("\n", 4);
            int status = lines[0].matches("[1-5][0-9][0-9]") ? Integer.parseInt(lines[0]) : 200;
            String location = lines.length < 2 || lines[1].isEmpty() ? null : lines[1];
            List<String> cookies = lines.length < 3 || lines[2].isEmpty() ? List.of() : List.of(lines[2]);
            Duration wait = status == 503 && location != null ? Duration.ofSeconds(location.length()) : null;
            byte[] body = (lines.length < 4 ? "" : lines[3]).getBytes(StandardCharsets.ISO_8859_1);
            return new Reply(status, location, wait, cookies, body, Duration.ZERO);
        }

        @Override
        public CompletableFuture<Reply> send(HttpRequest call) {
            boolean login = call.path().equals("/login");
            logins += login ? 1 : 0;
            assertThat("only a log-in carries a form here", call.form() != null, is(login));
            assertThat(call.headers().getOrDefault("Cookie", ""), not(containsString("\n")));
            return CompletableFuture.completedFuture(replies.get(login ? 0 : replies.size() - 1));
        }

        @Override
        public CompletableFuture<@Nullable Void> close() {
            return CompletableFuture.completedFuture(null);
        }
    }
}
