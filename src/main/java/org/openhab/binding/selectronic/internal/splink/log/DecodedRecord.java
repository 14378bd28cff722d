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
import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.memory.Limits;
import org.openhab.binding.selectronic.internal.splink.memory.Register;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;

/**
 * A record with its scale factors: decodes the columns in it, as described by their table.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
abstract class DecodedRecord {
    final LogRecord record;
    final LogUnit unit;
    final ScaleFactors scales;
    final Limits limits;
    private final LogKind kind;
    private final int format;

    DecodedRecord(LogKind kind, LogRecord record, LogUnit unit) {
        this.record = record;
        this.unit = unit;
        this.kind = kind;
        this.format = kind.isKnown(unit.format(kind)) ? unit.format(kind) : 0;
        ScaleFactors present = unit.setup().scales();
        this.scales = new ScaleFactors(scale(Column.AC_VOLTS_SCALE, present.acVolts()),
                scale(Column.AC_CURRENT_SCALE, present.acCurrent()), scale(Column.DC_VOLTS_SCALE, present.dcVolts()),
                scale(Column.DC_CURRENT_SCALE, present.dcCurrent()),
                scale(Column.TEMPERATURE_SCALE, present.temperature()));
        this.limits = Limits.of(unit.setup().identity(), scales);
    }

    /** Returns the scale factor of the time of recording, the present one if the record has none. */
    private int scale(Column column, int present) {
        Register register = column.in(kind, format);
        return register == null ? present : record.word(register);
    }

    /** Returns whether records of its format have a column. */
    boolean has(Column column) {
        return column.in(kind, format) != null;
    }

    /** Returns the value of a column; unknown if it is marked as not available, or if a scale factor is missing. */
    Value value(Register column) {
        return column.value(record.words(column), scales);
    }

    /** Whether it is complete: it has scale factors and a time that is not in the future. */
    boolean isUsable() {
        return unit.isPossible(record.seconds()) && scales.acPower() != 0 && scales.dcPower() != 0;
    }

    /**
     * @param before the time of the previous record, so that this one is later if two times are possible
     * @return the time of recording
     */
    Instant time(Instant before) {
        return UnitTime.of(record.seconds(), unit.zone(), before);
    }

    /**
     * Returns the value of a column as it is shown to people; unknown also where a number would not be a measurement.
     */
    Value shown(Register column) {
        return value(column);
    }

    /** Returns the value of a column; unknown also if records of its format do not have it. */
    Value value(Column column) {
        Register register = column.in(kind, format);
        return register == null ? Value.UNKNOWN : value(register);
    }

    /** Returns the number in a column that has numbers; NaN if it is unknown. */
    double number(Column column) {
        Register register = column.in(kind, format);
        return register == null ? Double.NaN : record.number(register, scales);
    }

    /** Adds a number, unless it is unknown or impossible for such a system. */
    void put(Map<Quantity, Double> numbers, Quantity quantity, double number) {
        double possible = limits.bounded(quantity, number);
        if (!Double.isNaN(possible)) {
            numbers.put(quantity, possible);
        }
    }

    static Map<Quantity, Value> values(Map<Quantity, Double> numbers) {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        numbers.forEach((quantity, number) -> values.put(quantity, Value.of(number)));
        return values;
    }
}
