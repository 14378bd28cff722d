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

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;

/**
 * Finds the cheapest reads for the wanted words. Words between two wanted ones are included if that is cheaper than
 * another request.
 * <p>
 * Ranges are processed in the order of their addresses, and the cheapest plan for the first n of them is the cheapest
 * plan for fewer of them and one read for the rest: so trying each possible start of the last read finds the optimum,
 * for each number of reads. No better plan deviates from that order, since of two reads neither contains the other.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class RangePlanner {
    /** Maximum cost of a plan with one more read, as a fraction of the plan without it. */
    private static final double WORTH_A_READ = 1 - 1e-9;

    private final ReadCost cost;

    /**
     * @param cost the cost of reads
     */
    public RangePlanner(ReadCost cost) {
        this.cost = cost;
    }

    /**
     * @param wanted ranges of words, in any order, may overlap
     * @return the reads that cover them, by address
     * @throws IllegalArgumentException if a range is longer than a read can be, or must not be read
     */
    public List<WordRange> plan(Collection<WordRange> wanted) {
        return plan(wanted, wanted.size());
    }

    /**
     * @param wanted ranges of words, in any order, may overlap
     * @param mostReads maximum number of reads
     * @return the reads that cover them, by address: the cheapest plan within the maximum number of reads
     * @throws IllegalArgumentException if a range is longer than a read can be, or must not be read, or if the number
     *             of reads is too small to cover them
     */
    public List<WordRange> plan(Collection<WordRange> wanted, int mostReads) {
        WordRange[] ranges = wanted.stream().distinct().sorted(Comparator.comparingInt(WordRange::address))
                .toArray(WordRange[]::new);
        int all = ranges.length;
        double[][] costs = new double[all + 1][];
        for (int count = 1; count <= all; count++) {
            costs[count] = costs(ranges, count);
        }
        double[][] cheapest = new double[mostReads + 1][all + 1];
        int[][] first = new int[mostReads + 1][all + 1];
        Arrays.fill(cheapest[0], 1, all + 1, Double.POSITIVE_INFINITY);
        int best = 0;
        for (int reads = 1; reads <= mostReads; reads++) {
            for (int count = 1; count <= all; count++) {
                cheapest[reads][count] = Double.POSITIVE_INFINITY;
                for (int from = count - 1; from >= 0 && costs[count][from] < Double.POSITIVE_INFINITY; from--) {
                    double total = cheapest[reads - 1][from] + costs[count][from];
                    if (total < cheapest[reads][count]) {
                        cheapest[reads][count] = total;
                        first[reads][count] = from;
                    }
                }
            }
            // fewer reads are better if the cost is the same except for rounding
            best = cheapest[reads][all] < cheapest[best][all] * WORTH_A_READ ? reads : best;
        }
        if (Double.isInfinite(cheapest[best][all])) {
            throw new IllegalArgumentException("not to be read with " + mostReads + " reads: " + wanted);
        }
        Deque<WordRange> plan = new ArrayDeque<>();
        for (int count = all; count > 0; count = first[best--][count]) {
            plan.addFirst(span(ranges, first[best][count], count));
        }
        return List.copyOf(plan);
    }

    /** Returns the costs of one read for the ranges before a place, from each range on; infinite if not allowed. */
    private double[] costs(WordRange[] ranges, int to) {
        double[] costs = new double[to];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        int end = 0;
        for (int from = to - 1; from >= 0; from--) {
            int address = ranges[from].address();
            end = Math.max(end, ranges[from].end());
            if (!isAllowed(address, end)) {
                return costs;
            }
            costs[from] = cost.of(new WordRange(address, end - address));
        }
        return costs;
    }

    /** Returns one read for some consecutive ranges. */
    private static WordRange span(WordRange[] ranges, int from, int to) {
        int end = Arrays.stream(ranges, from, to).mapToInt(WordRange::end).max().orElseThrow();
        return new WordRange(ranges[from].address(), end - ranges[from].address());
    }

    /** A read must not cross the border of an area. */
    private static boolean isAllowed(int address, int end) {
        return end - address <= WordRange.MOST_WORDS
                && Registers.AREAS.stream().anyMatch(area -> address >= area.address() && end <= area.end());
    }
}
