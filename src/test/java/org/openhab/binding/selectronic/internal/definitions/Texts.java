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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The texts of one language.
 *
 * @param byKey the texts by their keys, in the order of the file
 * @param repeated keys that stand in the file more than once
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Texts(Map<String, String> byKey, List<String> repeated) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    /** @return the default, which is English */
    public static Texts english() {
        return read("selectronic.properties");
    }

    /** @return the German translation */
    public static Texts german() {
        return read("selectronic_de.properties");
    }

    /**
     * @param key a key
     * @return its text
     */
    public String of(String key) {
        String text = byKey.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return text;
    }

    /**
     * @param key a key
     * @return the numbers of the arguments that its text shows
     */
    public SortedSet<Integer> placeholders(String key) {
        return placeholdersIn(of(key));
    }

    /**
     * @param text a text
     * @return the numbers of the arguments in it
     */
    public static SortedSet<Integer> placeholdersIn(String text) {
        SortedSet<Integer> numbers = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(result -> numbers.add(Integer.valueOf(result.group(1))));
        return numbers;
    }

    private static Texts read(String file) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> repeated = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(" = ", 2);
            if (parts.length != 2 || line.endsWith("\\")) {
                throw new IllegalStateException(file + ": not one text on one line: " + line);
            }
            if (texts.put(parts[0], parts[1]) != null) {
                repeated.add(parts[0]);
            }
        }
        return new Texts(texts, repeated);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Definitions.FOLDER.resolve("i18n").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
