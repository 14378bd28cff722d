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
package org.openhab.binding.selectronic.internal.splink;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.RegisterRefresh;
import org.openhab.binding.selectronic.internal.model.RegisterValue;
import org.openhab.binding.selectronic.internal.model.RegisterValue.Finding;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.RegisterSource.Row;
import org.openhab.binding.selectronic.internal.source.Remark;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.log.LogReading;
import org.openhab.binding.selectronic.internal.splink.memory.LiveDecoder;
import org.openhab.binding.selectronic.internal.splink.memory.RangePlanner;
import org.openhab.binding.selectronic.internal.splink.memory.ReadCost;
import org.openhab.binding.selectronic.internal.splink.memory.Register;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * Reads the registers of channels along with the live values of a unit. Registers within the live reads cost nothing;
 * the others are read after them, so that one that a unit does not answer does not cost the live values.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class RegisterReader {
    /** Time for the registers of each poll, in seconds, from which the owner gets a remark. */
    private static final double MUCH = 1;

    /** Time after which a register that was not answered is tried again: the unit may have been busy. */
    private static final Duration RETRY = Duration.ofHours(1);

    /** Limits the effort of planning; registers of all areas need a quarter of these reads. */
    private static final int MOST_READS = 64;

    private final UnitSetup setup;
    private final LiveDecoder decoder;
    private final RangePlanner planner;
    private final ReadCost cost;
    private final Map<RegisterRefresh, Instant> readAt = new EnumMap<>(RegisterRefresh.class);
    private final Map<String, RegisterValue> values = new HashMap<>();
    private final Map<Set<Register>, List<WordRange>> plans = new HashMap<>();
    /** Registers that are read alone, since a read of several was not answered. */
    private final Set<Register> alone = new HashSet<>();
    /** When registers were not answered, by name. */
    private final Map<String, Instant> unanswered = new HashMap<>();
    private volatile @Nullable Remark remark;

    /**
     * @param setup the setup of the unit
     * @param decoder decodes its words
     * @param cost the cost of reads on the connection
     */
    RegisterReader(UnitSetup setup, LiveDecoder decoder, ReadCost cost) {
        this.setup = setup;
        this.decoder = decoder;
        this.planner = new RangePlanner(cost);
        this.cost = cost;
    }

    /** Returns what the registers cost, if that is much. */
    Optional<Remark> remark() {
        return Optional.ofNullable(remark);
    }

    /**
     * Reads the registers that are due. If one is not answered, the others are read with the next polls, and that one
     * again after an hour.
     *
     * @param wanted the names of the registers and how often they are read
     * @param live the words of the live values
     * @param now the time
     * @param memory reads the memory of the unit
     * @return the last values of all wanted registers
     */
    Map<String, RegisterValue> read(Map<String, RegisterRefresh> wanted, List<Words> live, Instant now,
            LogReading memory) throws SourceException, InterruptedException {
        values.keySet().retainAll(wanted.keySet());
        Set<RegisterRefresh> due = EnumSet.noneOf(RegisterRefresh.class);
        wanted.forEach((name, refresh) -> {
            if (isDue(name, refresh, now)) {
                due.add(refresh);
            }
        });
        Set<Register> registers = new HashSet<>();
        wanted.forEach((name, refresh) -> {
            if (due.contains(refresh) && !isUnanswered(name, now)) {
                Registers.find(name, setup.mapVersion(), setup.settingsVersion()).ifPresentOrElse(registers::add,
                        () -> values.put(name, RegisterValue.without(Finding.NOT_IN_MAP)));
            }
        });
        List<WordRange> plan = Objects.requireNonNull(plans.computeIfAbsent(registers, wished -> plan(wished, live)));
        if (due.equals(Set.of(RegisterRefresh.LIVE)) || wanted.isEmpty()) {
            remark(registers.size(), plan.stream().mapToDouble(cost::of).sum());
        }
        List<Words> words = new ArrayList<>(live);
        for (WordRange range : plan) {
            try {
                words.add(memory.read(range));
            } catch (SourceException e) {
                if (e.problem() != Problem.NO_WORDS) {
                    throw e;
                }
                unanswered(range, registers, now);
                return Map.copyOf(values);
            }
        }
        Map<String, Value> read = decoder.decode(registers, words);
        registers.forEach(register -> values.put(register.name(), reading(register, read)));
        due.forEach(refresh -> readAt.put(refresh, now));
        return Map.copyOf(values);
    }

    /** Reads any registers: each that the unit has, with its words and its value. */
    List<Row> rows(Set<String> names, LogReading memory) throws SourceException, InterruptedException {
        List<Register> registers = Registers.of(setup.mapVersion(), setup.settingsVersion()).stream()
                .filter(register -> names.contains(register.name())).toList();
        List<Words> words = new ArrayList<>();
        for (WordRange range : planned(registers.stream().map(Register::range).toList())) {
            try {
                words.add(memory.read(range));
            } catch (SourceException e) {
                if (e.problem() != Problem.NO_WORDS) {
                    throw e;
                }
            }
        }
        Map<String, Value> read = decoder.decode(registers, words);
        return registers.stream().map(register -> new Row(register.name(), register.range().address(),
                raw(register.range(), words), reading(register, read))).toList();
    }

    private static RegisterValue reading(Register register, Map<String, Value> read) {
        Value value = read.get(register.name());
        return value == null ? RegisterValue.without(Finding.NO_ANSWER) : register.reading(value);
    }

    private static String raw(WordRange range, List<Words> words) {
        return words.stream().filter(block -> block.covers(range.address(), range.words())).findFirst()
                .map(block -> IntStream.range(range.address(), range.end()).mapToObj(block::at)
                        .map(word -> String.format(Locale.ROOT, "%04x", word)).collect(Collectors.joining(" ")))
                .orElseGet(() -> "");
    }

    private boolean isDue(String name, RegisterRefresh refresh, Instant now) {
        Instant before = readAt.get(refresh);
        return before == null || !values.containsKey(name) || refresh.isDue(Duration.between(before, now));
    }

    private boolean isUnanswered(String name, Instant now) {
        Instant at = unanswered.get(name);
        return at != null && now.isBefore(at.plus(RETRY));
    }

    private List<WordRange> plan(Set<Register> registers, List<Words> live) {
        List<WordRange> together = new ArrayList<>();
        List<WordRange> plan = new ArrayList<>();
        for (Register register : registers) {
            WordRange range = register.range();
            if (live.stream().noneMatch(words -> words.covers(range.address(), range.words()))) {
                (alone.contains(register) ? plan : together).add(range);
            }
        }
        plan.addAll(planned(together));
        return plan;
    }

    private List<WordRange> planned(List<WordRange> ranges) {
        return planner.plan(ranges, Math.min(ranges.size(), MOST_READS));
    }

    /** Remembers a read that is not answered. Registers that shared it are read alone from now on. */
    private void unanswered(WordRange range, Set<Register> registers, Instant now) {
        List<Register> within = registers.stream().filter(
                register -> register.range().address() >= range.address() && register.range().end() <= range.end())
                .toList();
        if (within.size() == 1) {
            values.put(within.get(0).name(), RegisterValue.without(Finding.NO_ANSWER));
            unanswered.put(within.get(0).name(), now);
        }
        alone.addAll(within);
        plans.clear();
    }

    private void remark(int registers, double seconds) {
        remark = seconds < MUCH ? null
                : new Remark("online.registers",
                        List.of(Integer.toString(registers), String.format(Locale.ROOT, "%.1f", seconds)));
    }
}
