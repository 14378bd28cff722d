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
import static org.openhab.binding.selectronic.internal.splink.memory.Conversion.*;
import static org.openhab.binding.selectronic.internal.splink.memory.RegisterType.*;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.EventCodes;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.States;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.UnitEvent.Type;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;

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
    private static final int EMPTY = 0xFFFF;

    private EventRecord(LogKind kind, LogRecord record, LogUnit unit) {
        super(record, unit, scales(kind, record, unit));
    }

    private static ScaleFactors scales(LogKind kind, LogRecord record, LogUnit unit) {
        ScaleFactors present = unit.setup().scales();
        return kind.isKnown(unit.format(kind)) ? new ScaleFactors(present.acVolts(), record.word(32), present.dcVolts(),
                record.word(34), record.word(35)) : present;
    }

    /**
     * @param kind the log
     * @param record a record of the log
     * @param unit the unit
     * @param before the time of the previous record
     * @return the event, empty for an empty slot
     */
    static Optional<UnitEvent> event(LogKind kind, LogRecord record, LogUnit unit, Instant before) {
        int code = record.word(2);
        if (code == EMPTY || !unit.isPossible(record.seconds())) {
            return Optional.empty();
        }
        EventRecord decoded = new EventRecord(kind, record, unit);
        int raised = kind == LogKind.ALERTS ? EventCodes.raisedBefore(code) : EventCodes.NONE;
        Type type = kind == LogKind.OPERATIONS ? Type.OPERATION
                : raised == EventCodes.NONE ? Type.ALERT_RAISED : Type.ALERT_CLEARED;
        return Optional.of(new UnitEvent(type, raised == EventCodes.NONE ? code : raised, decoded.time(before), false,
                decoded.snapshot()));
    }

    private Map<Quantity, Value> snapshot() {
        Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);
        // a unit that was just started has not measured yet and writes zeros
        if (record.word(3) != 0 || record.word(13) != 0) {
            put(numbers, BATTERY_VOLTAGE, number(3, S16, DC_VOLTS));
            put(numbers, BATTERY_STATE_OF_CHARGE, number(14, U16, PERCENT));
            put(numbers, LOAD_POWER, number(8, S32, AC_WATTS_FINE));
            put(numbers, LOAD_VOLTAGE, number(13, S16, AC_VOLTS));
            put(numbers, LOAD_FREQUENCY, number(15, S16, HUNDREDTHS));
            put(numbers, AC_SOURCE_POWER, 0 - number(12, S16, AC_WATTS));
            put(numbers, INVERTER_POWER, 0 - number(10, S32, AC_WATTS_FINE));
            put(numbers, INVERTER_DC_CURRENT, number(5, S16, DC_AMPERES));
            put(numbers, INVERTER_TRANSFORMER_TEMPERATURE, number(16, S16, TEMPERATURE));
            put(numbers, BATTERY_TEMPERATURE, number(19, S16, TEMPERATURE));
        }
        Map<Quantity, Value> values = values(numbers);
        values.put(INVERTER_MODE, States.INVERTER_MODE.ofCode(record.word(22)));
        values.put(INVERTER_CHARGE_STAGE, States.CHARGE_STAGE.ofCode(record.word(23)));
        values.put(INVERTER_CONTACTORS, States.CONTACTORS.ofCode(record.word(24)));
        values.put(GENERATOR_STATUS, States.GENERATOR_STATUS.ofCode(record.word(25)));
        values.put(GENERATOR_START_REASON, States.GENERATOR_REASON.ofCode(record.word(26)));
        values.put(GENERATOR_RUN_REASON, States.GENERATOR_REASON.ofCode(record.word(27)));
        values.values().removeIf(Value.UNKNOWN::equals);
        return values;
    }
}
