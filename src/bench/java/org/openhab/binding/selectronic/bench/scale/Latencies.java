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

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How long something took, many times, in little memory: counted in classes that are 5 % wide.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Latencies {
    private static final double WIDTH = 1.05;
    private static final double LEAST_NANOS = 1_000;
    private static final int CLASSES = 420;

    private final LongAdder[] counts = IntStream.range(0, CLASSES).mapToObj(each -> new LongAdder())
            .toArray(LongAdder[]::new);

    /** @param nanos a time */
    void add(long nanos) {
        int number = (int) Math.ceil(Math.log(Math.max(nanos, LEAST_NANOS) / LEAST_NANOS) / Math.log(WIDTH));
        counts[Math.min(number, CLASSES - 1)].increment();
    }

    /** Forgets all. */
    void reset() {
        for (LongAdder count : counts) {
            count.reset();
        }
    }

    /**
     * @param share of all times, 0 to 1
     * @return the upper bound in milliseconds of the class that this share ends in; NaN if there is no time
     */
    double millis(double share) {
        long all = 0;
        for (LongAdder count : counts) {
            all += count.sum();
        }
        long below = 0;
        for (int number = 0; number < CLASSES; number++) {
            below += counts[number].sum();
            if (all > 0 && below >= share * all) {
                return LEAST_NANOS * Math.pow(WIDTH, number) / 1e6;
            }
        }
        return Double.NaN;
    }
}
