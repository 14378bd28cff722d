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

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.core.io.transport.serial.PortInUseException;
import org.openhab.core.io.transport.serial.SerialPort;
import org.openhab.core.io.transport.serial.SerialPortIdentifier;
import org.openhab.core.io.transport.serial.UnsupportedCommOperationException;

/**
 * A serial port of this machine, or one at an {@code rfc2217://host:port} address: 8 data bits, no parity, 1 stop bit,
 * no flow control. DTR and RTS are on: without them the USB port of the unit's communication card does not answer
 * (published by the splink and microgrid_remote_monitor projects).
 * <p>
 * Not every port known to openHAB supports timeouts, especially network ports. So only available bytes are read, and
 * availability is checked every few milliseconds while a request is running.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SerialLink implements Link {
    private static final String OWNER = "org.openhab.binding.selectronic";
    private static final int OPEN_TIMEOUT_MILLIS = 2000;
    private static final int RECEIVE_TIMEOUT_MILLIS = 100;
    private static final int LOOK_AGAIN_MILLIS = 5;

    private final Ports ports;
    private final String name;
    private final int baud;
    private final Clock clock;
    private final Object lock = new Object();
    private @Nullable Streams streams;

    /** Finds serial ports. */
    interface Ports {
        /**
         * @param name name of a port
         * @return the port, null if it does not exist
         */
        @Nullable
        SerialPortIdentifier find(String name);
    }

    /** An open port. */
    private record Streams(SerialPort port, InputStream in, OutputStream out) {
    }

    /**
     * @param ports finds serial ports
     * @param name name of the port
     * @param baud its speed
     * @param clock provides the time
     */
    SerialLink(Ports ports, String name, int baud, Clock clock) {
        this.ports = ports;
        this.name = name;
        this.baud = baud;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open() throws SourceException {
        SerialPort port = port();
        boolean opened = false;
        try {
            port.setSerialPortParams(baud, SerialPort.DATABITS_8, SerialPort.STOPBITS_1, SerialPort.PARITY_NONE);
            port.setDTR(true);
            port.setRTS(true);
            InputStream in = port.getInputStream();
            OutputStream out = port.getOutputStream();
            if (in == null || out == null) {
                throw new SourceException(Problem.PORT_MISSING, name);
            }
            tune(port);
            synchronized (lock) {
                streams = new Streams(port, in, out);
            }
            opened = true;
        } catch (UnsupportedCommOperationException e) {
            throw new SourceException(Problem.PORT_SPEED, e, name, Integer.toString(baud));
        } catch (IOException e) {
            throw cut(e);
        } finally {
            if (!opened) {
                port.close();
            }
        }
    }

    private SerialPort port() throws SourceException {
        try {
            SerialPortIdentifier identifier = ports.find(name);
            if (identifier == null) {
                throw new SourceException(Problem.PORT_MISSING, name);
            }
            return identifier.open(OWNER, OPEN_TIMEOUT_MILLIS);
        } catch (PortInUseException e) {
            throw new SourceException(Problem.PORT_IN_USE, e, name);
        } catch (IllegalArgumentException e) {
            // the name is not a valid address
            throw new SourceException(Problem.PORT_MISSING, e, name);
        } catch (IllegalStateException e) {
            // reported by openHAB if a network port is unreachable, or if a device is not a serial port
            throw new SourceException(Problem.NO_CONNECTION, e, name);
        } catch (LinkageError e) {
            // the native library is held by the previous instance of openHAB's serial transport until openHAB is
            // restarted
            throw new SourceException(Problem.SERIAL_LIBRARY, e, name);
        }
    }

    /** Sets options that a port may not support and that are not required. */
    private static void tune(SerialPort port) {
        try {
            port.setFlowControlMode(SerialPort.FLOWCONTROL_NONE);
            port.enableReceiveThreshold(1);
            port.enableReceiveTimeout(RECEIVE_TIMEOUT_MILLIS);
        } catch (UnsupportedCommOperationException e) {
            // not supported, see above
        }
    }

    @Override
    public void write(byte[] bytes) throws SourceException {
        try {
            OutputStream out = streams().out();
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw cut(e);
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws SourceException, InterruptedException {
        Instant end = clock.instant().plus(timeout);
        try {
            while (true) {
                InputStream in = streams().in();
                int available = in.available();
                if (available > 0) {
                    return Math.max(0, in.read(buffer, 0, Math.min(available, buffer.length)));
                }
                long left = Duration.between(clock.instant(), end).toMillis();
                if (left <= 0) {
                    return 0;
                }
                synchronized (lock) {
                    lock.wait(Math.min(left, LOOK_AGAIN_MILLIS));
                }
            }
        } catch (IOException e) {
            throw cut(e);
        }
    }

    @Override
    public void close() {
        Streams open;
        synchronized (lock) {
            open = streams;
            streams = null;
            lock.notifyAll();
        }
        if (open != null) {
            open.port().close();
        }
    }

    private Streams streams() throws SourceException {
        synchronized (lock) {
            Streams open = streams;
            if (open == null) {
                throw cut();
            }
            return open;
        }
    }
}
