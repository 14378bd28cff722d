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
package org.openhab.binding.selectronic.internal.packaging;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.params.ParameterizedTest;
import org.openhab.binding.selectronic.internal.definitions.Readme;

/**
 * Each item of the release check list is proven by a test that exists and runs. The items are those of the conventions
 * of openHAB add-ons; the list itself, with the tests, is in {@code CONTRIBUTING.md}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ReleaseCheckListTest {
    private static final Path TESTS = Path.of("src/test/java");
    /** A word that each item must be about, so that none can be swapped for an easier one. */
    private static final List<String> ABOUT = List.of("OH-INF", "imported", "XML", "translations", "channel type",
            "parameter", "Each channel", "representation property", "dead device", "refreshes", "log", "Secrets",
            "instruction sets", "README", "KAR");

    private final List<List<String>> rows = new Readme(Path.of("CONTRIBUTING.md")).table("Release Check List", "#",
            "Check", "Proven by");

    private static List<String> tests(List<String> row) {
        return Pattern.compile("`(\\w+\\.\\w+)`").matcher(row.get(2)).results().map(match -> match.group(1)).toList();
    }

    /** The classes of the tests by their simple names. */
    private static Map<String, String> classes() throws IOException {
        Map<String, String> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            files.filter(file -> file.toString().endsWith("Test.java")).forEach(file -> {
                String name = TESTS.relativize(file).toString().replaceFirst("\\.java$", "").replace('/', '.');
                classes.put(name.substring(name.lastIndexOf('.') + 1), name);
            });
        }
        return classes;
    }

    @Test
    void noItemIsLeftOut() {
        assertThat(rows.stream().map(row -> row.get(0)).toList(),
                is(IntStream.rangeClosed(1, ABOUT.size()).mapToObj(Integer::toString).toList()));
        for (int item = 0; item < rows.size(); item++) {
            assertThat(rows.get(item).get(1), containsString(ABOUT.get(item)));
        }
    }

    @Test
    void eachItemIsProvenByTestsThatRun() throws IOException, ClassNotFoundException {
        Map<String, String> classes = classes();
        for (List<String> row : rows) {
            assertThat(row.get(1), tests(row), is(not(empty())));
            for (String test : tests(row)) {
                String[] name = test.split("\\.");
                assertThat(test, classes, hasKey(name[0]));
                Class<?> type = Class.forName(Objects.requireNonNull(classes.get(name[0])), false,
                        getClass().getClassLoader());
                List<Method> methods = Stream.of(type.getDeclaredMethods())
                        .filter(method -> method.getName().equals(name[1])).toList();
                assertThat(test, methods, hasSize(1));
                assertThat(test, isTest(methods.get(0)), is(true));
                assertThat(test, isDisabled(type) || isDisabled(methods.get(0)), is(false));
            }
        }
    }

    /** Nothing but single tests stands in the column, so that no item leans on a word that no test backs. */
    @Test
    void nothingElseCountsAsProof() {
        List<String> rest = new ArrayList<>();
        for (List<String> row : rows) {
            rest.add(row.get(2).replaceAll("`\\w+\\.\\w+`", "").replace(", ", "").strip());
        }
        assertThat(rest, everyItem(is("")));
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }

    private static boolean isDisabled(AnnotatedElement element) {
        return element.isAnnotationPresent(Disabled.class) || element.isAnnotationPresent(DisabledOnOs.class);
    }
}
