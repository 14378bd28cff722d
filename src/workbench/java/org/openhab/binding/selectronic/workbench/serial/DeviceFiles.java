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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.io.transport.serial.SerialPortIdentifier;
import org.openhab.core.io.transport.serial.SerialPortManager;

/**
 * The serial ports of Linux and macOS as the files that they are there, in place of openHAB's serial transport with its
 * native library. The system's own {@code stty} sets the line.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class DeviceFiles implements SerialPortManager {
    /** A file that may not be read and written is as good as none. */
    @Override
    public @Nullable SerialPortIdentifier getIdentifier(String name) {
        Path file = Path.of(name);
        return Files.isReadable(file) && Files.isWritable(file) ? new DeviceFile(file) : null;
    }

    /** Ports are called by their names here; nobody chooses one from a list. */
    @Override
    public Stream<SerialPortIdentifier> getIdentifiers() {
        return Stream.empty();
    }
}
