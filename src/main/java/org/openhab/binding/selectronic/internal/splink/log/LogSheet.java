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

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.LogSource.Column;
import org.openhab.binding.selectronic.internal.source.LogSource.Extract;
import org.openhab.binding.selectronic.internal.source.LogSource.Heading;
import org.openhab.binding.selectronic.internal.source.LogSource.Line;
import org.openhab.binding.selectronic.internal.source.LogSource.Sheet;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.LogColumns;
import org.openhab.binding.selectronic.internal.splink.memory.Register;

/**
 * Reads all records of a log, or those of some days, with every word of them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LogSheet {
    /** The first two words are the time. */
    private static final int FIRST_WORD = 2;
    private static final String SOURCE_POWER = "SOURCE_POWER";

    private final LogUnit unit;
    private final LogKind kind;
    private final Extract extract;
    private final List<Cell> cells = new ArrayList<>();

    /** A column, and how its value is found in a record. */
    private record Cell(Column column, Function<DecodedRecord, Value> value) {
    }

    private LogSheet(LogUnit unit, Extract extract) {
        this.unit = unit;
        this.kind = LogKind.of(extract.log());
        this.extract = extract;
        Map<Integer, Register> columns = kind.columns(unit.format(kind)).values().stream()
                .collect(Collectors.toMap(column -> column.range().address() - LogColumns.FLASH, column -> column));
        for (int word = FIRST_WORD; word < kind.recordWords();) {
            Register column = columns.get(word);
            int at = word;
            cells.add(
                    column == null
                            ? new Cell(new Column("WORD_" + word, "", "raw"),
                                    read -> Value.of((double) read.record.word(at)))
                            : new Cell(
                                    new Column(column.name(), column.unit(),
                                            column.confidence().name().toLowerCase(Locale.ROOT)),
                                    read -> value(read, column)));
            word += column == null ? 1 : column.range().words();
        }
    }

    /**
     * @param memory the memory of the unit
     * @param extract the part to read
     * @param sheet receives the columns and records
     * @throws SourceException if the unit does not answer, or if header and table of the log contradict each other
     * @throws InterruptedException if the thread is interrupted
     */
    public static void read(LogMemory memory, Extract extract, Sheet sheet)
            throws SourceException, InterruptedException {
        Ring ring = new Ring(LogKind.of(extract.log()), memory);
        new LogSheet(memory.unit(), extract).read(ring, sheet);
    }

    private void read(Ring ring, Sheet sheet) throws SourceException, InterruptedException {
        LocalDate from = extract.from();
        LocalDate to = extract.to();
        int number = from == null ? 0 : ring.firstLaterThan(endBefore(from), unit);
        int end = to == null ? ring.size() : ring.firstLaterThan(endBefore(to.plusDays(1)), unit);
        sheet.begin(new Heading(unit.format(kind), kind.isKnown(unit.format(kind)), unit.knowsZone(),
                cells.stream().map(Cell::column).toList(), Math.max(0, end - number)));
        Instant before = Instant.MIN;
        boolean isWanted = true;
        while (number < end && isWanted) {
            List<LogRecord> all = ring.records(number);
            List<LogRecord> records = all.subList(0, Math.min(all.size(), end - number));
            List<Line> lines = new ArrayList<>();
            for (LogRecord record : records) {
                @Nullable
                DecodedRecord decoded = decoded(record).filter(DecodedRecord::isUsable).orElse(null);
                if (decoded != null) {
                    lines.add(line(decoded, before));
                    before = decoded.time(before);
                }
            }
            number += records.size();
            isWanted = sheet.add(lines, records.size() - lines.size());
        }
    }

    private Optional<? extends DecodedRecord> decoded(LogRecord record) {
        return switch (kind) {
            case ALERTS, OPERATIONS -> EventRecord.of(kind, record, unit);
            case DAILY -> Optional.of(new DailyRecord(record, unit));
            case DETAILED -> Optional.of(new DetailedRecord(record, unit));
        };
    }

    private Line line(DecodedRecord decoded, Instant before) {
        String time = unit.knowsZone()
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(decoded.time(before).atZone(unit.zone()))
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(UnitTime.shown(decoded.record.seconds()));
        return new Line(time,
                decoded instanceof EventRecord event ? Optional.of(event.event(before)) : Optional.empty(),
                cells.stream().map(cell -> cell.value().apply(decoded)).toList());
    }

    private Value value(DecodedRecord read, Register column) {
        Value value = read.shown(column);
        return extract.invertAcSource() && column.name().equals(SOURCE_POWER) && value instanceof Value.Numeric power
                ? Value.of(0 - power.number())
                : value;
    }

    /** Returns the last second before a day; a mean that ends at midnight belongs to the day before. */
    private long endBefore(LocalDate day) {
        return UnitTime.start(day) - (kind == LogKind.DETAILED ? 0 : 1);
    }
}
