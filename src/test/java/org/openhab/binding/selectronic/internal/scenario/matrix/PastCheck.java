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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.types.TimeSeries;

/**
 * What a history channel must hold, as the plant and not the binding knows it.
 *
 * @param channel the channel
 * @param lived numbers by the beginning of their interval; what was told of times before the first is not looked at
 * @param until from when on it may not have been told yet
 * @param step how exact they are
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record PastCheck(String channel, SortedMap<Instant, Double> lived, Instant until, double step) {
    /**
     * @param reported what was told
     * @param mayLack how many of the intervals may be missing in the middle
     * @return what is wrong, empty for nothing
     */
    List<String> complaints(List<TimeSeries.Entry> reported, int mayLack) {
        List<String> wrong = new ArrayList<>();
        Instant first = Objects.requireNonNull(lived.firstKey());
        List<Instant> times = reported.stream().map(TimeSeries.Entry::timestamp).filter(time -> !time.isBefore(first))
                .toList();
        if (new HashSet<>(times).size() != times.size()) {
            wrong.add(channel + " was told twice");
        }
        SortedMap<Instant, Double> missing = new TreeMap<>(lived);
        for (TimeSeries.Entry entry : reported) {
            if (entry.timestamp().isBefore(first)) {
                continue;
            }
            Double real = missing.remove(entry.timestamp());
            double number = entry.state() instanceof QuantityType<?> quantity ? quantity.doubleValue() : Double.NaN;
            if (real == null) {
                wrong.add(channel + " at " + entry.timestamp() + " was never lived");
            } else if (!(Math.abs(real - number) <= step)) {
                wrong.add(channel + " at " + entry.timestamp() + " says " + number + ", not " + real);
            }
        }
        missing.tailMap(until).clear();
        if (missing.size() > mayLack) {
            wrong.add(channel + " lacks " + missing.size() + " of " + lived.size() + ", the first at "
                    + missing.firstKey());
        } else if (missing.size() < mayLack) {
            wrong.add(channel + " tells what the record does not hold");
        }
        return wrong.size() > 3 ? wrong.subList(0, 3) : wrong;
    }
}
