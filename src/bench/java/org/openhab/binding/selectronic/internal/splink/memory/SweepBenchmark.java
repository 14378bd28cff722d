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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.log.LogKind;
import org.openhab.binding.selectronic.internal.splink.wire.FrameReader;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
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
 * What all live values of a unit cost once the answers are there: from the bytes of all planned reads to values. And
 * what all registers of the table cost from their words.
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
public class SweepBenchmark {
    private static final int SERVICE_PORT_SPEED = 57_600;
    private static final int QUANTITIES = 40;

    private static final int MAP = 33, SETTINGS = 51;

    private final List<Answer> answers = new ArrayList<>();
    private final List<Register> catalogue = Registers.of(MAP, SETTINGS);
    /** Registers of channels, spread over the whole memory. */
    private final List<Register> ofChannels = IntStream.range(0, 30)
            .mapToObj(n -> catalogue.get(n * catalogue.size() / 30)).toList();
    private final List<Words> memory = new ArrayList<>();
    private @Nullable LiveDecoder decoder;

    private record Answer(WordRange query, byte[] bytes) {
        Words words() {
            Words words = new FrameReader(query).add(bytes, bytes.length);
            if (words == null) {
                throw new IllegalStateException("no answer to " + query);
            }
            return words;
        }
    }

    /** Asks a simulated unit for its setup, and for its live values as they follow from that. */
    @Setup
    public void ask() {
        Simulation simulation = Simulation.still(Scenario.SUNNY_DAY);
        SimulatedPort port = new SimulatedPort(UnitWords.of(simulation, simulation.unit()),
                PortOptions.DEFAULT.withoutLogin());
        RangePlanner planner = new RangePlanner(ReadCost.serial(SERVICE_PORT_SPEED));
        UnitSetup setup = UnitSetup
                .of(planner.plan(UnitSetup.WANTED).stream().map(range -> answer(port, range).words()).toList());
        List<WordRange> plan = LivePlan.of(setup, planner, Stream.of(LogKind.values()).map(LogKind::header).toList());
        plan.forEach(range -> answers.add(answer(port, range)));
        decoder = new LiveDecoder(setup);
        Random random = new Random(1);
        planner.plan(catalogue.stream().map(Register::range).toList()).forEach(
                read -> memory.add(new Words(read.address(), random.ints(read.words(), 0, 0x10000).toArray())));
        if (decodeAFullSweep().size() < QUANTITIES) {
            throw new IllegalStateException("not all live values: " + decodeAFullSweep());
        }
    }

    private static Answer answer(SimulatedPort port, WordRange range) {
        WordRange query = new WordRange(range.address(), range.words());
        return new Answer(query, port.receive(query.frame(), query.frame().length).bytes());
    }

    /** One operation decodes all live values. */
    @Benchmark
    public Map<Quantity, Value> decodeAFullSweep() {
        LiveDecoder decoder = this.decoder;
        return decoder == null ? Map.of() : decoder.decode(answers.stream().map(Answer::words).toList());
    }

    /** One operation decodes all live values and the registers of 30 channels. */
    @Benchmark
    public int decodeAFullSweepAndThirtyRegisters() {
        LiveDecoder decoder = this.decoder;
        return decodeAFullSweep().size() + (decoder == null ? 0 : decoder.decode(ofChannels, memory).size());
    }

    /** One operation decodes all registers of the table, whose words were read with few requests. */
    @Benchmark
    public Map<String, Value> decodeTheCatalogue() {
        LiveDecoder decoder = this.decoder;
        return decoder == null ? Map.of() : decoder.decode(catalogue, memory);
    }
}
