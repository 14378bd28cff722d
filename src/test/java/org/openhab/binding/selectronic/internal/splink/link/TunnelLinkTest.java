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
package org.openhab.binding.selectronic.internal.splink.link;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.FakeCredentials;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.CapturedLog;

/**
 * Tests the dialogue with the server of the tunnel, and that frames go through behind it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class TunnelLinkTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final String USER = "USER:owner@example.com:secret";

    private final FakeServer server = new FakeServer();
    private final Instant start = server.clock.instant();
    private final TunnelAccount account = account();
    private final TunnelLink link = link("240001");

    private TunnelLink link(String serialNumber) {
        return new TunnelLink(server, account, serialNumber, TIMEOUT, server.clock);
    }

    private static TunnelAccount account() {
        try {
            return TunnelAccount.of("owner@example.com", "secret", FakeCredentials.unknown());
        } catch (SourceException e) {
            assertEquals(FailureKind.REFUSED, e.kind());
            throw new AssertionError(e);
        }
    }

    private List<String> units() throws SourceException, InterruptedException {
        return link("").units();
    }

    private void assertFails(Problem problem, String... arguments) {
        SourceException failure = assertThrows(SourceException.class, link::open);
        assertThat(failure.problem(), is(problem));
        assertThat(failure.arguments(), is(List.of(arguments)));
        assertThat("open", server.isOpen, is(false));
    }

    private String received(int length) throws SourceException, InterruptedException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[4];
        while (text.length() < length) {
            int count = link.read(buffer, TIMEOUT);
            if (count == 0) {
                break;
            }
            text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    @Test
    void theServersAreTheKnownOnes() {
        assertThat(TunnelLink.HOSTS, contains("select.live", "splink-api.selectlive.selectronic.com.au"));
        assertThat(TunnelLink.PORT, is(7528));
        assertThat(link.name(), is(FakeServer.NAME));
    }

    @Test
    void theDialogueEndsWithReady() throws SourceException, InterruptedException {
        link.open();
        assertThat(server.heard, contains(USER, "CONNECT:240001"));
        assertThat(server.isOpen, is(true));

        link.write(new byte[] { 'Q', 0 });
        assertThat(server.heard.get(2), is("Q\0"));
    }

    @Test
    void whatComesBehindReadyBelongsToTheUnit() throws SourceException, InterruptedException {
        server.answers.put("CONNECT:240001", "READY\r\nQ\n\r\0frame");
        link.open();
        server.say("more".getBytes(StandardCharsets.UTF_8));
        assertThat(received(13), is("Q\n\r\0framemore"));
    }

    @Test
    void theTextMayBeSplitAnywhere() throws SourceException, InterruptedException {
        server.answers.put("CONNECT:240001", "READY\r\nframe");
        for (server.split = -1; server.split < 25; server.split++) {
            server.heard.clear();
            link.open();
            assertThat(server.heard, contains(USER, "CONNECT:240001"));
            assertThat("split at " + server.split, received(5), is("frame"));
            link.close();
        }
    }

    @Test
    void textAroundTheGreetingIsTolerated() throws SourceException, InterruptedException {
        server.greeting = "\r\nWelcome\r\n  select.live LOGIN please\n";
        link.open();
        assertThat(server.isOpen, is(true));
    }

    @Test
    void aRefusedAccountIsRefusedForGood() {
        server.answers.put(USER, "REJECTED\r\n");
        assertFails(Problem.ACCOUNT_REFUSED);
        assertThat(Problem.ACCOUNT_REFUSED.isLasting(), is(true));
        assertThat(server.heard, contains(USER));
    }

    @Test
    void aRefusedAccountIsNotTriedAgain() {
        server.answers.put(USER, "REJECTED\r\n");
        assertFails(Problem.ACCOUNT_REFUSED);
        for (int times = 0; times < 3; times++) {
            assertFails(Problem.ACCOUNT_REFUSED);
            assertThat(assertThrows(SourceException.class, this::units).problem(), is(Problem.ACCOUNT_REFUSED));
        }
        assertThat(server.heard, contains(USER));
    }

    @Test
    void anAccountThatIsRefusedInOtherWordsIsTriedThreeTimes() {
        server.answers.put(USER, "DENIED\r\n");
        assertFails(Problem.TUNNEL_ANSWER, FakeServer.NAME);
        assertFails(Problem.TUNNEL_ANSWER, FakeServer.NAME);
        for (int times = 0; times < 3; times++) {
            assertFails(Problem.ACCOUNT_REFUSED);
        }
        assertThat(server.heard, contains(USER, USER, USER));
    }

    @Test
    void wordsThatAreNotUnderstoodCountInARowOnly() throws SourceException, InterruptedException {
        for (int times = 0; times < 3; times++) {
            server.answers.put(USER, "WAIT\r\n");
            assertFails(Problem.TUNNEL_ANSWER, FakeServer.NAME);
            assertFails(Problem.TUNNEL_ANSWER, FakeServer.NAME);
            server.answers.put(USER, "OK\r\n");
            link.open();
            link.close();
        }
    }

    @Test
    void aUnitOfAnotherAccountIsRefused() {
        server.answers.put("CONNECT:240001", "REJECTED\r\n");
        assertFails(Problem.TUNNEL_REJECTED, "240001");
        assertThat(Problem.TUNNEL_REJECTED.isLasting(), is(false));
    }

    @Test
    void aUnitWhoseBoxIsAwayIsUnreachable() {
        server.answers.put("CONNECT:240001", "OFFLINE\r\n");
        assertFails(Problem.TUNNEL_OFFLINE, "240001");
    }

    @Test
    void aUnitThatSomebodyElseUsesIsBusy() {
        server.answers.put("CONNECT:240001", "BUSY\r\n");
        assertFails(Problem.TUNNEL_BUSY, "240001");
    }

    @ParameterizedTest
    @ValueSource(strings = { "BUSY", "OFFLINE", "REJECTED" })
    void noAnswerDependsOnWhereItIsSplit(String answer) {
        server.answers.put("CONNECT:240001", answer + "\r\n");
        SourceException whole = assertThrows(SourceException.class, link::open);
        for (server.split = -1; server.split < 24; server.split++) {
            SourceException split = assertThrows(SourceException.class, link::open);
            assertThat(split.problem(), is(whole.problem()));
        }
    }

    @ParameterizedTest
    @CsvSource({ "USER:owner@example.com:secret", "CONNECT:240001" })
    void anotherAnswerIsNotUnderstood(String question) {
        server.answers.put(question, "HELLO\r\n");
        assertFails(Problem.TUNNEL_ANSWER, FakeServer.NAME);
    }

    @ParameterizedTest
    @CsvSource({ "USER:owner@example.com:secret", "CONNECT:240001" })
    void noAnswerIsWaitedForAsLongAsIsSaid(String question) {
        server.answers.put(question, "");
        assertFails(Problem.NO_ANSWER, FakeServer.NAME, "15");
        assertThat(Duration.between(start, server.clock.instant()), is(lessThanOrEqualTo(TIMEOUT.plusSeconds(1))));
    }

    @Test
    void aGreetingThatNeverEndsIsNotWaitedForLonger() {
        server.greeting = "Welcome\r\n".repeat(900);
        server.split = -1;
        server.timePerPiece = Duration.ofMillis(100);
        assertFails(Problem.NO_ANSWER, FakeServer.NAME, "15");
        assertThat(Duration.between(start, server.clock.instant()), is(lessThanOrEqualTo(TIMEOUT.plusSeconds(1))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Welcome\r\n", "\r\n", "no end of the line" })
    void whoTalksTooMuchIsNotListenedTo(String text) {
        server.greeting = text.repeat(5000);
        assertFails(Problem.TUNNEL_ANSWER, FakeServer.NAME);
    }

    @Test
    void aConnectionThatIsCutIsReported() throws SourceException, InterruptedException {
        server.openFails = new SourceException(Problem.NO_CONNECTION, FakeServer.NAME);
        assertFails(Problem.NO_CONNECTION, FakeServer.NAME);

        server.openFails = null;
        link.open();
        link.close();
        assertThrows(SourceException.class, () -> link.write(new byte[1]));
        assertThrows(SourceException.class, () -> link.read(new byte[1], TIMEOUT));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "abc", "12345678901", "1\r\nQUIT" })
    void aSerialNumberThatIsNoneIsNotSent(String serialNumber) {
        SourceException failure = assertThrows(SourceException.class, link(serialNumber)::open);
        assertThat(failure.problem(), is(Problem.TUNNEL_REJECTED));
        assertThat(server.heard, is(empty()));
    }

    @Test
    void unitsAreListed() throws SourceException, InterruptedException {
        assertThat(units(), contains("240001", "240002"));
        assertThat(server.heard, contains(USER, "LIST SITES", "QUIT"));
        assertThat(server.isOpen, is(false));
    }

    @Test
    void theListMayBeSplitAnywhere() throws SourceException, InterruptedException {
        for (server.split = -1; server.split < 70; server.split++) {
            assertThat(units().size(), is(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "UNKNOWN COMMAND\r\n", "DEVICES:x\r\n" })
    void aServerThatKnowsNoSitesIsAskedForDevices(String answer) throws SourceException, InterruptedException {
        server.answers.put("LIST SITES", answer);
        assertThat(units(), contains("240001"));
        assertThat(server.heard, contains(USER, "LIST SITES", "LIST DEVICES", "QUIT"));
    }

    @Test
    void anAccountMayHaveNoUnits() throws SourceException, InterruptedException {
        server.answers.put("LIST SITES", "DEVICES:0\r\n");
        assertThat(units(), is(empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "DEVICES:1\r\nDEVICE:abc\r\n", "DEVICES:1\r\n240001\r\n", "DEVICES:1\r\nDEVICE:\r\n" })
    void aListThatIsNoneIsNotUnderstood(String answer) {
        server.answers.put("LIST SITES", answer);
        SourceException failure = assertThrows(SourceException.class, this::units);
        assertThat(failure.problem(), is(Problem.TUNNEL_ANSWER));
        assertThat(server.isOpen, is(false));
    }

    @Test
    void aListThatBreaksOffIsNotGuessed() {
        server.answers.put("LIST SITES", "DEVICES:2\r\nDEVICE:240001|Home\r\n");
        assertThrows(SourceException.class, this::units);
    }

    @Test
    void aServerThatHasNoListIsNotUnderstood() {
        server.answers.put("LIST SITES", "DEVICES:1000\r\n");
        server.answers.put("LIST DEVICES", "NO\r\n");
        assertThat(assertThrows(SourceException.class, this::units).problem(), is(Problem.TUNNEL_ANSWER));
    }

    @Test
    void namesOfSitesAreSkipped() throws SourceException, InterruptedException {
        server.answers.put("LIST SITES", "DEVICES:1\r\nDEVICE: 240001 | H\u00f6he\u0007 7 \r\n");
        assertThat(units(), contains("240001"));
    }

    @Test
    void nothingThatAServerSaysDoesHarm() {
        Random random = new Random(11);
        byte[] bytes = new byte[200];
        for (int attempt = 0; attempt < 2000; attempt++) {
            random.nextBytes(bytes);
            String noise = new String(Arrays.copyOf(bytes, random.nextInt(200)), StandardCharsets.ISO_8859_1);
            server.answers.put("CONNECT:240001", noise + (random.nextBoolean() ? "\r\n" : ""));
            assertThrows(SourceException.class, link::open);
            assertThat(server.isOpen, is(false));
        }
    }

    @ParameterizedTest
    @CsvSource({ "'',secret", "'  ',secret", "a:b@example.com,secret", "'a\r\nb@example.com',secret",
            "a@example.com,'sec\nret'", "'a\u0007@example.com',secret", "a@example.com,'\u0085x'" })
    void anAccountThatDoesNotFitInALineIsRefused(String email, String password) {
        SourceException failure = assertThrows(SourceException.class,
                () -> TunnelAccount.of(email, password, FakeCredentials.unknown()));
        assertThat(failure.problem(), is(Problem.ACCOUNT_INVALID));
        assertThat(failure.arguments(), is(empty()));
    }

    @Test
    void aPasswordMayHaveColonsAndBlanks() throws SourceException {
        assertThat(TunnelAccount.of("a@example.com", "a: b", FakeCredentials.unknown()).login(),
                is("USER:a@example.com:a: b"));
    }

    @Test
    void nothingShowsTheAccountEvenIfTheServerRepeatsIt() {
        StringWriter seen = new StringWriter();
        CapturedLog log = new CapturedLog();
        try {
            seen.append(account().toString()).append(link.toString());
            for (String answer : List.of("REJECTED " + USER, USER, "NO\r\n" + USER)) {
                server.answers.put(USER, answer + "\r\n");
                assertThrows(SourceException.class, link::open).printStackTrace(new PrintWriter(seen));
            }
            seen.append(log.text());
        } finally {
            log.close();
        }
        assertThat(seen.toString(), not(containsString("secret")));
        assertThat(seen.toString(), not(containsString("owner@example.com")));
    }
}
