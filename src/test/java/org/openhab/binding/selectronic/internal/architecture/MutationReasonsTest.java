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
package org.openhab.binding.selectronic.internal.architecture;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * The reasons for which changes of the code may go unnoticed: of code that there is, in order, each a sentence.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class MutationReasonsTest {
    private static final Path REASONS = Path
            .of("src/test/resources/org/openhab/binding/selectronic/internal/mutations.txt");
    private static final Path MAIN = Path.of("src/main/java");
    /** Class and nested class, method, mutator, sentence. */
    private static final Pattern REASON = Pattern
            .compile("(\\w+)((?:\\.\\w+)*) (<init>|\\w+) [A-Z]\\w+ = (\\p{Lu}[^|]+\\.)");

    private static List<String> reasons() throws IOException {
        return Files.readAllLines(REASONS).stream().filter(line -> !line.startsWith("#")).toList();
    }

    private static String source(String type) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return Files.readString(files.filter(file -> file.endsWith(type + ".java")).findAny()
                    .orElseThrow(() -> new AssertionError("no class " + type)));
        }
    }

    @Test
    void eachIsOfAMethodThatThereIs() throws IOException {
        for (String line : reasons()) {
            Matcher reason = REASON.matcher(line);
            assertThat(line, reason.matches(), is(true));
            String method = reason.group(3).equals("<init>") ? reason.group(1) : reason.group(3);
            assertThat(line, source(reason.group(1)),
                    matchesPattern(Pattern.compile(".*\\b" + method + "( \\{|\\().*", Pattern.DOTALL)));
        }
    }

    @Test
    void theyAreInOrderAndEachIsReportedOnce() throws IOException {
        List<String> places = reasons().stream().map(line -> line.substring(0, line.indexOf(" = "))).toList();
        assertThat(places, is(places.stream().sorted().distinct().toList()));
    }
}
