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
package org.openhab.binding.selectronic.internal.splink.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The table of the words in the records of the logs, {@code logs.tsv}: each fact about one is there and nowhere else. A
 * word of a record is decoded like a register; its address is that in a record at the start of the flash.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LogColumns {
    /** Start of the flash with the logs. */
    public static final int FLASH = 0x10000;

    private static final List<String[]> ROWS = Registers.rows("logs.tsv");
    private static final Map<String, Map<String, Register>> BY_LOG = new ConcurrentHashMap<>();

    private LogColumns() {
    }

    /**
     * @param log the name of a log in the table
     * @param format the version of the format of its records, 0 for what all formats have in common
     * @return the columns of such a record by name, in the order of their words
     */
    public static Map<String, Register> of(String log, int format) {
        return Objects.requireNonNull(BY_LOG.computeIfAbsent(log + format, key -> columns(log, format)));
    }

    private static Map<String, Register> columns(String log, int format) {
        Map<Integer, Register> byWord = new TreeMap<>();
        for (String[] row : ROWS) {
            if (row[0].equals(log) && Integer.parseInt(row[2]) <= format) {
                int address = FLASH + Integer.parseInt(row[1]);
                byWord.put(address, Register.of(new String[] { row[3], Integer.toString(address), row[4], row[5],
                        row[6], row[7], Register.Combination.FIRST.name(), row[2], log, row[8], "", "" }));
            }
        }
        Map<String, Register> byName = new LinkedHashMap<>();
        byWord.values().forEach(column -> byName.put(column.name(), column));
        return byName;
    }
}
