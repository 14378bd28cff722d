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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The mistakes of a run of PIT that no test notices, each with the reason why it may stay, as a file of ours tells.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class MutationSurvivors {
    private static final Path REASONS = Path.of("src", "test", "resources", "org", "openhab", "binding", "selectronic",
            "internal", "mutations.txt");
    private static final String IS = " = ";

    /** Those of the same kind in the same method, under its class, its name and the kind. */
    private final Map<String, Survivors> survivors = new TreeMap<>();

    private static final class Survivors {
        private final Set<String> changes = new TreeSet<>();
        private int count;
    }

    private MutationSurvivors() {
    }

    /**
     * @param report a report in XML
     * @return the lines of it on a page, none if nothing has survived
     */
    static List<String> markdown(Path report) throws IOException {
        MutationSurvivors survivors = new MutationSurvivors();
        Mutation.read(report).stream().filter(mutation -> !mutation.noticed()).forEach(survivors::add);
        return survivors.markdown(reasons());
    }

    private static Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : Files.readAllLines(REASONS)) {
            int is = line.indexOf(IS);
            if (is > 0 && !line.startsWith("#")) {
                reasons.put(line.substring(0, is), line.substring(is + IS.length()));
            }
        }
        return reasons;
    }

    /** What a lambda does is told of the method that it stands in. */
    private void add(Mutation mutation) {
        String key = last(mutation.type()).replace('$', '.') + " "
                + mutation.method().replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1") + " "
                + last(mutation.mutator()).replaceFirst("Mutator$", "");
        Survivors alike = Objects.requireNonNull(survivors.computeIfAbsent(key, first -> new Survivors()));
        alike.changes.add(change(mutation.description()));
        alike.count++;
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** "replaced return value with null for a/b/C::d" without the place, which stands in front. */
    private static String change(String description) {
        String change = description.replaceFirst(" for \\S+::\\S+$", "").replaceAll("\\S*/", "");
        return Character.toLowerCase(change.charAt(0)) + change.substring(1);
    }

    private List<String> markdown(Map<String, String> reasons) {
        List<String> lines = new ArrayList<>();
        if (!survivors.isEmpty()) {
            lines.add("| Class | Method | Changed | Count | Why no test notices |");
            lines.add("| --- | --- | --- | ---: | --- |");
        }
        survivors.forEach((key, alike) -> {
            String[] place = key.split(" ");
            lines.add("| `" + place[0] + "` | `" + place[1] + "` | " + String.join("; ", alike.changes) + " | "
                    + alike.count + " | " + reasons.getOrDefault(key, "**not explained**").replace("|", "\\|") + " |");
        });
        Set<String> unneeded = new TreeSet<>(reasons.keySet());
        unneeded.removeAll(survivors.keySet());
        if (!unneeded.isEmpty()) {
            lines.add("");
            lines.add("Explanations that are no longer needed: `" + String.join("`, `", unneeded) + "`.");
        }
        return lines;
    }
}
