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

import static org.openhab.binding.selectronic.internal.splink.memory.Field.Sense.*;
import static org.openhab.binding.selectronic.internal.splink.memory.Form.*;
import static org.openhab.binding.selectronic.internal.splink.memory.Kind.*;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * The table of registers: the address of each, its form and its scaling.
 * <p>
 * Some registers have a new address from a certain version of the register map on; its name ends in that version.
 * Source: the rule of the vendor's program as implemented by P; C reads two of the new addresses. It is known of a few
 * registers only whether the old addresses are still updated, so the newest address of a map is read.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Field {
    // identity of the unit; S C P L
    MAP_VERSION(0xA009, U16, PLAIN),
    SCALES(0xA028, U16, PLAIN, 5),
    FIRMWARE(0xA032, U16, PLAIN),
    MODEL(0xA05D, U16, PLAIN),
    SERIAL_NUMBER(0xA05E, U32, PLAIN),
    HARDWARE_REVISION(0xA060, U16, PLAIN),
    // settings; P L
    APPLICATION(0xC000, U16, PLAIN),
    SHUNT_1_NAME(0xC109, U16, PLAIN),
    SHUNT_2_NAME(0xC10A, U16, PLAIN),

    // battery; S C P G. Power is positive when discharging, but current when charging (P: 52 W of load at -1.61 A; G)
    BATTERY_POWER(0xA02F, S32, DC_WATTS),
    BATTERY_TEMPERATURE(0xA03C, S16, TEMPERATURE),
    BATTERY_MIDPOINT(0xA046, S16, DC_VOLTS),
    BATTERY_VOLTS(0xA05C, S16, DC_VOLTS),
    BATTERY_CHARGE(0xA081, U16, PERCENT),
    BATTERY_CURRENT(0xA084, S32, DC_AMPERES, REVERSED),
    // energy into and out of the battery today (two clients and the vendor's overview); 0xA0AF and 0xA0B1 count
    // everything on the DC bus
    BATTERY_IN_TODAY(0xA0B5, U32, DC_ENERGY),
    BATTERY_OUT_TODAY(0xA0B7, U32, DC_ENERGY),
    BATTERY_IN_TOTAL(0xA18A, U32, DC_ENERGY),
    BATTERY_OUT_TOTAL(0xA1A5, U32, DC_ENERGY),

    // shunts; S C P G. They count a load on the battery as positive, so solar is negative (S; the gateway reverses it)
    SHUNT_1_POWER(0xA088, 1, DC_WATTS),
    SHUNT_2_POWER(0xA089, 2, DC_WATTS),
    SHUNT_1_TODAY(0xA0BA, 1, DC_ENERGY),
    SHUNT_2_TODAY(0xA0BB, 2, DC_ENERGY),
    SHUNT_1_TOTAL(0xA159, 1, S32),
    SHUNT_2_TOTAL(0xA16F, 2, S32),

    // AC-coupled solar; P G. S assumes that the gateway's solarinverter_w is the register of the finest resolution;
    // that maps have it from version 28 on is inferred from its address, which is after those that were added with 28
    COUPLED_POWER(0xA09B, U16, AC_WATTS, MAGNITUDE),
    COUPLED_POWER_20(COUPLED_POWER, 20, 0xA0AC),
    COUPLED_POWER_28(COUPLED_POWER, 28, 0xA3A8, U32, AC_WATTS_FINE),
    COUPLED_TODAY(0xA0C5, U16, AC_ENERGY),
    COUPLED_TODAY_25(COUPLED_TODAY, 25, 0xA0F2),
    COUPLED_TOTAL(0xA22F, U32, AC_ENERGY),
    COUPLED_TOTAL_25(COUPLED_TOTAL, 25, 0xA372),

    // load; S C P G
    LOAD_VOLTS(0xA090, U16, AC_VOLTS),
    LOAD_FREQUENCY(0xA092, S16, HERTZ),
    LOAD_POWER(0xA093, S32, AC_WATTS_FINE),
    LOAD_POWER_20(LOAD_POWER, 20, 0xA07A),
    LOAD_TODAY(0xA0BE, U16, AC_ENERGY),
    LOAD_TODAY_25(LOAD_TODAY, 25, 0xA0EC),
    LOAD_TOTAL(0xA1DE, U32, AC_ENERGY),
    LOAD_TOTAL_28(LOAD_TOTAL, 28, 0xA37E),

    // AC source; S C P G. Power is positive when exporting (event records of L with a generator that carries the load).
    // The meaning of the sign of the current is unknown, so it is dropped
    SOURCE_STATUS(0xA080, U16, PLAIN),
    SOURCE_POWER(0xA08A, S16, AC_WATTS, REVERSED),
    SOURCE_POWER_20(SOURCE_POWER, 20, 0xA0AB),
    SOURCE_CURRENT(0xA08C, S16, AC_AMPERES, MAGNITUDE),
    SOURCE_FREQUENCY(0xA08D, S16, HERTZ),
    SOURCE_VOLTS(0xA095, U16, AC_VOLTS),
    IMPORT_TODAY(0xA0BF, U16, AC_ENERGY),
    IMPORT_TODAY_25(IMPORT_TODAY, 25, 0xA0F0),
    EXPORT_TODAY(0xA0C2, U16, AC_ENERGY),
    EXPORT_TODAY_25(EXPORT_TODAY, 25, 0xA0ED),
    IMPORT_TOTAL(0xA1F3, U32, AC_ENERGY),
    IMPORT_TOTAL_25(IMPORT_TOTAL, 25, 0xA36E),
    EXPORT_TOTAL(0xA21B, U32, AC_ENERGY),
    EXPORT_TOTAL_25(EXPORT_TOTAL, 25, 0xA370),

    // generator; C P
    GENERATOR_START_REASON(0xA07E, U16, PLAIN),
    GENERATOR_RUN_REASON(0xA07F, U16, PLAIN),
    GENERATOR_STATUS(0xA096, U16, PLAIN),

    // the inverter itself; C P. AC power is positive when it charges (P: -52 W with 52 W of load; event records of L)
    HEATSINK_1(0xA037, S16, TEMPERATURE),
    HEATSINK_2(0xA038, S16, TEMPERATURE),
    TRANSFORMER(0xA03D, S16, TEMPERATURE),
    INVERTER_POWER(0xA058, S32, AC_WATTS_FINE, REVERSED),
    SCHEDULE(0xA070, U16, PLAIN),
    // settings of the logs; L P
    EVENT_FORMAT(0xA00A, U16, PLAIN),
    DETAILED_FORMAT(0xA00B, U16, PLAIN),
    DAILY_FORMAT(0xA00C, U16, PLAIN),
    LOG_INTERVAL(0xC036, U16, PLAIN),

    CHARGER_REGULATION(0xA075, U16, PLAIN),
    CHARGE_STAGE(0xA07C, U16, PLAIN),
    INVERTER_MODE(0xA07D, U16, PLAIN),
    INVERTER_CURRENT(0xA083, S16, DC_AMPERES),
    CONTACTORS(0xA113, U16, PLAIN),

    // active alerts, 0 for an empty slot; C
    ALERTS(0xA23D, U16, PLAIN, 20);

    /** How the sign of a register is interpreted. */
    enum Sense {
        /** According to the sign rule of the binding, or never negative. */
        AS_IS,
        /** The opposite of the sign rule. */
        REVERSED,
        /** The meaning of the sign is unknown: the distance from 0 is used, also for an unsigned register. */
        MAGNITUDE
    }

    private final WordRange range;
    private final Form form;
    private final Kind kind;
    private final Sense sense;
    private final int shunt;
    private final @Nullable Field before;
    private final int since;

    Field(WordRange range, Form form, Kind kind, Sense sense, int shunt, @Nullable Field before, int since) {
        this.range = range;
        this.form = form;
        this.kind = kind;
        this.sense = sense;
        this.shunt = shunt;
        this.before = before;
        this.since = since;
    }

    Field(int address, Form form, Kind kind) {
        this(address, form, kind, AS_IS);
    }

    Field(int address, Form form, Kind kind, Sense sense) {
        this(new WordRange(address, form.words()), form, kind, sense, 0, null, 0);
    }

    /** Several consecutive registers of the same kind. */
    Field(int address, Form form, Kind kind, int count) {
        this(new WordRange(address, count * form.words()), form, kind, AS_IS, 0, null, 0);
    }

    /** The flow through a shunt, in one word. */
    Field(int address, int shunt, Kind kind) {
        this(new WordRange(address, S16.words()), S16, kind, REVERSED, shunt, null, 0);
    }

    /** The total energy through a shunt. */
    Field(int address, int shunt, Form form) {
        this(new WordRange(address, form.words()), form, DC_ENERGY, REVERSED, shunt, null, 0);
    }

    /** A new address of a register. */
    Field(Field before, int since, int address) {
        this(before, since, address, before.form, before.kind);
    }

    Field(Field before, int since, int address, Form form, Kind kind) {
        this(new WordRange(address, form.words()), form, kind, before.sense, before.shunt, before, since);
    }

    /**
     * @param mapVersion the version of a register map
     * @return the newest address that such a map has for this register
     */
    public Field in(int mapVersion) {
        Field newest = this;
        for (Field field : values()) {
            if (field.before == this && field.since <= mapVersion && field.since > newest.since) {
                newest = field;
            }
        }
        return newest;
    }

    /** @return the address range of its words */
    public WordRange range() {
        return range;
    }

    /** @return how it encodes its number */
    public Form form() {
        return form;
    }

    /** @return the scaling of its counts */
    public Kind kind() {
        return kind;
    }

    /** The number of the shunt for the energy of a shunt, 0 for all others. */
    int shunt() {
        return shunt;
    }

    /** Returns the value; that of the first register if there are several. */
    Value value(int[] words, ScaleFactors scales) {
        long raw = form.number(words, 0);
        if (!form.isAvailable(raw)) {
            return Value.UNKNOWN;
        }
        long counts = raw;
        if (sense == REVERSED) {
            counts = 0 - raw;
        } else if (sense == MAGNITUDE) {
            counts = form.magnitude(raw);
        }
        return kind.value(counts, scales);
    }
}
