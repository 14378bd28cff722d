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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.fault.FaultyLine;
import org.openhab.binding.selectronic.simulator.splink.LineDevice;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPty;
import org.openhab.binding.selectronic.workbench.serial.DeviceFiles;
import org.openhab.core.io.transport.serial.SerialPortManager;

/**
 * A pseudo terminal in a folder of its own.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PtyPlug implements SerialPlug {
    private final Path folder;
    private final SimulatedPty pty;
    private final Set<String> devices = ConcurrentHashMap.newKeySet();

    PtyPlug(LineDevice device) throws IOException {
        folder = Files.createTempDirectory("selectronic-matrix");
        pty = new SimulatedPty(device, folder.resolve("port"), SerialServerOptions.DEFAULT);
        remember();
    }

    private void remember() throws IOException {
        devices.clear();
        devices.add(pty.path().toRealPath().toString());
    }

    @Override
    public String name() {
        return pty.path().toString();
    }

    @Override
    public SerialPortManager ports() {
        return new DeviceFiles();
    }

    @Override
    public FaultyLine line() {
        return pty.line();
    }

    @Override
    public void pull() {
        pty.unplug();
    }

    @Override
    public void plugIn() throws IOException {
        pty.unplug();
        pty.plugIn();
        remember();
    }

    @Override
    public List<String> openHere() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(Files::isSymbolicLink).map(PtyPlug::target).filter(devices::contains).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    @Override
    public void close() {
        pty.close();
        try {
            Files.deleteIfExists(folder.resolve("port"));
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
