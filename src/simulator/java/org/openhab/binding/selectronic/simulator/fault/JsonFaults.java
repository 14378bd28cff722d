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
package org.openhab.binding.selectronic.simulator.fault;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/**
 * Faults of the gateway's JSON bodies. An answer that is not of the fitting form goes through unchanged.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class JsonFaults {
    private static final String ITEMS = "items";
    private static final String TIMESTAMP = "timestamp";
    private static final String PLACE = "\u0001";

    private JsonFaults() {
    }

    /** No device in the list. */
    public static AnswerFault noDevices() {
        return list(array -> new JsonArray());
    }

    /** Ids in the list that nothing else is found under. */
    public static AnswerFault unknownIds() {
        return list(array -> {
            array.forEach(device -> device.getAsJsonObject().addProperty("id", "F".repeat(32)));
            return array;
        });
    }

    /** The same id, but a unit with another serial number. */
    public static AnswerFault replacedUnit(String serial) {
        return answer -> changed(answer, element -> {
            List<JsonElement> devices = element.isJsonArray() ? element.getAsJsonArray().asList() : List.of(element);
            for (JsonElement device : devices) {
                if (device.getAsJsonObject().has("serialnum")) {
                    device.getAsJsonObject().addProperty("serialnum", serial);
                }
            }
            return element;
        });
    }

    /** All items stay as they were when the fault began; only {@code now} moves. */
    public static AnswerFault frozen() {
        return new AnswerFault() {
            private @Nullable JsonObject kept;

            @Override
            public synchronized Answer change(Answer answer) {
                return point(body -> {
                    JsonObject first = kept;
                    if (first == null) {
                        kept = body.getAsJsonObject(ITEMS).deepCopy();
                    } else {
                        body.add(ITEMS, first.deepCopy());
                    }
                    return body;
                }).change(answer);
            }
        };
    }

    /** The timestamp lies in the future, or with a negative time in the past. */
    public static AnswerFault timestampShifted(Duration by) {
        return items(items -> shift(items, by.toSeconds()));
    }

    /** The timestamp runs backwards, by a step more with every answer. */
    public static AnswerFault timestampBackwards(Duration step) {
        return new AnswerFault() {
            private long steps;

            @Override
            public synchronized Answer change(Answer answer) {
                steps++;
                return items(items -> shift(items, -steps * step.toSeconds())).change(answer);
            }
        };
    }

    /** Members that are not there. */
    public static AnswerFault missing(String... members) {
        List<String> names = List.of(members);
        return items(items -> {
            names.forEach(items::remove);
            return items;
        });
    }

    /** All numbers in quotes, that of the time included. */
    public static AnswerFault quoted() {
        return items(items -> {
            List.copyOf(items.keySet()).forEach(name -> items.addProperty(name, items.get(name).getAsString()));
            return items;
        });
    }

    /** No {@code items} at all. */
    public static AnswerFault withoutItems() {
        return point(body -> {
            body.remove(ITEMS);
            return body;
        });
    }

    /** A member with any other value, given as it stands in the body: {@code null}, {@code NaN}, {@code "text"}. */
    public static AnswerFault replaced(String member, String raw) {
        return answer -> {
            Answer marked = items(items -> {
                items.addProperty(member, PLACE);
                return items;
            }).change(answer);
            return marked.with(Body.of(marked.body().text().replace(new JsonPrimitive(PLACE).toString(), raw)));
        };
    }

    /** The 19 members of selpi, the public imitation, with its comment (published body, sample C). */
    public static AnswerFault selpi() {
        return point(body -> {
            remove(body.getAsJsonObject(ITEMS), "fault_code", "fault_ts", "gen_status");
            body.addProperty("comment", "energies are actually in kWh, not Wh");
            return counted(body);
        });
    }

    /** The 20 members of a fork of selpi, with a generator status (published body, sample E). */
    public static AnswerFault selpiFork() {
        return items(items -> remove(items, "fault_code", "fault_ts"));
    }

    /** An old bug of selpi: the load of today in Wh, all else in kWh (published body, sample C). */
    public static AnswerFault wattHourTrap() {
        return items(items -> {
            BigDecimal value = items.get("load_wh_today").getAsBigDecimal();
            items.addProperty("load_wh_today", value.movePointRight(3));
            return items;
        });
    }

    private static JsonObject remove(JsonObject items, String... members) {
        List.of(members).forEach(items::remove);
        return items;
    }

    private static JsonObject shift(JsonObject items, long seconds) {
        items.addProperty(TIMESTAMP, items.get(TIMESTAMP).getAsLong() + seconds);
        return items;
    }

    private static JsonObject counted(JsonObject body) {
        body.addProperty("item_count", body.getAsJsonObject(ITEMS).size());
        return body;
    }

    private static AnswerFault items(UnaryOperator<JsonObject> change) {
        return point(body -> {
            body.add(ITEMS, change.apply(body.getAsJsonObject(ITEMS)));
            return counted(body);
        });
    }

    private static AnswerFault point(UnaryOperator<JsonObject> change) {
        return answer -> changed(answer,
                element -> element.isJsonObject() && element.getAsJsonObject().has(ITEMS)
                        ? change.apply(element.getAsJsonObject())
                        : element);
    }

    private static AnswerFault list(UnaryOperator<JsonArray> change) {
        return answer -> changed(answer,
                element -> element.isJsonArray() ? change.apply(element.getAsJsonArray()) : element);
    }

    private static Answer changed(Answer answer, UnaryOperator<JsonElement> change) {
        if (!answer.isJson()) {
            return answer;
        }
        return answer.with(
                Body.of(Objects.requireNonNull(change.apply(JsonParser.parseString(answer.body().text()))).toString()));
    }
}
