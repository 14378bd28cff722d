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
package org.openhab.binding.selectronic.internal.splink.client;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.internal.fake.FakeCredentials;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.FakeUnit;
import org.openhab.binding.selectronic.internal.splink.FakeUnit.Stranger;
import org.openhab.binding.selectronic.internal.splink.wire.Frames;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * Tests the dialogue with a unit on good and bad connections.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SpLinkClientTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final UnaryOperator<byte[]> LOST = answer -> new byte[0];
    private static final UnaryOperator<byte[]> GARBLED = answer -> {
        byte[] garbled = answer.clone();
        garbled[garbled.length - 3] ^= 0x10;
        return garbled;
    };
    private static final String[] LOGIN = { "Q a000 1", "Q 1f0000 8", "W 1f0000 8", "Q 1f0010 1", "Q a000 1" };

    private final FakeUnit unit = new FakeUnit();
    private final Instant start = unit.clock.instant();
    private SpLinkClient client = client(Password.OF_THE_FACTORY);

    @BeforeEach
    void fillMemory() {
        unit.memory.put(0xA028, 5300);
        unit.memory.put(0xA029, 2200);
    }

    private SpLinkClient client(String password) {
        try {
            return new SpLinkClient(unit, Password.of(password), FakeCredentials.unknown().of("unit"), TIMEOUT,
                    unit.clock);
        } catch (SourceException e) {
            assertEquals(FailureKind.REFUSED, e.kind());
            throw new AssertionError(e);
        }
    }

    private void assertReads() throws SourceException, InterruptedException {
        assertThat(client.read(new WordRange(0xA028, 2)), is(new Words(0xA028, new int[] { 5300, 2200 })));
    }

    private void assertFails(Problem problem, String... arguments) {
        SourceException failure = assertThrows(SourceException.class, () -> client.read(new WordRange(0xA028, 2)));
        assertThat(failure.problem(), is(problem));
        assertThat(failure.arguments(), is(List.of(arguments)));
    }

    private Duration elapsed() {
        return Duration.between(start, unit.clock.instant());
    }

    @Test
    void nothingIsDoneUntilWordsAreWanted() {
        assertThat(unit.opened, is(0));
    }

    @Test
    void theFirstReadLogsIn() throws SourceException, InterruptedException {
        assertReads();
        assertThat(unit.requests,
                contains("Q a000 1", "Q 1f0000 8", "W 1f0000 8", "Q 1f0010 1", "Q a000 1", "Q a028 2"));
    }

    @Test
    void theConnectionIsKept() throws SourceException, InterruptedException {
        assertReads();
        unit.requests.clear();
        assertReads();
        assertThat(unit.requests, contains("Q a028 2"));
        assertThat(unit.opened, is(1));
    }

    @Test
    void whoeverIsLoggedInDoesNotLogIn() throws SourceException, InterruptedException {
        unit.loginRequired = false;
        assertReads();
        assertThat(unit.requests, contains("Q a000 1", "Q a028 2"));
    }

    @ParameterizedTest
    @CsvSource({ "1, W a00d 1", "2, W a00e 1" })
    void theGoodByeGoesToTheRightPort(int port, String goodBye) throws SourceException, InterruptedException {
        unit.port = port;
        assertReads();
        unit.requests.clear();
        client.close();
        assertThat(unit.requests, contains(goodBye));
        assertThat(unit.isOpen, is(false));
        client.close();
        assertThat(unit.requests, contains(goodBye));
    }

    @Test
    void whoHasNotLoggedInSaysNoGoodBye() throws SourceException, InterruptedException {
        unit.loginRequired = false;
        assertReads();
        client.close();
        assertThat(unit.requests, contains("Q a000 1", "Q a028 2"));
    }

    /** Who is logged in on the new connection may be another program on the same port. */
    @Test
    void aLogInOfAConnectionThatWasCutIsNotOurs() throws SourceException, InterruptedException {
        assertReads();
        unit.close();
        assertReads();
        unit.requests.clear();
        client.close();
        assertThat(unit.requests, is(empty()));
    }

    @Test
    void withoutAKnownPortThereIsNoGoodBye() throws SourceException, InterruptedException {
        unit.port = 7;
        assertReads();
        unit.requests.clear();
        client.close();
        assertThat(unit.requests, is(empty()));
        assertThat(unit.isOpen, is(false));
    }

    @Test
    void whoNeverConnectedJustLeaves() {
        client.close();
        assertThat(unit.requests, is(empty()));
        assertThat(unit.opened, is(0));
        assertFails(Problem.LINK_CUT, FakeUnit.NAME);
        assertThat(unit.opened, is(0));
    }

    @Test
    void aGoodByeThatIsNotHeardTakesThreeSecondsAtMost() throws SourceException, InterruptedException {
        client = new SpLinkClient(unit, Password.of(Password.OF_THE_FACTORY), FakeCredentials.unknown().of("unit"),
                Duration.ofSeconds(15), unit.clock);
        assertReads();
        unit.lasting = LOST;
        Instant before = unit.clock.instant();
        client.close();
        assertThat(Duration.between(before, unit.clock.instant()), is(Duration.ofSeconds(3)));
        assertThat(unit.isOpen, is(false));
    }

    @Test
    void aGoodByeOnALineThatIsCutIsForgotten() throws SourceException, InterruptedException {
        assertReads();
        unit.cutAfter = 0;
        client.close();
        assertThat(unit.isOpen, is(false));
    }

    @Test
    void anInterruptedGoodByeStaysInterrupted() throws SourceException, InterruptedException {
        assertReads();
        Thread.currentThread().interrupt();
        client.close();
        assertThat(Thread.interrupted(), is(true));
        assertThat(unit.isOpen, is(false));
    }

    @Test
    void aWrongPasswordIsTriedOnceAndNeverAgain() {
        unit.password = "another";
        assertFails(Problem.PASSWORD_REFUSED);
        assertThat(unit.requests, contains("Q a000 1", "Q 1f0000 8", "W 1f0000 8", "Q 1f0010 1"));
        assertThat(unit.isOpen, is(false));

        assertFails(Problem.PASSWORD_REFUSED);
        assertThrows(SourceException.class, client::connect);
        assertThat(unit.requests.size(), is(4));
        assertThat(unit.opened, is(1));
    }

    /** One refusal among lost answers may be an answer to an older challenge, but not again and again. */
    @Test
    void aDoubtfulRefusalCountsTheThirdTime() {
        unit.password = "another";
        unit.lasting = answer -> answer;
        for (int times = 1; times <= 3; times++) {
            unit.faults.add(UnaryOperator.identity());
            unit.faults.add(LOST);
            unit.faults.add(UnaryOperator.identity());
            unit.faults.add(UnaryOperator.identity());
            unit.faults.add(UnaryOperator.identity());
            unit.faults.add(LOST);
            if (times < 3) {
                assertFails(Problem.LINE_SHARED, FakeUnit.NAME);
            } else {
                assertFails(Problem.PASSWORD_REFUSED);
            }
        }
        unit.requests.clear();
        assertFails(Problem.PASSWORD_REFUSED);
        assertThat(unit.requests, is(empty()));
    }

    @Test
    void anAnswerToAnOlderChallengeIsNotAWrongPassword() throws SourceException, InterruptedException {
        byte[][] late = new byte[1][];
        unit.faults.add(UnaryOperator.identity());
        unit.faults.add(answer -> {
            late[0] = answer;
            return new byte[0];
        });
        unit.faults.add(answer -> late[0]);
        assertReads();
        assertThat(Collections.frequency(unit.requests, "W 1f0000 8"), is(2));
    }

    @Test
    void aPasswordThatWasGoodIsRefusedTwiceBeforeItCounts() throws SourceException, InterruptedException {
        assertReads();
        unit.restart();
        unit.password = "changed";
        unit.requests.clear();
        assertFails(Problem.PASSWORD_REFUSED);
        assertThat(Collections.frequency(unit.requests, "W 1f0000 8"), is(2));
    }

    @Test
    void aPasswordThatWasGoodMayBeRefusedOnce() throws SourceException, InterruptedException {
        assertReads();
        unit.restart();
        unit.requests.clear();
        unit.faults.add(LOST);
        unit.faults.add(UnaryOperator.identity());
        unit.faults.add(answer -> Frames.answer(0x1F0000, 1, 2, 3, 4, 5, 6, 7, 8));
        assertReads();
        assertThat(Collections.frequency(unit.requests, "W 1f0000 8"), is(2));
    }

    @ParameterizedTest
    @CsvSource({ "0", "1", "2", "3", "4", "5" })
    void oneLostAnswerDoesNoHarm(int which) throws SourceException, InterruptedException {
        for (int before = 0; before < which; before++) {
            unit.faults.add(UnaryOperator.identity());
        }
        unit.faults.add(LOST);
        assertReads();
        assertThat(elapsed(), is(lessThanOrEqualTo(Duration.ofMillis(1100))));
    }

    @ParameterizedTest
    @CsvSource({ "0", "1", "2", "3", "4", "5" })
    void oneGarbledAnswerDoesNoHarmAndNeedsNoTimeout(int which) throws SourceException, InterruptedException {
        for (int before = 0; before < which; before++) {
            unit.faults.add(UnaryOperator.identity());
        }
        unit.faults.add(GARBLED);
        assertReads();
        assertThat(elapsed(), is(lessThanOrEqualTo(Duration.ofMillis(300))));
    }

    @Test
    void aLoginThatIsNeverAnsweredFails() {
        unit.faults.add(UnaryOperator.identity());
        unit.lasting = LOST;
        assertFails(Problem.NO_INVERTER, FakeUnit.NAME);
        assertThat(unit.requests, contains("Q a000 1", "Q 1f0000 8", "Q 1f0000 8", "Q 1f0000 8"));
    }

    @ParameterizedTest
    @EnumSource(Stranger.class)
    void aLostLoginIsRenewed(Stranger stranger) throws SourceException, InterruptedException {
        unit.stranger = stranger;
        assertReads();
        unit.restart();
        unit.memory.put(0xA028, 1);
        unit.requests.clear();
        assertThat(client.read(new WordRange(0xA028, 1)), is(new Words(0xA028, new int[] { 1 })));
        assertThat(unit.requests, contains("Q a028 1", LOGIN[0], LOGIN[1], LOGIN[2], LOGIN[3], LOGIN[4], "Q a028 1"));
        assertThat(unit.opened, is(1));
    }

    @ParameterizedTest
    @EnumSource(Stranger.class)
    void aLoginThatDoesNotLastIsNotRepeatedForEver(Stranger stranger) {
        unit.stranger = stranger;
        unit.forgetsLogin = true;
        assertThrows(SourceException.class, () -> client.read(new WordRange(0xA028, 2)));
        assertThat(Collections.frequency(unit.requests, "W 1f0000 8"), is(3));
    }

    @Test
    void aSilentLineIsAskedThreeTimes() {
        unit.lasting = LOST;
        assertFails(Problem.NO_INVERTER, FakeUnit.NAME);
        assertThat(unit.requests, contains("Q a000 1", "Q a000 1", "Q a000 1"));
        assertThat(elapsed(), is(Duration.ofSeconds(3)));
        assertThat(unit.isOpen, is(false));
    }

    @Test
    void aLineThatFallsSilentIsAskedThreeTimesAndReopened() throws SourceException, InterruptedException {
        assertReads();
        unit.lasting = LOST;
        unit.requests.clear();
        Instant before = unit.clock.instant();
        assertFails(Problem.NO_INVERTER, FakeUnit.NAME);
        assertThat(unit.requests, contains("Q a028 2", "Q a000 1", "Q a028 2"));
        assertThat(Duration.between(before, unit.clock.instant()), is(Duration.ofSeconds(3)));

        unit.lasting = UnaryOperator.identity();
        assertReads();
        assertThat(unit.opened, is(2));
    }

    @Test
    void aLineThatGarblesEverythingIsSharedOrBroken() throws SourceException, InterruptedException {
        assertReads();
        unit.lasting = GARBLED;
        assertFails(Problem.LINE_SHARED, FakeUnit.NAME);
        assertThat(unit.isOpen, is(false));
    }

    @Test
    void aLineThatGarblesLongAnswersIsSharedOrBroken() throws SourceException, InterruptedException {
        assertReads();
        unit.lasting = answer -> answer.length > 12 ? GARBLED.apply(answer) : answer;
        unit.requests.clear();
        assertFails(Problem.LINE_SHARED, FakeUnit.NAME);
        assertThat(Collections.frequency(unit.requests, "Q a028 2"), is(3));
    }

    @Test
    void wordsThatAreNotAnsweredAreNamedAndDoNoHarm() throws SourceException, InterruptedException {
        assertReads();
        unit.lasting = answer -> answer.length > 12 ? new byte[0] : answer;
        assertFails(Problem.NO_WORDS, "0xa028");
        assertThat(unit.isOpen, is(true));
        assertThat(client.read(new WordRange(0xA028, 1)).at(0xA028), is(5300));
        assertThat(unit.opened, is(1));
    }

    @Test
    void aMemberOfAPowerchainSystemIsNotTalkedTo() {
        unit.lasting = answer -> Frames.answerOfMember(1);
        assertFails(Problem.POWERCHAIN_MEMBER);
        assertThat(unit.requests, contains("Q a000 1"));
        assertThat(unit.isOpen, is(false));
    }

    @Test
    void aConnectionThatWasCutWhileIdleIsMadeAgain() throws SourceException, InterruptedException {
        assertReads();
        unit.close();
        assertReads();
        assertThat(unit.opened, is(2));
    }

    @Test
    void aConnectionThatIsCutInTheMiddleOfAnAnswerIsMadeAgain() throws SourceException, InterruptedException {
        assertReads();
        unit.largestPiece = 5;
        unit.cutAfter = 4;
        assertReads();
        assertThat(unit.opened, is(2));
    }

    @Test
    void aConnectionThatIsCutAtOnceIsNotMadeAgain() throws SourceException, InterruptedException {
        unit.cutAfter = 2;
        assertFails(Problem.LINK_CUT, FakeUnit.NAME);
        assertThat(unit.opened, is(1));

        assertReads();
        unit.close();
        unit.openFails = new SourceException(Problem.PORT_IN_USE, FakeUnit.NAME);
        assertFails(Problem.PORT_IN_USE, FakeUnit.NAME);
        unit.openFails = null;
        assertReads();
    }

    @Test
    void anotherFailureOfTheLinkIsReported() {
        unit.openFails = new SourceException(Problem.PORT_MISSING, FakeUnit.NAME);
        assertFails(Problem.PORT_MISSING, FakeUnit.NAME);
    }

    @Test
    void staleBytesAreForgottenBeforeEachRequest() throws SourceException, InterruptedException {
        assertReads();
        unit.stray(Frames.answer(0xA028, 6, 6));
        assertReads();
    }

    @Test
    void whatFollowsAGarbledAnswerIsForgotten() throws SourceException, InterruptedException {
        assertReads();
        unit.largestPiece = 9;
        unit.faults.add(answer -> Frames.join(GARBLED.apply(answer), Frames.answer(0xA028, 6)));
        assertReads();
        assertThat(unit.waiting(), is(0));
    }

    @Test
    void theAnswerBehindAGarbledOneIsTaken() throws SourceException, InterruptedException {
        assertReads();
        unit.requests.clear();
        unit.largestPiece = 14;
        unit.faults.add(answer -> Frames.join(GARBLED.apply(answer), answer));
        assertReads();
        assertThat(unit.requests, contains("Q a028 2"));
    }

    @Test
    void answersToOthersAreSkipped() throws SourceException, InterruptedException {
        assertReads();
        unit.requests.clear();
        unit.faults.add(answer -> Frames.join(Frames.answer(0xA02A, 1, 1), Frames.answer(0xA028, 1), answer));
        assertReads();
        assertThat(unit.requests, contains("Q a028 2"));
    }

    @Test
    void answersToOthersWithoutEndDoNotHoldUsUp() throws SourceException, InterruptedException {
        assertReads();
        byte[] endless = repeated(Frames.answer(0xA02A, 1, 1), 4000);
        unit.largestPiece = 14;
        unit.lasting = answer -> endless;
        Instant before = unit.clock.instant();
        assertFails(Problem.LINE_SHARED, FakeUnit.NAME);
        assertThat(Duration.between(before, unit.clock.instant()), is(lessThanOrEqualTo(Duration.ofSeconds(6))));
    }

    /** At 1200 baud the longest answer takes more than four seconds. */
    @Test
    void anAnswerMayTakeLongAsLongAsItsBytesCome() throws SourceException, InterruptedException {
        assertReads();
        unit.largestPiece = 1;
        unit.timePerPiece = Duration.ofMillis(8);
        unit.requests.clear();
        assertThat(client.read(new WordRange(0xA101, 256)).values().length, is(256));
        assertThat(unit.requests, contains("Q a101 256"));
    }

    /** So does an adapter that hands on nothing before all of it has come. */
    @Test
    void anAnswerThatBeginsLateIsAwaitedTheSecondTime() throws SourceException, InterruptedException {
        assertReads();
        unit.heldBack = Duration.ofSeconds(4);
        unit.requests.clear();
        assertThat(client.read(new WordRange(0xA101, 256)).values().length, is(256));
        assertThat(unit.requests, contains("Q a101 256", "Q a000 1", "Q a101 256"));
        unit.requests.clear();
        assertThat(client.read(new WordRange(0xA101, 256)).values().length, is(256));
        assertThat("and from then on", unit.requests, contains("Q a101 256"));
    }

    @Test
    void aLineThatDripsForEverHoldsNobodyUp() throws SourceException, InterruptedException {
        assertReads();
        unit.largestPiece = 1;
        unit.timePerPiece = Duration.ofMillis(900);
        unit.lasting = answer -> new byte[1 << 16];
        Instant before = unit.clock.instant();
        assertFails(Problem.LINE_SHARED, FakeUnit.NAME);
        assertThat(Duration.between(before, unit.clock.instant()), is(lessThanOrEqualTo(Duration.ofSeconds(9))));
    }

    @Test
    void aMegabyteOfNoiseIsNoAnswer() {
        byte[] noise = new byte[1 << 20];
        new Random(5).nextBytes(noise);
        unit.lasting = answer -> noise;
        unit.timePerPiece = Duration.ZERO;
        assertFails(Problem.LINE_SHARED, FakeUnit.NAME);
        assertThat(elapsed(), is(lessThanOrEqualTo(Duration.ofSeconds(6))));
    }

    @Test
    void zeroedHeadersAreRepaired() throws SourceException, InterruptedException {
        unit.lasting = answer -> {
            byte[] zeroed = answer.clone();
            zeroed[0] = 0;
            zeroed[1] = 0;
            return zeroed;
        };
        assertReads();
        assertThat(unit.requests.size(), is(6));
    }

    @Test
    void answersMayComeInPieces() throws SourceException, InterruptedException {
        unit.largestPiece = 1;
        assertReads();
        assertThat(unit.requests.size(), is(6));
    }

    @Test
    void anInterruptedRequestLetsGo() throws SourceException, InterruptedException {
        assertReads();
        unit.faults.add(answer -> {
            Thread.currentThread().interrupt();
            return answer;
        });
        assertThrows(InterruptedException.class, () -> client.read(new WordRange(0xA028, 2)));
        assertThat(unit.isOpen, is(false));
        assertReads();
    }

    @Test
    void blocksThatNobodyMayReadAreNotSent() {
        assertThrows(IllegalArgumentException.class, () -> client.read(new WordRange(0xC200, 1)));
        assertThrows(IllegalArgumentException.class, () -> client.read(new WordRange(0xA000, 2)));
        assertThat(unit.opened, is(0));
    }

    private static byte[] repeated(byte[] part, int times) {
        byte[] all = new byte[part.length * times];
        for (int at = 0; at < times; at++) {
            System.arraycopy(part, 0, all, at * part.length, part.length);
        }
        return all;
    }
}
