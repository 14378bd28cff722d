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
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.splink.log.LogKind;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;

/**
 * What live values cost.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LivePlanTest {
    /** The headers of the four logs, which tell whether there is something new. */
    private static final List<WordRange> LOG_HEADERS = LogKind.followed();

    static int bytes(List<WordRange> reads) {
        return reads.stream().mapToInt(WordRange::bytes).sum();
    }

    static List<WordRange> plan(int mapVersion, ReadCost line) {
        return LivePlan.of(TestMemory.setup(mapVersion, TestMemory.A), new RangePlanner(line), LOG_HEADERS);
    }

    static List<WordRange> wanted(int mapVersion) {
        List<WordRange> wanted = new ArrayList<>(LOG_HEADERS);
        wanted.add(Registers.named("SCALES").range());
        wanted.add(Registers.named("SERIAL_NUMBER").range());
        Stream.of(Quantity.values()).flatMap(quantity -> LiveDecoder.registers(quantity, mapVersion).stream())
                .forEach(register -> wanted.add(register.range()));
        return wanted.stream().distinct().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 19, 20, 25, 28, 33 })
    void aPollTakesFewReadsAndBytes(int mapVersion) {
        for (ReadCost line : List.of(ReadCost.serial(57_600), ReadCost.TUNNEL)) {
            List<WordRange> full = plan(mapVersion, line);
            assertThat(full.toString(), full.size(), is(lessThanOrEqualTo(6)));
            assertThat(full.toString(), bytes(full), is(lessThanOrEqualTo(1920)));
        }
    }

    /** At the usual speed, at the slowest that is worth while, and through the tunnel. */
    @Test
    void noNaivePlanIsCheaper() {
        for (ReadCost line : List.of(ReadCost.serial(9600), ReadCost.serial(57_600), ReadCost.TUNNEL)) {
            double planned = RangePlannerTest.cost(line, plan(33, line));
            double merged = RangePlannerTest.cost(line, RangePlannerTest.asLongAsCanBe(wanted(33)));
            double single = RangePlannerTest.cost(line, RangePlannerTest.onePerRange(wanted(33)));
            assertThat(planned, is(lessThan(merged)));
            assertThat(planned, is(lessThan(single)));
        }
    }

    @Test
    void aQuarterOfTheTimeIsSavedOverTheClientsThatMergeNeighbours() {
        ReadCost line = ReadCost.serial(57_600);
        List<WordRange> planned = plan(33, line);
        List<WordRange> merged = RangePlannerTest.asLongAsCanBe(wanted(33));
        assertThat(bytes(planned), is(lessThan(1100)));
        assertThat(bytes(merged), is(greaterThan(1500)));
        assertThat(RangePlannerTest.cost(line, planned), is(lessThan(0.75 * RangePlannerTest.cost(line, merged))));
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 19, 20, 25, 28, 33 })
    void eachPollBringsEverything(int mapVersion) {
        UnitSetup setup = TestMemory.setup(mapVersion, TestMemory.A);
        Set<Quantity> reported = new LiveDecoder(setup).decode(new TestMemory().read(plan(mapVersion, ReadCost.TUNNEL)))
                .keySet();
        List<Quantity> expected = Stream.of(Quantity.values())
                .filter(quantity -> !LiveDecoder.registers(quantity, 0).isEmpty()).toList();
        assertThat(reported, containsInAnyOrder(expected.toArray()));
    }
}
