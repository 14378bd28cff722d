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
import org.openhab.binding.selectronic.internal.splink.memory.Conversion;
import org.openhab.binding.selectronic.internal.splink.memory.Limits;
import org.openhab.binding.selectronic.internal.splink.memory.RegisterType;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;

/**
 * A record with its scale factors: decodes the numbers in it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
abstract class DecodedRecord {
    final LogRecord record;
    final LogUnit unit;
    final ScaleFactors scales;
    final Limits limits;

    DecodedRecord(LogRecord record, LogUnit unit, ScaleFactors scales) {
        this.record = record;
        this.unit = unit;
        this.scales = scales;
        this.limits = Limits.of(unit.setup().identity(), scales);
    }

    /**
     * @param before the time of the previous record, so that this one is later if two times are possible
     * @return the time of recording
     */
    Instant time(Instant before) {
        return UnitTime.of(record.seconds(), unit.zone(), before);
    }

    /** Returns the number that starts at a word; NaN if it is marked as not available, or if a factor is missing. */
    double number(int word, RegisterType type, Conversion conversion) {
        long raw = record.number(word, type);
        return type.isAvailable(raw) ? number(raw, conversion) : Double.NaN;
    }

    /** Returns the value of a number of counts; NaN if a factor is missing. */
    double number(long counts, Conversion conversion) {
        return conversion.value(counts, scales) instanceof Value.Numeric numeric ? numeric.number() : Double.NaN;
    }

    /** Adds a number, unless it is unknown or impossible for such a system. */
    void put(Map<Quantity, Double> numbers, Quantity quantity, double number) {
        if (limits.bounded(quantity, number) instanceof Value.Numeric possible) {
            numbers.put(quantity, possible.number());
        }
    }

    static Map<Quantity, Value> values(Map<Quantity, Double> numbers) {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        numbers.forEach((quantity, number) -> values.put(quantity, Value.of(number)));
        return values;
    }
}
