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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.fuzz.Seeds;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.plant.Plant;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any words where setup and live values are read can be decoded, and whatever they are, the reads that follow from them
 * can be made. Where the unit does not tell what its counts are worth, nothing is told that they would be worth.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LiveWordsFuzzTest {
    private static final RangePlanner PLANNER = new RangePlanner(ReadCost.serial(57_600));
    private static final Set<String> SCALED = Set.of("W", "kWh", "V", "A", "°C");
    /** Plans by map version, up to one that is newer than all that are known: to make them takes most of the time. */
    private static final Map<Integer, List<WordRange>> PLANS = new ConcurrentHashMap<>();
    private static final int NEWEST = 99;
    private static final List<WordRange> SETUP = PLANNER.plan(UnitSetup.WANTED);

    static Stream<byte[]> seeds() {
        return Stream.of(UnitIdentity.a(0), UnitIdentity.b(0)).map(identity -> {
            SimulatedUnit unit = new SimulatedUnit(new Plant(Scenario.SUNNY_DAY.settings()), identity,
                    Scenario.SUNNY_DAY);
            List<Words> setup = SETUP.stream().map(range -> words(unit, range)).toList();
            List<Words> all = new ArrayList<>(setup);
            LivePlan.of(UnitSetup.of(setup), PLANNER, List.of()).forEach(range -> all.add(words(unit, range)));
            return Seeds.ofWords(all.stream().flatMapToInt(each -> Arrays.stream(each.values())).toArray());
        });
    }

    private static Words words(SimulatedUnit unit, WordRange range) {
        return new Words(range.address(), unit.words(range.address(), range.words()));
    }

    @MethodSource("seeds")
    @FuzzTest
    void words(byte[] input) {
        List<Words> read = new ArrayList<>();
        int next = take(input, 0, SETUP, read);
        UnitSetup setup = UnitSetup.of(read);
        Plausible.identity(setup.identity());
        List<WordRange> plan = Objects.requireNonNull(PLANS.computeIfAbsent(Math.min(setup.mapVersion(), NEWEST),
                version -> LivePlan.of(setup, PLANNER, List.of())));
        List<Words> live = new ArrayList<>();
        next = take(input, next, plan, live);
        Map<Quantity, Value> values = new LiveDecoder(setup).decode(live);
        Plausible.values(values);
        setup.isContradictedBy(live);
        for (Quantity quantity : Quantity.values()) {
            if (quantity.origin(ConnectionType.SERIAL).orElse(null) instanceof Origin.Registers) {
                assertThat("read and not told", values, hasKey(quantity));
            }
        }
        List<Words> clock = new ArrayList<>();
        take(input, next, List.of(UnitClock.RANGE), clock);
        UnitClock.time(clock.get(0));
        nothingIsReported(plan);
    }

    private static int take(byte[] input, int from, List<WordRange> ranges, List<Words> into) {
        int next = from;
        for (WordRange range : ranges) {
            int[] words = new int[range.words()];
            for (int word = 0; word < words.length; word++) {
                words[word] = Seeds.word(input, next++);
            }
            into.add(new Words(range.address(), words));
        }
        return next;
    }

    /** Without scale factors nothing is worth anything. */
    private static void nothingIsReported(List<WordRange> plan) {
        List<Words> nothing = new ArrayList<>();
        take(new byte[0], 0, SETUP, nothing);
        UnitSetup setup = UnitSetup.of(nothing);
        take(new byte[0], 0, plan, nothing);
        new LiveDecoder(setup).decode(nothing).forEach((quantity, value) -> assertThat(quantity.name(),
                value instanceof Value.Numeric && SCALED.contains(String.valueOf(quantity.form().unit())), is(false)));
    }
}
