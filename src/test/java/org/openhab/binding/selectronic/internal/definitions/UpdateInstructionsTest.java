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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * Tests that things which were stored by the last release get what this one has. The definitions of each release are
 * kept in {@code src/test/resources/released}; made-up ones in {@code src/test/resources/update} show that the check
 * can fail, and what an update looks like.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class UpdateInstructionsTest {
    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final Path MADE_UP = Path.of("src/test/resources/update");

    private final Release present = Release.of(Definitions.FOLDER);

    private static Optional<Path> lastRelease() throws IOException {
        try (Stream<Path> folders = Files.list(RELEASED)) {
            return folders.filter(Files::isDirectory)
                    .max(Comparator.comparing(folder -> Runtime.Version.parse(folder.getFileName().toString())));
        }
    }

    @Test
    public void theInstructionsAreInOrder() {
        assertThat(present.problems(), is(empty()));
    }

    /** A brand-new thing type has no version; the first release has nothing to bring up to date. */
    @Test
    public void thingsOfTheLastReleaseAreBroughtUpToDate() throws IOException {
        Optional<Path> last = lastRelease();
        if (last.isEmpty()) {
            assertThat(present.instructions(), is(Map.of()));
            assertThat(present.versions().values().stream().distinct().toList(), is(List.of(0)));
        } else {
            assertThat(present.problemsAfter(Release.of(last.get())), is(empty()));
        }
    }

    /** Or nobody would notice that they were not kept. */
    @Test
    public void eachReleaseOfTheChangeLogIsKept() throws IOException {
        List<String> released = Files.readAllLines(Path.of("CHANGELOG.md")).stream()
                .filter(line -> line.matches("## \\[[0-9.]+] - [0-9-]{10}"))
                .map(line -> line.replaceAll("## \\[(.+?)].*", "$1")).toList();

        assertThat(released.stream().filter(version -> !Files.isDirectory(RELEASED.resolve(version))).toList(),
                is(empty()));
    }

    @Test
    public void anUpdateLooksLikeThis() {
        Release before = Release.of(MADE_UP.resolve("before"));
        Release after = Release.of(MADE_UP.resolve("after"));

        assertThat(before.problems(), is(empty()));
        assertThat(after.problems(), is(empty()));
        assertThat(after.problemsAfter(before), is(empty()));
        assertThat(Objects.requireNonNull(after.channels().get("inverter")).keySet(),
                not(is(Objects.requireNonNull(before.channels().get("inverter")).keySet())));
    }

    @Test
    public void aForgottenInstructionIsNoticed() {
        Release before = Release.of(MADE_UP.resolve("before"));
        Release forgetful = new Release(Release.of(MADE_UP.resolve("after")).channels(), before.versions(), Map.of());

        assertThat(forgetful.problemsAfter(before),
                contains("inverter: no instruction changes battery#temperature into selectronic:warmth"));
    }

    @Test
    public void aForgottenVersionIsNoticed() {
        Release after = Release.of(MADE_UP.resolve("after"));
        Release forgetful = new Release(after.channels(), Map.of("inverter", 0), after.instructions());

        assertThat(forgetful.problems(), contains("inverter: thingTypeVersion is 0, instructions end at 1"));
    }

    @Test
    public void aReleasedInstructionIsNotTouchedAgain() {
        Release after = Release.of(MADE_UP.resolve("after"));
        Release without = new Release(after.channels(), after.versions(), Map.of());

        assertThat(without.problemsAfter(after), contains("inverter: a released instruction set was changed"));
    }

    /** What the readers of openHAB 5.1 and 5.2, which are the same, go by; unknown elements end in a warning only. */
    @Test
    public void theFileIsOneThatOpenHabReads() throws IOException {
        XmlElement root = XmlElement.read(MADE_UP.resolve("after/update/selectronic.xml"));

        assertThat(Files.readString(MADE_UP.resolve("after/update/selectronic.xml")),
                containsString("xmlns:update=\"https://openhab.org/schemas/update-description/v1.0.0\""));
        assertThat(root.name(), is("update:update-descriptions"));
        List<XmlElement> instructions = root.children("thing-type").stream()
                .flatMap(type -> type.children("instruction-set").stream()).flatMap(set -> set.children().stream())
                .toList();
        assertThat(instructions.stream().map(XmlElement::name).toList(), hasItem("update-channel"));
        for (XmlElement instruction : instructions) {
            assertThat(instruction.text("type").orElseThrow(), startsWith("selectronic:"));
            assertThat(instruction.attribute("groupIds").isPresent(), is(true));
        }
    }
}
