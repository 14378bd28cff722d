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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * Tests how labels and descriptions are written.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class LabelsTest {
    private static final int LONGEST_LABEL = 25;
    private static final int LONGEST_STATE = 60;
    private static final int LONGEST_GERMAN_LABEL = 25;

    private static final Set<String> SMALL_WORDS = Set.of("a", "and", "at", "by", "in", "of", "per", "since", "the",
            "to", "with");
    private static final Pattern SENTENCES = Pattern.compile("(\\p{Lu}|\\d).* .* .*\\.");

    private final Map<String, String> english = Texts.english().byKey();
    private final Map<String, String> german = Texts.german().byKey();

    @Test
    public void labelsAreShort() {
        assertThat(wrong(labels(english), (key, label) -> label.length() <= LONGEST_LABEL), is(empty()));
        assertThat(wrong(labels(german), (key, label) -> label.length() <= LONGEST_GERMAN_LABEL), is(empty()));
    }

    /** What is longer pushes the label out of the row of the item. */
    @Test
    public void textsOfStatesAreShort() {
        for (Map<String, String> language : List.of(english, german)) {
            assertThat(wrong(matching(language, "(alert|operation|explanation|history|forecast)\\..*"),
                    (key, text) -> text.length() <= LONGEST_STATE), is(empty()));
        }
    }

    @Test
    public void labelsAndOptionsAreInTitleCase() {
        assertThat(wrong(labels(english), (key, label) -> isTitleCase(label)), is(empty()));
        assertThat(wrong(options(english), (key, label) -> isTitleCase(label)), is(empty()));
    }

    @Test
    public void labelsAndOptionsEndWithoutPunctuation() {
        for (Map<String, String> language : List.of(english, german)) {
            assertThat(wrong(labels(language), (key, label) -> label.matches(".*[\\p{L}\\d]")), is(empty()));
            assertThat(wrong(options(language), (key, label) -> label.matches(".*[\\p{L}\\d]")), is(empty()));
        }
    }

    @Test
    public void descriptionsAreSentences() {
        for (Map<String, String> language : List.of(english, german)) {
            assertThat(wrong(descriptions(language), (key, text) -> SENTENCES.matcher(text).matches()), is(empty()));
            assertThat(wrong(descriptions(language), (key, text) -> !text.contains("  ")), is(empty()));
        }
    }

    @Test
    public void aDescriptionSaysMoreThanItsLabel() {
        assertThat(wrong(descriptions(english), (key, text) -> {
            String label = english.get(key.replace(".description", ".label"));
            return label == null || !text.equalsIgnoreCase(label + ".");
        }), is(empty()));
    }

    @Test
    public void channelsOfTheInverterHaveDifferentLabels() {
        List<String> labels = List.copyOf(matching(english, "channel-group-type\\..*\\.channel\\..*\\.label").values());

        assertThat(labels, is(labels.stream().distinct().toList()));
    }

    private static boolean isTitleCase(String label) {
        String[] words = label.split("[ -]");
        return Stream.of(words).allMatch(word -> Character.isUpperCase(word.charAt(0)) || SMALL_WORDS.contains(word))
                && Character.isUpperCase(label.charAt(0));
    }

    private static List<String> wrong(Map<String, String> texts, BiPredicate<String, String> rule) {
        return texts.entrySet().stream().filter(entry -> !rule.test(entry.getKey(), entry.getValue()))
                .map(entry -> entry.getKey() + ": " + entry.getValue()).toList();
    }

    /** The labels of the definitions; labels of discovery results hold names and addresses and may be longer. */
    private static Map<String, String> labels(Map<String, String> texts) {
        return matching(texts, "(?!discovery\\.).*\\.label");
    }

    private static Map<String, String> options(Map<String, String> texts) {
        return matching(texts, ".*\\.option\\.[A-Z_]+");
    }

    private static Map<String, String> descriptions(Map<String, String> texts) {
        return matching(texts, ".*\\.description");
    }

    private static Map<String, String> matching(Map<String, String> texts, String keys) {
        Map<String, String> matching = new LinkedHashMap<>(texts);
        matching.keySet().removeIf(key -> !key.matches(keys));
        return matching;
    }
}
