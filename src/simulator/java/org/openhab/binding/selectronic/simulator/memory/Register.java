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
package org.openhab.binding.selectronic.simulator.memory;

import java.math.BigDecimal;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Registers that the simulated unit fills: place, form and scale, as public clients of the native protocol list them.
 * {@code MOVED} and {@code PHASE} name the second place that a value got with a later memory map; older units leave it
 * empty.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Register {
    COMM_PORT(40960, Words.U16, Kind.RAW),
    SETTINGS_VERSION(40967, Words.U16, Kind.RAW),
    MEMORY_MAP_VERSION(40969, Words.U16, Kind.RAW),
    COMMS_CARD_PRESENT(40982, Words.U16, Kind.RAW),
    COMMS_CARD_SERIAL(40983, Words.U32, Kind.RAW),
    COMMS_CARD_SOFTWARE(40987, Words.U16, Kind.CENTI),
    APPLICATION(40999, Words.U16, Kind.RAW),
    SCALE_AC_VOLTS(41000, Words.U16, Kind.RAW),
    SCALE_AC_CURRENT(41001, Words.U16, Kind.RAW),
    SCALE_DC_VOLTS(41002, Words.U16, Kind.RAW),
    SCALE_DC_CURRENT(41003, Words.U16, Kind.RAW),
    SCALE_TEMPERATURE(41004, Words.U16, Kind.RAW),
    SCALE_INTERNAL(41005, Words.U16, Kind.RAW),
    DC_VOLTS(41006, Words.S16, Kind.DC_V),
    BATTERY_POWER(41007, Words.S32, Kind.DC_W),
    DC_INVERTER_POWER(41009, Words.S16, Kind.DC_W),
    FIRMWARE(41010, Words.U16, Kind.CENTI),
    GRID_FIRMWARE(41014, Words.U16, Kind.CENTI),
    HEATSINK_1_TEMPERATURE(41015, Words.S16, Kind.TEMP),
    HEATSINK_2_TEMPERATURE(41016, Words.S16, Kind.TEMP),
    BOARD_TEMPERATURE(41019, Words.S16, Kind.TEMP),
    BATTERY_TEMPERATURE(41020, Words.S16, Kind.TEMP),
    TRANSFORMER_TEMPERATURE(41021, Words.S16, Kind.TEMP),
    INLET_TEMPERATURE(41022, Words.S16, Kind.TEMP),
    CHARGE_STATUS(41029, Words.U16, Kind.RAW),
    BATTERY_MID_POINT(41030, Words.S16, Kind.DC_V),
    INVERTER_POWER(41048, Words.S32, Kind.AC_W32),
    BATTERY_SENSE_VOLTS(41051, Words.S16, Kind.DC_V),
    BATTERY_VOLTS(41052, Words.S16, Kind.DC_V),
    MODEL(41053, Words.U16, Kind.RAW),
    SERIAL(41054, Words.U32, Kind.RAW),
    HARDWARE_REVISION(41056, Words.U16, Kind.RAW),
    SCHEDULE(41072, Words.U16, Kind.RAW),
    INPUT_CAPACITY(41073, Words.S16, Kind.AC_W16),
    EXPORT_CAPACITY(41074, Words.S16, Kind.AC_W16),
    CHARGE_CAPACITY(41075, Words.S16, Kind.AC_W16),
    SUPPORT_CAPACITY(41076, Words.S16, Kind.AC_W16),
    CHARGER_STATUS(41077, Words.U16, Kind.RAW),
    LOAD_POWER_PHASE(41082, Words.S32, Kind.AC_W32, 20),
    CHARGE_STAGE_NOW(41084, Words.U16, Kind.RAW),
    INVERTER_MODE(41085, Words.U16, Kind.RAW),
    GENERATOR_START_REASON(41086, Words.U16, Kind.RAW),
    GENERATOR_RUN_REASON(41087, Words.U16, Kind.RAW),
    SOURCE_STATUS(41088, Words.U16, Kind.RAW),
    SOC(41089, Words.U16, Kind.PCT256),
    DC_CURRENT(41091, Words.S16, Kind.DC_A),
    BATTERY_CURRENT(41092, Words.S32, Kind.DC_A),
    SHUNT_1_CURRENT(41094, Words.S16, Kind.DC_A),
    SHUNT_2_CURRENT(41095, Words.S16, Kind.DC_A),
    SHUNT_1_POWER(41096, Words.S16, Kind.DC_W),
    SHUNT_2_POWER(41097, Words.S16, Kind.DC_W),
    SOURCE_POWER(41098, Words.S16, Kind.AC_W16),
    SOURCE_POWER_5_MIN(41099, Words.S16, Kind.AC_W16),
    SOURCE_CURRENT(41100, Words.S16, Kind.AC_A),
    SOURCE_FREQUENCY(41101, Words.S16, Kind.CENTI),
    INVERTER_VOLTS(41104, Words.U16, Kind.AC_V),
    INVERTER_CURRENT(41105, Words.S16, Kind.AC_A),
    INVERTER_FREQUENCY(41106, Words.S16, Kind.CENTI),
    LOAD_POWER(41107, Words.S32, Kind.AC_W32),
    SOURCE_VOLTS(41109, Words.U16, Kind.AC_V),
    GENERATOR_STATUS(41110, Words.U16, Kind.RAW),
    COUPLED_POWER(41115, Words.U16, Kind.AC_W16),
    SOURCE_POWER_PHASE(41131, Words.S16, Kind.AC_W16, 20),
    COUPLED_POWER_PHASE(41132, Words.U16, Kind.AC_W16, 20),
    DC_IN_TODAY(41135, Words.U32, Kind.DC_WH),
    DC_OUT_TODAY(41137, Words.U32, Kind.DC_WH),
    DC_NET_TODAY(41139, Words.S32, Kind.DC_WH),
    BATTERY_IN_TODAY(41141, Words.U32, Kind.DC_WH),
    BATTERY_OUT_TODAY(41143, Words.U32, Kind.DC_WH),
    INVERTER_DC_TODAY(41145, Words.S16, Kind.DC_WH),
    SHUNT_1_TODAY(41146, Words.S16, Kind.DC_WH),
    SHUNT_2_TODAY(41147, Words.S16, Kind.DC_WH),
    LOAD_TODAY(41150, Words.U16, Kind.AC_WH),
    SOURCE_IN_TODAY(41151, Words.U16, Kind.AC_WH),
    SOURCE_OUT_TODAY(41154, Words.U16, Kind.AC_WH),
    COUPLED_TODAY(41157, Words.U16, Kind.AC_WH),
    QUICK_SOURCE_VOLTS(41175, Words.U16, Kind.AC_V),
    QUICK_BATTERY_IN_TODAY(41176, Words.U32, Kind.DC_WH),
    QUICK_BATTERY_OUT_TODAY(41178, Words.U32, Kind.DC_WH),
    QUICK_DC_NET_TODAY(41180, Words.S32, Kind.DC_WH),
    QUICK_BATTERY_POWER(41182, Words.S32, Kind.DC_W),
    QUICK_BATTERY_CURRENT(41184, Words.S32, Kind.DC_A),
    QUICK_SHUNT_1_CURRENT(41186, Words.S16, Kind.DC_A),
    QUICK_SHUNT_2_CURRENT(41187, Words.S16, Kind.DC_A),
    QUICK_SHUNT_1_POWER(41188, Words.S16, Kind.DC_W),
    QUICK_SHUNT_2_POWER(41189, Words.S16, Kind.DC_W),
    QUICK_SOC(41190, Words.U16, Kind.PCT256),
    QUICK_LOAD_POWER(41191, Words.S32, Kind.AC_W32),
    QUICK_SOURCE_POWER(41193, Words.S16, Kind.AC_W16),
    QUICK_GENERATOR_STATUS(41194, Words.U16, Kind.RAW),
    QUICK_BATTERY_VOLTS(41195, Words.S16, Kind.DC_V),
    LOAD_TODAY_MOVED(41196, Words.U16, Kind.AC_WH, 25),
    SOURCE_OUT_TODAY_MOVED(41197, Words.U16, Kind.AC_WH, 25),
    QUICK_GENERATOR_START_REASON(41198, Words.U16, Kind.RAW),
    QUICK_COUPLED_POWER(41199, Words.U16, Kind.AC_W16),
    SOURCE_IN_TODAY_MOVED(41200, Words.U16, Kind.AC_WH, 25),
    COUPLED_TODAY_MOVED(41202, Words.U16, Kind.AC_WH, 25),
    LAMP_ABSORB(41217, Words.U16, Kind.RAW),
    LAMP_BULK(41218, Words.U16, Kind.RAW),
    LAMP_FLOAT(41220, Words.U16, Kind.RAW),
    LAMP_GENERATOR(41224, Words.U16, Kind.RAW),
    LAMP_SERVICE(41231, Words.U16, Kind.RAW),
    LAMP_SHUT_DOWN(41233, Words.U16, Kind.RAW),
    LOAD_VOLTS(41234, Words.U16, Kind.AC_V),
    CONTACTORS(41235, Words.U16, Kind.RAW),
    DC_IN_TOTAL(41255, Words.U32, Kind.DC_WH),
    DC_OUT_TOTAL(41257, Words.U32, Kind.DC_WH),
    SHUNT_1_TOTAL(41305, Words.S32, Kind.DC_WH),
    SHUNT_2_TOTAL(41327, Words.S32, Kind.DC_WH),
    BATTERY_IN_TOTAL(41354, Words.U32, Kind.DC_WH),
    BATTERY_OUT_TOTAL(41381, Words.U32, Kind.DC_WH),
    LOAD_TOTAL(41438, Words.U32, Kind.AC_WH),
    SOURCE_IN_TOTAL(41459, Words.U32, Kind.AC_WH),
    SOURCE_OUT_TOTAL(41499, Words.U32, Kind.AC_WH),
    COUPLED_TOTAL(41519, Words.U32, Kind.AC_WH),
    ALERT_SLOT_0(41533, Words.U16, Kind.RAW),
    TARGET_CHARGE_VOLTS(41556, Words.S16, Kind.DC_V),
    TARGET_CHARGE_CURRENT(41557, Words.S32, Kind.DC_A),
    SOURCE_IN_TOTAL_MOVED(41838, Words.U32, Kind.AC_WH, 25),
    SOURCE_OUT_TOTAL_MOVED(41840, Words.U32, Kind.AC_WH, 25),
    COUPLED_TOTAL_MOVED(41842, Words.U32, Kind.AC_WH, 25),
    LOAD_TOTAL_MOVED(41854, Words.U32, Kind.AC_WH, 28),
    COUPLED_POWER_FINE(41896, Words.U32, Kind.AC_W32),
    COUPLED_POWER_COARSE(41899, Words.U16, Kind.AC_W16),
    COUPLED_INVERTERS(41912, Words.U16, Kind.RAW),
    LOG_INTERVAL(49206, Words.U16, Kind.RAW),
    SHUNT_1_NAME(49417, Words.U16, Kind.RAW),
    SHUNT_2_NAME(49418, Words.U16, Kind.RAW);

    private final int address;
    private final Words words;
    private final Kind kind;
    private final int since;

    Register(int address, Words words, Kind kind) {
        this(address, words, kind, 0);
    }

    Register(int address, Words words, Kind kind, int since) {
        this.address = address;
        this.words = words;
        this.kind = kind;
        this.since = since;
    }

    public int address() {
        return address;
    }

    public Words words() {
        return words;
    }

    public Kind kind() {
        return kind;
    }

    /** The memory map that brought it. */
    public int since() {
        return since;
    }

    /** Physical value in an image, exactly. */
    public BigDecimal in(ProcessImage image) {
        return kind.value(image.counts(this), image.scales());
    }
}
