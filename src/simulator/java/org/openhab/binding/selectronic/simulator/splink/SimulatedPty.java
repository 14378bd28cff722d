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

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.fault.FaultyLine;

/**
 * A serial port on Linux with a device at its other end: a pseudo terminal made by socat, under a path of the caller's
 * choice. It can be unplugged and plugged in again. Where {@link #obstacle()} tells of one there is none to be had.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SimulatedPty implements AutoCloseable {
    private static final String SOCAT = "socat";
    private static final String READY = "starting data transfer loop";
    private static final String OPEN = "open";
    private static final long PATIENCE_SECONDS = 5;

    private final Path path;
    private final SimulatedSerialServer server;
    private @Nullable Process socat;
    private @Nullable Process holder;

    /**
     * A serial port, plugged in.
     *
     * @param path where it appears, as a link to the pseudo terminal
     * @param options of the line; those that concern the network mean nothing here
     */
    public SimulatedPty(LineDevice device, Path path, SerialServerOptions options) throws IOException {
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            throw new IOException(obstacle.get());
        }
        this.path = path;
        this.server = new SimulatedSerialServer(device, options);
        try {
            plugIn();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Why there can be no serial port here, if so. */
    public static Optional<String> obstacle() {
        if (!Objects.requireNonNull(System.getProperty("os.name", "")).startsWith("Linux")) {
            return Optional.of("A simulated serial port needs Linux.");
        }
        if (Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, SOCAT)))) {
            return Optional.of("A simulated serial port needs socat, which is not installed"
                    + " (on Debian or Ubuntu: apt-get install socat).");
        }
        return Optional.empty();
    }

    public Path path() {
        return path;
    }

    /** The line behind the port, for what goes wrong with bytes. */
    public FaultyLine line() {
        return server.line();
    }

    /** The port appears. */
    public synchronized void plugIn() throws IOException {
        if (socat != null) {
            return;
        }
        Process started = new ProcessBuilder(SOCAT, "-d", "-d", "pty,raw,echo=0,link=" + path,
                "tcp:" + server.host() + ":" + server.port() + ",nodelay").start();
        socat = started;
        await(started.errorReader(StandardCharsets.UTF_8), READY);
        // Without somebody who has it open, the pseudo terminal would end with its first client.
        Process keeper = new ProcessBuilder("sh", "-c", "exec 3<>\"$0\" && echo " + OPEN + " && read -r end",
                path.toString()).start();
        holder = keeper;
        await(keeper.inputReader(StandardCharsets.UTF_8), OPEN);
    }

    /** The port disappears; who has it open finds it dead. */
    public synchronized void unplug() {
        end(socat);
        end(holder);
        socat = null;
        holder = null;
    }

    private static void end(@Nullable Process process) {
        if (process != null) {
            process.destroy();
            try {
                process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        unplug();
        server.close();
    }

    private static void await(BufferedReader output, String word) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(word)) {
                return;
            }
            said.append(line).append('\n');
        }
        throw new IOException("no serial port: " + said);
    }
}
