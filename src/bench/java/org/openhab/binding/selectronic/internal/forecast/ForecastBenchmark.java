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
package org.openhab.binding.selectronic.internal.forecast;

import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Makes a forecast from a full store of 60 days, as every half hour.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ForecastBenchmark {
    private static final int HALF_HOURS = 70 * SimulatedHouse.DAY + 36;
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private final ProfileStore store = new ProfileStore();

    /** Fills the store. */
    @Setup
    public void fill() {
        SimulatedHouse house = new SimulatedHouse(1);
        for (int at = 0; at < HALF_HOURS; at++) {
            store.add(SimulatedHouse.time(at), SimulatedHouse.time(at + 1), house.at(at));
        }
    }

    /** One operation is one forecast of 36 hours, calibrated with all nights of the store. */
    @Benchmark
    public Forecast forecast() {
        Instant now = SimulatedHouse.time(HALF_HOURS).plusSeconds(60);
        return Forecaster.forecast(store, now, SYDNEY, 80, new Plant(Double.NaN, false, 20, 30, 80, false, 10));
    }
}
