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
package org.openhab.binding.selectronic.workbench.screen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How the live table is laid out: in panels beside each other, as a newspaper sets its columns.
 *
 * @param panels how many
 * @param headings whether the names of the groups are shown
 * @param ages whether ages are shown
 * @param advanced whether channels are shown that a normal user can do without
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Layout(int panels, boolean headings, boolean ages, boolean advanced) {

    static final int GAP = 3;
    static final int AGE = 6;
    private static final int MOST_PANELS = 3;
    private static final boolean[] YES_NO = { true, false };

    /** A line of a panel: the name of a group, or one of its channels. */
    sealed interface Item permits Heading, Channel, Blank {
    }

    record Heading(String group) implements Item {
    }

    record Channel(Row row) implements Item {
    }

    record Blank() implements Item {
    }

    /** What there is to show, from the most to the least. */
    static List<Layout> candidates() {
        List<Layout> candidates = new ArrayList<>();
        for (boolean headings : YES_NO) {
            for (boolean advanced : YES_NO) {
                for (boolean ages : YES_NO) {
                    for (int panels = 1; panels <= MOST_PANELS; panels++) {
                        candidates.add(new Layout(panels, headings, ages, advanced));
                    }
                }
            }
        }
        return candidates;
    }

    /** The most that fits, empty if nothing does. */
    static Optional<Layout> best(List<Row> rows, Measure measure, int width, int height) {
        return candidates().stream().filter(layout -> layout.width(measure) <= width && layout.height(rows) <= height)
                .findFirst();
    }

    /** How many columns label and value take. */
    int middle(Measure measure) {
        return measure.middle();
    }

    int panelWidth(Measure measure) {
        return (headings ? 1 : 0) + middle(measure) + 2 + (ages ? AGE + 1 : 0);
    }

    private int width(Measure measure) {
        return panels * panelWidth(measure) + (panels - 1) * GAP;
    }

    private int height(List<Row> rows) {
        return columns(rows, Integer.MAX_VALUE).stream().mapToInt(List::size).max().orElse(0);
    }

    /**
     * Sets the rows, with groups undivided where they have headings.
     *
     * @param rows all rows
     * @param height how many lines there are; what does not fit is left out
     */
    List<List<Item>> columns(List<Row> rows, int height) {
        List<List<Item>> blocks = blocks(rows);
        int total = blocks.stream().mapToInt(List::size).sum();
        int lines = Math.max(blocks.stream().mapToInt(List::size).max().orElse(0), (total + panels - 1) / panels);
        List<List<Item>> columns = set(blocks, Math.min(lines, height));
        while (columns.size() > panels && lines < Math.min(total, height)) {
            lines++;
            columns = set(blocks, lines);
        }
        return columns.subList(0, Math.min(panels, columns.size()));
    }

    private List<List<Item>> blocks(List<Row> rows) {
        Map<String, List<Item>> groups = new LinkedHashMap<>();
        List<List<Item>> blocks = new ArrayList<>();
        for (Row row : rows) {
            if (advanced || !row.advanced()) {
                if (headings) {
                    Objects.requireNonNull(
                            groups.computeIfAbsent(row.group(), group -> new ArrayList<>(List.of(new Heading(group)))))
                            .add(new Channel(row));
                } else {
                    blocks.add(List.of(new Channel(row)));
                }
            }
        }
        blocks.addAll(groups.values());
        return blocks;
    }

    private static List<List<Item>> set(List<List<Item>> blocks, int lines) {
        List<List<Item>> columns = new ArrayList<>();
        List<Item> column = new ArrayList<>();
        for (List<Item> block : blocks) {
            if (!column.isEmpty() && column.size() + block.size() > lines) {
                columns.add(column);
                column = new ArrayList<>();
            }
            column.addAll(block);
        }
        columns.add(column);
        return columns;
    }

    /** Sets groups apart by blank lines, if there is room for that. */
    static List<List<Item>> spaced(List<List<Item>> columns, int height) {
        List<List<Item>> spaced = new ArrayList<>();
        for (List<Item> column : columns) {
            List<Item> airy = new ArrayList<>();
            for (Item item : column) {
                if (item instanceof Heading && !airy.isEmpty()) {
                    airy.add(new Blank());
                }
                airy.add(item);
            }
            spaced.add(airy);
        }
        return spaced.stream().allMatch(column -> column.size() <= height) ? spaced : columns;
    }
}
