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

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.io.transport.serial.PortInUseException;
import org.openhab.core.io.transport.serial.SerialPort;
import org.openhab.core.io.transport.serial.SerialPortIdentifier;

/**
 * A file that may be a serial port.
 *
 * @param file where it is
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record DeviceFile(Path file) implements SerialPortIdentifier {
    private static final String IN_USE = "busy";

    @Override
    public String getName() {
        return file.toString();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if it is no serial port, or has gone
     */
    @Override
    public SerialPort open(String owner, int timeout) throws PortInUseException {
        try {
            // whoever opens a line that waits for a carrier waits with it
            Stty.set(file, "clocal");
            return new DeviceFilePort(file);
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains(IN_USE)) {
                throw new PortInUseException(e);
            }
            throw new IllegalStateException(e);
        }
    }

    /** What other programs have open is seen when it is opened here. */
    @Override
    public boolean isCurrentlyOwned() {
        return false;
    }

    @Override
    public @Nullable String getCurrentOwner() {
        return null;
    }
}
