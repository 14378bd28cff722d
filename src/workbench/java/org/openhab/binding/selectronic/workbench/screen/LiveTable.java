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
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.workbench.thing.Change;

/**
 * The table as it fits on a terminal.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LiveTable {
    private static final Layout LEAST = new Layout(1, false, false, false);

    private final Texts texts;

    /** @param texts the texts of the workbench */
    public LiveTable(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param rows all rows
     * @param width how many columns there are
     * @param height how many lines there are
     * @return the lines, with the terminal's codes in them
     */
    public List<String> lines(List<Row> rows, int width, int height) {
        Measure measure = Measure.of(rows);
        Optional<Layout> best = Layout.best(rows, measure, width, height);
        Layout layout = best.orElseGet(() -> densest(measure, width));
        int room = best.isPresent() ? height : Math.max(0, height - 1);
        List<List<Layout.Item>> columns = Layout.spaced(layout.columns(rows, room), room);
        int most = columns.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < Math.min(most, room); line++) {
            StringBuilder text = new StringBuilder();
            for (List<Layout.Item> column : columns) {
                text.append(text.length() == 0 ? "" : " ".repeat(Layout.GAP))
                        .append(line < column.size() ? item(column.get(line), layout, measure, width)
                                : " ".repeat(layout.panelWidth(measure)));
            }
            lines.add(text.toString());
        }
        if (best.isEmpty()) {
            int shown = columns.stream().mapToInt(column -> Math.min(column.size(), room)).sum();
            lines.add(Style.FAINT.of(Columns.cut(texts.of("live.more", rows.size() - shown), width)));
        }
        return lines;
    }

    /** As many panels as stand beside each other, for a terminal that is too small for everything. */
    private static Layout densest(Measure measure, int width) {
        int panels = (width + Layout.GAP) / (LEAST.panelWidth(measure) + Layout.GAP);
        return new Layout(Math.max(1, panels), false, false, false);
    }

    private static String item(Layout.Item item, Layout layout, Measure measure, int width) {
        int panel = layout.panelWidth(measure);
        if (item instanceof Layout.Heading heading) {
            return Style.HEADING.of(Columns.left(Columns.cut(heading.group(), panel), panel));
        } else if (item instanceof Layout.Channel channel) {
            Row row = channel.row();
            int middle = Math.min(layout.middle(measure), width - 2);
            String text = measure.labelAndValue(row, middle);
            int cell = Math.min(Columns.width(text), Columns.width(row.cell(measure.unit())));
            String label = text.substring(0, text.length() - cell);
            String value = text.substring(text.length() - cell);
            boolean changed = row.change() != Change.NONE;
            return (layout.headings() ? " " : "") + label + (changed ? Style.STRONG : Style.PLAIN).of(value) + " "
                    + Style.WAITING.of(row.change().sign())
                    + (layout.ages() ? " " + Style.FAINT.of(Columns.right(row.age(), Layout.AGE)) : "");
        }
        return " ".repeat(panel);
    }
}
