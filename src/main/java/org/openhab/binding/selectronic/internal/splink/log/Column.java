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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.splink.memory.Register;

/**
 * The columns of the table of log records that are converted to quantities, each with its name there. Looked up once
 * for all logs and formats, since a log has thousands of records.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
enum Column {
    AC_VOLTS_SCALE,
    AC_CURRENT_SCALE,
    DC_VOLTS_SCALE,
    DC_CURRENT_SCALE,
    TEMPERATURE_SCALE,
    LOAD_POWER,
    SOURCE_POWER,
    STATE_OF_CHARGE,
    BATTERY_ENERGY_IN,
    BATTERY_ENERGY_OUT,
    LOAD_ENERGY,
    SOURCE_ENERGY_IN,
    EXPORT_ENERGY,
    BATTERY_VOLTS,
    INVERTER_DC_CURRENT,
    SHUNT_1_CURRENT,
    SHUNT_2_CURRENT,
    COUPLED_POWER,
    COUPLED_ENERGY,
    SHUNT_1_ENERGY,
    SHUNT_2_ENERGY,
    CODE,
    LOAD_VOLTS,
    LOAD_FREQUENCY,
    INVERTER_POWER,
    TRANSFORMER,
    BATTERY_TEMPERATURE,
    INVERTER_MODE,
    CHARGE_STAGE,
    CONTACTORS,
    GENERATOR_STATUS,
    GENERATOR_START_REASON,
    GENERATOR_RUN_REASON;

    private final @Nullable Register[][] ofLogs = new @Nullable Register[LogKind.values().length][];

    Column() {
        for (LogKind kind : LogKind.values()) {
            @Nullable
            Register[] ofFormats = new @Nullable Register[kind.lastFormat() + 1];
            for (int format = 0; format < ofFormats.length; format++) {
                ofFormats[format] = kind.columns(format).get(name());
            }
            ofLogs[kind.ordinal()] = ofFormats;
        }
    }

    /**
     * @param kind a log
     * @param format the format of its records, 0 for one that is not known
     * @return the column in such a record, null if it has none
     */
    @Nullable
    Register in(LogKind kind, int format) {
        return ofLogs[kind.ordinal()][format];
    }
}
