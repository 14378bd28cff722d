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

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.memory.ShuntName;

/**
 * A record of the daily log, format 5, written at 23:59:59: the counters at that time. Source: word table of P. That
 * the counters continue from day to day is inferred from the one published record, which has 8.3 kWh of load on a unit
 * that carried 52 W for 108 hours; it is not proven for each counter.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class DailyRecord extends DecodedRecord {
    DailyRecord(LogRecord record, LogUnit unit) {
        super(LogKind.DAILY, record, unit);
    }

    /** Returns the counters in kilowatt hours. */
    Map<Quantity, Value> values() {
        Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);
        put(numbers, BATTERY_ENERGY_IN_TOTAL, number("BATTERY_ENERGY_IN"));
        put(numbers, BATTERY_ENERGY_OUT_TOTAL, number("BATTERY_ENERGY_OUT"));
        put(numbers, SOLAR_ENERGY_TOTAL, number("COUPLED_ENERGY")
                + unit.sum(ShuntName::isSolar, number("SHUNT_1_ENERGY"), number("SHUNT_2_ENERGY")));
        put(numbers, LOAD_ENERGY_TOTAL, number("LOAD_ENERGY"));
        put(numbers, AC_SOURCE_ENERGY_IMPORT_TOTAL, number("SOURCE_ENERGY_IN"));
        put(numbers, AC_SOURCE_ENERGY_EXPORT_TOTAL, number("EXPORT_ENERGY"));
        return values(numbers);
    }
}
