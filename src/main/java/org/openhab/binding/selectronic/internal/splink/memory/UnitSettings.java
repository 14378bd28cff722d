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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.SettingsSource.Change;
import org.openhab.binding.selectronic.internal.source.SettingsSource.Setting;
import org.openhab.binding.selectronic.internal.source.SettingsSource.Settings;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * Decodes the settings of a unit and compares them with a snapshot. The service settings are left out: their scaling is
 * unknown.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class UnitSettings {
    private static final String SETTINGS = "settings";
    private static final String SERVICE = "settings-service";
    private static final String VERSION = "SETTINGS_VERSION";
    private static final String BLOCKS = ";", ADDRESS = ":";
    private static final int NOT_AVAILABLE = 0xFFFF;
    private static final int HEX = 16, DIGITS = 4;
    private static final double WATTS_PER_KILOWATT = 1000;

    /** The ranges to read: the version of the settings, and each area with settings. */
    public static final List<WordRange> RANGES = Stream
            .concat(Stream.of(Registers.named(VERSION).range()),
                    Registers.AREAS.stream().filter(area -> area.words() <= WordRange.MOST_WORDS)
                            .map(area -> new WordRange(area.address(), area.words())).filter(UnitSettings::hasSettings))
            .toList();

    private UnitSettings() {
    }

    private static boolean hasSettings(WordRange range) {
        return all(Integer.MAX_VALUE, Integer.MAX_VALUE).anyMatch(
                register -> register.range().address() >= range.address() && register.range().end() <= range.end());
    }

    private static Stream<Register> all(int mapVersion, int settingsVersion) {
        return Registers.of(mapVersion, settingsVersion).stream()
                .filter(register -> register.group().startsWith(SETTINGS) && !register.group().equals(SERVICE));
    }

    /**
     * @param words the words read for {@link #RANGES}
     * @param setup the setup of the unit
     * @param before an earlier snapshot, null if there is none
     * @return the settings; the earlier snapshot is kept while none of them differs, whatever other words do
     */
    public static Settings of(List<Words> words, UnitSetup setup, @Nullable String before) {
        Blocks blocks = new Blocks(words);
        String unit = String.valueOf(setup.identity().serialNumber());
        List<Words> kept = before == null ? List.of() : parse(before, unit);
        List<Register> registers = all(setup.mapVersion(), blocks.code(VERSION))
                .filter(register -> blocks.of(register) != null).toList();
        List<Setting> settings = registers.stream()
                .map(register -> setting(register, Objects.requireNonNull(blocks.of(register)), setup)).toList();
        List<Change> changes = changes(registers, new Blocks(kept), blocks, setup);
        boolean isComplete = registers.stream()
                .allMatch(register -> isKnown(new Blocks(kept).of(register)) || !isKnown(blocks.of(register)));
        String snapshot = before != null && changes.isEmpty() && isComplete ? before
                : text(unit, completed(words, kept));
        return new Settings(snapshot, settings, changes, capacity(settings, setup), earlier -> {
            List<Words> then = parse(earlier, unit);
            return then.isEmpty() ? Optional.empty() : Optional.of(changes(registers, new Blocks(then), blocks, setup));
        });
    }

    private static List<Change> changes(List<Register> registers, Blocks before, Blocks now, UnitSetup setup) {
        List<Change> changes = new ArrayList<>();
        for (Register register : registers) {
            int[] was = before.of(register);
            int[] is = now.of(register);
            if (was != null && is != null && isKnown(was) && isKnown(is) && !Arrays.equals(was, is)) {
                changes.add(new Change(setting(register, was, setup), setting(register, is, setup)));
            }
        }
        return changes;
    }

    /** Whether a unit has answered a setting: one that has just started may answer 0xFFFF, which is not a value. */
    private static boolean isKnown(int @Nullable [] words) {
        return words != null && Arrays.stream(words).anyMatch(word -> word != NOT_AVAILABLE);
    }

    /** Returns all known words: a word that is not answered this time keeps its earlier value. */
    private static Collection<Words> completed(List<Words> words, List<Words> kept) {
        Map<Integer, Words> known = new TreeMap<>();
        kept.forEach(block -> known.put(block.address(), block));
        for (Words block : words) {
            int[] values = block.values().clone();
            for (int at = 0; at < values.length; at++) {
                int address = block.address() + at;
                values[at] = values[at] != NOT_AVAILABLE ? values[at]
                        : kept.stream().filter(earlier -> earlier.covers(address, 1)).findFirst()
                                .map(earlier -> earlier.at(address)).orElseGet(() -> NOT_AVAILABLE);
            }
            known.put(block.address(), new Words(block.address(), values));
        }
        return known.values();
    }

    private static Setting setting(Register register, int[] words, UnitSetup setup) {
        return new Setting(register.name(), register.meaning(), register.unit(), register.value(words, setup.scales()));
    }

    private static @Nullable Double capacity(List<Setting> settings, UnitSetup setup) {
        Optional<Value> size = settings.stream().filter(setting -> setting.name().equals("BATTERY_SIZE"))
                .map(Setting::value).findFirst();
        Optional<UnitModel> model = UnitModel.named(setup.identity().model());
        return model.isPresent() && size.orElse(Value.UNKNOWN) instanceof Value.Numeric hours && hours.number() > 0
                ? hours.number() * model.get().volts() / WATTS_PER_KILOWATT
                : null;
    }

    private static String text(String unit, Collection<Words> words) {
        return words.stream()
                .map(block -> Integer.toHexString(block.address()) + ADDRESS + Arrays.stream(block.values())
                        .mapToObj(word -> String.format("%04x", word)).collect(Collectors.joining()))
                .collect(Collectors.joining(BLOCKS, unit + BLOCKS, ""));
    }

    /** Returns the words of a snapshot; none if it is of another unit, or not a snapshot. */
    private static List<Words> parse(String snapshot, String unit) {
        String[] blocks = snapshot.split(BLOCKS);
        List<Words> words = new ArrayList<>();
        try {
            for (int block = 1; block < blocks.length && blocks[0].equals(unit); block++) {
                String[] parts = blocks[block].split(ADDRESS);
                int[] values = new int[parts[1].length() / DIGITS];
                for (int at = 0; at < values.length; at++) {
                    values[at] = Integer.parseInt(parts[1].substring(DIGITS * at, DIGITS * at + DIGITS), HEX);
                }
                words.add(new Words(Integer.parseInt(parts[0], HEX), values));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return List.of();
        }
        return words;
    }
}
