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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.memory.Kind;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.Flows;
import org.openhab.binding.selectronic.simulator.plant.PlantState;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * What public clients do with a unit, and that they read the plant from it: selpi, which logs in when it meets silence,
 * dumps and merges, and splink, which reads the vendor's blocks.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PublicClientsTest {
    private static final String PASSWORD = "Selectronic SP PRO";
    private static final int[][] BLOCKS = { { 41048, 85 }, { 41135, 68 }, { 41255, 140 }, { 41418, 103 }, { 41838, 18 },
            { 40981, 154 } };

    private @NonNullByDefault({}) Simulation simulation;
    private @NonNullByDefault({}) SimulatedPort port;
    private @NonNullByDefault({}) SimulatedSerialServer server;

    @BeforeEach
    void start() throws IOException {
        begin(Scenario.SUNNY_DAY);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void selpiLogsInWhenItMeetsSilence() throws Exception {
        try (IndependentClient client = connect()) {
            client.setPatience(100);
            for (int i = 0; i < 3; i++) {
                assertThrows(SocketTimeoutException.class, () -> client.read(41_000, 6));
            }
            client.setPatience(5000);
            assertThat(client.login(PASSWORD), is(true));
            client.read(41_000, 6);
            assertThat(client.u16(41_000), is(5300));
        }
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void selpiDumpsAndMergesItsVariables(Scenario scenario) throws Exception {
        server.close();
        begin(scenario);
        simulation.advance(Duration.ofMinutes(45));
        try (IndependentClient client = connect()) {
            assertThat(client.login(PASSWORD), is(true));
            for (int address = 0xA001; address <= 0xA301; address += 256) {
                client.read(address, 256);
            }
            client.read(41_896, 2);
            client.read(0xC109, 2);
            PlantState state = simulation.unit().state();
            Flows flows = state.flows();
            UnitScales scales = simulation.unit().identity().scales();
            double fine = count(Kind.AC_W32, scales);
            double coarse = count(Kind.AC_W16, scales);
            double dc = count(Kind.DC_W, scales);
            assertThat(client.acWattsFine(client.s32(41_107)), is(closeTo(flows.load(), fine)));
            assertThat(client.dcWatts(client.s32(41_007)), is(closeTo(flows.battery(), dc)));
            assertThat(client.acWatts(client.s16(41_098)), is(closeTo(-flows.source(), 2 * coarse)));
            assertThat(client.acWattsFine(client.s32(41_896)), is(closeTo(flows.acSolar(), coarse)));
            assertThat(client.dcWatts(client.s16(41_096)), is(closeTo(-flows.dcSolar(), 3 * dc)));
            assertThat(client.dcVolts(client.s16(41_052)), is(closeTo(state.batteryVolts(), 0.01)));
            assertThat(client.celsius(client.s16(41_020)), is(closeTo(state.temperatures().battery(), 0.02)));
            assertThat(client.u16(41_089) / 256.0, is(closeTo(state.soc(), 0.01)));
            assertEnergies(client, state.today(), 41_150, 41_151, 41_154, 41_157, false);
            assertEnergies(client, state.total(), 41_438, 41_459, 41_499, 41_519, true);
            assertFilled(client.dcWattHours(client.u32(41_141)), state.today().batteryIn(), scales);
            assertFilled(client.dcWattHours(client.u32(41_381)), state.total().batteryOut(), scales);
            assertFilled(-client.dcWattHours(client.s16(41_146)), state.today().dcSolar(), scales);
            assertFilled(-client.dcWattHours(client.s32(41_305)), state.total().dcSolar(), scales);
            assertThat(client.u16(0xC109), is(
                    simulation.unit().state().total().dcSolar() > 0 && !scenario.name().startsWith("MAINS") ? 1 : 0));
        }
        assertThat(port.violations(), is(empty()));
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void splinkReadsTheBlocksOfTheVendor(Scenario scenario) throws Exception {
        server.close();
        begin(scenario);
        try (IndependentClient client = connect()) {
            client.read(0xA000, 1);
            assertThat(client.u16(0xA000), is(0xFFFF));
            assertThat(client.login(PASSWORD), is(true));
            client.read(0xA000, 1);
            assertThat(client.u16(0xA000), is(1));
            client.read(0xA005, 1);
            assertThat("57600 baud", client.u16(0xA005), is(6));
            for (int[] block : BLOCKS) {
                client.read(block[0], block[1]);
            }
            client.read(0xA009, 1);
            PlantState state = simulation.unit().state();
            Flows flows = state.flows();
            assertThat("memory map", client.u16(0xA009), is(33));
            assertThat(client.u16(41_053) & 0xFF, is(0));
            assertThat(client.u32(41_054), is((long) simulation.unit().identity().serial()));
            assertThat(client.u16(41_010), is(1611));
            // new places, from memory map 20, 25 and 28
            assertThat(client.acWattsFine(client.s32(41_082)), is(closeTo(flows.load(), 1)));
            assertThat(client.acWatts(client.s16(41_131)), is(closeTo(-flows.source(), 10)));
            assertThat(client.acWatts(client.u16(41_132)), is(closeTo(flows.acSolar(), 5)));
            assertEnergies(client, state.today(), 41_196, 41_200, 41_197, 41_202, false);
            assertEnergies(client, state.total(), 41_854, 41_838, 41_840, 41_842, true);
            // the public self-checks: both balances, and current against power
            double volts = client.dcVolts(client.s16(41_052));
            assertThat(client.dcAmps(client.s32(41_092)) * volts, is(closeTo(-client.dcWatts(client.s32(41_007)), 5)));
            assertThat(client.dcAmps(client.s16(41_091)) * volts, is(closeTo(flows.inverterDc(), 5)));
            assertThat(client.acWattsFine(client.s32(41_048)), is(closeTo(-flows.inverterAc(), 1)));
            double acVolts = client.acVolts(client.u16(41_104));
            assertThat(acVolts, is(closeTo(state.output().volts(), 0.02)));
            assertThat(client.acAmps(client.s16(41_105)) * acVolts,
                    is(closeTo(acVolts == 0 ? 0 : -flows.inverterAc(), 2)));
            assertThat(client.s16(41_106) / 100.0, is(closeTo(state.output().frequency(), 0.01)));
            assertThat(client.u16(41_085), is(state.output().mode().code()));
            assertThat(client.u16(41_110), is(state.generator().status().code()));
            // figures of the past: yesterday is a part of the week, and that of the total
            long week = client.u32(41_420);
            assertThat((long) client.u16(41_419), is(both(greaterThan(0L)).and(lessThan(week))));
            assertThat(week, is(lessThan(client.u32(41_438))));
            client.write(0xA00D, (byte) 1, (byte) 0);
            client.read(0xA000, 1);
            assertThat(client.u16(0xA000), is(0xFFFF));
        }
        assertThat(port.violations(), is(empty()));
    }

    @Test
    void wholeLivePictureIsOneRead() throws Exception {
        try (IndependentClient client = connect()) {
            assertThat(client.login(PASSWORD), is(true));
            PortCounters before = port.counters();
            client.read(0xA014, 256);
            assertThat(port.counters().since(before).bytesOut(), is(522L));
            int filled = 0;
            for (int address = 0xA014; address < 0xA114; address++) {
                filled += client.u16(address) != 0 ? 1 : 0;
            }
            assertThat(filled, is(greaterThan(100)));
        }
    }

    private void begin(Scenario scenario) throws IOException {
        simulation = Simulation.still(scenario);
        port = SimulatedPort.of(simulation);
        server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT);
    }

    private IndependentClient connect() throws IOException {
        return new IndependentClient(new Socket(server.host(), server.port()));
    }

    private void assertEnergies(IndependentClient client, Energies energies, int load, int in, int out, int coupled,
            boolean wide) {
        UnitScales scales = simulation.unit().identity().scales();
        double[] truth = { energies.load(), energies.sourceIn(), energies.sourceOut(), energies.acSolar() };
        int[] addresses = { load, in, out, coupled };
        for (int i = 0; i < truth.length; i++) {
            long counts = wide ? client.u32(addresses[i]) : client.u16(addresses[i]);
            assertThat(truth[i] - client.acWattHours(counts),
                    is(both(greaterThan(-0.01)).and(lessThan(count(Kind.AC_WH, scales)))));
        }
    }

    private static void assertFilled(double shown, double truth, UnitScales scales) {
        assertThat(truth - shown, is(both(greaterThan(-0.01)).and(lessThan(count(Kind.DC_WH, scales)))));
    }

    private static double count(Kind kind, UnitScales scales) {
        return kind.perCount(scales).doubleValue();
    }
}
