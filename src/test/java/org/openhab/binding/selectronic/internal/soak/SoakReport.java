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
package org.openhab.binding.selectronic.internal.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.soak.Incident.Kind;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * What came of the soaks so far, for people and for machines.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SoakReport {
    private static final Path FOLDER = Path.of("target");
    private static final double BYTES_OF_A_MEBIBYTE = 1024 * 1024;

    private final JsonArray connectionTypes = new JsonArray();

    /**
     * A year that was lived.
     *
     * @param soak what lived it
     * @param incidents what happened
     * @param days how long it was
     * @param took how long it took in real time
     * @param unitAlone what the unit alone holds on to in such a year
     */
    record Lived(Soak soak, List<Incident> incidents, int days, Duration took, List<Footprint> unitAlone) {
    }

    /** Adds a soak, and writes the files anew. */
    void add(Lived lived, String verdict) {
        connectionTypes.add(row(lived, verdict));
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("soak.json"),
                    new GsonBuilder().setPrettyPrinting().create().toJson(connectionTypes) + "\n");
            Files.writeString(FOLDER.resolve("soak.md"), page());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject row(Lived lived, String verdict) {
        Soak soak = lived.soak;
        JsonObject row = new JsonObject();
        row.addProperty("connection", soak.connectionType().label());
        row.addProperty("verdict", verdict);
        row.addProperty("days", lived.days);
        row.addProperty("interval s", soak.connectionType().interval().toSeconds());
        row.addProperty("samples", soak.openHab().samples());
        row.addProperty("requests", soak.connectionType().requests());
        row.addProperty("log-ins", soak.connectionType().logins());
        for (Kind kind : Kind.values()) {
            row.addProperty(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    lived.incidents.stream().filter(incident -> incident.kind() == kind).count());
        }
        row.addProperty("shown OFFLINE", soak.openHab().shown().size());
        row.addProperty("starts of openHAB", soak.starts());
        row.addProperty("changes of the clocks", SoakSystem.changes(soak.start(), lived.days));
        row.addProperty("record, entries once and in order", soak.books().entries());
        row.addProperty("record, overwritten before it was read", soak.books().overwritten());
        row.addProperty("record, rounds of the ring", rounded(soak.books().wraps()));
        row.addProperty("violations", soak.connectionType().violations());
        row.addProperty("puts of storage a day", rounded((double) soak.puts() / lived.days));
        row.addProperty("updates of things a day", rounded((double) soak.openHab().thingUpdates / lived.days));
        row.addProperty("of both, without a change", soak.unchanged().size());
        row.add("largest difference of a mean", numbers(soak.books().worst()));
        JsonObject hourly = new JsonObject();
        soak.books().hours().forEach(
                (channel, hours) -> hourly.add(channel, compared(hours.reported(), hours.flowed(), hours.worst())));
        row.add("hourly energies, kWh", hourly);
        JsonObject counted = new JsonObject();
        for (String channel : Counters.channels()) {
            counted.add(channel, compared(soak.counters().reported(channel), soak.counters().plant(channel),
                    soak.counters().worst(channel)));
        }
        counted.add("sources less load, losses", compared(soak.counters().balance(), soak.counters().losses(), 0));
        row.add("counters, kWh", counted);
        JsonArray curve = new JsonArray();
        for (Footprint point : soak.footprints()) {
            JsonObject month = new JsonObject();
            month.addProperty("month", point.month());
            month.addProperty("heap MiB", rounded(point.heap() / BYTES_OF_A_MEBIBYTE));
            month.addProperty("of the unit MiB",
                    rounded(lived.unitAlone.get(point.month() - 1).heap() / BYTES_OF_A_MEBIBYTE));
            month.addProperty("threads", point.threads());
            month.addProperty("own instances", point.own());
            curve.add(month);
        }
        row.add("after garbage collection", curve);
        row.addProperty("took s", lived.took.toSeconds());
        return row;
    }

    private static JsonObject compared(double reported, double plant, double worst) {
        JsonObject pair = new JsonObject();
        pair.addProperty("reported", rounded(reported));
        pair.addProperty("plant", rounded(plant));
        pair.addProperty("worst", rounded(worst));
        return pair;
    }

    private static JsonObject numbers(Map<String, Double> named) {
        JsonObject numbers = new JsonObject();
        named.forEach((name, number) -> numbers.addProperty(name, rounded(number)));
        return numbers;
    }

    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }

    private String page() {
        StringBuilder page = new StringBuilder("# Soak\n");
        List<JsonObject> rows = new ArrayList<>();
        connectionTypes.forEach(connectionType -> rows.add(connectionType.getAsJsonObject()));
        page.append('\n').append(line("", rows.stream().map(row -> text(row.get("connection"))).toList()));
        page.append("| --- |").append(" ---: |".repeat(rows.size())).append('\n');
        for (Map.Entry<String, JsonElement> figure : rows.get(0).entrySet()) {
            if (figure.getValue().isJsonPrimitive() && !"connection".equals(figure.getKey())) {
                page.append(line(figure.getKey(), rows.stream().map(row -> text(row.get(figure.getKey()))).toList()));
            }
        }
        for (JsonObject row : rows) {
            page.append("\n## ").append(text(row.get("connection"))).append('\n');
            for (String table : List.of("counters, kWh", "hourly energies, kWh")) {
                if (row.getAsJsonObject(table).size() > 0) {
                    page.append('\n').append(line(table, List.of("reported", "plant", "worst")))
                            .append("| --- | ---: | ---: | ---: |\n");
                    row.getAsJsonObject(table).entrySet()
                            .forEach(entry -> page.append(line(entry.getKey(), entry.getValue().getAsJsonObject()
                                    .entrySet().stream().map(each -> text(each.getValue())).toList())));
                }
            }
            page.append('\n')
                    .append(line("month", List.of("heap MiB", "the unit alone MiB", "threads", "own instances")))
                    .append("|--:|--:|--:|--:|--:|\n");
            row.getAsJsonArray("after garbage collection")
                    .forEach(month -> page.append("| ").append(String.join(" | ",
                            month.getAsJsonObject().entrySet().stream().map(each -> text(each.getValue())).toList()))
                            .append(" |\n"));
        }
        return page.toString();
    }

    private static String line(String name, List<String> cells) {
        return "| " + name + " | " + String.join(" | ", cells) + " |\n";
    }

    private static String text(JsonElement value) {
        return value.getAsString();
    }
}
