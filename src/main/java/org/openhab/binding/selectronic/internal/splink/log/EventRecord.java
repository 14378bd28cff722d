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

import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.EventCodes;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.UnitEvent.Type;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.memory.Register;

/**
 * A record of the logs of alerts and operations: a code, and the values that the unit measured at that moment. Source:
 * word tables of P, and of L as far as it names words; a published alert record of format 3 matches them. All formats
 * share the first 28 words, which are decoded here; only the scale factors after them are at the addresses of format 3,
 * so records of other formats are decoded with the current ones.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class EventRecord extends DecodedRecord {
    private final LogKind kind;

    private EventRecord(LogKind kind, LogRecord record, LogUnit unit) {
        super(kind, record, unit);
        this.kind = kind;
    }

    /**
     * @param kind the log
     * @param record a record of the log
     * @param unit the unit
     * @return the record, empty for an empty slot
     */
    static Optional<EventRecord> of(LogKind kind, LogRecord record, LogUnit unit) {
        EventRecord decoded = new EventRecord(kind, record, unit);
        return Double.isNaN(decoded.number(Column.CODE)) || !unit.isPossible(record.seconds()) ? Optional.empty()
                : Optional.of(decoded);
    }

    /** Returns the event of a record as {@link #of}, dated after the previous record. */
    static Optional<UnitEvent> event(LogKind kind, LogRecord record, LogUnit unit, Instant before) {
        return of(kind, record, unit).map(decoded -> decoded.event(before));
    }

    UnitEvent event(Instant before) {
        int code = (int) number(Column.CODE);
        int raised = kind == LogKind.ALERTS ? EventCodes.raisedBefore(code) : EventCodes.NONE;
        Type type = kind == LogKind.OPERATIONS ? Type.OPERATION
                : raised == EventCodes.NONE ? Type.ALERT_RAISED : Type.ALERT_CLEARED;
        return new UnitEvent(type, raised == EventCodes.NONE ? code : raised, time(before), false, snapshot());
    }

    /** Whether it has measurements: a unit that was just started has not measured yet and writes zeros. */
    private boolean isMeasured() {
        return number(Column.BATTERY_VOLTS) != 0 || number(Column.LOAD_VOLTS) != 0;
    }

    @Override
    Value shown(Register column) {
        return column.unit().isEmpty() || isMeasured() ? super.shown(column) : Value.UNKNOWN;
    }

    private Map<Quantity, Value> snapshot() {
        Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);
        if (isMeasured()) {
            put(numbers, BATTERY_VOLTAGE, number(Column.BATTERY_VOLTS));
            put(numbers, BATTERY_STATE_OF_CHARGE, number(Column.STATE_OF_CHARGE));
            put(numbers, LOAD_POWER, number(Column.LOAD_POWER));
            put(numbers, LOAD_VOLTAGE, number(Column.LOAD_VOLTS));
            put(numbers, LOAD_FREQUENCY, number(Column.LOAD_FREQUENCY));
            put(numbers, AC_SOURCE_POWER, number(Column.SOURCE_POWER));
            put(numbers, INVERTER_POWER, number(Column.INVERTER_POWER));
            put(numbers, INVERTER_DC_CURRENT, number(Column.INVERTER_DC_CURRENT));
            put(numbers, INVERTER_TRANSFORMER_TEMPERATURE, number(Column.TRANSFORMER));
            put(numbers, BATTERY_TEMPERATURE, number(Column.BATTERY_TEMPERATURE));
        }
        Map<Quantity, Value> values = values(numbers);
        values.put(INVERTER_MODE, value(Column.INVERTER_MODE));
        values.put(INVERTER_CHARGE_STAGE, value(Column.CHARGE_STAGE));
        values.put(INVERTER_CONTACTORS, value(Column.CONTACTORS));
        values.put(GENERATOR_STATUS, value(Column.GENERATOR_STATUS));
        values.put(GENERATOR_START_REASON, value(Column.GENERATOR_START_REASON));
        values.put(GENERATOR_RUN_REASON, value(Column.GENERATOR_RUN_REASON));
        values.values().removeIf(Value.UNKNOWN::equals);
        return values;
    }
}
