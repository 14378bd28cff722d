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
package org.openhab.binding.selectronic.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/**
 * What one command has measured, kept as JSON until a page is made of it.
 *
 * @param name of the file, {@code target/bench/name.json}
 * @param command that measures it anew
 * @param at when, in UTC
 * @param machine where
 * @param tables what
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Results(String name, String command, String at, Machine machine, List<Table> tables) {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /**
     * Shows tables and keeps them.
     *
     * @param name under which
     * @param command that measures them anew
     * @param machine where they were measured, as it was at the beginning
     * @param tables the results
     */
    public static void show(String name, String command, Machine machine, List<Table> tables) throws IOException {
        tables.forEach(table -> table.print(Objects.requireNonNull(System.out)));
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".json"), JSON.toJson(
                new Results(name, command, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), machine, tables)));
    }

    /**
     * @param name of results
     * @return them, empty if they were not measured here
     */
    public static Optional<Results> of(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".json");
        return Files.exists(file)
                ? Optional.of(Objects.requireNonNull(JSON.fromJson(Files.readString(file), Results.class)))
                : Optional.empty();
    }
}
