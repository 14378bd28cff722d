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

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fuzz.Seeds;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.SettingsSource.Settings;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.plant.Plant;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any words where the settings are read, after any snapshot that was stored: each setting has a possible value, a
 * snapshot tells no change of the words that it was made of, and what is not a snapshot tells none at all.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class UnitSettingsFuzzTest {
    private static final List<WordRange> READ = Stream.concat(UnitSetup.WANTED.stream(), UnitSettings.RANGES.stream())
            .toList();
    private static final int WORDS = READ.stream().mapToInt(WordRange::words).sum();

    static Stream<byte[]> seeds() {
        return Stream.of(UnitIdentity.a(0), UnitIdentity.b(0)).flatMap(identity -> {
            SimulatedUnit unit = new SimulatedUnit(new Plant(Scenario.SUNNY_DAY.settings()), identity,
                    Scenario.SUNNY_DAY);
            List<Words> read = READ.stream()
                    .map(range -> new Words(range.address(), unit.words(range.address(), range.words()))).toList();
            byte[] words = Seeds.ofWords(read.stream().flatMapToInt(each -> Arrays.stream(each.values())).toArray());
            String snapshot = UnitSettings
                    .of(read.subList(UnitSetup.WANTED.size(), read.size()), UnitSetup.of(read), null).snapshot();
            return Stream.of(words, with(words, snapshot), with(words, snapshot.replace("00", "01")));
        });
    }

    private static byte[] with(byte[] words, String snapshot) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(words);
        all.writeBytes(snapshot.getBytes(StandardCharsets.ISO_8859_1));
        return all.toByteArray();
    }

    @MethodSource("seeds")
    @FuzzTest
    void settings(byte[] input) {
        List<Words> read = new ArrayList<>();
        int next = 0;
        for (WordRange range : READ) {
            int[] words = new int[range.words()];
            for (int word = 0; word < words.length; word++) {
                words[word] = Seeds.word(input, next++);
            }
            read.add(new Words(range.address(), words));
        }
        UnitSetup setup = UnitSetup.of(read);
        read.subList(0, UnitSetup.WANTED.size()).clear();
        @Nullable
        String before = input.length <= 2 * WORDS ? null
                : new String(input, 2 * WORDS, input.length - 2 * WORDS, StandardCharsets.ISO_8859_1);
        Settings settings = UnitSettings.of(read, setup, before);
        settings.settings().forEach(setting -> possible(setting.name(), setting.value()));
        settings.changes().forEach(change -> {
            assertThat(change.before().name(), is(change.now().name()));
            possible(change.before().name(), change.before().value());
        });
        Double capacity = settings.capacity();
        assertThat("capacity", capacity == null || capacity > 0 && Double.isFinite(capacity), is(true));
        Settings again = UnitSettings.of(read, setup, settings.snapshot());
        assertThat("changes of nothing", again.changes(), is(empty()));
        assertThat(again.snapshot(), is(settings.snapshot()));
        if (before != null && settings.changes().isEmpty()) {
            assertThat(settings.changesSince(before).orElseGet(() -> List.of()), is(empty()));
        }
    }

    static void possible(String name, Value value) {
        if (value instanceof Value.Numeric numeric) {
            assertThat(name, Double.isFinite(numeric.number()), is(true));
        } else if (value instanceof Value.Text text) {
            assertThat(name, text.text().chars().noneMatch(each -> each < ' ' || each == 0x7F), is(true));
        }
    }
}
