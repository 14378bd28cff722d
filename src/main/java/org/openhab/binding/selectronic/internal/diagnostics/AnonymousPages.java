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
package org.openhab.binding.selectronic.internal.diagnostics;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.SerialNumber;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;

/**
 * Removes personal data from pages of a gateway or of the portal. Parses each page and writes only members that are
 * known to be harmless. Replaces ids and serial numbers, the same one always by the same substitute. Omits everything
 * else, including pages that are not JSON.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class AnonymousPages {
    /** Maximum nesting, deeper than any page. */
    private static final int DEEPEST = 8;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern NUMBER = Pattern
            .compile("[+-]?[0-9]{1,20}(\\.[0-9]{0,20})?([eE][+-]?[0-9]{1,3})?|[+-]?(?i:nan|inf|infinity)");
    private static final Pattern MOMENT_OR_NUMBER = Pattern
            .compile("[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9:]{4,8}Z?)?|" + NUMBER);
    private static final Pattern MAKER = Pattern.compile("(?i:selectronic)");

    private static final Set<String> PATHS = Set.of("devices", "board", "point", "fault", "usage", "dashboard",
            "hfdata", "getdata", "chartdata", "systems", "list", "events", "active", "history", "data", "login",
            "account", "profile");
    private static final Set<String> CONTAINERS = Set.of("data", "device", "items", "last", "systems");
    private static final Set<String> NUMBERS = Stream
            .concat(Stream.of("battery_soc", "export", "fault_code", "fault_ts", "gen_status", "grid", "item_count",
                    "load", "now", "poll", "power_rating", "shunt_w", "soc", "solar", "timestamp", "ts", "ts_epoch"),
                    Stream.of(Quantity.values()).flatMap(AnonymousPages::members))
            .collect(Collectors.toUnmodifiableSet());
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> serialNumbers = new HashMap<>();
    /** What may be shown of each member, by its name in lower case; all other members are omitted. */
    private final Map<String, Function<String, @Nullable String>> rules = new HashMap<>();

    AnonymousPages() {
        NUMBERS.forEach(name -> rules.put(name, reported -> matching(reported, NUMBER)));
        Stream.of("chartdate", "datetime", "first_date", "last_date")
                .forEach(name -> rules.put(name, reported -> matching(reported, MOMENT_OR_NUMBER)));
        Stream.of("did", "serial", "serialnum", "serialnumber").forEach(name -> rules.put(name, this::serialNumber));
        Stream.of("board_id", "id").forEach(name -> rules.put(name, this::id));
        Stream.of("firmware", "firmware_version", "hardware_version")
                .forEach(name -> rules.put(name, Redaction::versions));
        Stream.of("manufacturer", "oem_branding", "type")
                .forEach(name -> rules.put(name, reported -> matching(reported, MAKER)));
        rules.put("device_type", Redaction::model);
    }

    private static @Nullable String matching(String reported, Pattern harmless) {
        return harmless.matcher(reported).matches() ? reported : null;
    }

    private static Stream<String> members(Quantity quantity) {
        return Stream.of(ConnectionType.values()).flatMap(connectionType -> quantity.origin(connectionType).stream())
                .filter(Origin.Member.class::isInstance).map(Origin.Member.class::cast).map(Origin.Member::name);
    }

    /**
     * Returns the path of a page without its query. Replaces all parts that are not words of the interface, since they
     * belong to the device.
     */
    String path(String path) {
        int query = path.indexOf('?');
        return Stream.of((query < 0 ? path : path.substring(0, query)).split("/", -1))
                .map(part -> part.isEmpty() || PATHS.contains(part) ? part : id(part)).collect(Collectors.joining("/"));
    }

    /**
     * @param body the body of a page
     * @return the anonymous body in one line; null if it is not JSON, since personal data cannot be recognised then
     */
    @Nullable
    @SuppressWarnings("deprecation") // Gson 2.10, the oldest of the manifest, has no other lenient mode
    String body(byte[] body) {
        StringWriter text = new StringWriter();
        try (JsonReader reader = new JsonReader(
                new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
                JsonWriter writer = new JsonWriter(text)) {
            // boxes write NaN and texts without quotes; anything after the first value is ignored
            reader.setLenient(true);
            writer.setLenient(true);
            JsonToken first = reader.peek();
            if (first != JsonToken.BEGIN_ARRAY && first != JsonToken.BEGIN_OBJECT) {
                return null;
            }
            copy(reader, writer, reported -> null, 0);
            writer.flush();
            return text.toString();
        } catch (IOException | JsonParseException | IllegalStateException e) {
            return null;
        }
    }

    /** Copies a value. Writes null if it must not be shown, since the name of the member is already written. */
    private void copy(JsonReader reader, JsonWriter writer, Function<String, @Nullable String> shown, int depth)
            throws IOException {
        JsonToken token = reader.peek();
        if (token == JsonToken.BEGIN_ARRAY && depth < DEEPEST) {
            reader.beginArray();
            writer.beginArray();
            while (reader.hasNext()) {
                copy(reader, writer, shown, depth + 1);
            }
            writer.endArray();
            reader.endArray();
        } else if (token == JsonToken.BEGIN_OBJECT && depth < DEEPEST) {
            reader.beginObject();
            writer.beginObject();
            while (reader.hasNext()) {
                copyMember(reader, writer, depth + 1);
            }
            writer.endObject();
            reader.endObject();
        } else if (token == JsonToken.BOOLEAN) {
            writer.value(reader.nextBoolean());
        } else if (token == JsonToken.NUMBER || token == JsonToken.STRING) {
            copyText(reader.nextString(), token, writer, shown);
        } else {
            reader.skipValue();
            writer.nullValue();
        }
    }

    private void copyMember(JsonReader reader, JsonWriter writer, int depth) throws IOException {
        String name = reader.nextName();
        Function<String, @Nullable String> shown = rules.get(name.toLowerCase(Locale.ROOT));
        boolean container = CONTAINERS.contains(name.toLowerCase(Locale.ROOT));
        JsonToken token = reader.peek();
        if (shown == null && !container || token == JsonToken.BEGIN_OBJECT && !container) {
            reader.skipValue();
            return;
        }
        writer.name(name);
        copy(reader, writer, shown == null ? reported -> null : shown, depth);
    }

    private static void copyText(String reported, JsonToken token, JsonWriter writer,
            Function<String, @Nullable String> shown) throws IOException {
        String text = shown.apply(reported);
        if (text == null) {
            writer.nullValue();
        } else if (token == JsonToken.NUMBER && text.equals(reported)) {
            writer.jsonValue(text);
        } else {
            writer.value(text);
        }
    }

    private @Nullable String serialNumber(String reported) {
        String normal = SerialNumber.normal(reported);
        return normal == null ? null
                : serialNumbers.computeIfAbsent(normal,
                        first -> String.format(Locale.ROOT, "%06d", serialNumbers.size() + 1));
    }

    /**
     * Replaces an id: a number of a few digits for a system of the portal, 32 hexadecimal digits for a unit of a box.
     */
    private String id(String reported) {
        String number = DIGITS.matcher(reported).matches() ? serialNumber(reported) : null;
        return number != null ? number
                : Objects.requireNonNull(ids.computeIfAbsent(reported.toUpperCase(Locale.ROOT),
                        first -> String.format(Locale.ROOT, "%032d", ids.size() + 1)));
    }
}
