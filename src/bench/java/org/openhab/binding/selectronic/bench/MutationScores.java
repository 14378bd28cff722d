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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How many of the mistakes that PIT puts into each package are noticed by a test, out of its reports in XML.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class MutationScores {
    private static final String FILE = "mutations.xml";
    private static final String ROOT = "org.openhab.binding.selectronic.internal.";

    private final Map<String, int[]> packages = new TreeMap<>();

    private MutationScores() {
    }

    /**
     * @param folder where reports are
     * @return the newest of them, empty if there is none
     */
    static Optional<Path> newest(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> file.endsWith(FILE)).forEach(files::add);
        }
        // each run leaves a folder of its own, named after its time
        return files.stream().max(Comparator.naturalOrder());
    }

    /**
     * @param report a report in XML
     * @return its scores
     */
    static Table table(Path report) throws IOException {
        MutationScores scores = new MutationScores();
        Mutation.read(report).forEach(scores::count);
        return scores.table();
    }

    private void count(Mutation mutation) {
        String name = mutation.type().substring(0, Math.max(0, mutation.type().lastIndexOf('.')));
        int[] sum = Objects.requireNonNull(packages
                .computeIfAbsent(name.startsWith(ROOT) ? name.substring(ROOT.length()) : name, first -> new int[2]));
        sum[0]++;
        sum[1] += mutation.noticed() ? 1 : 0;
    }

    private Table table() {
        Table table = Table.of("", "Package", "Mutations", "Noticed", "Score in %");
        int all = 0;
        int noticed = 0;
        for (Map.Entry<String, int[]> each : packages.entrySet()) {
            int[] sum = each.getValue();
            table.row("`" + each.getKey() + "`", sum[0], sum[1], 100.0 * sum[1] / sum[0]);
            all += sum[0];
            noticed += sum[1];
        }
        return table.row("all", all, noticed, all == 0 ? Double.NaN : 100.0 * noticed / all);
    }
}
