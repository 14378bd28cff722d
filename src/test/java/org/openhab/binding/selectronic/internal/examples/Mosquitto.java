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
package org.openhab.binding.selectronic.internal.examples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A real Mosquitto with a configuration of the examples, of which only ports, paths and addresses are replaced.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Mosquitto {
    private final Path configuration;
    private final Path log;
    private @Nullable Process process;

    /**
     * @param configuration the file that the broker is started with
     */
    Mosquitto(Path configuration) {
        this.configuration = configuration;
        this.log = configuration.resolveSibling(configuration.getFileName() + ".log");
    }

    /** @return what is missing for such a test, empty if nothing is */
    static Optional<String> obstacle() {
        return Stream.of("mosquitto", "mosquitto_pub", "mosquitto_sub", "mosquitto_passwd")
                .filter(name -> find(name).isEmpty()).findFirst()
                .map(name -> "The bridge to a cloud broker is not tested: " + name
                        + " is missing. Install the packages mosquitto and mosquitto-clients.");
    }

    /**
     * @param name the name of a program
     * @return where it is; Debian keeps the broker where only root looks
     */
    static Optional<Path> find(String name) {
        return Stream.of((System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin").split(":"))
                .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
    }

    /**
     * @param name a program of Mosquitto
     * @param arguments its arguments
     * @return it, to be started; errors go where the output goes
     */
    static ProcessBuilder program(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(find(name).orElseThrow().toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /**
     * Runs a program to its end.
     *
     * @param builder a program
     */
    static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        process.getOutputStream().close();
        try (InputStream output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(builder.command().get(0) + ": " + said);
            }
        }
    }

    /** Starts the broker. */
    void start() throws IOException {
        process = program("mosquitto", "-c", configuration.toString())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    /** Stops it as the system does, so that it writes down what waits. */
    void stop() throws InterruptedException {
        Process running = process;
        process = null;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(20, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        }
    }

    /** @return what it said so far */
    String said() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
