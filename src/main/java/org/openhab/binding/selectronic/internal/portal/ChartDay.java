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
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;
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
    /** Watts of one kilowatt hour per hour. */
    private static final double WATTS = 1000;
    /** More kilowatt hours than an hour can have: 100 kW, five times the rating of the largest SP PRO. */
    private static final double LARGEST_HOUR = 100;

    /**
     * @param body the answer
     * @param asked the requested day
     * @param zone the zone of the labels
     * @return the day; without hours if the portal has no data
     * @throws SourceException if the answer is not JSON
     */
    static ChartDay read(byte[] body, LocalDate asked, ZoneId zone) throws SourceException {
        if (!(PortalBodies.object(body).get("data") instanceof JsonObject data)) {
            return new ChartDay(asked, List.of(), Set.of());
        }
        String date = PortalBodies.text(data, "chartdate");
        LocalDate day = Optional.ofNullable(date).flatMap(PortalBodies::day).orElseGet(() -> asked);
        if (day.isBefore(asked)) {
            // the portal sends its last day in place of one that it does not have
            return new ChartDay(asked, List.of(), Set.of());
        }
        List<HistoryRecord> records = new ArrayList<>();
        Set<Instant> holes = new HashSet<>();
        List<Duration> steps = new ArrayList<>();
        if (data.get("datetime") instanceof JsonArray labels) {
            @Nullable
            Instant before = null;
            for (int i = 0; i < labels.size(); i++) {
                Optional<Instant> start = start(labels.get(i), day, zone, before);
                if (start.isPresent()) {
                    if (before != null) {
                        steps.add(Duration.between(before, start.get()));
                    }
                    before = start.get();
                    Map<Quantity, Double> values = values(data, i);
                    if (values.isEmpty()) {
                        holes.add(before);
                    } else if (isFull(before, zone)) {
                        records.add(new HistoryRecord(before, before.plus(HOUR), values));
                    }
                }
            }
        }
        boolean otherSteps = !steps.isEmpty() && !Collections.min(steps).equals(HOUR);
        return otherSteps ? new ChartDay(day, List.of(), Set.of()) : new ChartDay(day, records, holes);
    }

    /** Not one in which the clocks change by less than an hour, and which is longer or shorter therefore. */
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
        Instant last = records.isEmpty() ? Instant.MIN : records.get(records.size() - 1).start();
        for (HistoryRecord record : records) {
            boolean cutOff = holes.contains(record.end());
            boolean mayGoOn = cutOff && record.start().equals(last) && record.end().isAfter(holesBefore);
            if (record.end().isAfter(hoursBefore) || mayGoOn) {
                return settled;
            }
            settled.add(cutOff || holes.contains(record.start().minus(HOUR)) ? inPart(record) : record);
        }
        return settled;
    }

    private static HistoryRecord inPart(HistoryRecord record) {
        Map<Quantity, Double> values = new EnumMap<>(record.values());
        values.keySet().removeIf(quantity -> quantity != Quantity.HISTORY_STATE_OF_CHARGE);
        return new HistoryRecord(record.start(), record.end(), values);
    }

    private static Optional<Instant> start(JsonElement label, LocalDate day, ZoneId zone, @Nullable Instant before) {
        if (!label.isJsonPrimitive()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(label.getAsString(), LABEL);
            Instant start = EventLog.instant(local, zone, before == null ? null : before.plusMillis(1));
            boolean good = local.toLocalDate().equals(day) && start.atZone(zone).toLocalDateTime().equals(local)
                    && (before == null || start.isAfter(before));
            return good ? Optional.of(start) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<Quantity, Double> values(JsonObject data, int hour) {
        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        OptionalDouble solar = number(data, "solar", hour, LARGEST_HOUR);
        OptionalDouble load = number(data, "load", hour, LARGEST_HOUR);
        OptionalDouble imported = number(data, "grid", hour, LARGEST_HOUR);
        OptionalDouble exported = number(data, "export", hour, LARGEST_HOUR);
        solar.ifPresent(energy -> {
            values.put(Quantity.HISTORY_SOLAR_ENERGY, energy);
            values.put(Quantity.HISTORY_SOLAR_POWER, energy * WATTS);
        });
        load.ifPresent(energy -> {
            values.put(Quantity.HISTORY_LOAD_ENERGY, energy);
            values.put(Quantity.HISTORY_LOAD_POWER, energy * WATTS);
        });
        imported.ifPresent(energy -> values.put(Quantity.HISTORY_AC_SOURCE_ENERGY_IMPORT, energy));
        exported.ifPresent(energy -> values.put(Quantity.HISTORY_AC_SOURCE_ENERGY_EXPORT, energy));
        if (imported.isPresent() && exported.isPresent()) {
            values.put(Quantity.HISTORY_AC_SOURCE_POWER, (imported.getAsDouble() - exported.getAsDouble()) * WATTS);
        }
        number(data, "soc", hour, 100).ifPresent(percent -> values.put(Quantity.HISTORY_STATE_OF_CHARGE, percent));
        return values;
    }

    /** Returns a number of a series; empty if it is impossible. */
    private static OptionalDouble number(JsonObject data, String series, int hour, double most) {
        if (data.get(series) instanceof JsonArray array && hour < array.size()
                && array.get(hour) instanceof JsonPrimitive value && value.isNumber()) {
            double number = value.getAsDouble();
            return number >= 0 && number <= most ? OptionalDouble.of(number) : OptionalDouble.empty();
        }
        return OptionalDouble.empty();
    }
}
