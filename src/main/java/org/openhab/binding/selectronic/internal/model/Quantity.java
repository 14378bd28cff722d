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
package org.openhab.binding.selectronic.internal.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The table of everything that can be known about a power system. Definitions, README, examples and mapping are checked
 * against it; no unit or sign is defined anywhere else.
 * <p>
 * Sources: names and units of the members from several public clients of the gateway that agree; members named {@code
 * *_wh_*} are <b>kilowatt hours</b> (five published bodies give a house's daily consumption of 5 to 25 kWh, which as
 * watt hours would be absurd); signs as described at {@link Sign}. Registers are referred to by their names in the
 * table of registers, which has their addresses and sources.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Quantity {
    BATTERY_STATE_OF_CHARGE("battery", "state-of-charge", ChannelForm.STATE_OF_CHARGE, member("battery_soc"),
            words("BATTERY_CHARGE")),
    BATTERY_POWER("battery", "power", ChannelForm.POWER, Sign.DISCHARGING, member("battery_w"), words("BATTERY_POWER")),
    BATTERY_CHARGING_POWER("battery", "charging-power", ChannelForm.POWER, derived()),
    BATTERY_DISCHARGING_POWER("battery", "discharging-power", ChannelForm.POWER, derived()),
    BATTERY_ENERGY_IN_TODAY("battery", "energy-in-today", ChannelForm.ENERGY, Reset.DAILY,
            member("battery_in_wh_today"), words("BATTERY_IN_TODAY")),
    BATTERY_ENERGY_OUT_TODAY("battery", "energy-out-today", ChannelForm.ENERGY, Reset.DAILY,
            member("battery_out_wh_today"), words("BATTERY_OUT_TODAY")),
    BATTERY_ENERGY_IN_TOTAL("battery", "energy-in-total", ChannelForm.ENERGY, Reset.NEVER,
            member("battery_in_wh_total"), words("BATTERY_IN_TOTAL")),
    BATTERY_ENERGY_OUT_TOTAL("battery", "energy-out-total", ChannelForm.ENERGY, Reset.NEVER,
            member("battery_out_wh_total"), words("BATTERY_OUT_TOTAL")),
    BATTERY_TIME_TO_EMPTY("battery", "time-to-empty", ChannelForm.TIME_LEFT, derived()),
    BATTERY_TIME_TO_FULL("battery", "time-to-full", ChannelForm.TIME_LEFT, derived()),
    BATTERY_VOLTAGE("battery", "voltage", ChannelForm.VOLTAGE, none(), words("BATTERY_VOLTS")),
    BATTERY_CURRENT("battery", "current", ChannelForm.CURRENT, Sign.DISCHARGING, none(), words("BATTERY_CURRENT")),
    BATTERY_TEMPERATURE("battery", "temperature", ChannelForm.TEMPERATURE, none(), words("BATTERY_TEMPERATURE")),
    BATTERY_MIDPOINT_VOLTAGE("battery", "midpoint-voltage", ChannelForm.MIDPOINT_VOLTAGE, none(),
            words("BATTERY_MIDPOINT")),
    BATTERY_CYCLES("battery", "cycles", ChannelForm.CYCLES, derived()),
    BATTERY_EFFICIENCY("battery", "efficiency", ChannelForm.SHARE, derived()),
    BATTERY_LAST_FULL("battery", "last-full", ChannelForm.MOMENT, derived()),
    BATTERY_DAYS_TO_EQUALISE("battery", "days-to-equalise", ChannelForm.DAYS, none(), words("DAYS_TO_EQUALISE")),
    BATTERY_SHUTDOWN_CHARGE("battery", "shutdown-charge", ChannelForm.CHARGE_SETTING, none(), derived()),
    BATTERY_ABSORB_VOLTAGE("battery", "absorb-voltage", ChannelForm.VOLTAGE_SETTING, none(), derived()),
    BATTERY_FLOAT_VOLTAGE("battery", "float-voltage", ChannelForm.VOLTAGE_SETTING, none(), derived()),

    SOLAR_POWER("solar", "power", ChannelForm.SOLAR_POWER, Sign.FEEDING, derived()),
    SOLAR_AC_COUPLED_POWER("solar", "ac-coupled-power", ChannelForm.SOLAR_POWER, Sign.FEEDING,
            member("solarinverter_w"), words("COUPLED_POWER")),
    SOLAR_DC_COUPLED_POWER("solar", "dc-coupled-power", ChannelForm.SOLAR_POWER, Sign.FEEDING, member("shunt_w"),
            words("SHUNT_1_POWER", "SHUNT_2_POWER")),
    SOLAR_ENERGY_TODAY("solar", "energy-today", ChannelForm.SOLAR_ENERGY, Reset.DAILY, member("solar_wh_today"),
            words("COUPLED_TODAY", "SHUNT_1_TODAY", "SHUNT_2_TODAY")),
    SOLAR_ENERGY_TOTAL("solar", "energy-total", ChannelForm.SOLAR_ENERGY, Reset.NEVER, member("solar_wh_total"),
            words("COUPLED_TOTAL", "SHUNT_1_TOTAL", "SHUNT_2_TOTAL")),

    LOAD_POWER("load", "power", ChannelForm.LOAD_POWER, Sign.CONSUMING, member("load_w"), words("LOAD_POWER")),
    LOAD_ENERGY_TODAY("load", "energy-today", ChannelForm.LOAD_ENERGY, Reset.DAILY, member("load_wh_today"),
            words("LOAD_TODAY")),
    LOAD_ENERGY_TOTAL("load", "energy-total", ChannelForm.LOAD_ENERGY, Reset.NEVER, member("load_wh_total"),
            words("LOAD_TOTAL")),
    LOAD_VOLTAGE("load", "voltage", ChannelForm.VOLTAGE, none(), words("LOAD_VOLTS")),
    LOAD_FREQUENCY("load", "frequency", ChannelForm.FREQUENCY, none(), words("LOAD_FREQUENCY")),

    OTHER_DC_SOURCES_POWER("dc-bus", "sources-power", ChannelForm.POWER, Sign.FEEDING, none(),
            words("SHUNT_1_POWER", "SHUNT_2_POWER")),
    DC_LOADS_POWER("dc-bus", "loads-power", ChannelForm.POWER, Sign.CONSUMING, none(),
            words("SHUNT_1_POWER", "SHUNT_2_POWER")),

    AC_SOURCE_POWER("ac-source", "power", ChannelForm.AC_SOURCE_POWER, Sign.IMPORTING, negatedMember("grid_w"),
            words("SOURCE_POWER")),
    AC_SOURCE_IMPORT_POWER("ac-source", "import-power", ChannelForm.AC_SOURCE_POWER, derived()),
    AC_SOURCE_EXPORT_POWER("ac-source", "export-power", ChannelForm.AC_SOURCE_POWER, derived()),
    AC_SOURCE_ENERGY_IMPORT_TODAY("ac-source", "energy-import-today", ChannelForm.AC_SOURCE_ENERGY, Reset.DAILY,
            member("grid_in_wh_today"), words("IMPORT_TODAY")),
    AC_SOURCE_ENERGY_EXPORT_TODAY("ac-source", "energy-export-today", ChannelForm.AC_SOURCE_ENERGY, Reset.DAILY,
            member("grid_out_wh_today"), words("EXPORT_TODAY")),
    AC_SOURCE_ENERGY_IMPORT_TOTAL("ac-source", "energy-import-total", ChannelForm.AC_SOURCE_ENERGY, Reset.NEVER,
            member("grid_in_wh_total"), words("IMPORT_TOTAL")),
    AC_SOURCE_ENERGY_EXPORT_TOTAL("ac-source", "energy-export-total", ChannelForm.AC_SOURCE_ENERGY, Reset.NEVER,
            member("grid_out_wh_total"), words("EXPORT_TOTAL")),
    AC_SOURCE_VOLTAGE("ac-source", "voltage", ChannelForm.VOLTAGE, none(), words("SOURCE_VOLTS")),
    AC_SOURCE_CURRENT("ac-source", "current", ChannelForm.CURRENT, none(), words("SOURCE_CURRENT")),
    AC_SOURCE_FREQUENCY("ac-source", "frequency", ChannelForm.FREQUENCY, none(), words("SOURCE_FREQUENCY")),
    AC_SOURCE_STATUS("ac-source", "status", ChannelForm.AC_SOURCE_STATUS, none(), words("SOURCE_STATUS")),
    AC_SOURCE_PRESENT("ac-source", "present", ChannelForm.AC_SOURCE_PRESENT, derived()),
    AC_SOURCE_PRESENT_SINCE("ac-source", "present-since", ChannelForm.MOMENT, none(), derived()),
    AC_SOURCE_OUTAGES("ac-source", "outages", ChannelForm.OUTAGES, none(), derived()),

    GENERATOR_RUNNING("generator", "running", ChannelForm.GENERATOR_RUNNING, derived()),
    GENERATOR_STATUS("generator", "status", ChannelForm.GENERATOR_STATUS, member("gen_status"),
            words("GENERATOR_STATUS")),
    GENERATOR_START_REASON("generator", "start-reason", ChannelForm.GENERATOR_REASON, none(),
            words("GENERATOR_START_REASON")),
    GENERATOR_RUN_REASON("generator", "run-reason", ChannelForm.GENERATOR_REASON, none(),
            words("GENERATOR_RUN_REASON")),
    GENERATOR_RUN_TIME("generator", "run-time", ChannelForm.RUN_TIME, Reset.RUN, derived()),
    GENERATOR_RUN_ENERGY("generator", "run-energy", ChannelForm.CALCULATED_ENERGY, Reset.RUN, derived()),
    GENERATOR_RUN_START("generator", "run-start", ChannelForm.RUN_MOMENT, derived()),
    GENERATOR_RUN_END("generator", "run-end", ChannelForm.RUN_MOMENT, derived()),
    GENERATOR_RUN_MEAN_POWER("generator", "run-mean-power", ChannelForm.GENERATOR_POWER, derived()),
    GENERATOR_RUNS_TODAY("generator", "runs-today", ChannelForm.RUN_COUNT, derived()),
    GENERATOR_RUN_HOURS("generator", "run-hours", ChannelForm.RUN_HOURS, derived(), words("SOURCE_TIME_TOTAL")),
    GENERATOR_LAST_RUN_AGE("generator", "last-run-age", ChannelForm.DAYS, derived()),
    GENERATOR_HOURS_TO_SERVICE("generator", "hours-to-service", ChannelForm.TIME_LEFT, derived()),
    GENERATOR_EXPLANATION("generator", "explanation", ChannelForm.EXPLANATION, none(), derived()),
    GENERATOR_LAST_EVENT("generator", "last-event", ChannelForm.EVENT_TEXT, none(), derived()),
    GENERATOR_START_CHARGE("generator", "start-charge", ChannelForm.CHARGE_SETTING, none(), derived()),
    GENERATOR_STOP_CHARGE("generator", "stop-charge", ChannelForm.CHARGE_SETTING, none(), derived()),
    GENERATOR_AVAILABLE("generator", "available", ChannelForm.GENERATOR_AVAILABLE, none(), derived()),

    INVERTER_MODE("inverter", "mode", ChannelForm.INVERTER_MODE, none(), words("INVERTER_MODE")),
    INVERTER_CHARGE_STAGE("inverter", "charge-stage", ChannelForm.CHARGE_STAGE, none(), words("CHARGE_STAGE")),
    INVERTER_POWER("inverter", "power", ChannelForm.POWER, Sign.FEEDING, none(), words("INVERTER_POWER")),
    INVERTER_DC_CURRENT("inverter", "dc-current", ChannelForm.INVERTER_CURRENT, Sign.FEEDING, none(),
            words("INVERTER_CURRENT")),
    INVERTER_TRANSFORMER_TEMPERATURE("inverter", "transformer-temperature", ChannelForm.TEMPERATURE, none(),
            words("TRANSFORMER")),
    INVERTER_HEATSINK_TEMPERATURE("inverter", "heatsink-temperature", ChannelForm.TEMPERATURE, none(),
            words("HEATSINK_1", "HEATSINK_2")),
    INVERTER_INTERNAL_TEMPERATURE("inverter", "internal-temperature", ChannelForm.TEMPERATURE, none(),
            words("CONTROL_BOARD_TEMPERATURE")),
    INVERTER_CONTACTORS("inverter", "contactors", ChannelForm.CONTACTORS, none(), words("CONTACTORS")),
    INVERTER_SCHEDULE("inverter", "schedule", ChannelForm.SCHEDULE, none(), words("SCHEDULE")),
    INVERTER_CHARGING_EXPLANATION("inverter", "charging-explanation", ChannelForm.EXPLANATION, none(),
            words("CHARGER_REGULATION")),
    INVERTER_LAST_OPERATION("inverter", "last-operation", ChannelForm.EVENT_TEXT, none(), derived()),
    INVERTER_LAST_SETTINGS_CHANGE("inverter", "last-settings-change", ChannelForm.EVENT_TEXT, none(), derived()),

    ALERTS_ACTIVE("alerts", "active", ChannelForm.ALERT_ACTIVE, derived()),
    ALERTS_CODE("alerts", "code", ChannelForm.ALERT_CODE, member("fault_code"), words("ALERTS")),
    ALERTS_TEXT("alerts", "text", ChannelForm.ALERT_TEXT, derived()),
    ALERTS_SINCE("alerts", "since", ChannelForm.ALERT_SINCE, member("fault_ts"), derived()),
    ALERTS_ACTIVE_LIST("alerts", "active-list", ChannelForm.ALERT_TEXT, none(), words("ALERTS")),
    ALERTS_LAST_EVENT("alerts", "last-event", ChannelForm.EVENT_TEXT, derived()),

    SITE_SELF_SUFFICIENCY_TODAY("site", "self-sufficiency-today", ChannelForm.SHARE, Reset.DAILY, derived()),
    SITE_SELF_CONSUMPTION_TODAY("site", "self-consumption-today", ChannelForm.SHARE, Reset.DAILY, derived()),
    SITE_LOSSES("site", "losses", ChannelForm.CALCULATED_POWER, derived()),
    SITE_BALANCE("site", "balance", ChannelForm.EXPLANATION, derived()),

    HISTORY_STATE_OF_CHARGE("history", "state-of-charge", ChannelForm.HISTORY_STATE_OF_CHARGE, recorded()),
    HISTORY_BATTERY_POWER("history", "battery-power", ChannelForm.HISTORY_POWER, Sign.DISCHARGING, none(), recorded()),
    HISTORY_SOLAR_POWER("history", "solar-power", ChannelForm.HISTORY_POWER, Sign.FEEDING, recorded()),
    HISTORY_LOAD_POWER("history", "load-power", ChannelForm.HISTORY_POWER, Sign.CONSUMING, recorded()),
    HISTORY_AC_SOURCE_POWER("history", "ac-source-power", ChannelForm.HISTORY_POWER, Sign.IMPORTING, recorded()),
    HISTORY_BATTERY_ENERGY_IN("history", "battery-energy-in", ChannelForm.HISTORY_ENERGY, none(), recorded()),
    HISTORY_BATTERY_ENERGY_OUT("history", "battery-energy-out", ChannelForm.HISTORY_ENERGY, none(), recorded()),
    HISTORY_SOLAR_ENERGY("history", "solar-energy", ChannelForm.HISTORY_ENERGY, recorded()),
    HISTORY_LOAD_ENERGY("history", "load-energy", ChannelForm.HISTORY_ENERGY, recorded()),
    HISTORY_AC_SOURCE_ENERGY_IMPORT("history", "energy-import", ChannelForm.HISTORY_ENERGY, recorded()),
    HISTORY_AC_SOURCE_ENERGY_EXPORT("history", "energy-export", ChannelForm.HISTORY_ENERGY, recorded()),
    HISTORY_DAILY_BATTERY_ENERGY_IN("history", "daily-battery-energy-in", ChannelForm.HISTORY_DAILY_ENERGY, none(),
            recorded()),
    HISTORY_DAILY_BATTERY_ENERGY_OUT("history", "daily-battery-energy-out", ChannelForm.HISTORY_DAILY_ENERGY, none(),
            recorded()),
    HISTORY_DAILY_SOLAR_ENERGY("history", "daily-solar-energy", ChannelForm.HISTORY_DAILY_ENERGY, recorded()),
    HISTORY_DAILY_LOAD_ENERGY("history", "daily-load-energy", ChannelForm.HISTORY_DAILY_ENERGY, recorded()),
    HISTORY_DAILY_ENERGY_IMPORT("history", "daily-energy-import", ChannelForm.HISTORY_DAILY_ENERGY, recorded()),
    HISTORY_DAILY_ENERGY_EXPORT("history", "daily-energy-export", ChannelForm.HISTORY_DAILY_ENERGY, recorded()),

    FORECAST_STATE_OF_CHARGE("forecast", "state-of-charge", ChannelForm.FORECAST_CHARGE, derived()),
    FORECAST_STATE_OF_CHARGE_LOW("forecast", "state-of-charge-low", ChannelForm.FORECAST_CHARGE, derived()),
    FORECAST_LOAD_POWER("forecast", "load-power", ChannelForm.FORECAST_POWER, Sign.CONSUMING, derived()),
    FORECAST_SOLAR_POWER("forecast", "solar-power", ChannelForm.FORECAST_POWER, Sign.FEEDING, derived()),
    FORECAST_LOWEST_CHARGE("forecast", "lowest-charge", ChannelForm.FORECAST_CHARGE, derived()),
    FORECAST_LOWEST_CHARGE_LOW("forecast", "lowest-charge-low", ChannelForm.FORECAST_CHARGE, derived()),
    FORECAST_LOWEST_CHARGE_TIME("forecast", "lowest-charge-time", ChannelForm.FORECAST_TIME, derived()),
    FORECAST_RESERVE_TIME("forecast", "reserve-time", ChannelForm.FORECAST_TIME, derived()),
    FORECAST_GENERATOR_START("forecast", "generator-start", ChannelForm.FORECAST_TIME, derived()),
    FORECAST_FULL_TIME("forecast", "full-time", ChannelForm.FORECAST_TIME, derived()),
    FORECAST_TYPICAL_ERROR("forecast", "typical-error", ChannelForm.FORECAST_ERROR, derived()),
    FORECAST_STATE("forecast", "state", ChannelForm.FORECAST_STATE, derived()),

    CONNECTION_SAMPLE_TIME("connection", "sample-time", ChannelForm.SAMPLE_TIME, member("timestamp"), derived()),
    CONNECTION_SAMPLE_AGE("connection", "sample-age", ChannelForm.AGE, derived()),
    CONNECTION_CLOCK_OFFSET("connection", "clock-offset", ChannelForm.CLOCK_OFFSET, none(), derived()),
    CONNECTION_RESPONSE_TIME("connection", "response-time", ChannelForm.RESPONSE_TIME, derived()),
    CONNECTION_SUCCESS_RATE("connection", "success-rate", ChannelForm.SUCCESS_RATE, derived()),
    CONNECTION_FAILURES("connection", "failures", ChannelForm.FAILURES, derived()),
    CONNECTION_FAILURE_KIND("connection", "failure-kind", ChannelForm.FAILURE_KIND, derived()),
    CONNECTION_SOURCE("connection", "source", ChannelForm.SOURCE, derived()),
    CONNECTION_HISTORY_STATE("connection", "history-state", ChannelForm.HISTORY_STATE, recorded()),
    CONNECTION_HISTORY_PROGRESS("connection", "history-progress", ChannelForm.PROGRESS, recorded()),
    CONNECTION_HISTORY_END("connection", "history-end", ChannelForm.ESTIMATED_END, recorded());

    private static final Set<Quantity> SERIES = EnumSet.of(FORECAST_STATE_OF_CHARGE, FORECAST_STATE_OF_CHARGE_LOW,
            FORECAST_LOAD_POWER, FORECAST_SOLAR_POWER);
    private static final Set<Quantity> ADVANCED = EnumSet.of(BATTERY_MIDPOINT_VOLTAGE, BATTERY_SHUTDOWN_CHARGE,
            BATTERY_ABSORB_VOLTAGE, BATTERY_FLOAT_VOLTAGE, GENERATOR_START_CHARGE, GENERATOR_STOP_CHARGE,
            GENERATOR_AVAILABLE, INVERTER_DC_CURRENT, INVERTER_CONTACTORS, INVERTER_SCHEDULE, ALERTS_CODE, SITE_LOSSES,
            CONNECTION_RESPONSE_TIME, CONNECTION_SUCCESS_RATE, CONNECTION_FAILURES, CONNECTION_FAILURE_KIND,
            CONNECTION_HISTORY_PROGRESS, CONNECTION_HISTORY_END);

    private final String group;
    private final String channel;
    private final ChannelForm form;
    private final Sign sign;
    private final Reset reset;
    private final @Nullable Origin point;
    private final @Nullable Origin memory;

    Quantity(String group, String channel, ChannelForm form, Sign sign, Reset reset, @Nullable Origin point,
            @Nullable Origin memory) {
        this.group = group;
        this.channel = channel;
        this.form = form;
        this.sign = sign;
        this.reset = reset;
        this.point = point;
        this.memory = memory;
    }

    Quantity(String group, String channel, ChannelForm form, Sign sign, @Nullable Origin point, Origin memory) {
        this(group, channel, form, sign, Reset.NONE, point, memory);
    }

    Quantity(String group, String channel, ChannelForm form, @Nullable Origin point, Origin memory) {
        this(group, channel, form, Sign.NONE, Reset.NONE, point, memory);
    }

    /** An energy counter. */
    Quantity(String group, String channel, ChannelForm form, Reset reset, Origin point, Origin memory) {
        this(group, channel, form, Sign.NONE, reset, point, memory);
    }

    /** A derived quantity, available with every connection type. */
    Quantity(String group, String channel, ChannelForm form, Origin derived) {
        this(group, channel, form, Sign.NONE, Reset.NONE, derived, derived);
    }

    Quantity(String group, String channel, ChannelForm form, Sign sign, Origin derived) {
        this(group, channel, form, sign, Reset.NONE, derived, derived);
    }

    Quantity(String group, String channel, ChannelForm form, Reset reset, Origin derived) {
        this(group, channel, form, Sign.NONE, reset, derived, derived);
    }

    /** @return the id of the channel group */
    public String group() {
        return group;
    }

    /** @return the id of the channel within its group */
    public String channel() {
        return channel;
    }

    /** @return the id of the channel as rules and items write it, {@code group#channel} */
    public String channelId() {
        return group + "#" + channel;
    }

    /** @return channel type with item type, unit, pattern and tags */
    public ChannelForm form() {
        return form;
    }

    /** @return what a positive number means */
    public Sign sign() {
        return sign;
    }

    /** @return when the counter resets */
    public Reset reset() {
        return reset;
    }

    /** @return whether the channel is a series of past or future points, and not a value of the present */
    public boolean isSeries() {
        return "history".equals(group) || SERIES.contains(this);
    }

    /** @return whether the channel is an advanced one, which most users do not need */
    public boolean advanced() {
        return ADVANCED.contains(this);
    }

    /**
     * @param connectionType a connection type
     * @return where that connection takes the quantity from, empty if it cannot supply it
     */
    public Optional<Origin> origin(ConnectionType connectionType) {
        return switch (connectionType) {
            case GATEWAY -> Optional.ofNullable(point instanceof Origin.Recorded ? null : point);
            case PORTAL -> Optional.ofNullable(point);
            case SERIAL, NETWORK, TUNNEL -> Optional.ofNullable(memory);
        };
    }

    private static Origin member(String name) {
        return new Origin.Member(name, false);
    }

    private static Origin negatedMember(String name) {
        return new Origin.Member(name, true);
    }

    /** Registers by their names in the table of registers. */
    private static Origin words(String... registers) {
        return new Origin.Registers(List.of(registers));
    }

    private static @Nullable Origin none() {
        return null;
    }

    /** A recorded series. Every connection except the gateway has recorded data. */
    private static Origin recorded() {
        return new Origin.Recorded();
    }

    private static Origin derived() {
        return new Origin.Derived();
    }
}
