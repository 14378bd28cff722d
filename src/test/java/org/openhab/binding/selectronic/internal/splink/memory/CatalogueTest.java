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
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.memory.PublicRegisters.PublicRegister;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * The whole table of registers beside what public clients know of them, decoded a second time.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class CatalogueTest {
    private static final int IMAGES = Objects.requireNonNull(Integer.getInteger("selectronic.fuzz", 10_000)) / 20;
    private static final int FIRST_VERSION = 5, NEWEST_VERSION = 51;
    private static final int[] ENDS = { 0, 1, 0x7FFE, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF, 1440, 1441, 0x2359, 0x2026 };
    private static final Map<Integer, PublicRegister> PUBLIC = PublicRegisters.byAddress();

    /** The words of an area, of which a unit may answer fewer than there are. */
    private static List<Words> image(Random random) {
        List<Words> image = new ArrayList<>();
        for (Registers.Area area : Registers.AREAS) {
            int words = random.nextInt(8) == 0 ? 1 + random.nextInt(area.words()) : area.words();
            image.add(new Words(area.address(), IntStream.range(0, words)
                    .map(word -> random.nextInt(4) == 0 ? ENDS[random.nextInt(ENDS.length)] : random.nextInt(0x10000))
                    .toArray()));
        }
        return image;
    }

    private static int factor(Random random, int... known) {
        return random.nextInt(10) == 0 ? random.nextInt(2) * 0xFFFF : known[random.nextInt(known.length)];
    }

    @Test
    void randomMemoryIsDecodedAsPublicClientsDo() {
        Random random = new Random(20_261_128);
        Map<String, Integer> numbers = new TreeMap<>();
        int unknown = 0;
        for (int each = 0; each < IMAGES; each++) {
            int[] factors = { factor(random, 5300), factor(random, 2200, 2934), factor(random, 1050, 525, 2625),
                    factor(random, 12_000, 16_000), factor(random, 530) };
            int cells = new int[] { 0, 12, 24, 60 }[random.nextInt(4)];
            int map = FIRST_VERSION + random.nextInt(NEWEST_VERSION - FIRST_VERSION + 1);
            int settings = FIRST_VERSION + random.nextInt(NEWEST_VERSION - FIRST_VERSION + 1);
            UnitSetup setup = new UnitSetup(Identity.NONE, map, 51,
                    new ScaleFactors(factors[0], factors[1], factors[2], factors[3], factors[4], cells), 1, 0,
                    new UnitSetup.LogSettings(3, 3, 5, 15));
            List<Words> image = image(random);
            List<Register> registers = Registers.of(map, settings);
            Map<String, Value> values = new LiveDecoder(setup).decode(registers, image);
            for (Register register : registers) {
                PublicRegister known = PUBLIC.get(register.range().address());
                if (known == null || register.confidence() == Register.Confidence.LOW) {
                    continue;
                }
                int @Nullable [] words = words(image, register.range());
                Value value = values.get(register.name());
                if (words == null) {
                    check(value == null, register, words, value, "not read");
                    continue;
                }
                Object expected = known.value(words, factors, cells);
                numbers.merge(known.formula(), 1, Integer::sum);
                unknown += value == Value.UNKNOWN ? 1 : 0;
                check(known.isSame(expected, value), register, words, value, expected);
            }
        }
        assertThat("each formula is tried", numbers.size(), is(greaterThan(70)));
        assertThat("not available", unknown, is(greaterThan(IMAGES)));
    }

    private static int @Nullable [] words(List<Words> image, WordRange range) {
        return image.stream()
                .filter(words -> words.address() <= range.address()
                        && range.end() <= words.address() + words.values().length)
                .map(words -> Arrays.copyOfRange(words.values(), range.address() - words.address(),
                        range.end() - words.address()))
                .findFirst().orElse(null);
    }

    private static void check(boolean same, Register register, int @Nullable [] words, @Nullable Value value,
            Object expected) {
        if (!same) {
            throw new AssertionError(
                    register + " with " + Arrays.toString(words) + " is " + value + " and not " + expected);
        }
    }

    /** Each register with a known meaning is in the table, unless there is a reason why not. */
    @Test
    void nothingThatClientsReadIsMissing() {
        Map<Integer, Register> table = new HashMap<>();
        rows().forEach(register -> IntStream.range(register.range().address(), register.range().end())
                .forEach(address -> table.put(address, register)));
        List<String> missing = PUBLIC.values().stream().filter(known -> !known.confidence().equals("l"))
                .filter(known -> !known.isWritten()
                        && !known.name().matches("Login(Hash|Status)|.*Sector(Start|End)\\d+"))
                .filter(known -> !table.containsKey(known.address())).map(PublicRegister::name).toList();
        assertThat(missing, is(empty()));
    }

    @Test
    void whatClientsWriteAndWhatIsSecretIsNotInTheTable() {
        BitSet table = new BitSet();
        rows().forEach(register -> table.set(register.range().address(), register.range().end()));
        List<String> wrong = PUBLIC.values().stream()
                .filter(known -> known.isWritten() || known.name().matches("(?i).*pass-?(word|code).*|login.*"))
                .filter(known -> table.get(known.address())).map(PublicRegister::name).toList();
        assertThat(wrong, is(empty()));
        assertThat("the password", table.get(0xC200), is(false));
        assertThrows(IllegalArgumentException.class, () -> new WordRange(0xC200, 1));
        for (Registers.Area area : Registers.AREAS) {
            assertThat(area.address() <= 0xC200 && 0xC200 < area.end(), is(false));
        }
    }

    /** Name, place, width, confidence and first version, for all versions of map and settings. */
    @Test
    void eachUnitHasTheRegistersOfItsVersions() {
        for (int version = FIRST_VERSION; version <= NEWEST_VERSION; version++) {
            List<Register> registers = Registers.of(version, version);
            Map<String, Register> byName = registers.stream()
                    .collect(Collectors.toMap(Register::name, register -> register));
            for (Register register : registers) {
                assertThat(Registers.find(register.name(), version, version).orElseThrow(), is(register));
                PublicRegister known = PUBLIC.get(register.range().address());
                if (known != null) {
                    assertThat(register.name() + " is later than " + version, known.since(),
                            is(lessThanOrEqualTo(version)));
                    assertThat(register.name(), register.type().name().toLowerCase(Locale.ROOT),
                            is(known.type().replaceFirst("\\*.*", "")));
                    assertThat(register.name(), register.confidence().name().toLowerCase(Locale.ROOT),
                            startsWith(known.confidence()));
                }
            }
            int mapVersion = version;
            assertThat(rows().filter(row -> row.since() <= mapVersion).map(Register::name).distinct().toList(),
                    everyItem(is(in(byName.keySet()))));
        }
        assertThat("of an unknown map", Registers.find("BATTERY_POWER", -1, -1).isPresent(), is(false));
        assertThat(Registers.find("NO_SUCH_REGISTER", NEWEST_VERSION, NEWEST_VERSION).isPresent(), is(false));
    }

    /** Another word in a list, or a list that begins with another number, is another state. */
    @Test
    void codesHaveTheWordsOfPublicClients() {
        PublicRegisters.codes().forEach((list, codes) -> codes.forEach((code, words) -> {
            for (String name : Stream.of(list.replace('_', '-'), list.replace('_', '-') + "s").toList()) {
                Value value;
                try {
                    value = Objects.requireNonNull(Texts.named(name).apply(new int[] { code }));
                } catch (IllegalArgumentException e) {
                    continue;
                }
                List<String> ours = List.of(value.toString().toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
                assertThat(list + " " + code + " " + words + " " + ours,
                        Stream.of(words.split(" ")).anyMatch(word -> ours.stream().anyMatch(our -> stem(our, word))),
                        is(true));
            }
        }));
    }

    private static boolean stem(String one, String other) {
        int length = Math.min(4, Math.max(one.length(), other.length()));
        return one.equals(other) || one.length() >= length && other.length() >= length
                && one.substring(0, length).equals(other.substring(0, length));
    }

    @Test
    void namesAndMeaningsAreThoseOfAList() {
        rows().forEach(register -> {
            assertThat(register.name(), matchesPattern("[A-Z][A-Z0-9_]+"));
            assertThat(register.name(), register.meaning(), matchesPattern("[A-Z0-9].*[^.]"));
            assertThat(register.name(), register.group(), matchesPattern("[a-z0-9-]+"));
            assertThat(register.name(), register.sources(), matchesPattern("[A-Z]( [A-Z])*"));
            assertThat(register.name(), register.unit(),
                    is(in(List.of("", "W", "kW", "var", "kWh", "V", "A", "Ah", "Hz", "°C", "%", "h", "min", "d"))));
        });
    }

    /** The registers at all their places. */
    private static Stream<Register> rows() {
        return IntStream.of(0, 20, 25, 28).boxed().flatMap(map -> Registers.of(map, NEWEST_VERSION).stream())
                .distinct();
    }
}
