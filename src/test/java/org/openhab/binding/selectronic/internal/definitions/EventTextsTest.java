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
package org.openhab.binding.selectronic.internal.definitions;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.EventCodes;

/**
 * Tests the wording of alerts and operations against a list of their codes.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class EventTextsTest {
    private static final int LONGEST = 70;

    /** A battery load of 15 minutes, whose end is also that of one of 5 minutes. */
    private static final int FIFTEEN_MINUTES = 145;

    /** The only words that may tell an end from its begin. */
    private static final Pattern TURN = Pattern.compile("^(No longer|Nicht mehr) "
            + "| (begun|ended|on|off|no longer|begonnen|beendet|ein|aus|nicht mehr)(?=[ ,:]|$)"
            + "|, (maximum time reached|Höchstdauer erreicht)$");

    private final List<Texts> languages = List.of(Texts.english(), Texts.german());
    private final List<Code> operations = codes("operations.csv");
    private final List<Code> alerts = codes("alerts.csv");

    @Test
    public void exactlyTheListedCodesHaveATextInBothLanguages() {
        for (Texts texts : languages) {
            assertThat(codesWithText(texts, "operation."), is(numbers(operations.stream())));
            assertThat(codesWithText(texts, "alert."), is(new TreeSet<>(alerts.stream().map(Code::number).toList())));
        }
    }

    @Test
    public void noTwoCodesHaveTheSameText() {
        for (Texts texts : languages) {
            for (String kind : List.of("alert.", "operation.")) {
                Set<String> seen = new HashSet<>();
                List<String> again = new ArrayList<>(codesWithText(texts, kind).stream()
                        .map(code -> texts.of(kind + code)).filter(text -> !seen.add(text)).toList());
                assertThat(kind, again, is(empty()));
            }
        }
    }

    @Test
    public void anEndReadsLikeItsBeginButForTheTurn() {
        for (Texts texts : languages) {
            for (Code code : operations) {
                if (code.end().isPresent()) {
                    String begin = texts.of("operation." + code.number());
                    String end = texts.of("operation." + code.end().getAsInt());
                    assertThat(end, not(is(begin)));
                    if (code.number() != FIFTEEN_MINUTES) {
                        assertThat(end, withoutTurn(end), is(withoutTurn(begin)));
                    }
                }
            }
        }
    }

    @Test
    public void textsAreShortAndTheSameWithArgumentsAndWithout() {
        for (Texts texts : languages) {
            for (String kind : List.of("alert.", "operation.")) {
                for (int code : codesWithText(texts, kind)) {
                    String text = texts.of(kind + code);
                    assertThat(text, text.length(), is(lessThanOrEqualTo(LONGEST)));
                    assertThat(text, matchesPattern("[\\p{Lu}\\d][^'{}]*[^.\\s]"));
                }
            }
        }
    }

    @Test
    public void codesAboutTheGeneratorAreThoseOfItsChannel() {
        Set<Integer> ofGenerator = numbers(operations.stream().filter(code -> "generator".equals(code.about())));

        assertThat(IntStream.range(0, 1000).filter(EventCodes::isOfGenerator).boxed().toList(),
                is(List.copyOf(ofGenerator)));
    }

    private static TreeSet<Integer> numbers(Stream<Code> codes) {
        return new TreeSet<>(
                codes.flatMap(code -> Stream.of(code.number(), code.end().orElse(code.number()))).toList());
    }

    private static String withoutTurn(String text) {
        return TURN.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static TreeSet<Integer> codesWithText(Texts texts, String kind) {
        return new TreeSet<>(texts.byKey().keySet().stream().filter(key -> key.matches(kind + "\\d+"))
                .map(key -> Integer.valueOf(key.substring(kind.length()))).toList());
    }

    private static List<Code> codes(String file) {
        try (InputStream stream = Objects.requireNonNull(EventTextsTest.class.getResourceAsStream("/events/" + file),
                file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> Code.of(line.split(",", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A code of a log, and the code that tells the end of what it began. */
    private record Code(String about, int number, OptionalInt end) {
        static Code of(String[] row) {
            return new Code(row[0], Integer.parseInt(row[1]),
                    row[2].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(row[2])));
        }
    }
}
