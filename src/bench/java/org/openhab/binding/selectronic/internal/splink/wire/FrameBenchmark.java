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
package org.openhab.binding.selectronic.internal.splink.wire;

import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.PortOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.UnitWords;
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
 * What the longest answer of a unit costs, 256 words that come at once: to find it and check it, and the check sum
 * alone.
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
public class FrameBenchmark {
    private static final WordRange QUERY = new WordRange(0xA001, 256);

    private byte[] answer = {};

    /** Asks a simulated unit. */
    @Setup
    public void ask() {
        Simulation simulation = Simulation.still(Scenario.SUNNY_DAY);
        SimulatedPort port = new SimulatedPort(UnitWords.of(simulation, simulation.unit()),
                PortOptions.DEFAULT.withoutLogin());
        answer = port.receive(QUERY.frame(), QUERY.frame().length).bytes();
        if (answer.length != QUERY.answerLength() || decodeAFrame() == null) {
            throw new IllegalStateException("no answer of 256 words: " + answer.length + " bytes");
        }
    }

    /** From bytes to words. */
    @Benchmark
    public @Nullable Words decodeAFrame() {
        return new FrameReader(QUERY).add(answer, answer.length);
    }

    /** Of the bytes of the same answer. */
    @Benchmark
    public int crcOfAFrame() {
        return Crc16Kermit.of(answer, 0, answer.length);
    }
}
