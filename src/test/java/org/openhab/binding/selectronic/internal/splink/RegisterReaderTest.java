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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.RegisterRefresh;
import org.openhab.binding.selectronic.internal.model.RegisterValue;
import org.openhab.binding.selectronic.internal.model.RegisterValue.Finding;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.log.LogKind;
import org.openhab.binding.selectronic.internal.splink.log.LogReading;
import org.openhab.binding.selectronic.internal.splink.memory.LiveDecoder;
import org.openhab.binding.selectronic.internal.splink.memory.LivePlan;
import org.openhab.binding.selectronic.internal.splink.memory.RangePlanner;
import org.openhab.binding.selectronic.internal.splink.memory.ReadCost;
import org.openhab.binding.selectronic.internal.splink.memory.Register;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * What the registers of channels cost, and what becomes of those that a unit does not have.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class RegisterReaderTest {
    private static final int NEWEST = 33;
    private static final int SETTINGS = 51;
    private static final ReadCost USUAL = ReadCost.serial(57_600);
    private static final ReadCost SLOW = ReadCost.serial(9600);

    private final List<WordRange> reads = new ArrayList<>();
    private final Set<Integer> silent = new java.util.HashSet<>();
    private Instant now = Instant.parse("2026-01-15T02:00:00Z");

    private final LogReading memory = range -> {
        reads.add(range);
        for (int address = range.address(); address < range.end(); address++) {
            if (silent.contains(address)) {
                throw new SourceException(Problem.NO_WORDS, Integer.toHexString(range.address()));
            }
        }
        return words(range);
    };

    private static Words words(WordRange range) {
        int[] values = new int[range.words()];
        for (int at = 0; at < values.length; at++) {
            values[at] = (range.address() + at) % 100 + 1;
        }
        return new Words(range.address(), values);
    }

    private static UnitSetup setup(int mapVersion, int settingsVersion) {
        return new UnitSetup(Identity.NONE, mapVersion, settingsVersion,
                new ScaleFactors(5300, 2934, 1050, 16_000, 530), 1, 0, new UnitSetup.LogSettings(3, 3, 5, 15));
    }

    private static RegisterReader reader(int mapVersion, ReadCost line) {
        UnitSetup setup = setup(mapVersion, SETTINGS);
        return new RegisterReader(setup, new LiveDecoder(setup), line);
    }

    private static List<Words> live(ReadCost line) {
        return LivePlan.of(setup(NEWEST, SETTINGS), new RangePlanner(line), LogKind.followed()).stream()
                .map(RegisterReaderTest::words).toList();
    }

    private Map<String, RegisterValue> read(RegisterReader reader, Map<String, RegisterRefresh> wanted, ReadCost line)
            throws SourceException, InterruptedException {
        reads.clear();
        return reader.read(wanted, live(line), now, memory);
    }

    /** Registers spread over the whole memory. */
    private static Map<String, RegisterRefresh> spread(int count) {
        List<Register> all = Registers.of(NEWEST, SETTINGS);
        Map<String, RegisterRefresh> wanted = new LinkedHashMap<>();
        for (int n = 0; n < count; n++) {
            wanted.put(all.get(n * all.size() / count).name(), RegisterRefresh.LIVE);
        }
        return wanted;
    }

    private static double seconds(ReadCost line, List<WordRange> reads) {
        return reads.stream().mapToDouble(line::of).sum();
    }

    @Test
    void thirtyRegistersCostLessThanTheClientsThatReadEachAlone() throws SourceException, InterruptedException {
        Map<String, RegisterRefresh> wanted = spread(30);
        RegisterReader reader = reader(NEWEST, USUAL);
        assertThat(read(reader, wanted, USUAL).keySet(), is(wanted.keySet()));
        List<WordRange> alone = wanted.keySet().stream()
                .map(name -> Registers.find(name, NEWEST, SETTINGS).orElseThrow().range()).toList();
        assertThat(seconds(USUAL, reads), is(lessThan(0.75 * seconds(USUAL, alone))));
        // less than another whole set of live values
        assertThat(seconds(USUAL, reads), is(lessThan(1.5
                * seconds(USUAL, LivePlan.of(setup(NEWEST, SETTINGS), new RangePlanner(USUAL), LogKind.followed())))));
        assertThat(reader.remark().isPresent(), is(false));
    }

    @Test
    void whatTheLiveReadsCoverCostsNothing() throws SourceException, InterruptedException {
        Map<String, RegisterValue> values = read(reader(NEWEST, USUAL),
                Map.of("BATTERY_VOLTS", RegisterRefresh.LIVE, "SHUNT_1_CURRENT", RegisterRefresh.LIVE), USUAL);
        assertThat(reads, is(List.of()));
        assertThat(values.values().stream().map(RegisterValue::finding).toList(), everyItem(is(Finding.READ)));
    }

    @Test
    void aHundredRegistersOnASlowLineAreMuch() throws SourceException, InterruptedException {
        RegisterReader reader = reader(NEWEST, SLOW);
        read(reader, spread(100), SLOW);
        List<String> arguments = reader.remark().orElseThrow().arguments();
        assertThat(reader.remark().orElseThrow().key(), is("online.registers"));
        assertThat(arguments, is(List.of("100", String.format(Locale.ROOT, "%.1f", seconds(SLOW, reads)))));

        Map<String, RegisterRefresh> hourly = spread(100).keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> RegisterRefresh.HOUR));
        hourly.put("BATTERY_VOLTS", RegisterRefresh.LIVE);
        read(reader, hourly, SLOW);
        now = now.plusSeconds(10);
        read(reader, hourly, SLOW);
        assertThat("read once an hour", reads, is(List.of()));
        assertThat(reader.remark().isPresent(), is(false));
    }

    @ParameterizedTest
    @ValueSource(ints = { 10, 60 })
    void eachClassHasItsInterval(int pollSeconds) throws SourceException, InterruptedException {
        RegisterReader reader = reader(NEWEST, USUAL);
        Map<String, RegisterRefresh> wanted = Map.of("SHUTDOWN_CHARGE", RegisterRefresh.LIVE, "MODULE_CHARGE",
                RegisterRefresh.MINUTE, "AC_SOLAR_PROPORTIONAL_GAIN_2", RegisterRefresh.HOUR);
        Map<Integer, Integer> count = new LinkedHashMap<>();
        int hours = 3;
        for (int polls = 0; polls < hours * 3600 / pollSeconds; polls++) {
            read(reader, wanted, USUAL);
            reads.forEach(range -> count.merge(range.address() & 0xFF00, 1, Integer::sum));
            now = now.plusSeconds(pollSeconds);
        }
        assertThat(count.get(0xC000), is(hours * 3600 / pollSeconds));
        assertThat(count.get(0xD000), is(hours * 60));
        assertThat(count.get(0xC200), is(hours));
    }

    /** The value of an hour ago is not new: nothing is published for it. */
    @Test
    void aValueIsTheSameObjectUntilItIsReadAgain() throws SourceException, InterruptedException {
        RegisterReader reader = reader(NEWEST, USUAL);
        Map<String, RegisterRefresh> wanted = Map.of("SHUTDOWN_CHARGE", RegisterRefresh.HOUR);
        RegisterValue first = read(reader, wanted, USUAL).get("SHUTDOWN_CHARGE");
        now = now.plus(Duration.ofMinutes(30));
        assertThat(read(reader, wanted, USUAL).get("SHUTDOWN_CHARGE"), is(sameInstance(first)));
        now = now.plus(Duration.ofMinutes(30));
        assertThat(read(reader, wanted, USUAL).get("SHUTDOWN_CHARGE"), is(not(sameInstance(first))));
    }

    @Test
    void oneRegisterThatIsNotAnsweredIsFoundAndLeftOut() throws SourceException, InterruptedException {
        silent.add(Registers.named("MODULE_HEALTH").range().address());
        RegisterReader reader = reader(NEWEST, USUAL);
        Map<String, RegisterRefresh> wanted = Map.of("MODULE_CHARGE", RegisterRefresh.LIVE, "MODULE_HEALTH",
                RegisterRefresh.LIVE, "MODULE_VOLTAGE", RegisterRefresh.LIVE);
        for (int polls = 0; polls < 3; polls++) {
            read(reader, wanted, USUAL);
        }
        Map<String, RegisterValue> values = read(reader, wanted, USUAL);
        assertThat(Objects.requireNonNull(values.get("MODULE_CHARGE")).finding(), is(Finding.READ));
        assertThat(Objects.requireNonNull(values.get("MODULE_HEALTH")).finding(), is(Finding.NO_ANSWER));
        assertThat(Objects.requireNonNull(values.get("MODULE_VOLTAGE")).finding(), is(Finding.READ));
        assertThat(reads.toString(), reads.stream().noneMatch(range -> range.address() == 0xD00D), is(true));
    }

    @Test
    void aRegisterThatWasNotAnsweredForAWhileComesBack() throws SourceException, InterruptedException {
        int address = Registers.named("MODULE_HEALTH").range().address();
        RegisterReader reader = reader(NEWEST, USUAL);
        Map<String, RegisterRefresh> wanted = Map.of("MODULE_HEALTH", RegisterRefresh.LIVE, "MODULE_CHARGE",
                RegisterRefresh.LIVE);
        silent.add(address);
        for (int polls = 0; polls < 3; polls++) {
            read(reader, wanted, USUAL);
        }
        int tries = 0;
        for (int polls = 0; polls < 6 * 60; polls++) {
            now = now.plusSeconds(10);
            read(reader, wanted, USUAL);
            tries += reads.stream().anyMatch(range -> range.address() == address) ? 1 : 0;
        }
        assertThat("once an hour", tries, is(1));
        silent.clear();
        now = now.plus(Duration.ofHours(1));
        Map<String, RegisterValue> values = read(reader, wanted, USUAL);
        assertThat(Objects.requireNonNull(values.get("MODULE_HEALTH")).finding(), is(Finding.READ));
        assertThat(Objects.requireNonNull(values.get("MODULE_CHARGE")).finding(), is(Finding.READ));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 5, 19, 24 })
    void aRegisterOfNewerMapsIsNotReadOfAnOlderOne(int mapVersion) throws SourceException, InterruptedException {
        String newer = Objects.requireNonNull(Registers.all().stream()
                .filter(register -> register.since() > 24 && !register.group().startsWith("settings"))
                .map(Register::name).filter(name -> Registers.find(name, 24, SETTINGS).isEmpty()).findFirst()
                .orElse("NO_SUCH_REGISTER"));
        Map<String, RegisterValue> values = read(reader(mapVersion, USUAL), Map.of(newer, RegisterRefresh.LIVE), USUAL);
        assertThat(Objects.requireNonNull(values.get(newer)).finding(), is(Finding.NOT_IN_MAP));
        assertThat(reads, is(List.of()));
    }

    @Test
    void ofAnUnknownMapNothingIsRead() throws SourceException, InterruptedException {
        Map<String, RegisterValue> values = read(reader(-1, USUAL), Map.of("BATTERY_VOLTS", RegisterRefresh.LIVE),
                USUAL);
        assertThat(Objects.requireNonNull(values.get("BATTERY_VOLTS")).finding(), is(Finding.NOT_IN_MAP));
    }

    /** Whatever the owner enters: names are looked up, and no name is that of a password. */
    @Test
    void nothingOutsideOfTheTableCanBeWanted() throws SourceException, InterruptedException {
        Map<String, RegisterRefresh> wanted = Map.of("0xC200", RegisterRefresh.LIVE, "PASSWORD", RegisterRefresh.LIVE,
                "AREA", RegisterRefresh.LIVE, "", RegisterRefresh.LIVE);
        Map<String, RegisterValue> values = read(reader(NEWEST, USUAL), wanted, USUAL);
        assertThat(values.values().stream().map(RegisterValue::finding).toList(), everyItem(is(Finding.NOT_IN_MAP)));
        assertThat(reads, is(List.of()));
        Registers.all().forEach(register -> assertThat(register.name(), register.meaning().toLowerCase(Locale.ROOT),
                not(containsString("password"))));
    }

    @Test
    void allRegistersOfTheTableAreReadForAListing() throws SourceException, InterruptedException {
        Set<String> names = Registers.all().stream().map(Register::name).collect(Collectors.toSet());
        var rows = reader(NEWEST, USUAL).rows(names, memory);
        assertThat(rows.size(), is(Registers.of(NEWEST, SETTINGS).size()));
        assertThat(rows.size(), is(greaterThan(1000)));
        rows.forEach(row -> {
            int words = Registers.find(row.name(), NEWEST, SETTINGS).orElseThrow().range().words();
            assertThat(row.name(), row.words().length(), is(5 * words - 1));
        });
    }
}
