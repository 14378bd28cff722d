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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What the tables of registers and codes say, in the language of the reader: groups, meanings and words of values. The
 * tables are in English; {@code german.tsv} has the German, and is read when a German reader asks for the first time.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class RegisterTexts {
    private static final String TABLE = "german.tsv", ANY_NUMBER = "#", BLANK = " ";
    /** Between the parts of a text, the outermost first. */
    private static final List<String> SEPARATORS = List.of("; ", ": ", ", ", BLANK);
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Reads the table when it is first used. */
    private static final class German {
        private static final Map<String, String> TEXTS = read();

        private static Map<String, String> read() {
            try (@Nullable
            InputStream stream = RegisterTexts.class.getResourceAsStream(TABLE);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return lines.lines().map(line -> line.split("\t")).filter(row -> row.length == 2)
                        .collect(Collectors.toMap(row -> row[0], row -> row[1]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private RegisterTexts() {
    }

    /**
     * @param english a group, a meaning, or the text of a value
     * @param reader the locale of the reader
     * @return it in German for a German reader, unchanged for others and if the table does not have all its parts
     */
    public static String of(String english, Locale reader) {
        return Locale.GERMAN.getLanguage().equals(reader.getLanguage()) ? german(english).orElseGet(() -> english)
                : english;
    }

    private static Optional<String> german(String english) {
        String text = German.TEXTS.get(english);
        if (text == null) {
            text = German.TEXTS.get(NUMBER.matcher(english).replaceAll(ANY_NUMBER));
        }
        return text != null ? Optional.of(withNumbers(text, NUMBER.matcher(english))) : ofParts(english);
    }

    private static String withNumbers(String text, Matcher numbers) {
        return Pattern.compile(ANY_NUMBER).matcher(text)
                .replaceAll(place -> numbers.find() ? Objects.requireNonNull(numbers.group()) : ANY_NUMBER);
    }

    private static Optional<String> ofParts(String english) {
        for (String separator : SEPARATORS) {
            String[] parts = english.split(separator, 2);
            if (parts.length > 1) {
                return german(parts[0]).flatMap(first -> german(parts[1])
                        .map(rest -> first + (BLANK.equals(separator) ? ", " : separator) + rest));
            }
        }
        return Optional.empty();
    }
}
