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
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The table below each other: group, channel, value, age and change, one channel to a line.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PlainTable {
    /** Columns that any terminal has. */
    private static final int WIDTH = 80;
    private static final int LEAST_AGE = 6;
    private static final String GAP = "  ";
    private static final int SIGN = 2;

    private final Texts texts;

    /** @param texts what the columns are called */
    public PlainTable(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param rows the rows
     * @return the lines
     */
    public List<String> lines(List<Row> rows) {
        Measure measure = Measure.of(rows);
        String groupTitle = texts.of("table.group");
        String channelTitle = texts.of("table.channel");
        String valueTitle = texts.of("table.value");
        String ageTitle = texts.of("table.age");
        int group = Math.max(measure.group(), Columns.width(groupTitle));
        int age = Math.max(LEAST_AGE, Columns.width(ageTitle));
        int least = Math.max(measure.middle(), Columns.width(channelTitle + GAP + valueTitle));
        // long texts take the room that is left beside the other columns
        int room = WIDTH - group - age - 2 * GAP.length() - SIGN;
        int longest = rows.stream().mapToInt(row -> Columns.width(row.label() + " " + row.cell(measure.unit()))).max()
                .orElse(0);
        int middle = Math.max(least, Math.min(longest, room));
        List<String> lines = new ArrayList<>();
        lines.add(Columns.left(groupTitle, group) + GAP + Columns.left(channelTitle, middle - Columns.width(valueTitle))
                + valueTitle + GAP + Columns.right(ageTitle, age));
        lines.add("─".repeat(group + GAP.length() + middle + GAP.length() + age));
        String before = "";
        for (Row row : rows) {
            String shown = row.group().equals(before) ? "" : row.group();
            before = row.group();
            lines.add((Columns.left(shown, group) + GAP + measure.labelAndValue(row, middle) + GAP
                    + Columns.right(row.age(), age) + " " + row.change().sign()).stripTrailing());
        }
        return lines;
    }
}
