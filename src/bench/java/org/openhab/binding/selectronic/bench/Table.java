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

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A table of results, for a terminal and for a page.
 *
 * @param title what it is about
 * @param columns the heads; the first column is text, the others are numbers
 * @param rows a text for each column
 * @param notes sentences that one must know to read it
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Table(String title, List<String> columns, List<List<String>> rows, List<String> notes) {
    /**
     * @param title what it is about
     * @param columns the heads
     * @return an empty table without notes
     */
    public static Table of(String title, String... columns) {
        return new Table(title, List.of(columns), new ArrayList<>(), new ArrayList<>());
    }

    /**
     * @param cells a row: texts, whole numbers, and other numbers, which are shown with three digits
     * @return this
     */
    public Table row(Object... cells) {
        rows.add(Stream.of(cells).map(Table::text).toList());
        return this;
    }

    /**
     * @param sentence what one must know
     * @return this
     */
    public Table note(String sentence) {
        notes.add(sentence);
        return this;
    }

    private static String text(Object cell) {
        if (!(cell instanceof Double number)) {
            return String.valueOf(cell);
        } else if (number.isNaN()) {
            return "–";
        }
        int digits = number == 0 ? 0 : (int) Math.max(0, 2 - Math.floor(Math.log10(Math.abs(number))));
        return String.format(Locale.ROOT, "%." + Math.min(digits, 4) + "f", number);
    }

    private int width(int column) {
        return Math.max(columns.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    /** @param out where it is shown in columns */
    public void print(PrintStream out) {
        out.println();
        out.println(title);
        lines().forEach(out::println);
        notes.forEach(out::println);
    }

    /**
     * @param name what the first cell of a row says
     * @return the other cells of that row, empty if there is none
     */
    public Optional<List<String>> cells(String name) {
        return rows.stream().filter(row -> name.equals(row.get(0))).findFirst().map(row -> row.subList(1, row.size()));
    }

    /** @return the lines of it on a page, without the title */
    public List<String> markdown() {
        List<String> lines = new ArrayList<>(
                List.of(onPage(columns), "| ---" + " | ---:".repeat(columns.size() - 1) + " |"));
        rows.forEach(row -> lines.add(onPage(row)));
        if (!notes.isEmpty()) {
            lines.add("");
            lines.addAll(notes);
        }
        return lines;
    }

    private static String onPage(List<String> row) {
        return "| " + String.join(" | ", row) + " |";
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        Stream.concat(Stream.of(columns), rows.stream()).forEach(row -> {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                cells.add(String.format((column == 0 ? "%-" : "%") + width(column) + "s", row.get(column)));
            }
            lines.add(String.join("  ", cells));
        });
        return lines;
    }
}
