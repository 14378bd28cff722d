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
package org.openhab.binding.selectronic.simulator.splink;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.memory.Register;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * What a port does with requests, byte for byte and without a line.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SimulatedPortTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String ASK_PORT = "510000a000009d4b";
    private static final String ASK_SCALES = "510528a000004207";
    private static final String SCALES_B = "510528a000004207b414760b1a04803e1202b4003a64";

    private final Simulation simulation = Simulation.still(Scenario.SUNNY_DAY);
    private SimulatedPort port = SimulatedPort.of(simulation);

    @Test
    void publishedLogins() throws Exception {
        for (String[] line : PublishedLines.of("logins.txt", 3)) {
            port = with(PortOptions.DEFAULT.withPassword(line[2]));
            assertThat(line[0], logIn(line[0], line[1]), is(true));
            assertThat(port.isLoggedIn(), is(true));
            port = with(PortOptions.DEFAULT.withPassword("?" + line[2].substring(1)));
            assertThat(line[0], logIn(line[0], line[1]), is(false));
        }
    }

    @Test
    void wholeExchangeOfALoginAsPublished() {
        port.prepareChallenge(HEX.parseHex("7ab29fde681ae0b12727088f80c4ba8b"));
        assertThat(ask("510700001f00cf62"), is("510700001f00cf627ab29fde681ae0b12727088f80c4ba8ba040"));
        String written = "570700001f00357ab6d13604080c87ce81c182c66fa5fb3577aa";
        assertThat(ask(written), is(written));
        assertThat(ask("510010001f00b291"), is("510010001f00b2910100d819"));
        assertThat(ask(ASK_PORT), is("510000a000009d4b0100d819"));
        assertThat(ask(ASK_SCALES), is(SCALES_B));
        // a challenge serves once, and a failed login ends the one before
        assertThat(ask(written), is(written));
        assertThat(ask("510010001f00b291"), is("510010001f00b29100000000"));
        assertThat(port.isLoggedIn(), is(false));
    }

    @Test
    void loggedOutUnitSaysOnlyThat() {
        assertThat(ask(ASK_PORT), is("510000a000009d4bffffb8f0"));
        assertThat(ask("510010001f00b291"), is("510010001f00b29100000000"));
        assertThat(ask(ASK_SCALES), is(""));
        port.setLoggedOut(LoggedOut.BAD_CRC);
        String answer = ask(ASK_SCALES);
        assertThat(answer, startsWith("510528a000004207"));
        assertThat(answer.length(), is(44));
        assertThat(IndependentClient.crc(HEX.parseHex(answer)), is(not(0)));
        assertThat(ask(ASK_PORT), is("510000a000009d4bffffb8f0"));
    }

    @Test
    void oldUnitAnswersBeforeTheLogin() {
        port = with(PortOptions.DEFAULT.withAnswersBeforeLogin());

        assertThat(ask(ASK_SCALES), is(SCALES_B));
        assertThat(ask(ASK_PORT), is("510000a000009d4bffffb8f0"));
        assertThat(port.isLoggedIn(), is(false));
    }

    @Test
    void goodByeEndsTheLoginOfItsPort() {
        logIn();
        assertThat(ask("57000da00000e8d80100d819"), is("57000da00000e8d80100d819"));
        assertThat(port.isLoggedIn(), is(false));
        assertThat(ask("57000da00000e8d80100d819"), is(""));
        assertThat(port.violations(), is(empty()));
        port = with(PortOptions.DEFAULT.withNumber(2));
        logIn();
        assertThat(words(0xA000, 1), is(new int[] { 2 }));
        assertThat(ask(Frame.write(0xA00D, 1)), is(""));
        assertThat(port.violations(), contains(Frame.write(0xA00D, 1)));
        assertThat(ask(Frame.write(0xA00E, 1)), is(not("")));
        assertThat(port.isLoggedIn(), is(false));
    }

    @Test
    void otherWritesChangeNothingAndAreRemembered() {
        logIn();
        Frame button = Frame.write(41_522, 1);
        assertThat(ask(button), is(""));
        assertThat(ask(Frame.write(0x1D0011, 0, 0, 0, 0, 0, 0, 0)), is(""));
        assertThat(port.violations(), hasSize(2));
        assertThat(port.writes(), hasSize(3));
        assertThat(words(41_522, 1), is(new int[] { 0 }));
        port.clearLog();
        assertThat(port.violations(), is(empty()));
    }

    @Test
    void readsOfAllLengthsButNotBelowTheFirstBlock() {
        logIn();
        for (int count = 1; count <= 256; count++) {
            assertThat(words(0xA014, count), is(simulation.unit().image().words(0xA014, count)));
        }
        assertThat(ask(Frame.query(0xA000, 2)), is(""));
        assertThat(ask(Frame.query(0x9FFF, 256)), is(""));
        assertThat(words(0xA001, 256).length, is(256));
        assertThat(words(0xC1F0, 3), is(new int[3]));
        assertThat(words(0xFFFFFFFF, 1), is(new int[1]));
        assertThat(ask(Frame.query(0xFFFFFFFF, 2)), is(""));
    }

    @Test
    void clockRunsWithThePlant() {
        logIn();
        int[] before = words(0x1D0000, 8);
        simulation.advance(Duration.ofMinutes(1));
        int[] after = words(0x1D0000, 8);
        assertThat(after[2], is(before[2] + 1));
        assertThat(after[7], is(0x26));
    }

    @Test
    void badAndForeignRequestsGetSilence() {
        logIn();
        assertThat(ask("510000a000009d4a"), is(""));
        assertThat(ask("00ff13" + ASK_PORT), is("510000a000009d4b0100d819"));
        assertThat(ask("510000a0"), is(""));
        assertThat(ask("00009d4b"), is("510000a000009d4b0100d819"));
        port.begin();
        assertThat(ask("510000a0"), is(""));
        port.begin();
        assertThat(ask(ASK_PORT), is("510000a000009d4b0100d819"));
        PortCounters counters = port.counters();
        assertThat(counters.skipped(), is(8 + 3 + 4L));
    }

    @Test
    void countersCount() {
        logIn();
        PortCounters before = port.counters();
        ask(Frame.query(0xA014, 256));
        ask(Frame.query(0xA000, 2));
        ask(ASK_PORT + ASK_PORT);
        PortCounters counters = port.counters().since(before);
        assertThat(counters, is(new PortCounters(4, 0, 3, 1, 32, 522 + 24, 0)));
        assertThat(counters.requests(), is(4L));
    }

    @Test
    void loginIsLostInMidSession() {
        logIn();
        port.logOutAfter(2);
        assertThat(ask(ASK_SCALES), is(SCALES_B));
        assertThat(ask(ASK_SCALES), is(SCALES_B));
        assertThat(ask(ASK_SCALES), is(""));
        assertThat(ask(ASK_PORT), is("510000a000009d4bffffb8f0"));
        logIn();
        assertThat(ask(ASK_SCALES), is(SCALES_B));
        assertThat(port.logins(), is(2));
    }

    @Test
    void restartEndsTheLoginAndMayChangeTheScales() {
        logIn();
        int[] totals = words(Register.LOAD_TOTAL.address(), 2);
        simulation.unit().restart(UnitScales.A);
        assertThat(ask(ASK_SCALES), is(""));
        logIn();
        assertThat(ask(ASK_SCALES), is("510528a000004207b41498081a04e02e1202b4000f5f"));
        // the same energy in smaller counts
        assertThat(words(Register.LOAD_TOTAL.address(), 2)[0], is(greaterThan(totals[0])));
        assertThat(words(Register.SERIAL.address(), 1)[0], is(simulation.unit().identity().serial() & 0xFFFF));
    }

    @Test
    void refusedLoginsStayRefused() {
        port.setLoginsRefused(true);
        assertThat(logIn("7ab29fde681ae0b12727088f80c4ba8b", "b6d13604080c87ce81c182c66fa5fb35"), is(false));
        port.setLoginsRefused(false);
        logIn();
    }

    @Test
    void unitWithoutLogin() {
        port = with(PortOptions.DEFAULT.withoutLogin());
        assertThat(ask(ASK_PORT), is("510000a000009d4b0100d819"));
        assertThat(ask(ASK_SCALES), is(SCALES_B));
    }

    @Test
    void memberOfAPowerchainHasAnotherAddress() {
        port = with(PortOptions.DEFAULT.asMember());
        assertThat(ask(ASK_PORT), startsWith("51005a5a5a5a"));
        assertThat(IndependentClient.crc(HEX.parseHex(ask(ASK_PORT))), is(0));
        port.setMember(false);
        assertThat(ask(ASK_PORT), is("510000a000009d4bffffb8f0"));
    }

    @Test
    void faultsOfAnswers() {
        logIn();
        String right = "510000a000009d4b0100d819";
        assertThat(faulty(PortFaults.silence()), is(""));
        assertThat(faulty(PortFaults.headerCrc()), is("510000a000009dcb0100d819"));
        assertThat(faulty(PortFaults.dataCrc()), is("510000a000009d4b0100d899"));
        assertThat(faulty(PortFaults.flip(64)), is("510000a000009d4b0000d819"));
        assertThat(faulty(PortFaults.twice()), is(right + right));
        assertThat(faulty(PortFaults.cut(10)), is("510000a000009d4b0100"));
        assertThat(faulty(PortFaults.zeroedHeader()), is("000000a000009d4b0100d819"));
        assertThat(faulty(PortFaults.noise((byte) 0, (byte) 0xFF, (byte) 0x13)), is("00ff13" + right));
        assertThat(faulty(PortFaults.bytes((byte) 7)), is("07"));
        for (PortFault valid : Arrays.asList(PortFaults.otherAddress(), PortFaults.otherLength(),
                PortFaults.otherKind(), PortFaults.member(), PortFaults.words(9))) {
            String answer = faulty(valid);
            assertThat(answer, is(not(right)));
            assertThat(IndependentClient.crc(HEX.parseHex(answer)), is(0));
        }
        assertThat(ask(ASK_PORT), is(right));
    }

    @Test
    void staleAnswersAreThoseOfTheLastRequest() {
        logIn();
        ask(ASK_SCALES);
        assertThat(faulty(PortFaults.staleFirst()), is(SCALES_B + "510000a000009d4b0100d819"));
        ask(ASK_SCALES);
        assertThat(faulty(PortFaults.stale()), is(SCALES_B));
    }

    @Test
    void faultsGoByCountAndAddress() {
        logIn();
        port.inject(PortFaults.silence(), 0xA028, 2);
        assertThat(ask(ASK_PORT), is(not("")));
        assertThat(ask(ASK_SCALES), is(""));
        assertThat(ask(ASK_SCALES), is(""));
        assertThat(ask(ASK_SCALES), is(SCALES_B));
        port.inject(PortFaults.silence());
        assertThat(ask(ASK_PORT), is(""));
        port.clearFaults();
        assertThat(ask(ASK_PORT), is(not("")));
        port.inject(PortFaults.hangUp(3), 1);
        byte[] query = HEX.parseHex(ASK_PORT);
        Reply reply = port.receive(query, query.length);
        assertThat(reply.endSession(), is(true));
        assertThat(reply.bytes().length, is(3));
    }

    @Test
    void badAnswersAsPublished() throws Exception {
        port = with(PortOptions.DEFAULT.withoutLogin());
        for (String[] line : PublishedLines.of("bad-answers.txt", 2)) {
            port.inject(PortFaults.bytes(HEX.parseHex(line[1])), 1);
            assertThat(ask(ASK_PORT), is(line[1]));
        }
    }

    private SimulatedPort with(PortOptions options) {
        return new SimulatedPort(UnitWords.of(simulation, simulation.unit()), options);
    }

    private String faulty(PortFault fault) {
        port.inject(fault, 1);
        return ask(ASK_PORT);
    }

    private void logIn() {
        assertThat(logIn("7ab29fde681ae0b12727088f80c4ba8b", "b6d13604080c87ce81c182c66fa5fb35"), is(true));
    }

    private boolean logIn(String challenge, String written) {
        port.prepareChallenge(HEX.parseHex(challenge));
        assertThat(ask("510700001f00cf62"), startsWith("510700001f00cf62" + challenge));
        String frame = HEX.formatHex(IndependentClient.closed(HEX.parseHex("570700001f00357a" + written)));
        assertThat(ask(frame), is(frame));
        return "510010001f00b2910100d819".equals(ask("510010001f00b291"));
    }

    private int[] words(int address, int count) {
        byte[] bytes = HEX.parseHex(ask(Frame.query(address, count)));
        return Frame.header(bytes, 0).withWords(bytes, Frame.HEADER).words().stream().mapToInt(Integer::intValue)
                .toArray();
    }

    private String ask(Frame frame) {
        return ask(HEX.formatHex(frame.bytes()));
    }

    private String ask(String request) {
        byte[] bytes = HEX.parseHex(request);
        return HEX.formatHex(port.receive(bytes, bytes.length).bytes());
    }
}
