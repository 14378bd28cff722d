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
package org.openhab.binding.selectronic.simulator.portal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/**
 * A chart, as LiveOne's archive of thousands of days describes it: hours of a day labelled in local time, a day before
 * the beginning answered with the first one, missing values as null. How weeks, months and years are labelled is not
 * public; here they have dates.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ChartBody {
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private record Point(String label, Instant start, Instant end) {
    }

    private final HourlyRecord hours;
    private final ZoneId zone;
    private final Instant now;

    /**
     * Charts up to the present.
     *
     * @param now by the plant's own time
     */
    ChartBody(HourlyRecord hours, Instant now) {
        this.hours = hours;
        this.zone = hours.zone();
        this.now = now;
    }

    /** The chart that a form asks for; without {@code data} where nobody knows what was meant. */
    JsonObject body(Form form) {
        JsonObject body = new JsonObject();
        LocalDate asked;
        try {
            asked = LocalDate.parse(form.get("chartdate"));
        } catch (DateTimeException e) {
            return body;
        }
        LocalDate day = hours.firstDay().filter(asked::isBefore).orElseGet(() -> asked);
        switch (form.get("range")) {
            case "1" -> body.add("data", data(day, hoursOf(day), form));
            case "2" -> body.add("data", data(day, days(day.with(DayOfWeek.MONDAY), 7), form));
            case "3" -> body.add("data", data(day, days(day.withDayOfMonth(1), day.lengthOfMonth()), form));
            case "4" -> body.add("data", data(day, monthsOf(day), form));
            default -> {
            }
        }
        return body;
    }

    private List<Point> hoursOf(LocalDate day) {
        List<Point> points = new ArrayList<>();
        Instant end = midnight(day.plusDays(1));
        for (Instant start = midnight(day); start.isBefore(end); start = start.plus(HourlyRecord.HOUR)) {
            points.add(new Point(LABEL.format(LocalDateTime.ofInstant(start, zone)), start,
                    start.plus(HourlyRecord.HOUR)));
        }
        return points;
    }

    private List<Point> days(LocalDate first, int count) {
        List<Point> points = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            LocalDate day = first.plusDays(n);
            points.add(new Point(day.toString(), midnight(day), midnight(day.plusDays(1))));
        }
        return points;
    }

    private List<Point> monthsOf(LocalDate day) {
        List<Point> points = new ArrayList<>();
        for (int n = 1; n <= 12; n++) {
            LocalDate month = LocalDate.of(day.getYear(), n, 1);
            points.add(new Point(month.toString(), midnight(month), midnight(month.plusMonths(1))));
        }
        return points;
    }

    /** Points that have begun, none at all where nothing of them is known; at most as many as the form allows. */
    private JsonObject data(LocalDate day, List<Point> all, Form form) {
        List<Point> points = all.stream().filter(point -> !point.start().isAfter(now)).toList();
        if (points.isEmpty() || !hours.knows(points.get(0).start(), points.get(points.size() - 1).end())) {
            points = List.of();
        }
        List<Point> capped = capped(points, form.get("intervals"));
        JsonObject data = new JsonObject();
        data.addProperty("chartdate", day.toString());
        JsonArray labels = new JsonArray();
        capped.forEach(point -> labels.add(point.label()));
        data.add("datetime", labels);
        data.add("solar", series(capped, hour -> kilowattHours(hour.solar())));
        data.add("load", series(capped, hour -> kilowattHours(hour.load())));
        data.add("grid", series(capped, hour -> kilowattHours(hour.grid())));
        data.add("export", series(capped, hour -> kilowattHours(hour.export())));
        data.add("soc", series(capped, hour -> Math.round(hour.soc() * 10) / 10.0));
        return data;
    }

    private JsonArray series(List<Point> points, ToDoubleFunction<ChartHour> value) {
        JsonArray array = new JsonArray();
        for (Point point : points) {
            Optional<ChartHour> sum = hours.sum(point.start(), point.end());
            if (sum.isPresent()) {
                array.add(value.applyAsDouble(sum.get()));
            } else {
                array.add(JsonNull.INSTANCE);
            }
        }
        return array;
    }

    private static List<Point> capped(List<Point> points, String cap) {
        if (!cap.matches("[1-9]\\d{0,5}") || points.size() <= Integer.parseInt(cap)) {
            return points;
        }
        int most = Integer.parseInt(cap);
        int size = (points.size() + most - 1) / most;
        List<Point> coarse = new ArrayList<>();
        for (int n = 0; n < points.size(); n += size) {
            Point first = points.get(n);
            coarse.add(
                    new Point(first.label(), first.start(), points.get(Math.min(n + size, points.size()) - 1).end()));
        }
        return coarse;
    }

    /** To the watt-hour. How the portal rounds is not public. */
    private static double kilowattHours(double wattHours) {
        return Math.round(wattHours) / 1000.0;
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
