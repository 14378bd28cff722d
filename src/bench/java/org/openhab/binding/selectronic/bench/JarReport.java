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
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How large the packaged binding is, and which part of it is whose.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class JarReport {
    private static final String OURS = "org/openhab/binding/selectronic/internal/";

    private JarReport() {
    }

    /**
     * @param jar the packaged binding
     * @return its size and the shares of its packages
     */
    static Table table(Path jar) throws IOException {
        Map<String, long[]> rooms = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (Objects.requireNonNull(entry).isDirectory()) {
                    continue;
                }
                long[] sum = Objects.requireNonNull(rooms.computeIfAbsent(room(entry), first -> new long[3]));
                sum[0]++;
                sum[1] += entry.getSize();
                sum[2] += entry.getCompressedSize();
            }
        }
        double all = rooms.values().stream().mapToLong(sum -> sum[2]).sum();
        Table table = Table.of("Size of the jar", "Part", "Files", "Bytes", "In the jar", "Share in %");
        rooms.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, long[]> room) -> room.getValue()[2]).reversed())
                .forEach(room -> table.row("`" + room.getKey() + "`", room.getValue()[0], room.getValue()[1],
                        room.getValue()[2], 100 * room.getValue()[2] / all));
        table.row("the jar", rooms.values().stream().mapToLong(sum -> sum[0]).sum(),
                rooms.values().stream().mapToLong(sum -> sum[1]).sum(), Files.size(jar), 100.0);
        Path kar = Path.of(jar.toString().replaceFirst("\\.jar$", ".kar"));
        if (Files.exists(kar)) {
            table.note("The KAR has " + Files.size(kar) + " bytes.");
        }
        return table.note("The names of the files and the table of contents of the jar are in the last row only.");
    }

    /** A package of the binding, or the folder of everything else. */
    private static String room(ZipEntry entry) {
        String name = entry.getName();
        if (name.startsWith(OURS)) {
            String rest = name.substring(OURS.length());
            int end = rest.lastIndexOf('/');
            return end < 0 ? "internal" : rest.substring(0, end).replace('/', '.');
        }
        int end = name.indexOf('/');
        return end < 0 ? name : name.substring(0, end);
    }
}
