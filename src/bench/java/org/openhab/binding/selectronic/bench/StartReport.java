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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How long it takes from the start of the bundle to the first update of a channel, in a process that is as young each
 * time as openHAB is after its start.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class StartReport {
    private static final int RUNS = 11;

    private StartReport() {
    }

    /**
     * @param jar the packaged binding
     * @return median and worst
     */
    static Table table(Path jar) throws IOException {
        List<Double> bundle = new ArrayList<>();
        List<Double> channel = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            try (OtherProcess process = new OtherProcess(StartRun.class, List.of(), List.of(jar.toString()))) {
                String[] reported = process.line().split(" ");
                bundle.add(Double.valueOf(reported[0]));
                channel.add(Double.valueOf(reported[1]));
            }
        }
        Table table = Table.of("Time from the start of the bundle, " + RUNS + " fresh processes", "Until", "Best in ms",
                "Median in ms", "Worst in ms");
        row(table, "the bundle offers its handlers", bundle);
        row(table, "the first update of a channel", channel);
        return table.note("The packaged bundle runs in an OSGi framework with declarative services; "
                + "bridge and inverter of a simulated gateway are added as soon as the binding offers its handlers.");
    }

    private static void row(Table table, String name, List<Double> times) {
        Collections.sort(times);
        table.row(name, times.get(0), times.get(times.size() / 2), times.get(times.size() - 1));
    }
}
