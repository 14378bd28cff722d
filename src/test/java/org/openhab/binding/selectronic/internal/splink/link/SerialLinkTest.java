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
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.InOrder;
import org.openhab.binding.selectronic.internal.polling.SteadyClock;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.core.io.transport.serial.PortInUseException;
import org.openhab.core.io.transport.serial.SerialPort;
import org.openhab.core.io.transport.serial.SerialPortIdentifier;
import org.openhab.core.io.transport.serial.SerialPortManager;
import org.openhab.core.io.transport.serial.UnsupportedCommOperationException;

/**
 * Tests links over a serial port that is not there.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(30)
class SerialLinkTest {
    private static final String NAME = "/dev/ttyUSB0";
    private static final Duration SHORT = Duration.ofMillis(20);

    private final @NonNullByDefault({}) SerialPortManager manager = mock(SerialPortManager.class);
    private final @NonNullByDefault({}) SerialPortIdentifier identifier = mock(SerialPortIdentifier.class);
    private final @NonNullByDefault({}) SerialPort port = mock(SerialPort.class);
    private final LinkedBlockingQueue<Byte> incoming = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Link link = new SerialLinkFactory(manager).link(NAME, 57600, new SteadyClock());
    private final byte[] buffer = new byte[10];

    @BeforeEach
    void plugIn() throws Exception {
        when(manager.getIdentifier(NAME)).thenReturn(identifier);
        when(identifier.open(anyString(), anyInt())).thenReturn(port);
        when(port.getInputStream()).thenReturn(new InputStream() {
            @Override
            public int available() {
                return incoming.size();
            }

            @Override
            public int read() {
                Byte next = incoming.poll();
                if (next == null) {
                    throw new AssertionError("would wait for ever");
                }
                return next;
            }
        });
        when(port.getOutputStream()).thenReturn(sent);
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private void assertFails(Problem problem, String... arguments) {
        SourceException failure = assertThrows(SourceException.class, link::open);
        assertThat(failure.problem(), is(problem));
        assertThat(failure.arguments(), is(List.of(arguments)));
    }

    @Test
    void thePortIsSetAsTheUnitWantsIt() throws Exception {
        link.open();
        verify(identifier).open("org.openhab.binding.selectronic", 2000);
        InOrder order = inOrder(port);
        order.verify(port).setSerialPortParams(57600, 8, 1, 0);
        order.verify(port).setDTR(true);
        order.verify(port).setRTS(true);
        verify(port).setFlowControlMode(0);
        verify(port).enableReceiveThreshold(1);
        assertThat(link.name(), is(NAME));
    }

    @Test
    void bytesGoBothWays() throws Exception {
        link.open();
        link.write(new byte[] { 1, 2 });
        assertThat(sent.toByteArray(), is(new byte[] { 1, 2 }));

        incoming.addAll(List.of((byte) 3, (byte) 4));
        assertThat(Arrays.copyOf(buffer, link.read(buffer, Duration.ZERO)), is(new byte[] { 3, 4 }));
        assertThat(link.read(buffer, Duration.ZERO), is(0));
        assertThat(link.read(buffer, SHORT), is(0));
    }

    @Test
    void noMoreIsReadThanFits() throws Exception {
        link.open();
        for (byte next = 0; next < 15; next++) {
            incoming.add(next);
        }
        assertThat(link.read(buffer, SHORT), is(10));
        assertThat(link.read(buffer, SHORT), is(5));
    }

    @Test
    void whatComesWhileWaitingIsRead() throws Exception {
        link.open();
        Future<Integer> reading = threads.submit(() -> link.read(buffer, Duration.ofMinutes(5)));
        incoming.add((byte) 1);
        assertThat(Objects.requireNonNull(reading.get()), is(1));
    }

    @Test
    void closingEndsAReadThatWaitsAndLetsThePortGo() throws Exception {
        link.open();
        Future<Integer> reading = threads.submit(() -> link.read(buffer, Duration.ofMinutes(5)));
        link.close();
        Throwable failure = Objects.requireNonNull(assertThrows(ExecutionException.class, reading::get).getCause());
        assertThat(failure, is(instanceOf(SourceException.class)));
        assertThat(((SourceException) failure).problem(), is(Problem.LINK_CUT));
        verify(port).close();
        link.close();
        verify(port).close();
        assertThrows(SourceException.class, () -> link.write(buffer));
    }

    @Test
    void anInterruptedThreadStopsWaiting() throws Exception {
        link.open();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> link.read(buffer, Duration.ofMinutes(5)));
    }

    @Test
    void aPortThatIsNotThere() {
        when(manager.getIdentifier(NAME)).thenReturn(null);
        assertFails(Problem.PORT_MISSING, NAME);
    }

    @Test
    void aNameThatIsNone() {
        when(manager.getIdentifier(NAME)).thenThrow(new IllegalArgumentException("Illegal character in path"));
        assertFails(Problem.PORT_MISSING, NAME);
    }

    /** The library behind openHAB's serial transport leaves files open with each search for a port that is missing. */
    @Test
    void aMissingPortIsNotSearchedForWithEachAttempt() {
        when(manager.getIdentifier(NAME)).thenReturn(null);
        for (int attempts = 0; attempts < 20; attempts++) {
            assertFails(Problem.PORT_MISSING, NAME);
        }
        verify(manager).getIdentifier(NAME);
        verify(manager).getIdentifiers();
    }

    @Test
    void aMissingPortIsUsedAsSoonAsItsFileIsThere(@TempDir Path devices) throws Exception {
        Path file = devices.resolve("ttyUSB0");
        SerialLinkFactory links = new SerialLinkFactory(manager, devices.toString());
        Link plugged = links.link(file.toString(), 57600, new SteadyClock());
        assertThat(assertThrows(SourceException.class, plugged::open).problem(), is(Problem.PORT_MISSING));
        when(manager.getIdentifier(file.toString())).thenReturn(identifier);
        assertThat(assertThrows(SourceException.class, plugged::open).problem(), is(Problem.PORT_MISSING));
        Files.createFile(file);
        links.link(file.toString(), 57600, new SteadyClock()).open();
    }

    /** As on Windows, or one that openHAB's transport knows by another means. */
    @Test
    void aPortThatIsNoFileIsSearchedForWithEachAttempt() {
        when(manager.getIdentifier(NAME)).thenReturn(null);
        when(identifier.getName()).thenReturn(NAME);
        when(manager.getIdentifiers()).thenAnswer(call -> Stream.of(identifier));
        assertFails(Problem.PORT_MISSING, NAME);
        assertFails(Problem.PORT_MISSING, NAME);
        verify(manager, times(2)).getIdentifier(NAME);
    }

    /** On Windows no path has the colons of a port on the network; here none has a zero. */
    @Test
    void aNameThatIsNoPathIsSearchedForAllTheSame() throws Exception {
        String name = "rfc2217://adapter\0:2217";
        when(manager.getIdentifier(name)).thenReturn(identifier);
        new SerialLinkFactory(manager).link(name, 57600, new SteadyClock()).open();
        verify(manager).getIdentifier(name);
    }

    @Test
    void aLibraryThatBelongsToAFormerCopyNeedsARestart() {
        UnsatisfiedLinkError cause = new UnsatisfiedLinkError("already loaded in another classloader");
        when(manager.getIdentifier(NAME)).thenThrow(cause);
        SourceException failure = assertThrows(SourceException.class, link::open);
        assertThat(failure.problem(), is(Problem.SERIAL_LIBRARY));
        assertThat(failure.getCause(), is(sameInstance(cause)));
    }

    @Test
    void aPortInUse() throws Exception {
        when(identifier.open(anyString(), anyInt())).thenThrow(new PortInUseException("used", new IOException()));
        assertFails(Problem.PORT_IN_USE, NAME);
    }

    @Test
    void aPortOnTheNetworkThatIsNotThere() throws Exception {
        when(identifier.open(anyString(), anyInt())).thenThrow(new IllegalStateException("no remote connection"));
        assertFails(Problem.NO_CONNECTION, NAME);
    }

    @Test
    void aPortThatCannotDoTheSpeed() throws Exception {
        doThrow(new UnsupportedCommOperationException()).when(port).setSerialPortParams(anyInt(), anyInt(), anyInt(),
                anyInt());
        assertFails(Problem.PORT_SPEED, NAME, "57600");
        verify(port).close();
    }

    @Test
    void aPortThatKnowsNoTimeoutsWillDo() throws Exception {
        doThrow(new UnsupportedCommOperationException()).when(port).enableReceiveThreshold(anyInt());
        link.open();
        verify(port, never()).close();
    }

    @Test
    void aPortWithoutStreams() throws Exception {
        when(port.getInputStream()).thenReturn(null);
        assertFails(Problem.PORT_MISSING, NAME);
        when(port.getInputStream()).thenReturn(InputStream.nullInputStream());
        when(port.getOutputStream()).thenReturn(null);
        assertFails(Problem.PORT_MISSING, NAME);
        when(port.getOutputStream()).thenThrow(new IOException("gone"));
        assertFails(Problem.LINK_CUT, NAME);
    }

    @Test
    void aCableThatIsPulled() throws Exception {
        when(port.getInputStream()).thenReturn(new InputStream() {
            @Override
            public int available() throws IOException {
                throw new IOException("no such device");
            }

            @Override
            public int read() {
                return -1;
            }
        });
        when(port.getOutputStream()).thenReturn(new OutputStream() {
            @Override
            public void write(int next) throws IOException {
                throw new IOException("no such device");
            }
        });
        link.open();
        assertThat(assertThrows(SourceException.class, () -> link.read(buffer, SHORT)).problem(), is(Problem.LINK_CUT));
        assertThat(assertThrows(SourceException.class, () -> link.write(buffer)).problem(), is(Problem.LINK_CUT));
    }
}
