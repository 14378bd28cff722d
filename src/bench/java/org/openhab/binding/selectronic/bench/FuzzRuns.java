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
package org.openhab.binding.selectronic.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How many inputs the fuzzer has tried on each decoder, out of what it says at its end, and whether it found one that
 * breaks it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class FuzzRuns {
    private static final Pattern END = Pattern.compile("Done (\\d+) runs in (\\d+) second");
    private static final String CRASH = "crash-";
    private static final String OUTPUT = "FuzzTest-output.txt";

    private FuzzRuns() {
    }

    /**
     * @param reports the folder with the output of tests
     * @return a row for each fuzzing test that has ended, empty if there is none
     */
    static Optional<Table> table(Path reports) throws IOException {
        if (!Files.isDirectory(reports)) {
            return Optional.empty();
        }
        List<Path> outputs = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, "*" + OUTPUT)) {
            files.forEach(outputs::add);
        }
        Collections.sort(outputs);
        Table table = Table.of("", "Test", "Inputs", "Seconds", "Broken by one");
        for (Path output : outputs) {
            String text = Files.readString(output, StandardCharsets.ISO_8859_1);
            Matcher end = END.matcher(text);
            boolean crashed = text.contains(CRASH);
            if (end.find()) {
                table.row(name(output), end.group(1), end.group(2), crashed ? "yes" : "no");
            } else if (crashed) {
                table.row(name(output), "–", "–", "yes");
            }
        }
        return table.rows().isEmpty() ? Optional.empty() : Optional.of(table);
    }

    private static String name(Path output) {
        String file = output.getFileName().toString();
        String test = file.substring(0, file.length() - "-output.txt".length());
        return "`" + test.substring(test.lastIndexOf('.') + 1) + "`";
    }
}
