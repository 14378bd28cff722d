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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.definitions.Texts;

/**
 * What stands on an owner's screen: a status's reference to a text, resolved as openHAB does.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ShownText {
    private static final Pattern REFERENCE = Pattern.compile("@text/([A-Za-z.-]+)(?: \\[(.*)\\])?");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"");
    private static final Texts ENGLISH = Texts.english();
    private static final Texts GERMAN = Texts.german();

    private ShownText() {
    }

    /** The English text of a status. */
    static String english(String status) {
        return resolve(status, ENGLISH);
    }

    /** What is wrong with the text of a status in any language. */
    static List<String> complaints(String status) {
        List<String> wrong = new ArrayList<>();
        String english = resolve(status, ENGLISH);
        String german = resolve(status, GERMAN);
        for (String text : List.of(english, german)) {
            if (text.isBlank() || text.contains("{") || text.contains("@text") || text.contains("null")) {
                wrong.add("the owner reads: " + text);
            }
        }
        if (english.equals(german)) {
            wrong.add("the same in both languages: " + english);
        }
        return wrong;
    }

    private static String resolve(String status, Texts texts) {
        Matcher reference = REFERENCE.matcher(status);
        if (!reference.find()) {
            return "";
        }
        String arguments = Objects.requireNonNullElse(reference.group(2), "");
        Object[] all = Stream.of(arguments).flatMap(text -> ARGUMENT.matcher(text).results())
                .map(result -> Objects.requireNonNull(result.group(1)))
                .map(argument -> argument.startsWith("@text/") ? resolve(argument, texts) : argument).toArray();
        String pattern = texts.byKey().getOrDefault(Objects.requireNonNull(reference.group(1)), "");
        return new MessageFormat(pattern).format(all);
    }
}
