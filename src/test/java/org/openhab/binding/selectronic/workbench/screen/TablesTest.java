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
package org.openhab.binding.selectronic.workbench.screen;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.workbench.thing.Change;

/**
 * The table, below each other and as it fits on a terminal.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class TablesTest {
    private static final List<Row> FEW = List.of(row("Battery", "State of Charge", "56.0", "%", Change.UP),
            row("Battery", "Battery Power", "-1830", "W", Change.NONE),
            row("Alerts", "Alert Text", "Battery too hot", "", Change.OTHER),
            new Row("Alerts", "Alert Since", new ValueText.Shown("", ""), "", Change.NONE, true));

    private static Row row(String group, String label, String value, String unit, Change change) {
        return new Row(group, label, new ValueText.Shown(value, unit), "3 s", change, false);
    }

    @Test
    void belowEachOther() {
        assertThat(new PlainTable(new Texts(Locale.ENGLISH)).lines(FEW), contains( //
                "Group    Channel                     Value     Age", //
                "──────────────────────────────────────────────────", //
                "Battery  State of Charge            56.0 %     3 s ▲", //
                "         Battery Power             -1830 W     3 s", //
                "Alerts   Alert Text        Battery too hot     3 s •", //
                "         Alert Since"));
    }

    @Test
    void aLongTextTakesTheRoomOfEightyColumnsAndNoMore() {
        Row text = row("Forecast", "Forecast State", "Forecast from 30 days. Mean error: 2 %", "", Change.OTHER);
        Row longer = row("Alerts", "Active Alerts", "AC source lost. ".repeat(9), "", Change.OTHER);
        List<String> lines = new PlainTable(new Texts(Locale.ENGLISH)).lines(List.of(text, longer));
        assertThat(lines.get(2), containsString("Forecast State "));
        assertThat(lines.get(2), containsString(" Forecast from 30 days. Mean error: 2 % "));
        assertThat(lines.stream().mapToInt(Columns::width).max().orElseThrow(), is(80));
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "de" })
    void theIntroductionFitsOnThreeLines(String language) {
        Texts texts = new Texts(Locale.forLanguageTag(language));
        for (String key : List.of("begin.shows", "begin.ends", "begin.ends-after", "begin.ends-once")) {
            assertThat(key, texts.of(key, 30).length(), is(lessThanOrEqualTo(80)));
        }
    }

    @Test
    void agesAreShort() {
        assertThat(Row.age(Duration.ofMillis(900)), is("0 s"));
        assertThat(Row.age(Duration.ofSeconds(119)), is("119 s"));
        assertThat(Row.age(Duration.ofSeconds(120)), is("2 min"));
        assertThat(Row.age(Duration.ofHours(30)), is("30 h"));
        assertThat(Row.age(Duration.ofSeconds(-1)), is("0 s"));
    }

    private static List<Row> many() {
        List<Row> rows = new ArrayList<>();
        for (int group = 1; group <= 8; group++) {
            for (int channel = 1; channel <= 5; channel++) {
                rows.add(new Row("Group " + group, "Channel number " + group + "." + channel,
                        new ValueText.Shown("12345.6", "kWh"), "3 s", Change.UP, channel == 5));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({ "200,60", "130,20", "100,40", "100,30", "80,24", "80,18", "60,15", "34,10", "20,5" })
    void itFitsOnAnyTerminal(int width, int height) {
        List<String> lines = plain(new LiveTable(new Texts(Locale.ENGLISH)).lines(many(), width, height));
        assertThat(lines.size(), is(lessThanOrEqualTo(height)));
        if (width > 34) {
            assertThat(lines.stream().mapToInt(Columns::width).max().orElseThrow(), is(lessThanOrEqualTo(width)));
        }
    }

    @Test
    void aLargeTerminalShowsEverything() {
        List<String> lines = plain(new LiveTable(new Texts(Locale.ENGLISH)).lines(many(), 90, 60));
        String all = String.join("\n", lines);
        for (Row row : many()) {
            assertThat(all, allOf(containsString(row.group()), containsString(row.label() + " ")));
        }
        assertThat(all, containsString("12345.6 kWh ▲    3 s"));
    }

    @Test
    void aSmallOneShowsWhatMattersMost() {
        String all = String.join("\n", plain(new LiveTable(new Texts(Locale.ENGLISH)).lines(many(), 80, 18)));
        assertThat(all, allOf(containsString("Channel number 8.4"), not(containsString("Channel number 8.5"))));
    }

    @Test
    void aTinyOneSaysWhatIsMissing() {
        List<String> lines = plain(new LiveTable(new Texts(Locale.ENGLISH)).lines(many(), 60, 6));
        assertThat(lines.get(lines.size() - 1), containsString("35 more"));
    }

    private static List<String> plain(List<String> lines) {
        return lines.stream().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")).toList();
    }
}
