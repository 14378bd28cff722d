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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.definitions.Readme;

/**
 * The table of the README leads to each folder with examples, and each file says what it is for.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class ExamplesTableTest {
    private static final Pattern LINK = Pattern.compile("\\[(.+)]\\(examples/(.+)\\)");

    @Test
    public void theTableLeadsToEachFolder() {
        List<String> linked = new Readme().table("Examples", "File", "Shows").stream().map(row -> {
            Matcher link = LINK.matcher(row.get(0));
            assertThat(row.get(0), link.matches(), is(true));
            assertThat(link.group(1), is(link.group(2)));
            assertThat(Files.exists(Example.file(link.group(2))), is(true));
            return link.group(2);
        }).toList();

        List<String> folders = Example.files("", "").stream().map(name -> String.valueOf(Path.of(name).getParent()))
                .distinct().toList();
        assertThat(folders, is(not(empty())));
        // persistence/ui is told of in the line above it
        folders.stream().filter(folder -> !folder.equals("persistence/ui"))
                .forEach(folder -> assertThat(linked, hasItem(folder)));
    }

    @Test
    public void eachFileBeginsWithWhatItIsFor() {
        for (String name : Example.files("", "")) {
            if (!name.endsWith(".json")) {
                assertThat(name, Example.text(name), matchesPattern("(?s)(#|//|--|%%) .*"));
            }
            assertThat(name, Example.text(name).lines().noneMatch(line -> line.contains("\t")), is(true));
        }
    }
}
