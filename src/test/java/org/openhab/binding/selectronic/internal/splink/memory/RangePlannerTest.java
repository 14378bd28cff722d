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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;

/**
 * The laws of a good plan: everything is covered, nothing forbidden is touched, nothing is cheaper.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class RangePlannerTest {
    /** Counts bytes and nothing else. */
    static final ReadCost BYTES = new ReadCost(1, 0);

    private static final List<ReadCost> LINES = List.of(BYTES, ReadCost.serial(9600), ReadCost.serial(57_600),
            ReadCost.serial(230_400), ReadCost.TUNNEL);
    private static final int ROUNDS = 300;

    /** One read after another. */
    static double cost(ReadCost line, List<WordRange> reads) {
        return reads.stream().mapToDouble(line::of).sum();
    }

    /** One read per range. */
    static List<WordRange> onePerRange(Collection<WordRange> wanted) {
        return List.copyOf(wanted);
    }

    /** Neighbours together as long as a read can be: what a public client does. */
    static List<WordRange> asLongAsCanBe(Collection<WordRange> wanted) {
        List<WordRange> reads = new ArrayList<>();
        for (WordRange range : wanted.stream().sorted(Comparator.comparingInt(WordRange::address)).toList()) {
            WordRange last = reads.isEmpty() ? range : reads.get(reads.size() - 1);
            int end = Math.max(last.end(), range.end());
            if (!reads.isEmpty() && end - last.address() <= WordRange.MOST_WORDS && isAllowed(last.address(), end)) {
                reads.set(reads.size() - 1, new WordRange(last.address(), end - last.address()));
            } else {
                reads.add(range);
            }
        }
        return reads;
    }

    /** The named parts of the memory, told a second time on purpose. */
    private static boolean isAllowed(int address, int end) {
        return address == 0xA000 && end == 0xA001 || address >= 0xA001 && end <= 0xA500
                || address >= 0xC000 && end <= 0xC100 || address >= 0xC100 && end <= 0xC17D
                || address >= 0xC180 && end <= 0xC1BC || address >= 0xC800 && end <= 0xC8C1
                || address >= 0x1D0000 && end <= 0x1D0008;
    }

    private static List<WordRange> random(Random random, int most) {
        List<WordRange> wanted = new ArrayList<>();
        int count = random.nextInt(most) + 1;
        for (int i = 0; i < count; i++) {
            int words = random.nextInt(8) == 0 ? 1 + random.nextInt(40) : 1 + random.nextInt(3);
            wanted.add(switch (random.nextInt(6)) {
                case 0 -> new WordRange(0xA000, 1);
                case 1 -> new WordRange(0xC100 + random.nextInt(0x70 - 40), words);
                case 2 -> new WordRange(0xC000 + random.nextInt(0xC4 - 40), words);
                default -> new WordRange(0xA001 + random.nextInt(0x400), words);
            });
        }
        return wanted;
    }

    private static boolean covers(List<WordRange> reads, WordRange range) {
        return reads.stream().anyMatch(read -> read.address() <= range.address() && range.end() <= read.end());
    }

    private static void check(Collection<WordRange> wanted, List<WordRange> plan) {
        for (WordRange range : wanted) {
            assertThat(range.toString(), covers(plan, range), is(true));
        }
        for (WordRange read : plan) {
            assertThat(read.toString(), read.words(), is(lessThanOrEqualTo(256)));
            assertThat(read.toString(), isAllowed(read.address(), read.end()), is(true));
        }
        assertThat(plan.stream().map(WordRange::address).toList(),
                is(plan.stream().map(WordRange::address).sorted().distinct().toList()));
    }

    @Test
    void everythingIsCoveredAndNothingForbiddenIsTouched() {
        Random random = new Random(4711);
        for (int round = 0; round < ROUNDS; round++) {
            List<WordRange> wanted = random(random, 60);
            for (ReadCost line : LINES) {
                check(wanted, new RangePlanner(line).plan(wanted));
            }
        }
    }

    @Test
    void noNaivePlanIsCheaper() {
        Random random = new Random(815);
        for (int round = 0; round < ROUNDS; round++) {
            List<WordRange> wanted = random(random, 60);
            for (ReadCost line : LINES) {
                double cost = cost(line, new RangePlanner(line).plan(wanted)) - 1e-9;
                assertThat(cost, is(lessThanOrEqualTo(cost(line, onePerRange(wanted)))));
                assertThat(cost, is(lessThanOrEqualTo(cost(line, asLongAsCanBe(wanted)))));
            }
        }
    }

    /** Every connection to cut a few ranges into reads, whatever the order. */
    @Test
    void noPlanAtAllIsCheaper() {
        Random random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            List<WordRange> wanted = random(random, 7);
            for (ReadCost line : LINES) {
                assertThat(cost(line, new RangePlanner(line).plan(wanted)),
                        is(closeTo(cheapest(wanted, new ArrayList<>(), line), 1e-9)));
            }
        }
    }

    private static double cheapest(List<WordRange> wanted, List<List<WordRange>> groups, ReadCost line) {
        int at = groups.stream().mapToInt(List::size).sum();
        if (at == wanted.size()) {
            double cost = 0;
            for (List<WordRange> group : groups) {
                int address = group.stream().mapToInt(WordRange::address).min().getAsInt();
                int end = group.stream().mapToInt(WordRange::end).max().getAsInt();
                if (end - address > WordRange.MOST_WORDS || !isAllowed(address, end)) {
                    return Double.POSITIVE_INFINITY;
                }
                cost += line.of(new WordRange(address, end - address));
            }
            return cost;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int group = 0; group <= groups.size(); group++) {
            List<List<WordRange>> more = new ArrayList<>();
            groups.forEach(each -> more.add(new ArrayList<>(each)));
            if (group == groups.size()) {
                more.add(new ArrayList<>());
            }
            more.get(group).add(wanted.get(at));
            best = Math.min(best, cheapest(wanted, more, line));
        }
        return best;
    }

    @Test
    void fewerReadsAreTheCheapestOfThoseThatAreFewer() {
        Random random = new Random(99);
        for (int round = 0; round < ROUNDS; round++) {
            List<WordRange> wanted = random(random, 12);
            RangePlanner planner = new RangePlanner(BYTES);
            List<WordRange> free = planner.plan(wanted);
            double before = cost(BYTES, free);
            for (int most = free.size() - 1; most > 0; most--) {
                List<WordRange> plan = planOrNothing(planner, wanted, most);
                if (plan.isEmpty()) {
                    break;
                }
                check(wanted, plan);
                assertThat(plan.size(), is(lessThanOrEqualTo(most)));
                assertThat(cost(BYTES, plan), is(greaterThanOrEqualTo(before)));
                before = cost(BYTES, plan);
            }
        }
    }

    private static List<WordRange> planOrNothing(RangePlanner planner, List<WordRange> wanted, int most) {
        try {
            return planner.plan(wanted, most);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    @Test
    void whatCannotBeReadWithSoFewReadsIsRefused() {
        List<WordRange> wanted = List.of(new WordRange(0xA001, 1), new WordRange(0xA400, 1), new WordRange(0xC000, 1));
        RangePlanner planner = new RangePlanner(BYTES);
        assertThat(planner.plan(wanted, 3), is(wanted));
        assertThrows(IllegalArgumentException.class, () -> planner.plan(wanted, 2));
        assertThrows(IllegalArgumentException.class, () -> planner.plan(wanted, 0));
    }

    @Test
    void theOrderOfWhatIsWantedDoesNotMatter() {
        List<WordRange> wanted = random(new Random(5), 40);
        List<WordRange> backwards = new ArrayList<>(wanted);
        Collections.reverse(backwards);
        RangePlanner planner = new RangePlanner(ReadCost.serial(57_600));
        assertThat(planner.plan(backwards), is(planner.plan(wanted)));
    }

    @Test
    void nothingWantedNothingRead() {
        assertThat(new RangePlanner(BYTES).plan(List.of()), is(empty()));
    }

    /**
     * A request costs 18 bytes, nine words: so many are read along for nothing, and then one request less is better.
     */
    @Test
    void aGapIsReadAlongWhereThatIsNotDearer() {
        RangePlanner planner = new RangePlanner(BYTES);
        assertThat(planner.plan(List.of(new WordRange(0xA100, 1), new WordRange(0xA10A, 1))),
                contains(new WordRange(0xA100, 11)));
        assertThat(planner.plan(List.of(new WordRange(0xA100, 1), new WordRange(0xA10B, 1))),
                contains(new WordRange(0xA100, 1), new WordRange(0xA10B, 1)));
    }

    @Test
    void aSlowRequestIsWorthALongerGap() {
        List<WordRange> wanted = List.of(new WordRange(0xA058, 2), new WordRange(0xA07A, 12));
        assertThat(new RangePlanner(ReadCost.serial(9600)).plan(wanted), is(wanted));
        assertThat(new RangePlanner(ReadCost.TUNNEL).plan(wanted), contains(new WordRange(0xA058, 46)));
    }

    @Test
    void theWordOfTheLoginStandsAlone() {
        assertThat(new RangePlanner(ReadCost.TUNNEL).plan(List.of(new WordRange(0xA000, 1), new WordRange(0xA001, 1))),
                contains(new WordRange(0xA000, 1), new WordRange(0xA001, 1)));
    }

    @Test
    void settingsOfTwoKindsAreReadApart() {
        assertThat(new RangePlanner(ReadCost.TUNNEL).plan(List.of(new WordRange(0xC0FF, 1), new WordRange(0xC100, 1))),
                hasSize(2));
    }

    @ParameterizedTest
    @CsvSource({ "0xA000, 2", "0x9FFF, 1", "0xA4FF, 2", "0xA001, 257", "0xC200, 1", "0xC1BB, 2", "0xC1BC, 1",
            "0xC200, 2", "0xC22A, 2", "0xC0C4, 2", "0xC0D0, 1", "0x1F0000, 8", "0x1D0008, 1", "0xDF4F, 2",
            "0xD01B, 1" })
    void whatMustNotBeReadIsRefused(String address, int words) {
        RangePlanner planner = new RangePlanner(BYTES);
        assertThrows(IllegalArgumentException.class,
                () -> planner.plan(List.of(new WordRange(0xA010, 1), new WordRange(Integer.decode(address), words))));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, -1 })
    void aRangeHasWords(int words) {
        assertThrows(IllegalArgumentException.class, () -> new WordRange(0xA001, words));
        assertThrows(IllegalArgumentException.class, () -> new WordRange(-1, 1));
        assertThat("the first word of the memory", new WordRange(0xA000, 1).end(), is(0xA001));
    }

    /** The frames of the recorded examples. */
    @ParameterizedTest
    @CsvSource({ "1, 20", "85, 188", "154, 326", "256, 530" })
    void bytesOfARead(int words, int bytes) {
        assertThat(new WordRange(0xA001, words).bytes(), is(bytes));
    }
}
