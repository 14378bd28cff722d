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
package org.openhab.binding.selectronic.internal.handler;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.definitions.Texts;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.PackedTexts;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.SettingsSource.Change;
import org.openhab.binding.selectronic.internal.source.SettingsSource.Setting;
import org.openhab.binding.selectronic.internal.source.SettingsSource.Settings;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;

/**
 * Which set points are in force.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SettingsChannelsTest {
    private final VirtualTime time = new VirtualTime();
    private final FakeStorage storage = new FakeStorage();
    private final SettingsChannels channels = new SettingsChannels(
            TestServices.of(new Timing(time.clock(), time, new Random(1)),
                    new ChannelTexts(null, new PackedTexts(Texts.english()), () -> Locale.ROOT,
                            () -> TestServices.SYDNEY),
                    storage, new FakeStorage()),
            new ThingStorage(storage).ofThing("inverter"));

    private static Settings settings(String start, String stop) {
        List<Setting> settings = new ArrayList<>();
        Map.of("GENERATOR_START_CHARGE", "30", "GENERATOR_STOP_CHARGE", "80", "CHARGE_NIGHT_ASSIST_PERIOD", "ON",
                "CHARGE_NIGHT_ASSIST_PERIOD_START_CHARGE", "50", "CHARGE_NIGHT_ASSIST_PERIOD_STOP_CHARGE", "90")
                .forEach((name, text) -> settings.add(new Setting(name, name, "",
                        text.equals("ON") ? Value.of(text) : Value.of(Double.parseDouble(text)))));
        Map.of("START", start, "STOP", stop)
                .forEach((name, text) -> settings.add(new Setting("CHARGE_NIGHT_ASSIST_PERIOD_" + name + "_TIME", name,
                        "", "-".equals(text) ? Value.UNKNOWN : Value.of(text))));
        return new Settings("", settings, List.of(), null, earlier -> Optional.of(List.of()));
    }

    private void passUntil(String localTime) {
        Instant now = time.clock().instant();
        Instant then = now.atZone(TestServices.SYDNEY).toLocalDate().plusDays(1)
                .atTime(java.time.LocalTime.parse(localTime)).atZone(TestServices.SYDNEY).toInstant();
        time.pass(Duration.between(now, then));
    }

    /** A unit that stays on standard time in summer is an hour behind: 22:30 at home is 21:30 for its periods. */
    @ParameterizedTest
    @CsvSource({ "22:30, 0, 22:00, 06:00, 50", "22:30, -3600, 22:00, 06:00, 30", "06:30, -3600, 22:00, 06:00, 50",
            "06:30, 0, 22:00, 06:00, 30", "22:30, NaN, 22:00, 06:00, 50", "21:45, 1200, 22:00, 06:00, 50",
            "00:10, -1200, 22:00, 24:00, 50", "00:10, 0, 22:00, 24:00, 30", "12:00, 0, -, 06:00, NaN" })
    void periodsAreByTheClockOfTheInverter(String home, double ahead, String start, String stop, double startCharge) {
        passUntil(home);
        channels.read(settings(start, stop));
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        values.put(CONNECTION_CLOCK_OFFSET, Value.of(ahead));
        Instant now = time.clock().instant();
        channels.sampled(new Sample(ConnectionType.SERIAL, now, now, Duration.ZERO, values));
        assertThat(channels.setPoints().get(GENERATOR_START_CHARGE), is(Value.of(startCharge)));
    }

    /** Settings whose snapshot is their version; those since an earlier one are named by it. */
    private static Settings version(int version) {
        Setting now = new Setting("S", "Setting", "", Value.of((double) version));
        return new Settings("v" + version, List.of(now), version == 0 ? List.of() : List.of(change(version - 1, now)),
                null,
                earlier -> earlier.matches("v\\d+")
                        ? Optional.of(change(Integer.parseInt(earlier.substring(1)), now)).map(List::of)
                        : Optional.empty());
    }

    private static Change change(int before, Setting now) {
        return new Change(new Setting("S", "Setting", "", Value.of((double) before)), now);
    }

    private String report(LocalDate day) {
        return channels.report(day);
    }

    @Test
    void aMonthWithoutAChangeIsOneReadADayAndNothingStored() {
        Settings same = version(0);
        assertThat(channels.isDue(), is(true));
        channels.read(same);
        int puts = storage.puts.size();
        int reads = 0;
        for (int minute = 0; minute < 30 * 24 * 60; minute++) {
            time.pass(Duration.ofMinutes(1));
            if (channels.isDue()) {
                assertThat("not while it is read", channels.isDue(), is(false));
                channels.read(same);
                reads++;
            }
        }
        assertThat(reads, is(30));
        assertThat(storage.puts.size(), is(puts));
    }

    /** A change each second day at noon, more often than earlier settings are kept. */
    @Test
    void theReportOfADayHasWhatHasChangedSince() {
        passUntil("12:00");
        LocalDate first = LocalDate.ofInstant(time.clock().instant(), TestServices.SYDNEY);
        channels.read(version(0));
        assertThat(report(first.plusDays(1)), startsWith("No setting was changed since "));
        assertThat("unknown at the start of the first day", report(first), startsWith("The settings are known from "));
        for (int change = 1; change <= 12; change++) {
            time.pass(Duration.ofDays(2));
            int puts = storage.puts.size();
            channels.read(version(change));
            assertThat("snapshot, earlier ones and text", storage.puts.size(), is(puts + 3));
        }
        assertThat(report(first.plusDays(24)), is("Setting: 11 → 12"));
        assertThat(report(first.plusDays(23)), is("Setting: 11 → 12"));
        assertThat(report(first.plusDays(22)), is("Setting: 10 → 12"));
        assertThat(report(first.plusDays(9)), is("Setting: 4 → 12"));
        assertThat("the last 8 changes", report(first.plusDays(8)), startsWith("The settings are known from "));
        assertThat(report(first.plusDays(25)), startsWith("No setting was changed since "));
        assertThat(storage.puts.get(storage.puts.size() - 3).split("\n").length, is(9));
    }

    /** The values are the news; of a long meaning that is left which they leave room for, but never nothing. */
    @Test
    void aLongMeaningIsCutForTheValues() {
        String meaning = "Fifty characters that say what the setting is about; and a remark";
        assertThat(brief(meaning, Value.of("OFF"), Value.of("ON")),
                is("Fifty characters that say what the setting is abo…: OFF → ON"));
        assertThat(brief(meaning.substring(0, 50), Value.of("OFF"), Value.of("ON")),
                is("Fifty characters that say what the setting is abou: OFF → ON"));
        String longValue = "A_VALUE_OF_THIRTY_CHARACTERS__";
        assertThat(brief(meaning, Value.of(longValue), Value.of("ON")),
                is("Fifty characters that …: A_VALUE_OF_THIRTY_CHARACTERS__ → ON"));
        assertThat(brief("Twenty characters!!!", Value.of(longValue), Value.of(longValue)),
                is("Twenty characters!!!: A_VALUE_OF_THIRTY_CHARACTERS__ → A_VA…"));
    }

    private String brief(String meaning, Value before, Value now) {
        return channels.read(new Settings("", List.of(),
                List.of(new Change(new Setting("S", meaning, "", before), new Setting("S", meaning, "", now))), null,
                earlier -> Optional.empty())).orElseThrow();
    }

    /** An installer loads a whole set of settings. */
    @Test
    void hundredsOfChangesAreAShortText() {
        List<Change> changes = new ArrayList<>();
        for (int n = 0; n < 300; n++) {
            changes.add(new Change(new Setting("A" + n, "Setting " + n, "%", Value.of(30)),
                    new Setting("A" + n, "Setting " + n, "%", Value.of(45))));
        }
        String words = channels.read(new Settings("", List.of(), changes, null, earlier -> Optional.empty()))
                .orElseThrow();
        assertThat(words, startsWith("Setting 0: 30 % → 45 %; "));
        assertThat(words, endsWith("…"));
        assertThat(words.length(), is(lessThanOrEqualTo(60)));
        assertThat(channels.read(new Settings("", List.of(), changes.subList(0, 2), null, earlier -> Optional.empty()))
                .orElseThrow(), endsWith("; Setting 1: 30 % → 45 %"));
    }
}
