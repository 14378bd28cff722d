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

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.io.transport.serial.SerialPort;
import org.openhab.core.io.transport.serial.SerialPortEventListener;
import org.openhab.core.io.transport.serial.UnsupportedCommOperationException;

/**
 * A serial port that is open for reading and writing. The system raises DTR and RTS when it is opened, and lowers them
 * when it is closed. There are no events; a stream tells how many bytes there are without waiting.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class DeviceFilePort implements SerialPort {
    private final Path file;
    private final InputStream in;
    private final OutputStream out;
    private int baud;

    DeviceFilePort(Path file) throws IOException {
        this.file = file;
        // neither of them makes a file if the port has gone meanwhile
        in = new FileInputStream(file.toFile());
        try {
            out = Channels.newOutputStream(Files.newByteChannel(file, StandardOpenOption.WRITE));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try (in; out) {
            baud = 0;
        } catch (IOException e) {
            // the port itself has gone, and is let go of all the same
        }
    }

    /** Set while the file is open: some systems forget it when the last one closes the file. */
    @Override
    public void setSerialPortParams(int baudrate, int dataBits, int stopBits, int parity)
            throws UnsupportedCommOperationException {
        if (dataBits != DATABITS_8 || stopBits != STOPBITS_1 || parity != PARITY_NONE) {
            throw new UnsupportedCommOperationException();
        }
        try {
            Stty.set(file, "raw", "-echo", "cs8", "-parenb", "-cstopb", "-crtscts", "-ixon", "-ixoff", "clocal",
                    "cread", Integer.toString(baudrate));
            baud = baudrate;
        } catch (IOException e) {
            // of a port that has gone the streams tell
            if (Files.exists(file)) {
                throw new UnsupportedCommOperationException(e);
            }
        }
    }

    @Override
    public @Nullable InputStream getInputStream() {
        return in;
    }

    @Override
    public @Nullable OutputStream getOutputStream() {
        return out;
    }

    @Override
    public String getName() {
        return file.toString();
    }

    @Override
    public int getBaudRate() {
        return baud;
    }

    @Override
    public int getDataBits() {
        return DATABITS_8;
    }

    @Override
    public int getStopBits() {
        return STOPBITS_1;
    }

    @Override
    public int getParity() {
        return PARITY_NONE;
    }

    @Override
    public int getFlowControlMode() {
        return FLOWCONTROL_NONE;
    }

    @Override
    public void setFlowControlMode(int mode) throws UnsupportedCommOperationException {
        if (mode != FLOWCONTROL_NONE) {
            throw new UnsupportedCommOperationException();
        }
    }

    @Override
    public void enableReceiveTimeout(int timeout) throws UnsupportedCommOperationException {
        throw new UnsupportedCommOperationException();
    }

    @Override
    public void disableReceiveTimeout() {
        // there is none
    }

    @Override
    public void enableReceiveThreshold(int bytes) throws UnsupportedCommOperationException {
        throw new UnsupportedCommOperationException();
    }

    @Override
    public void setRTS(boolean enable) {
        // follows whether the file is open
    }

    @Override
    public boolean isRTS() {
        return true;
    }

    @Override
    public void setDTR(boolean state) {
        // follows whether the file is open
    }

    @Override
    public boolean isDTR() {
        return true;
    }

    @Override
    public boolean isCTS() {
        return false;
    }

    @Override
    public boolean isDSR() {
        return false;
    }

    @Override
    public boolean isCD() {
        return false;
    }

    @Override
    public boolean isRI() {
        return false;
    }

    @Override
    public void sendBreak(int duration) {
        // a file can send bytes only
        throw new IllegalStateException("No break on a device file");
    }

    @Override
    public void addEventListener(SerialPortEventListener listener) {
        // whoever waits for events here would wait for ever
        throw new IllegalStateException("No events on a device file");
    }

    @Override
    public void removeEventListener() {
        // there is none
    }

    @Override
    public void notifyOnDataAvailable(boolean enable) {
        // nobody listens
    }

    @Override
    public void notifyOnBreakInterrupt(boolean enable) {
        // nobody listens
    }

    @Override
    public void notifyOnFramingError(boolean enable) {
        // nobody listens
    }

    @Override
    public void notifyOnOverrunError(boolean enable) {
        // nobody listens
    }

    @Override
    public void notifyOnParityError(boolean enable) {
        // nobody listens
    }

    @Override
    public void notifyOnOutputEmpty(boolean enable) {
        // nobody listens
    }

    @Override
    public void notifyOnCTS(boolean enable) {
        // nobody listens
    }

    @Override
    public void notifyOnDSR(boolean enable) {
        // nobody listens
    }

    @Override
    public void notifyOnRingIndicator(boolean enable) {
        // nobody listens
    }

    @Override
    public void notifyOnCarrierDetect(boolean enable) {
        // nobody listens
    }
}
