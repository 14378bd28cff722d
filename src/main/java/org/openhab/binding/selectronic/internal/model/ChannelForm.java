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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The channel types of the binding: how a value is presented in openHAB. Many quantities share one.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum ChannelForm {
    POWER("power", "Number:Power", "W", "%.0f %unit%", "Measurement", "Power"),
    SOLAR_POWER("solar-power", "Number:Power", "W", "%.0f %unit%", "Measurement", "Power"),
    LOAD_POWER("load-power", "Number:Power", "W", "%.0f %unit%", "Measurement", "Power"),
    AC_SOURCE_POWER("ac-source-power", "Number:Power", "W", "%.0f %unit%", "Measurement", "Power"),
    GENERATOR_POWER("generator-power", "Number:Power", "W", "%.0f %unit%", "Measurement", "Power"),
    CALCULATED_POWER("calculated-power", "Number:Power", "W", "%.0f %unit%", "Calculation", "Power"),
    ENERGY("energy", "Number:Energy", "kWh", "%.1f %unit%", "Measurement", "Energy"),
    SOLAR_ENERGY("solar-energy", "Number:Energy", "kWh", "%.1f %unit%", "Measurement", "Energy"),
    LOAD_ENERGY("load-energy", "Number:Energy", "kWh", "%.1f %unit%", "Measurement", "Energy"),
    AC_SOURCE_ENERGY("ac-source-energy", "Number:Energy", "kWh", "%.1f %unit%", "Measurement", "Energy"),
    CALCULATED_ENERGY("calculated-energy", "Number:Energy", "kWh", "%.2f %unit%", "Calculation", "Energy"),
    STATE_OF_CHARGE("state-of-charge", "Number:Dimensionless", "%", "%.1f %%", "Measurement", "StateOfCharge"),
    SHARE("share", "Number:Dimensionless", "%", "%.0f %%", "Calculation", "Energy"),
    HISTORY_POWER("history-power", "Number:Power", "W", "%.0f %unit%", "Measurement", "Power"),
    HISTORY_ENERGY("history-energy", "Number:Energy", "kWh", "%.2f %unit%", "Measurement", "Energy"),
    HISTORY_DAILY_ENERGY("history-daily-energy", "Number:Energy", "kWh", "%.1f %unit%", "Measurement", "Energy"),
    HISTORY_STATE_OF_CHARGE("history-state-of-charge", "Number:Dimensionless", "%", "%.1f %%", "Measurement",
            "StateOfCharge"),
    FORECAST_POWER("forecast-power", "Number:Power", "W", "%.0f %unit%", "Forecast", "Power"),
    FORECAST_CHARGE("forecast-charge", "Number:Dimensionless", "%", "%.0f %%", "Forecast", "StateOfCharge"),
    FORECAST_TIME("forecast-time", "DateTime", null, "%1$tF %1$tR", "Forecast", "Timestamp"),
    FORECAST_ERROR("forecast-error", "Number:Dimensionless", "%", "%.0f %%", "Calculation", "StateOfCharge"),
    FORECAST_STATE("forecast-state", "String", null, null, "Status", "Info"),
    VOLTAGE("voltage", "Number:ElectricPotential", "V", "%.1f %unit%", "Measurement", "Voltage"),
    MIDPOINT_VOLTAGE("midpoint-voltage", "Number:ElectricPotential", "V", "%.1f %unit%", "Measurement", "Voltage"),
    CURRENT("current", "Number:ElectricCurrent", "A", "%.1f %unit%", "Measurement", "Current"),
    INVERTER_CURRENT("inverter-current", "Number:ElectricCurrent", "A", "%.1f %unit%", "Measurement", "Current"),
    FREQUENCY("frequency", "Number:Frequency", "Hz", "%.2f %unit%", "Measurement", "Frequency"),
    TEMPERATURE("temperature", "Number:Temperature", "°C", "%.1f %unit%", "Measurement", "Temperature"),
    RUN_TIME("run-time", "Number:Time", "min", "%.0f %unit%", "Measurement", "Duration"),
    GENERATOR_RUNNING("generator-running", "Switch", null, null, "Status", "Mode"),
    GENERATOR_STATUS("generator-status", "String", null, null, "Status", "Mode"),
    GENERATOR_REASON("generator-reason", "String", null, null, "Status", "Info"),
    AC_SOURCE_STATUS("ac-source-status", "String", null, null, "Status", "Mode"),
    INVERTER_MODE("inverter-mode", "String", null, null, "Status", "Mode"),
    CHARGE_STAGE("charge-stage", "String", null, null, "Status", "Mode"),
    CONTACTORS("contactors", "String", null, null, "Status", "Mode"),
    SCHEDULE("schedule", "String", null, null, "Status", "Mode"),
    ALERT_ACTIVE("alert-active", "Switch", null, null, "Alarm"),
    ALERT_CODE("alert-code", "Number", null, "%d", "Status", "Info"),
    ALERT_TEXT("alert-text", "String", null, null, "Status", "Info"),
    ALERT_SINCE("alert-since", "DateTime", null, "%1$tF %1$tR", "Status", "Timestamp"),
    EVENT_TEXT("event-text", "String", null, null, "Status", "Info"),
    EXPLANATION("explanation", "String", null, null, "Status", "Info"),
    RUN_MOMENT("run-moment", "DateTime", null, "%1$tF %1$tR", "Status", "Timestamp"),
    RUN_COUNT("run-count", "Number", null, "%d", "Measurement", "Info"),
    TIME_LEFT("time-left", "Number:Time", "h", "%.1f %unit%", "Calculation", "Duration"),
    AC_SOURCE_PRESENT("ac-source-present", "Switch", null, null, "Status", "Mode"),
    OUTAGES("outages", "Number", null, "%d", "Measurement", "Info"),
    CYCLES("cycles", "Number", null, "%.1f", "Calculation", "Info"),
    MOMENT("moment", "DateTime", null, "%1$tF %1$tR", "Status", "Timestamp"),
    CHARGE_SETTING("charge-setting", "Number:Dimensionless", "%", "%.0f %%", "Status", "StateOfCharge"),
    VOLTAGE_SETTING("voltage-setting", "Number:ElectricPotential", "V", "%.1f %unit%", "Status", "Voltage"),
    GENERATOR_AVAILABLE("generator-available", "String", null, null, "Status", "Mode"),
    RUN_HOURS("run-hours", "Number:Time", "h", "%.1f %unit%", "Measurement", "Duration"),
    DAYS("days", "Number:Time", "d", "%.1f %unit%", "Calculation", "Duration"),
    HISTORY_STATE("history-state", "String", null, null, "Status", "Info"),
    PROGRESS("progress", "Number:Dimensionless", "%", "%.0f %%", "Status", "Info"),
    ESTIMATED_END("estimated-end", "DateTime", null, "%1$tF %1$tR", "Status", "Timestamp"),
    SAMPLE_TIME("sample-time", "DateTime", null, "%1$tF %1$tT", "Status", "Timestamp"),
    CLOCK_OFFSET("clock-offset", "Number:Time", "s", "%.0f %unit%", "Measurement", "Duration"),
    AGE("age", "Number:Time", "s", "%.0f %unit%", "Measurement", "Duration"),
    RESPONSE_TIME("response-time", "Number:Time", "ms", "%.0f %unit%", "Measurement", "Duration"),
    SUCCESS_RATE("success-rate", "Number:Dimensionless", "%", "%.0f %%", "Measurement", "QualityOfService"),
    FAILURES("failures", "Number", null, "%d", "Measurement", "QualityOfService"),
    FAILURE_KIND("failure-kind", "String", null, null, "Status", "Info"),
    SOURCE("source", "String", null, null, "Status", "Info");

    private final String typeId;
    private final String itemType;
    private final @Nullable String unit;
    private final @Nullable String pattern;
    private final List<String> tags;

    ChannelForm(String typeId, String itemType, @Nullable String unit, @Nullable String pattern, String... tags) {
        this.typeId = typeId;
        this.itemType = itemType;
        this.unit = unit;
        this.pattern = pattern;
        this.tags = List.of(tags);
    }

    /** @return the id of the channel type in the definitions */
    public String typeId() {
        return typeId;
    }

    /** @return the item type, with dimension */
    public String itemType() {
        return itemType;
    }

    /** @return the unit of the numbers, which is also the unit that new items get; null where there is none */
    public @Nullable String unit() {
        return unit;
    }

    /** @return the pattern of the state description, null where the state is shown as it is */
    public @Nullable String pattern() {
        return pattern;
    }

    /** @return the semantic tags: one point tag, then at most one property tag */
    public List<String> tags() {
        return tags;
    }
}
