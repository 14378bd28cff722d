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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fuzz.Seeds;
import org.openhab.binding.selectronic.internal.model.RegisterValue;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.plant.Plant;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any words in any register of the catalogue: each has a possible value or says that it has none.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class CatalogueFuzzTest {
    private static final List<Register> ALL = Registers.all();

    static Stream<byte[]> seeds() {
        SimulatedUnit unit = new SimulatedUnit(new Plant(Scenario.GENERATOR_RUN.settings()), UnitIdentity.b(0),
                Scenario.GENERATOR_RUN);
        int[] words = Stream.concat(UnitSetup.WANTED.stream(), ALL.stream().map(Register::range))
                .flatMapToInt(range -> java.util.Arrays.stream(unit.words(range.address(), range.words()))).toArray();
        return Stream.of(Seeds.ofWords(words), Seeds.ofWords(new int[words.length]));
    }

    @MethodSource("seeds")
    @FuzzTest
    void registers(byte[] input) {
        int next = 0;
        List<Words> wanted = new ArrayList<>();
        for (WordRange range : UnitSetup.WANTED) {
            wanted.add(new Words(range.address(), words(input, next, range.words())));
            next += range.words();
        }
        UnitSetup setup = UnitSetup.of(wanted);
        LiveDecoder decoder = new LiveDecoder(setup);
        for (Register register : ALL) {
            Words read = new Words(register.range().address(), words(input, next, register.range().words()));
            next += register.range().words();
            Map<String, Value> values = decoder.decode(List.of(register), List.of(read));
            assertThat(values.keySet(), contains(register.name()));
            values.values().forEach(value -> {
                UnitSettingsFuzzTest.possible(register.name(), value);
                RegisterValue reading = register.reading(value);
                UnitSettingsFuzzTest.possible(register.name(), reading.value());
                assertThat(register.name(), reading.finding() == RegisterValue.Finding.NOT_AVAILABLE,
                        is(value.equals(Value.UNKNOWN)));
            });
        }
    }

    private static int[] words(byte[] input, int from, int count) {
        int[] words = new int[count];
        for (int word = 0; word < count; word++) {
            words[word] = Seeds.word(input, from + word);
        }
        return words;
    }
}
