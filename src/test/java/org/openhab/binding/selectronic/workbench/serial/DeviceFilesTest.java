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
package org.openhab.binding.selectronic.workbench.serial;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.PortFaults;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPty;
import org.openhab.core.io.transport.serial.PortInUseException;
import org.openhab.core.io.transport.serial.SerialPort;
import org.openhab.core.io.transport.serial.SerialPortIdentifier;
import org.openhab.core.io.transport.serial.UnsupportedCommOperationException;

/**
 * Device files as serial ports.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeviceFilesTest {
    /** The query for the word that tells whether somebody is logged in. */
    private static final byte[] QUERY = { 'Q', 0, 0, (byte) 0xA0, 0, 0, (byte) 0x9D, 0x4B };

    @TempDir
    private @NonNullByDefault({}) Path folder;

    private final SimulatedPort device = SimulatedPort.of(Simulation.still(Scenario.NIGHT));

    private SimulatedPty plugIn() throws IOException {
        assumeTrue(SimulatedPty.obstacle().isEmpty(), () -> SimulatedPty.obstacle().orElseThrow());
        return new SimulatedPty(device, folder.resolve("port"), SerialServerOptions.DEFAULT);
    }

    private static SerialPort open(Path path) throws PortInUseException {
        SerialPortIdentifier identifier = new DeviceFiles().getIdentifier(path.toString());
        return Objects.requireNonNull(identifier).open("test", 1000);
    }

    private static void set(SerialPort port, int baud) throws UnsupportedCommOperationException {
        port.setSerialPortParams(baud, SerialPort.DATABITS_8, SerialPort.STOPBITS_1, SerialPort.PARITY_NONE);
    }

    /** Whatever somebody has set the line to before, such as a terminal that takes control characters as commands. */
    @Test
    void allBytesPassAsTheyAreAndNoneWaits() throws Exception {
        byte[] answer = new byte[256];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = (byte) i;
        }
        device.inject(PortFaults.bytes(answer));
        try (SimulatedPty pty = plugIn()) {
            new ProcessBuilder("stty", "-F", pty.path().toString(), "sane").start().waitFor();
            try (SerialPort port = open(pty.path())) {
                set(port, 57600);
                InputStream in = Objects.requireNonNull(port.getInputStream());
                assertThat(in.available(), is(0));
                Objects.requireNonNull(port.getOutputStream()).write(QUERY);
                byte[] bytes = new byte[answer.length];
                assertThat(in.readNBytes(bytes, 0, bytes.length), is(answer.length));
                assertThat(bytes, is(answer));
                assertThat("no echo either", in.available(), is(0));
            }
        }
    }

    @Test
    void aSpeedThatIsNoneIsRefused() throws Exception {
        try (SimulatedPty pty = plugIn(); SerialPort port = open(pty.path())) {
            set(port, 57600);
            assertThat(port.getBaudRate(), is(57600));
            assertThrows(UnsupportedCommOperationException.class, () -> set(port, 57601));
            assertThat(port.getBaudRate(), is(57600));
        }
    }

    @Test
    void aPortThatGoesEndsItsStreams() throws Exception {
        try (SimulatedPty pty = plugIn(); SerialPort port = open(pty.path())) {
            InputStream in = Objects.requireNonNull(port.getInputStream());
            pty.unplug();
            set(port, 57600);
            assertThrows(IOException.class, in::available);
            assertThrows(IOException.class, () -> Objects.requireNonNull(port.getOutputStream()).write(QUERY));
        }
    }

    @Test
    void aFileOfAnotherKindIsNotTouched() throws Exception {
        Path file = Files.writeString(folder.resolve("notes"), "keep");
        assertThrows(IllegalStateException.class, () -> open(file));
        assertThat(Files.readString(file), is("keep"));
    }

    @Test
    void aPortThatIsNotThereIsNone() {
        Path missing = folder.resolve("port");
        assertThat(new DeviceFiles().getIdentifier(missing.toString()), is(nullValue()));
        assertThat(new DeviceFiles().getIdentifier("rfc2217://192.0.2.40:2217"), is(nullValue()));
        assertThat(Files.exists(missing), is(false));
    }
}
