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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The table of expectations, as a file that people read.
 *
 * @param rows what is expected, by the name of the trouble
 * @param rules why some troubles do not exist on some ways, by the name of the rule
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record ExpectationTable(Map<String, Row> rows, Map<String, String> rules) {

    /** The set-ups with a column in the file. */
    private static final List<SetUp> COLUMNS = List.of(SetUp.GATEWAY, SetUp.PORTAL, SetUp.SERIAL, SetUp.NETWORK,
            SetUp.TUNNEL);

    private static final Path FILE = Path.of("src/test/resources/matrix/expectations.txt");

    /**
     * A row.
     *
     * @param cells what is expected on each connection, as it is written
     * @param record what becomes of what was recorded
     */
    record Row(List<String> cells, String record) {
        Expected cell(SetUp setUp, Phase phase) {
            if (setUp == SetUp.ALTERNATIVES) {
                Expected alone = cell(victim(), phase);
                return alone.isShown() ? Expected.othersTakeOver(alone) : alone;
            }
            String[] parts = cells.get(COLUMNS.indexOf(setUp)).split(" >> ");
            boolean first = phase == Phase.START || parts.length == 1;
            return Expected.parse(Objects.requireNonNull(parts[first ? 0 : 1]));
        }

        /** The one of several connections that is in trouble: the first that can be. */
        SetUp victim() {
            return Stream.of(SetUp.GATEWAY, SetUp.TUNNEL, SetUp.PORTAL)
                    .filter(each -> !cell(each, Phase.START).isNone() || !cell(each, Phase.STEADY).isNone()).findFirst()
                    .orElseGet(() -> SetUp.GATEWAY);
        }

        /** How many of the intervals can never be had. */
        int lacks() {
            return record.startsWith("lacks ") ? Integer.parseInt(record.substring(6)) : 0;
        }
    }

    static ExpectationTable read() {
        Map<String, Row> rows = new LinkedHashMap<>();
        Map<String, String> rules = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(FILE)) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                if (line.startsWith("- ")) {
                    String[] parts = line.substring(2).split(" +", 2);
                    rules.put(parts[0], parts[1]);
                } else {
                    List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
                    if (cells.size() != COLUMNS.size() + 2 || rows.put(cells.get(0),
                            new Row(cells.subList(1, COLUMNS.size() + 1), cells.get(COLUMNS.size() + 1))) != null) {
                        throw new IllegalStateException("not a row of its own with each connection: " + line);
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ExpectationTable(rows, rules);
    }
}
