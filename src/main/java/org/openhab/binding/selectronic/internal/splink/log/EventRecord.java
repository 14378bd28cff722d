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
import org.openhab.binding.selectronic.internal.splink.memory.Conversion;
import org.openhab.binding.selectronic.internal.splink.memory.Limits;
import org.openhab.binding.selectronic.internal.splink.memory.RegisterType;
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
final class EventRecord {
    private static final int FORMAT = 3;
    private static final int EMPTY = 0xFFFF;

    private final int[] words;
    private final int at;
    private final ScaleFactors scales;
    private final Limits limits;
    private final Map<Quantity, Value> snapshot = new EnumMap<>(Quantity.class);

    private EventRecord(int[] words, int at, LogUnit unit) {
        this.words = words;
        this.at = at;
        ScaleFactors present = unit.scales();
        this.scales = isKnown(unit.eventFormat())
                ? new ScaleFactors(present.acVolts(), words[at + 32], present.dcVolts(), words[at + 34], words[at + 35])
                : present;
        this.limits = unit.limits(scales);
    }

    /** Whether records of this format are completely known. */
    static boolean isKnown(int format) {
        return format == FORMAT;
    }

    /**
     * @param kind the log
     * @param words the words of a read
     * @param at index of the first word of the record
     * @param unit the unit
     * @param before the time of the previous record
     * @return the event, empty for an empty slot
     */
    static Optional<UnitEvent> event(LogKind kind, int[] words, int at, LogUnit unit, Instant before) {
        long seconds = UnitTime.stamp(words, at);
        int code = words[at + 2];
        if (code == EMPTY || seconds == UnitTime.NONE || UnitTime.isAfter(seconds, unit.zone(), unit.latest())) {
            return Optional.empty();
        }
        Instant time = UnitTime.of(seconds, unit.zone(), before);
        Map<Quantity, Value> snapshot = new EventRecord(words, at, unit).snapshot();
        if (kind != LogKind.ALERTS) {
            return Optional.of(new UnitEvent(Type.OPERATION, code, time, false, snapshot));
        }
        int raised = EventCodes.raisedBefore(code);
        return Optional.of(raised == EventCodes.NONE ? new UnitEvent(Type.ALERT_RAISED, code, time, false, snapshot)
                : new UnitEvent(Type.ALERT_CLEARED, raised, time, false, snapshot));
    }

    private Map<Quantity, Value> snapshot() {
        // a unit that was just started has not measured yet and writes zeros
        boolean measured = words[at + 3] != 0 || words[at + 13] != 0;
        if (measured) {
            put(BATTERY_VOLTAGE, 3, S16, DC_VOLTS, 1);
            put(BATTERY_STATE_OF_CHARGE, 14, U16, PERCENT, 1);
            put(LOAD_POWER, 8, S32, AC_WATTS_FINE, 1);
            put(LOAD_VOLTAGE, 13, S16, AC_VOLTS, 1);
            put(LOAD_FREQUENCY, 15, S16, HUNDREDTHS, 1);
            put(AC_SOURCE_POWER, 12, S16, AC_WATTS, -1);
            put(INVERTER_POWER, 10, S32, AC_WATTS_FINE, -1);
            put(INVERTER_DC_CURRENT, 5, S16, DC_AMPERES, 1);
            put(INVERTER_TRANSFORMER_TEMPERATURE, 16, S16, TEMPERATURE, 1);
            put(BATTERY_TEMPERATURE, 19, S16, TEMPERATURE, 1);
        }
        snapshot.put(INVERTER_MODE, States.INVERTER_MODE.ofCode(words[at + 22]));
        snapshot.put(INVERTER_CHARGE_STAGE, States.CHARGE_STAGE.ofCode(words[at + 23]));
        snapshot.put(INVERTER_CONTACTORS, States.CONTACTORS.ofCode(words[at + 24]));
        snapshot.put(GENERATOR_STATUS, States.GENERATOR_STATUS.ofCode(words[at + 25]));
        snapshot.put(GENERATOR_START_REASON, States.GENERATOR_REASON.ofCode(words[at + 26]));
        snapshot.put(GENERATOR_RUN_REASON, States.GENERATOR_REASON.ofCode(words[at + 27]));
        snapshot.values().removeIf(Value.UNKNOWN::equals);
        return snapshot;
    }

    private void put(Quantity quantity, int word, RegisterType type, Conversion conversion, int sign) {
        long raw = type.number(words, at + word);
        if (type.isAvailable(raw) && conversion.value(sign * raw, scales) instanceof Value.Numeric reported) {
            snapshot.put(quantity, limits.bounded(quantity, reported.number()));
        }
    }
}
