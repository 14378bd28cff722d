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
package org.openhab.binding.selectronic.internal.portal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.point.JsonBody;
import org.openhab.binding.selectronic.internal.source.SourceException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Reads the chart of a day: hours with energies in kWh and a state of charge, labelled with the local time of their
 * start. A day on which the clocks change has 23 or 25 of them; only the order distinguishes an hour that occurs twice.
 * A missing value is null. It is not published which instant of the hour the state of charge belongs to; the end of the
 * hour is assumed. A chart with steps other than hours gives no hours.
 *
 * @param day the day reported by the portal; later than the requested day if that is before the first recorded one
 * @param records the hours with data, oldest first
 * @param holes the starts of hours without data
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record ChartDay(LocalDate day, List<HistoryRecord> records, Set<Instant> holes) {

    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Duration HOUR = Duration.ofHours(1);
    /** The series of a chart. */
    private static final Map<String, Quantity> SERIES = Map.of("solar", Quantity.HISTORY_SOLAR_ENERGY, "load",
            Quantity.HISTORY_LOAD_ENERGY, "grid", Quantity.HISTORY_AC_SOURCE_ENERGY_IMPORT, "export",
            Quantity.HISTORY_AC_SOURCE_ENERGY_EXPORT, "soc", Quantity.HISTORY_STATE_OF_CHARGE);
    /** Watts of one kilowatt hour per hour. */
    private static final double WATTS = 1000;
    /** Limit of a value: 100 %, and as many kWh in an hour, which is five times the rating of the largest SP PRO. */
    private static final double LARGEST = 100;

    /**
     * @param body the answer
     * @param asked the requested day
     * @param zone the zone of the labels
     * @return the day; without hours if the portal has no data
     * @throws SourceException if the answer is not JSON
     */
    static ChartDay read(byte[] body, LocalDate asked, ZoneId zone) throws SourceException {
        JsonObject data = JsonBody.object(body).get("data") instanceof JsonObject object ? object : new JsonObject();
        LocalDate day = PortalBodies.day(JsonBody.text(data, "chartdate")).orElseGet(() -> asked);
        if (day.isBefore(asked)) {
            // the portal sends its last day in place of one that it does not have
            return new ChartDay(asked, List.of(), Set.of());
        }
        JsonArray labels = data.get("datetime") instanceof JsonArray array ? array : new JsonArray();
        List<HistoryRecord> records = new ArrayList<>();
        Set<Instant> holes = new HashSet<>();
        @Nullable
        Instant before = null;
        @Nullable
        Duration shortest = null;
        for (int i = 0; i < labels.size(); i++) {
            Instant start = start(labels.get(i), day, zone, before);
            if (start == null) {
                continue;
            }
            if (before != null) {
                Duration step = Duration.between(before, start);
                shortest = shortest == null ? step : PortalSession.shorter(shortest, step);
            }
            before = start;
            Map<Quantity, Double> values = values(data, i);
            if (values.isEmpty()) {
                holes.add(start);
            } else if (isFull(start, zone)) {
                records.add(new HistoryRecord(start, start.plus(HOUR), values));
            }
        }
        return shortest == null || shortest.equals(HOUR) ? new ChartDay(day, records, holes)
                : new ChartDay(day, List.of(), Set.of());
    }

    /** Returns whether an hour lasts an hour: not if the clocks change by half an hour in it. */
    private static boolean isFull(Instant start, ZoneId zone) {
        ZonedDateTime end = start.plus(HOUR).atZone(zone);
        return end.getMinute() == start.atZone(zone).getMinute()
                || end.equals(start.atZone(zone).toLocalDateTime().plus(HOUR).atZone(zone));
    }

    /**
     * Returns the records that no longer change. An hour next to one without data may have been recorded partially:
     * only its state of charge is returned.
     *
     * @param hoursBefore hours that end later are not complete yet
     * @param holesBefore data missing after this time may still arrive
     * @return the records, oldest first
     */
    List<HistoryRecord> settled(Instant hoursBefore, Instant holesBefore) {
        List<HistoryRecord> settled = new ArrayList<>();
        for (HistoryRecord record : records) {
            boolean isCutOff = holes.contains(record.end());
            boolean isLast = record.equals(records.get(records.size() - 1));
            if (record.end().isAfter(hoursBefore) || isCutOff && isLast && record.end().isAfter(holesBefore)) {
                return settled;
            }
            settled.add(isCutOff || holes.contains(record.start().minus(HOUR)) ? withoutEnergies(record) : record);
        }
        return settled;
    }

    private static HistoryRecord withoutEnergies(HistoryRecord record) {
        Map<Quantity, Double> values = new EnumMap<>(record.values());
        values.keySet().removeIf(quantity -> quantity != Quantity.HISTORY_STATE_OF_CHARGE);
        return new HistoryRecord(record.start(), record.end(), values);
    }

    /** Returns the start of an hour, null for a label that is not later than the one before or not of the day. */
    private static @Nullable Instant start(JsonElement label, LocalDate day, ZoneId zone, @Nullable Instant before) {
        if (!label.isJsonPrimitive()) {
            return null;
        }
        try {
            LocalDateTime local = LocalDateTime.parse(label.getAsString(), LABEL);
            Instant start = EventLog.instant(local, zone, before == null ? null : before.plusMillis(1));
            boolean isGood = local.toLocalDate().equals(day) && start.atZone(zone).toLocalDateTime().equals(local)
                    && (before == null || start.isAfter(before));
            return isGood ? start : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<Quantity, Double> values(JsonObject data, int hour) {
        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        SERIES.forEach((series, quantity) -> {
            if (data.get(series) instanceof JsonArray array && hour < array.size()
                    && array.get(hour) instanceof JsonPrimitive value && value.isNumber() && value.getAsDouble() >= 0
                    && value.getAsDouble() <= LARGEST) {
                values.put(quantity, value.getAsDouble());
            }
        });
        putPower(values, Quantity.HISTORY_SOLAR_POWER, values.get(Quantity.HISTORY_SOLAR_ENERGY), 0.0);
        putPower(values, Quantity.HISTORY_LOAD_POWER, values.get(Quantity.HISTORY_LOAD_ENERGY), 0.0);
        putPower(values, Quantity.HISTORY_AC_SOURCE_POWER, values.get(Quantity.HISTORY_AC_SOURCE_ENERGY_IMPORT),
                values.get(Quantity.HISTORY_AC_SOURCE_ENERGY_EXPORT));
        return values;
    }

    /** Adds the mean power of an hour if its energies are known. */
    private static void putPower(Map<Quantity, Double> values, Quantity power, @Nullable Double in,
            @Nullable Double out) {
        if (in != null && out != null) {
            values.put(power, (in - out) * WATTS);
        }
    }
}
