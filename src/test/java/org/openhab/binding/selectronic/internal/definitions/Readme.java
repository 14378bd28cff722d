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
package org.openhab.binding.selectronic.internal.definitions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The README, or another page in its manner, cut into what the tests look at.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Readme {
    private static final Path FILE = Path.of("README.md");
    private static final String FENCE = "```";

    private final List<String> lines;
    private final List<String> prose = new ArrayList<>();
    private final List<Fence> fences = new ArrayList<>();
    private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();

    /**
     * A block of code.
     *
     * @param language its language, empty if it names none
     * @param lines its lines
     */
    public record Fence(String language, List<String> lines) {
    }

    /** Reads the README. */
    public Readme() {
        this(FILE);
    }

    /**
     * @param file the page that is read
     */
    public Readme(Path file) {
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String heading = "";
        Fence fence = null;
        for (String line : lines) {
            if (line.startsWith(FENCE)) {
                fence = fence == null ? new Fence(line.substring(FENCE.length()), new ArrayList<>()) : null;
                if (fence != null) {
                    fences.add(fence);
                }
            } else if (fence != null) {
                fence.lines().add(line);
            } else if (line.startsWith("#")) {
                heading = line.replaceFirst("#+ ", "");
            } else if (line.startsWith("|")) {
                Objects.requireNonNull(tables.computeIfAbsent(heading, key -> new ArrayList<>())).add(cells(line));
            } else {
                prose.add(line);
            }
        }
    }

    /** @return all lines */
    public List<String> lines() {
        return lines;
    }

    /** @return the lines that are neither heading nor table nor code */
    public List<String> prose() {
        return prose;
    }

    /** @return all blocks of code */
    public List<Fence> fences() {
        return fences;
    }

    /**
     * @param language a language
     * @return all lines of code in that language
     */
    public List<String> code(String language) {
        return fences.stream().filter(fence -> fence.language().equals(language))
                .flatMap(fence -> fence.lines().stream()).toList();
    }

    /** @return the headings, with the signs of their level */
    public List<String> headings() {
        List<String> code = fences.stream().flatMap(fence -> fence.lines().stream()).toList();
        return lines.stream().filter(line -> line.startsWith("#") && !code.contains(line)).toList();
    }

    /**
     * @param heading a heading, without the signs of its level
     * @param columns the heads of the columns
     * @return the rows of the one table below that heading, each a list of cells
     */
    public List<List<String>> table(String heading, String... columns) {
        List<List<String>> table = tables.getOrDefault(heading, List.of());
        if (table.size() < 2 || !table.get(0).equals(List.of(columns))) {
            throw new IllegalStateException("no table with columns " + List.of(columns) + " below " + heading);
        }
        return table.subList(2, table.size());
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1).split("\\|")).map(String::strip).toList();
    }
}
