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

import java.io.PrintStream;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.workbench.thing.Things;

/**
 * Lines for a file or a pipe: what happens as it happens, and the table at the end.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PlainReport implements View {
    private final PrintStream out;
    private final Rows rows;
    private final PlainTable table;

    /**
     * @param out where lines go
     * @param texts the texts of the workbench
     * @param rows makes the rows
     */
    public PlainReport(PrintStream out, Texts texts, Rows rows) {
        this.out = out;
        this.rows = rows;
        this.table = new PlainTable(texts);
    }

    @Override
    public void begin(String title, List<String> introduction) {
        introduction.forEach(out::println);
        out.println();
    }

    @Override
    public void happened(Journal.Entry entry) {
        out.println(entry);
    }

    @Override
    public void refresh(Things things, Journal journal) {
        // the table comes at the end
    }

    @Override
    public void end(Things things) {
        List<Row> last = rows.of(things);
        if (!last.isEmpty()) {
            out.println();
            table.lines(last).forEach(out::println);
        }
    }
}
