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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.bench.Table;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;

/**
 * What reading a unit costs on the line: the planner's reads beside the two plans that anybody would make first. Bytes
 * are counted as they go over the line, query and answer together; the time adds the turn-around of each request.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class WireReport {
    private static final int MAP_VERSION = 33;
    private static final int[] SPEEDS = { 9600, 57_600 };

    private WireReport() {
    }

    /** @return the table */
    public static Table table() {
        Table table = Table.of("What reading a unit costs on the line", "Reads", "Reads of words", "Bytes", "s at 9600",
                "s at 57600");
        List<WordRange> plan = LivePlanTest.plan(MAP_VERSION, ReadCost.serial(SPEEDS[1]));
        row(table, "all live values, planned", plan);
        List<WordRange> wanted = LivePlanTest.wanted(MAP_VERSION);
        row(table, "all live values, neighbours merged", RangePlannerTest.asLongAsCanBe(wanted));
        row(table, "all live values, one read per field", RangePlannerTest.onePerRange(wanted));
        return table;
    }

    private static void row(Table table, String name, List<WordRange> reads) {
        table.row(name, reads.size(), LivePlanTest.bytes(reads),
                RangePlannerTest.cost(ReadCost.serial(SPEEDS[0]), reads),
                RangePlannerTest.cost(ReadCost.serial(SPEEDS[1]), reads));
    }
}
