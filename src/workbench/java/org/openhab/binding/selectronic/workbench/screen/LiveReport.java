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
import org.openhab.binding.selectronic.workbench.thing.Things;
import org.openhab.core.thing.Thing;

/**
 * A screen that is drawn again and again in the same place: status of the things, the table, and what happened last.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LiveReport implements View {
    private static final int TALL = 32;
    private static final int LONG_LOG = 6;
    private static final int SHORT_LOG = 3;

    private final TerminalScreen screen;
    private final Texts texts;
    private final Rows rows;
    private final LiveTable table;
    private List<String> introduction = List.of();
    private String title = "";

    /**
     * @param screen what is drawn on
     * @param texts the texts of the workbench
     * @param rows makes the rows
     */
    public LiveReport(TerminalScreen screen, Texts texts, Rows rows) {
        this.screen = screen;
        this.texts = texts;
        this.rows = rows;
        this.table = new LiveTable(texts);
    }

    @Override
    public void begin(String title, List<String> introduction) {
        this.title = title;
        this.introduction = introduction;
        screen.print(introduction);
        screen.open();
    }

    @Override
    public void happened(Journal.Entry entry) {
        // the next refresh shows it
    }

    @Override
    public void refresh(Things things, Journal journal) {
        TerminalScreen.Size size = screen.size();
        screen.draw(frame(things.all(), rows.of(things), journal, size.width(), size.height()));
    }

    List<String> frame(List<Thing> things, List<Row> all, Journal journal, int width, int height) {
        int log = height < TALL ? SHORT_LOG : LONG_LOG;
        List<String> lines = new ArrayList<>();
        lines.add(header(things, width));
        for (String line : Columns.wrap(trouble(things, journal), width)) {
            lines.add(Style.BAD.of(line));
        }
        int room = Math.max(1, height - lines.size() - 1 - log);
        int end = lines.size() + room;
        if (all.isEmpty()) {
            introduction.forEach(line -> lines.add(Columns.cut(line, width)));
            lines.add(Columns.cut(texts.of("live.waiting"), width));
        } else {
            lines.addAll(table.lines(all, width, room));
        }
        while (lines.size() < end) {
            lines.add("");
        }
        lines.add(Style.FAINT.of("─".repeat(width)));
        for (Journal.Entry entry : journal.latest(log)) {
            lines.add(entry.style().of(Columns.cut(entry.toString(), width)));
        }
        return lines;
    }

    private String header(List<Thing> things, int width) {
        StringBuilder styled = new StringBuilder();
        int columns = 0;
        for (Thing thing : things) {
            String label = (columns == 0 ? "" : "   ") + thing.getLabel() + " ";
            String status = thing.getStatus().name();
            if (columns + Columns.width(label + status) <= width) {
                styled.append(Style.STRONG.of(label)).append(Journal.style(thing.getStatus()).of(status));
                columns += Columns.width(label + status);
            }
        }
        String shown = Columns.cut(title, Math.max(0, width - columns - 2));
        return styled + Style.FAINT.of(Columns.right(shown, width - columns));
    }

    private static String trouble(List<Thing> things, Journal journal) {
        return things.stream().filter(thing -> thing.getStatusInfo().getDescription() != null)
                .map(thing -> journal.status(thing.getStatusInfo())).findFirst().orElseGet(() -> "");
    }

    @Override
    public void end(Things things) {
        screen.close();
        List<Row> last = rows.of(things);
        if (!last.isEmpty()) {
            screen.print(new PlainTable(texts).lines(last));
        }
    }
}
