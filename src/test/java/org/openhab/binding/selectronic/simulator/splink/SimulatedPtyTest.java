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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * The serial port, where one can be had.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulatedPtyTest {
    private static final byte[] QUERY = Frame.query(0xA000, 1).bytes();
    private static final byte[] LOGIN_REQUIRED = Frame.answer(0xA000, 0xFFFF).bytes();

    @TempDir
    private @NonNullByDefault({}) Path folder;

    private final SimulatedPort port = SimulatedPort.of(Simulation.still(Scenario.NIGHT));

    @BeforeEach
    void look() {
        assumeTrue(SimulatedPty.obstacle().isEmpty(), () -> SimulatedPty.obstacle().orElseThrow());
    }

    @Test
    void portOutlivesItsClients() throws Exception {
        try (SimulatedPty pty = new SimulatedPty(port, folder.resolve("port"), SerialServerOptions.DEFAULT)) {
            for (int i = 0; i < 3; i++) {
                assertThat(ask(pty), is(LOGIN_REQUIRED));
            }
        }
        assertThat(Files.exists(folder.resolve("port")), is(false));
    }

    @Test
    void allBytesPassAsTheyAre() throws Exception {
        byte[] answer = new byte[256];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = (byte) i;
        }
        port.inject(PortFaults.bytes(answer));
        try (SimulatedPty pty = new SimulatedPty(port, folder.resolve("port"), SerialServerOptions.DEFAULT)) {
            try (RandomAccessFile file = new RandomAccessFile(pty.path().toFile(), "rw")) {
                file.write(QUERY);
                byte[] bytes = new byte[answer.length];
                file.readFully(bytes);
                assertThat(bytes, is(answer));
            }
        }
    }

    @Test
    void portCanBeUnpluggedAndComeBack() throws Exception {
        try (SimulatedPty pty = new SimulatedPty(port, folder.resolve("port"), SerialServerOptions.DEFAULT)) {
            assertThat(ask(pty), is(LOGIN_REQUIRED));
            pty.unplug();
            assertThat(Files.exists(pty.path()), is(false));
            pty.plugIn();
            assertThat(ask(pty), is(LOGIN_REQUIRED));
        }
    }

    private static byte[] ask(SimulatedPty pty) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(pty.path().toFile(), "rw")) {
            file.write(QUERY);
            byte[] answer = new byte[LOGIN_REQUIRED.length];
            file.readFully(answer);
            return answer;
        }
    }
}
