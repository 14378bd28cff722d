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
package org.openhab.binding.selectronic.bench.scale;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What one run has measured.
 *
 * @param site how many things there were
 * @param warmUpSeconds from the beginning until it was measured
 * @param seconds for how long it was measured
 * @param cpuPercent processor time of the process, where 100 is one core
 * @param machinePercent how busy all cores were with all processes, the simulated devices and strangers among them
 * @param allocatedPerSecond bytes
 * @param heapOfThings bytes in use after garbage collection with all things made and no handler
 * @param heap bytes in use after garbage collection at the end
 * @param mostThreads at any time
 * @param threads at the end, by the names of their pools
 * @param connectionTypes how the polls went
 * @param remark what the bridge to the portal shows, empty for nothing
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Figures(Site site, double warmUpSeconds, double seconds, double cpuPercent, double machinePercent,
        double allocatedPerSecond, long heapOfThings, long heap, int mostThreads, Map<String, Integer> threads,
        List<OfConnection> connectionTypes, String remark) {

    private static final String POOLS = "OH-(selectronic|thingHandler)";
    private static final String HTTP = "OH-httpClient-.*";

    /** @return threads of the pools that the binding works on: its own and that of all handlers */
    int bindingThreads() {
        return count(POOLS);
    }

    /** @return threads of HTTP clients */
    int httpThreads() {
        return count(HTTP);
    }

    private int count(String names) {
        return threads.entrySet().stream().filter(pool -> pool.getKey().matches(names)).mapToInt(Map.Entry::getValue)
                .sum();
    }

    /**
     * The polls of one way.
     *
     * @param interval seconds between two polls as it is meant to be; at the portal the fair share, where that is more
     * @param polls that have begun
     * @param published whose values were published
     * @param fewest polls of any thing
     * @param most polls of any thing
     * @param missed deadlines
     * @param longestGap seconds between the beginnings of two polls of a thing
     * @param median milliseconds from the answer to the last channel
     * @param percentile the same of 99 polls of a hundred
     * @param longest the same of all
     */
    record OfConnection(String connectionType, int things, double interval, int polls, int published, int fewest,
            int most, int missed, double longestGap, double median, double percentile, double longest) {
    }
}
