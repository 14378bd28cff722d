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

import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How many columns the parts of rows take at most.
 *
 * @param group names of groups
 * @param label names of channels
 * @param cell numbers with their units
 * @param unit units
 * @param age ages
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Measure(int group, int label, int cell, int unit, int age) {

    /** So that a point in time has room beside its label. */
    private static final int LEAST_MIDDLE = 33;

    static Measure of(Collection<Row> rows) {
        int unit = most(rows, Row::isQuantity, row -> Columns.width(row.value().unit()));
        return new Measure(most(rows, row -> true, row -> Columns.width(row.group())),
                most(rows, row -> true, row -> Columns.width(row.label())),
                most(rows, Row::isQuantity, row -> Columns.width(row.cell(unit))), unit,
                most(rows, row -> true, row -> Columns.width(row.age())));
    }

    private static int most(Collection<Row> rows, Predicate<Row> which, ToIntFunction<Row> width) {
        return rows.stream().filter(which).mapToInt(width).max().orElse(0);
    }

    /** How many columns label and value take together. */
    int middle() {
        return Math.max(LEAST_MIDDLE, label + 1 + cell);
    }

    /**
     * Label and value of a row. A value that is longer than a number makes use of the room that the label leaves.
     *
     * @param row a row
     * @param columns how many columns label and value take
     */
    String labelAndValue(Row row, int columns) {
        String label = Columns.cut(row.label(), columns);
        int room = columns - Columns.width(label) - 1;
        return label + " " + Columns.right(Columns.cut(row.cell(unit), room), room);
    }
}
