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
package org.openhab.binding.selectronic.internal.soak;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import javax.management.JMException;
import javax.management.ObjectName;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a process holds on to, measured after a collection of all garbage.
 *
 * @param month after so many months
 * @param heap bytes in use
 * @param threads that live
 * @param own instances of the binding's own classes
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Footprint(int month, long heap, int threads, long own) {

    private static final String OURS = "org.openhab.binding.selectronic.internal.";
    private static final List<String> TESTS = List.of(OURS + "fake.", OURS + "soak.", OURS + "scenario.");

    static Footprint now(int month) {
        String histogram = histogram();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Footprint(month, heap, ManagementFactory.getThreadMXBean().getThreadCount(), own(histogram));
    }

    /** Makes the virtual machine count what is reachable, for which it collects garbage first. */
    private static String histogram() {
        try {
            System.gc();
            return String.valueOf(ManagementFactory.getPlatformMBeanServer().invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
                    new Object[] { new String[0] }, new String[] { String[].class.getName() }));
        } catch (JMException e) {
            throw new AssertionError("a virtual machine without a class histogram", e);
        }
    }

    private static long own(String histogram) {
        return histogram.lines().map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 3 && columns[3].startsWith(OURS)
                        && TESTS.stream().noneMatch(columns[3]::startsWith))
                .mapToLong(columns -> Long.parseLong(columns[1])).sum();
    }

    /** By how many bytes the heap grows a month: a straight line through the points, by least squares. */
    static double slope(List<Footprint> curve) {
        double months = curve.stream().mapToInt(Footprint::month).average().orElse(0);
        double bytes = curve.stream().mapToLong(Footprint::heap).average().orElse(0);
        double product = 0;
        double square = 0;
        for (Footprint point : curve) {
            product += (point.month - months) * (point.heap - bytes);
            square += (point.month - months) * (point.month - months);
        }
        return square == 0 ? 0 : product / square;
    }

    /** Without the first months, in which what is bounded fills. */
    static List<Footprint> settled(List<Footprint> curve, int months) {
        return new ArrayList<>(curve.subList(Math.min(months, curve.size()), curve.size()));
    }
}
