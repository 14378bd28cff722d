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
package org.openhab.binding.selectronic.internal.splink.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.splink.memory.LogColumns;
import org.openhab.binding.selectronic.internal.splink.memory.Register;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * The logs of a unit.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum LogKind {
    /** Alerts raised and cleared. */
    ALERTS("ALERT_LOG_SECTORS", "event", 36, 60, 3, 3),
    /** Operations of the unit. */
    OPERATIONS("OPERATION_LOG_SECTORS", "event", 36, 60, 3, 3),
    /** Counters at the end of each day. */
    DAILY("DAILY_LOG_SECTORS", "daily", 36, 72, 1, 5),
    /** Means over each interval. */
    DETAILED("DETAILED_LOG_SECTORS", "detailed", 44, 110, 1, 3);

    private static final int HEADER_WORDS = 5;

    private final int header;
    private final String columns;
    private final int recordWords;
    private final int tableWords;
    private final int firstFormat;
    private final int lastFormat;

    LogKind(String header, String columns, int recordWords, int tableWords, int firstFormat, int lastFormat) {
        this.header = Registers.named(header).range().address();
        this.columns = columns;
        this.recordWords = recordWords;
        this.tableWords = tableWords;
        this.firstFormat = firstFormat;
        this.lastFormat = lastFormat;
    }

    /**
     * @param log a log as named by the source
     * @return the same log
     */
    public static LogKind of(Log log) {
        return switch (log) {
            case ALERTS -> ALERTS;
            case OPERATIONS -> OPERATIONS;
            case DAYS -> DAILY;
            case INTERVALS -> DETAILED;
        };
    }

    /** @return the headers that are read with the live values; the daily log is only read on request */
    public static List<WordRange> followed() {
        return Stream.of(ALERTS, OPERATIONS, DETAILED).map(LogKind::header).toList();
    }

    /** @return the address range of its header */
    public WordRange header() {
        return new WordRange(header, HEADER_WORDS);
    }

    /**
     * The header of a log.
     *
     * @param sectors number of sectors
     * @param recordWords number of words of a record
     * @param newest the address of the newest record; it changes with each record, also when the log is full
     * @param count number of records
     */
    record Header(int sectors, int recordWords, int newest, int count) {
    }

    /** Returns the header of this log in the words of a read, empty if it was not read. */
    Optional<Header> header(List<Words> words) {
        return words.stream().filter(block -> block.covers(header, HEADER_WORDS)).findFirst()
                .map(block -> new Header(block.at(header), block.at(header + 1),
                        block.at(header + 2) | block.at(header + 3) << 16, block.at(header + 4)));
    }

    /** Address range of header and table; the number of sectors is in the header. */
    WordRange headerAndTable() {
        return new WordRange(header, HEADER_WORDS + tableWords);
    }

    /** Whether its records are events, not measurements. */
    boolean isOfEvents() {
        return this == ALERTS || this == OPERATIONS;
    }

    /** Whether records of this format can be completely decoded. */
    boolean isKnown(int format) {
        return format >= firstFormat && format <= lastFormat;
    }

    /** The last format that is known. */
    int lastFormat() {
        return lastFormat;
    }

    /** Returns the columns of a record by name; of a format that is not known, those that all formats have. */
    Map<String, Register> columns(int format) {
        return LogColumns.of(columns, isKnown(format) ? format : 0);
    }

    /** Number of words of a record. */
    int recordWords() {
        return recordWords;
    }
}
