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
package org.openhab.binding.selectronic.internal.splink.memory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The table of registers, {@code registers.tsv}: each fact about a register is there and nowhere else.
 * <p>
 * Some registers have a new address from a certain version of the register map on. Source: the rule of the vendor's
 * program as implemented by P; C reads two of the new addresses. It is known of a few registers only whether the old
 * addresses are still updated, so the newest address of a map is read.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Registers {
    private static final String AREA = "area";
    private static final String SETTINGS = "settings";
    private static final List<String[]> ROWS = rows("registers.tsv");
    private static final Map<String, List<Register>> BY_NAME = byName();

    /** The parts of the memory that public clients read, and the only ones that are read here. */
    static final List<Area> AREAS = ROWS.stream().filter(Registers::isArea)
            .map(row -> new Area(Integer.decode(row[1]), Register.words(row))).toList();

    /** A part of the memory, which may be longer than a read. */
    record Area(int address, int words) {
        int end() {
            return address + words;
        }
    }

    private Registers() {
    }

    /** Returns the columns of the lines of a table, without comments. */
    static List<String[]> rows(String table) {
        try (@Nullable
        InputStream stream = Registers.class.getResourceAsStream(table);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isArea(String[] row) {
        return row[8].equals(AREA);
    }

    private static Map<String, List<Register>> byName() {
        Map<String, List<Register>> names = new LinkedHashMap<>();
        ROWS.stream().filter(row -> !isArea(row)).map(Register::of).forEach(
                row -> Objects.requireNonNull(names.computeIfAbsent(row.name(), name -> new ArrayList<>())).add(row));
        return names;
    }

    /**
     * @param name the name of a register that each map has
     * @return its first address
     * @throws IllegalArgumentException if there is no such register
     */
    public static Register named(String name) {
        return named(name, 0);
    }

    /**
     * @param name the name of a register
     * @param mapVersion the version of a register map
     * @return the newest address that such a map has for this register
     * @throws IllegalArgumentException if it has no such register
     */
    public static Register named(String name, int mapVersion) {
        return find(name, register -> register.since() <= Math.max(0, mapVersion))
                .orElseThrow(() -> new IllegalArgumentException("no register " + name));
    }

    /** @return all registers, those that newer maps have at another address with each of their rows */
    public static List<Register> all() {
        return BY_NAME.values().stream().flatMap(List::stream).toList();
    }

    /**
     * @param mapVersion the version of a register map
     * @param settingsVersion the version of the settings
     * @return the registers that such a unit has, each at its newest address, in the order of the table
     */
    public static List<Register> of(int mapVersion, int settingsVersion) {
        return BY_NAME.keySet().stream().flatMap(name -> find(name, mapVersion, settingsVersion).stream()).toList();
    }

    /**
     * @param name the name of a register
     * @param mapVersion the version of a register map
     * @param settingsVersion the version of the settings
     * @return the newest address that such a unit has for this register, empty if it does not have it
     */
    public static Optional<Register> find(String name, int mapVersion, int settingsVersion) {
        return find(name,
                register -> register.since() <= (register.group().startsWith(SETTINGS) ? settingsVersion : mapVersion));
    }

    private static Optional<Register> find(String name, Predicate<Register> isIn) {
        return BY_NAME.getOrDefault(name, List.of()).stream().filter(isIn).reduce((older, newer) -> newer);
    }
}
