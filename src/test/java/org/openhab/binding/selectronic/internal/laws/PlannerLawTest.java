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
package org.openhab.binding.selectronic.internal.laws;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.splink.log.LogKind;
import org.openhab.binding.selectronic.internal.splink.memory.LivePlan;
import org.openhab.binding.selectronic.internal.splink.memory.RangePlanner;
import org.openhab.binding.selectronic.internal.splink.memory.ReadCost;
import org.openhab.binding.selectronic.internal.splink.memory.Register;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever registers are wanted, on whatever line and from whatever register map: each of their words is read, no read
 * is longer than a frame, and none touches what must not be read. What must not be read is written down here once more,
 * from the page about the interfaces.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PlannerLawTest {
    private static final int FRAME = 256;
    private static final int MOST_READS = 6;
    /** First and last word of what nobody reads: below the live values, settings and the password, what has no name. */
    private static final int[][] FORBIDDEN = { { 0, 0x9FFF }, { 0xA500, 0xBFFF }, { 0xC0C5, 0xC0E4 },
            { 0xC17D, 0xC17F }, { 0xC1BC, 0xC200 }, { 0xC22B, 0xC7FF }, { 0xC8C1, 0xCFFF }, { 0xD01B, 0xDF4F },
            { 0xDFD0, 0x1CFFFF }, { 0x1D0008, Integer.MAX_VALUE - 1 } };

    @Provide
    Arbitrary<List<Register>> registers() {
        return Arbitraries.of(Registers.of(33, 51)).list().ofMaxSize(25);
    }

    @Provide
    Arbitrary<ReadCost> lines() {
        return Combinators.combine(Arbitraries.doubles().between(100, 100_000), Arbitraries.doubles().between(0, 1))
                .as(ReadCost::new);
    }

    @Property(tries = 500)
    void eachWantedFieldIsRead(@ForAll("registers") List<Register> registers, @ForAll("lines") ReadCost line) {
        List<WordRange> wanted = registers.stream().map(Register::range).toList();
        List<WordRange> plan = new RangePlanner(line).plan(wanted);
        areRead(wanted, plan);
        double oneByOne = wanted.stream().distinct().mapToDouble(line::of).sum();
        assertThat(plan.stream().mapToDouble(line::of).sum(), is(lessThanOrEqualTo(oneByOne + 1e-9)));
    }

    @Property(tries = 300)
    void liveValuesComeWithFewReadsFromAnyMap(@ForAll @IntRange(min = -1, max = 70_000) int mapVersion,
            @ForAll("lines") ReadCost line) {
        UnitSetup setup = new UnitSetup(Identity.NONE, mapVersion, 51, new ScaleFactors(5300, 2934, 1050, 16_000, 530),
                1, 0, new UnitSetup.LogSettings(3, 3, 5, 15));
        List<WordRange> headers = List.of(LogKind.ALERTS.header(), LogKind.OPERATIONS.header());
        List<WordRange> plan = LivePlan.of(setup, new RangePlanner(line), headers);
        List<WordRange> wanted = new ArrayList<>(headers);
        for (String name : List.of("SCALES", "SERIAL_NUMBER", "BATTERY_POWER", "LOAD_POWER", "COUPLED_POWER",
                "SOURCE_POWER", "LOAD_TOTAL", "IMPORT_TODAY", "ALERTS", "CONTACTORS")) {
            wanted.add(Registers.named(name, mapVersion).range());
        }
        areRead(wanted, plan);
        assertThat(plan.size(), is(lessThanOrEqualTo(MOST_READS)));
    }

    private static void areRead(List<WordRange> wanted, List<WordRange> plan) {
        for (WordRange each : wanted) {
            assertThat(each + " in " + plan,
                    plan.stream().anyMatch(read -> read.address() <= each.address() && each.end() <= read.end()),
                    is(true));
        }
        for (WordRange read : plan) {
            assertThat(read.words(), is(lessThanOrEqualTo(FRAME)));
            for (int[] forbidden : FORBIDDEN) {
                assertThat(read + " touches what must not be read",
                        read.address() <= forbidden[1] && forbidden[0] < read.end(), is(false));
            }
        }
    }
}
