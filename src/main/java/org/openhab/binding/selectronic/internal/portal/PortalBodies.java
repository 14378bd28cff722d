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

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/**
 * Reads the JSON bodies other than the live values.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortalBodies {
    private static final Pattern DATE = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d");

    private PortalBodies() {
    }

    /**
     * @param body a JSON body
     * @return the object that it is
     * @throws SourceException if it is none
     */
    static JsonObject object(byte[] body) throws SourceException {
        try {
            if (JsonParser.parseString(new String(body, StandardCharsets.UTF_8)) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonParseException e) {
            // told below
        }
        throw new SourceException(Problem.NOT_JSON);
    }

    /**
     * @param body the answer to a list of systems
     * @return by the portal's numbers of them, in its order, how their owners have named them, blank if they have not;
     *         an entry without a number is left out
     * @throws SourceException if it is no list
     */
    static Map<String, String> systems(byte[] body) throws SourceException {
        if (!(object(body).get("systems") instanceof JsonArray systems)) {
            throw new SourceException(Problem.NOT_JSON);
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (JsonElement system : systems) {
            if (system instanceof JsonObject object) {
                String number = text(object, "did");
                String name = text(object, "name");
                // it becomes part of a path, so it is taken only if it is a number
                if (number != null && number.matches("\\d{1,9}")) {
                    names.putIfAbsent(number, name == null ? "" : name.strip());
                }
            }
        }
        return names;
    }

    /**
     * @param body the answer to the latest stored record
     * @return the day of the first, empty if it is not told
     * @throws SourceException if it is no such answer
     */
    static Optional<LocalDate> firstDay(byte[] body) throws SourceException {
        String date = object(body).get("items") instanceof JsonObject items ? text(items, "first_date") : null;
        return date == null ? Optional.empty() : day(date);
    }

    /**
     * @param text a date as the portal writes it
     * @return the date, empty if it is none, or of another century: the day after the last one that a date can be is
     *         none, and there was no portal before this one
     */
    static Optional<LocalDate> day(String text) {
        try {
            return DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * @param object an object
     * @param member the name of a member
     * @return its text or number as text, null if it has none
     */
    static @Nullable String text(JsonObject object, String member) {
        return object.get(member) instanceof JsonPrimitive element
                ? element.getAsString()
                : null;
    }
}
