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
package org.openhab.binding.selectronic.internal.polling;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.bench.Table;
import org.openhab.binding.selectronic.internal.model.ConnectionType;

/**
 * How old the values of a gateway are when they are published, in step with its readings and by the interval alone: an
 * hour of virtual time in many phases.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class RhythmReport {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PHASES = 50;
    private static final double WANDER = 0.03;

    private RhythmReport() {
    }

    /** @return the table */
    public static Table table() {
        Table table = Table.of("Age of the values of a gateway at publication, an hour in " + PHASES + " phases",
                "Gateway", "Interval s", "Mean age s", "In the worst phase s", "Requests", "Mean age s, interval alone",
                "In the worst phase s, interval alone", "Requests, interval alone");
        int[] usual = { 5, 10, 60 };
        for (int interval : usual) {
            row(table, "reads every 5.00 s", interval, true, random -> 5);
        }
        row(table, "reads every 4.90 s", 5, true, random -> 4.9);
        row(table, "reads every 5.02 s", 5, true, random -> 5.02);
        row(table, "reads every 5.10 s", 5, true, random -> 5.1);
        row(table, "reads every 5 s, ± 0.1 s (normal)", 5, true, random -> 5 + 0.1 * random.nextGaussian());
        row(table, "changes its pace by chance, up to ± 0.03 s", 5, true, new Wandering());
        row(table, "skips 1 of 50 readings", 5, true, random -> random.nextInt(50) == 0 ? 10 : 5);
        row(table, "skips 1 of 10 readings", 5, true, random -> random.nextInt(10) == 0 ? 10 : 5);
        row(table, "reports no time", 5, false, random -> 5);
        return table.note("Virtual time; the gateway answers after 20 to 80 ms and reports times in whole seconds. "
                + "The age is that of the real reading. Requests are those of one gateway.");
    }

    /** A pace that wanders slowly between two bounds. */
    private static final class Wandering implements ToDoubleFunction<Random> {
        private double off;

        @Override
        public double applyAsDouble(Random random) {
            off = Math.max(-WANDER, Math.min(WANDER, off + 0.003 * random.nextGaussian()));
            return 5 + off;
        }
    }

    private static void row(Table table, String name, int interval, boolean reportsTime,
            ToDoubleFunction<Random> nextReading) {
        List<PeriodicDevice> inStep = run(interval, reportsTime, nextReading);
        List<PeriodicDevice> alone = run(interval, false, nextReading);
        table.row(name, interval, mean(inStep), worst(inStep), requests(inStep), mean(alone), worst(alone),
                requests(alone));
    }

    private static List<PeriodicDevice> run(int interval, boolean reportsTime, ToDoubleFunction<Random> nextReading) {
        return IntStream.range(0, PHASES).mapToObj(seed -> {
            PeriodicDevice device = new PeriodicDevice(ConnectionType.GATEWAY, Duration.ofSeconds(interval), seed,
                    reportsTime, nextReading);
            device.run(HOUR);
            return device;
        }).toList();
    }

    private static double mean(List<PeriodicDevice> devices) {
        return devices.stream().mapToDouble(PeriodicDevice::meanAge).average().orElseThrow();
    }

    private static double worst(List<PeriodicDevice> devices) {
        return devices.stream().mapToDouble(PeriodicDevice::meanAge).max().orElseThrow();
    }

    private static long requests(List<PeriodicDevice> devices) {
        return Math.round(devices.stream().mapToInt(device -> device.polls().size()).average().orElseThrow());
    }
}
