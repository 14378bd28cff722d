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
package org.openhab.binding.selectronic.simulator.fault;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The bad line, byte by byte.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultyLineTest {
    private static final byte[] GOOD = { 1, 2, 3, 4, 5, 6, 7, 8 };
    private static final int SHORT = 100;
    private static final int PATIENCE = 5000;

    private @NonNullByDefault({}) ServerSocket listener;
    private @NonNullByDefault({}) FaultyLine line;

    @BeforeEach
    void start() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        listener.setSoTimeout(PATIENCE);
        line = new FaultyLine(new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort()), 0);
    }

    @AfterEach
    void stop() throws IOException {
        line.close();
        listener.close();
    }

    @Test
    void goodLineHandsBytesOnInBothDirections() throws IOException {
        try (Socket client = connect(); Socket device = accept()) {
            assertThat(toClient(client, device, 8), is(GOOD));
            client.getOutputStream().write(GOOD);
            assertThat(device.getInputStream().readNBytes(8), is(GOOD));
            assertThat(line.connectionsOpen(), is(1));
            assertThat(line.clientPort(device.getPort()), is(client.getLocalPort()));
        }
    }

    @Test
    void endOfOneSideEndsTheOther() throws IOException {
        try (Socket client = connect(); Socket device = accept()) {
            device.getOutputStream().write(GOOD);
            device.shutdownOutput();
            assertThat(client.getInputStream().readAllBytes(), is(GOOD));
        }
    }

    @Test
    void refusesOnTheSamePortAndOpensAgain() throws IOException {
        int port = line.port();
        try (Socket client = connect(); Socket device = accept()) {
            assertThat(toClient(client, device, 8), is(GOOD));
            line.inject(Faults.refused());
            assertThrows(SocketException.class, () -> client.getInputStream().read());
        }
        assertThrows(ConnectException.class, this::connect);
        line.clear();
        assertThat(line.port(), is(port));
        try (Socket client = connect(); Socket device = accept()) {
            assertThat(toClient(client, device, 8), is(GOOD));
        }
    }

    @Test
    void hangSwallowsOneDirectionOnly() throws IOException {
        line.inject(Faults.hang());
        try (Socket client = connect(); Socket device = accept()) {
            client.getOutputStream().write(GOOD);
            assertThat(device.getInputStream().readNBytes(8), is(GOOD));
            device.getOutputStream().write(GOOD);
            client.setSoTimeout(SHORT);
            assertThrows(SocketTimeoutException.class, () -> client.getInputStream().read());
        }
    }

    @Test
    void cutIsExact() throws IOException {
        line.inject(Faults.cut(5));
        try (Socket client = connect(); Socket device = accept()) {
            device.getOutputStream().write(GOOD);
            assertThat(client.getInputStream().readAllBytes(), is(Arrays.copyOf(GOOD, 5)));
        }
    }

    @Test
    void resetIsNoPoliteEnd() throws IOException {
        line.inject(Faults.reset(0));
        try (Socket client = connect(); Socket device = accept()) {
            device.getOutputStream().write(GOOD);
            assertThrows(SocketException.class, () -> client.getInputStream().read());
        }
    }

    @Test
    void bitsFlipWhereAsked() throws IOException {
        line.inject(Faults.flipBits(2, 3));
        try (Socket client = connect(); Socket device = accept()) {
            assertThat(toClient(client, device, 8), is(new byte[] { 1, 2, 3 ^ 1, 4, 5, 6 ^ 2, 7, 8 }));
        }
    }

    @Test
    void bitsFlipTowardsTheDeviceWhenAsked() throws IOException {
        line.inject(Direction.TO_DEVICE, Faults.flipBits(0, 8));
        try (Socket client = connect(); Socket device = accept()) {
            assertThat(toClient(client, device, 8), is(GOOD));
            client.getOutputStream().write(GOOD);
            assertThat(device.getInputStream().readNBytes(8), is(new byte[] { 1 ^ 1, 2, 3, 4, 5, 6, 7, 8 }));
        }
    }

    @Test
    void noiseAddsBytesAndLosesNone() throws IOException {
        line.inject(Faults.noise(4, 1));
        try (Socket client = connect(); Socket device = accept()) {
            byte[] all = toClient(client, device, 10);
            assertThat(Arrays.copyOfRange(all, 1, 5), is(Arrays.copyOf(GOOD, 4)));
            assertThat(Arrays.copyOfRange(all, 6, 10), is(Arrays.copyOfRange(GOOD, 4, 8)));
        }
    }

    @Test
    void dripTakesItsTime() throws IOException {
        line.inject(Faults.drip(100));
        try (Socket client = connect(); Socket device = accept()) {
            long begin = System.nanoTime();
            assertThat(toClient(client, device, 8), is(GOOD));
            assertThat((System.nanoTime() - begin) / 1_000_000, is(greaterThanOrEqualTo(50L)));
        }
    }

    @Test
    void faultOfOneConnectionIsNotThatOfAnother() throws IOException {
        try (Socket first = connect();
                Socket firstDevice = accept();
                Socket second = connect();
                Socket secondDevice = accept()) {
            line.inject(firstDevice.getPort(), Faults.cut(3));
            firstDevice.getOutputStream().write(GOOD);
            assertThat(first.getInputStream().readAllBytes(), is(Arrays.copyOf(GOOD, 3)));
            assertThat(toClient(second, secondDevice, 8), is(GOOD));
        }
    }

    @Test
    void allConnectionsDrop() throws IOException {
        try (Socket client = connect(); Socket device = accept()) {
            line.dropAll(false);
            assertThat(client.getInputStream().read(), is(-1));
            assertThat(device.getInputStream().read(), is(-1));
            assertThat(line.connectionsOpen(), is(0));
        }
    }

    @Test
    void closesWhileItRefuses() throws IOException {
        line.refuse();
        line.refuse();
        line.close();
        assertThrows(ConnectException.class, this::connect);
    }

    private Socket connect() throws IOException {
        return patient(new Socket(InetAddress.getLoopbackAddress(), line.port()));
    }

    private Socket accept() throws IOException {
        return patient(listener.accept());
    }

    private static Socket patient(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static byte[] toClient(Socket client, Socket device, int count) throws IOException {
        device.getOutputStream().write(GOOD);
        return client.getInputStream().readNBytes(count);
    }
}
