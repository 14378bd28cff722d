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
package org.openhab.binding.selectronic.internal.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.definitions.Texts;
import org.openhab.binding.selectronic.internal.model.RegisterValue.Finding;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.memory.Register;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;

/**
 * The German of registers and settings: all of it, and nothing besides.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class RegisterTextsTest {
    /** Texts of values that are the same in German: makes, phases, transistors, line settings, numbers and times. */
    private static final String NAMES = "ABB_FIMER|AERL|BYD|CEGASA_\\w+|[CDP]_FET|DISCOVER|DYNESS|ECOULT|FRONIUS\\w*"
            + "|GENZ|L\\d|LG(_CHEM)?|MURATA|POWADOR|POWERPLUS|PYLONTECH|REDFLOW_ZBM2|RIVER_GUM|SELECTSUN|SONNENSCHEIN"
            + "|USA|XESS|ZYC|SPMC\\d+|SPLC\\d+|[\\d.:T -]+|\\d+_8[EN][12]";
    /** The German of state options is that of these words too. */
    private static final Pattern OPTION = Pattern.compile("channel-type\\.selectronic\\.(generator-status"
            + "|generator-reason|ac-source-status|inverter-mode|charge-stage|contactors|schedule|generator-available)"
            + "\\.state\\.option\\.(\\w+)");

    private static String german(String english) {
        return RegisterTexts.of(english, Locale.GERMAN);
    }

    private static Stream<String> meanings() {
        return Registers.all().stream().map(Register::meaning).distinct();
    }

    /** All texts that registers with codes can have. */
    private static Set<String> values() {
        Set<String> values = new TreeSet<>();
        for (Register register : Registers.all()) {
            Function<int[], Value> text = register.text();
            if (text != null) {
                IntStream.concat(IntStream.rangeClosed(0, 300), IntStream.range(9, Short.SIZE).map(bit -> 1 << bit))
                        .forEach(code -> {
                            int[] words = new int[register.range().words()];
                            Arrays.fill(words, code);
                            if (text.apply(words) instanceof Value.Text known) {
                                values.add(known.text());
                            }
                        });
            }
        }
        return values;
    }

    private static List<String[]> rows() throws IOException {
        try (InputStream table = Objects.requireNonNull(RegisterTexts.class.getResourceAsStream("german.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t"))
                    .filter(row -> row.length > 1).toList();
        }
    }

    @Test
    void eachMeaningIsInGerman() {
        assertThat(meanings().filter(meaning -> german(meaning).equals(meaning)).collect(Collectors.toSet()),
                is(Set.of("Firmware")));
        assertThat(
                meanings().map(RegisterTextsTest::german).filter(text -> !text.matches("[A-ZÄÖÜ0-9].*[^.]")).toList(),
                is(empty()));
        int longest = meanings().mapToInt(String::length).max().orElseThrow();
        assertThat(meanings().map(RegisterTextsTest::german).filter(text -> text.length() > longest).toList(),
                is(empty()));
    }

    @Test
    void noTwoRegistersOfAGroupHaveTheSameName() {
        assertThat(Registers.all().stream().map(Register::group).filter(group -> german(group).equals(group)).toList(),
                is(empty()));
        Map<String, Set<String>> registers = Registers.all().stream()
                .collect(Collectors.groupingBy(register -> german(register.group()) + ": " + german(register.meaning()),
                        Collectors.mapping(Register::name, Collectors.toSet())));
        assertThat(registers.values().stream().filter(same -> same.size() > 1).toList(), is(empty()));
    }

    @Test
    void eachWordOfAValueIsInGerman() {
        assertThat(values(), hasItems("OFF", "MONDAY_TO_FRIDAY", "L2_WORKER_3", "CHARGE_CURRENT_HIGH", "WIND"));
        assertThat(values().stream().filter(text -> !text.isEmpty() && !text.matches("((" + NAMES + ")( |$))+"))
                .filter(text -> german(text).equals(text)).toList(), is(empty()));
        assertThat(german("L2_WORKER_3"), is("L2, Worker 3"));
        assertThat("several bits, one without a name", german("VOLTAGE_HIGH FAULT_2 13"),
                is("Spannung hoch, Störung 2, 13"));
        assertThat(Stream.of(Finding.values()).skip(1).map(Finding::toString).filter(text -> german(text).equals(text))
                .toList(), is(empty()));
    }

    @Test
    void aStateHasTheWordsOfItsChannel() {
        Texts.german().byKey().forEach((key, text) -> {
            Matcher option = OPTION.matcher(key);
            if (option.matches()) {
                assertThat(key, german(Objects.requireNonNull(option.group(2))), is(text));
            }
        });
    }

    /** Also those who read German in Austria, and never those who do not. */
    @Test
    void otherLanguagesAreEnglish() {
        assertThat(RegisterTexts.of("Float voltage", Locale.forLanguageTag("de-AT")), is("Erhaltungsspannung"));
        for (Locale other : List.of(Locale.ENGLISH, Locale.FRANCE, Locale.ROOT)) {
            assertThat(RegisterTexts.of("Float voltage", other), is("Float voltage"));
        }
    }

    @Test
    void aTextThatIsNotInTheTableStaysAsItIs() {
        for (String text : List.of("", "; ", "15.0 min", "2026-11-29", "Float voltage, nonsense", "#")) {
            assertThat(german(text), is(text));
        }
    }

    /** No row is left over after a meaning has changed, and each has the numbers of its English. */
    @Test
    void theTableHasWhatIsAskedForAndNoMore() throws IOException {
        String asked = Stream.of(meanings(), values().stream(), Registers.all().stream().map(Register::group),
                Stream.of(Finding.values()).map(Finding::toString), Stream.of("medium confidence", "low confidence"))
                .flatMap(texts -> texts).collect(Collectors.joining("\n"));
        for (String[] row : rows()) {
            String text = Pattern.quote(row[0]).replace("#", "\\E\\d+\\Q");
            assertThat(row[0], Pattern.compile("(?m)(^|[;:,]? )" + text + "($|[;:, ])").matcher(asked).find(),
                    is(true));
            assertThat(row[0], row[1].replaceAll("[^#]", ""), is(row[0].replaceAll("[^#]", "")));
            assertThat(row[0], row[1], not(matchesPattern("^ .*|.* $|.*  .*|.*\uFFFD.*")));
        }
        assertThat(rows().stream().map(row -> row[0]).distinct().count(), is((long) rows().size()));
    }
}
