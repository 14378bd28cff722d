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
package org.openhab.binding.selectronic.internal.examples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Goes through a file of openHAB's own languages, token by token: texts, words, signs. Comments and blanks are left
 * out. Whatever does not fit is an error with the line where it stands.
 * <p>
 * Source: the grammars of things, items and persistence in openHAB 5.2, of which this knows what the examples use.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class DslReader {
    private static final Pattern TOKEN = Pattern.compile("(?<blank>\\s+|//[^\\n]*|(?s:/\\*.*?\\*/))"
            + "|(?<text>\"(?:[^\"\\\\]|\\\\.)*\")|(?<word>\\^?[\\w-]+)|(?<sign>.)");

    private final String name;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private int at;

    /**
     * @param name the path of a file
     */
    DslReader(String name) {
        this.name = name;
        String text = Example.text(name);
        Matcher matcher = TOKEN.matcher(text);
        int line = 1;
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() != end) {
                throw new IllegalArgumentException(name + ":" + line + " cannot be read");
            }
            if (matcher.group("blank") == null) {
                tokens.add(matcher.group());
                lines.add(line);
            }
            line += (int) matcher.group().chars().filter(c -> c == '\n').count();
            end = matcher.end();
        }
    }

    /** @return whether there is something left */
    boolean more() {
        return at < tokens.size();
    }

    /**
     * @param token a token
     * @return whether it comes next
     */
    boolean sees(String token) {
        return more() && tokens.get(at).equals(token);
    }

    /** @return whether a text comes next */
    boolean seesText() {
        return more() && tokens.get(at).startsWith("\"");
    }

    /**
     * @param token a token that is passed by if it comes next
     * @return whether it came
     */
    boolean skip(String token) {
        boolean seen = sees(token);
        if (seen) {
            at++;
        }
        return seen;
    }

    /**
     * @param token the token that must come next
     */
    void expect(String token) {
        if (!skip(token)) {
            throw unexpected("'" + token + "'");
        }
    }

    /** @return the next word */
    String word() {
        if (!more() || !tokens.get(at).matches("[\\w-]+")) {
            throw unexpected("a word");
        }
        return tokens.get(at++);
    }

    /** @return the next text, without its quotes */
    String text() {
        if (!seesText()) {
            throw unexpected("a text");
        }
        String token = tokens.get(at++);
        return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    /**
     * @param separator what stands between words, such as a colon
     * @return words with that between them, as one
     */
    String words(String separator) {
        StringBuilder words = new StringBuilder(word());
        while (skip(separator)) {
            words.append(separator).append(word());
        }
        return words.toString();
    }

    /**
     * @param close the token at the end of the list
     * @return words or texts with commas between them
     */
    List<String> list(String close) {
        List<String> list = new ArrayList<>();
        do {
            list.add(seesText() ? text() : word());
        } while (skip(","));
        expect(close);
        return list;
    }

    /** @return the parameters up to the closing bracket; numbers as {@code BigDecimal} */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        do {
            String key = word();
            expect("=");
            if (parameters.put(key, value()) != null) {
                throw unexpected("each parameter once");
            }
        } while (skip(","));
        expect("]");
        return parameters;
    }

    private Object value() {
        if (seesText()) {
            return text();
        }
        String word = words(".");
        if ("true".equals(word) || "false".equals(word)) {
            return Boolean.valueOf(word);
        }
        return new BigDecimal(word);
    }

    /**
     * @param expected what should have come
     * @return an error that says where
     */
    IllegalArgumentException unexpected(String expected) {
        String where = more() ? lines.get(at) + ": " + tokens.get(at) : "end";
        return new IllegalArgumentException(name + ":" + where + " instead of " + expected);
    }
}
