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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.HttpFailures;
import org.openhab.binding.selectronic.internal.model.SerialNumber;
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
    /** More systems than can be read for one account; further ones are left out. */
    private static final int MOST_SYSTEMS = 1000;
    private static final List<String> NUMBERS = List.of("did", "id", "system", "system_id");
    /** Names of the serial number: as in the gateway's description of a device (woodleigh), and possible others. */
    private static final List<String> SERIAL_NUMBERS = List.of("serialnum", "serial", "serial_number", "serialno");
    private static final int LONGEST_NAME = 100;
    private static final Pattern NUMBER = Pattern.compile("0*([1-9]\\d{0,8})(?:\\.0+)?");
    private static final Pattern DATE = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d");

    private PortalBodies() {
    }

    /**
     * @param body a JSON body
     * @return the object
     * @throws SourceException if it is none
     */
    static JsonObject object(byte[] body) throws SourceException {
        try {
            if (JsonParser.parseString(new String(body, StandardCharsets.UTF_8)) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonParseException e) {
            throw new SourceException(Problem.NOT_JSON, e);
        }
        throw new SourceException(Problem.NOT_JSON);
    }

    /**
     * @param body the answer to a list of systems
     * @return the names given by the owners by portal number, in the portal's order; blank for no name. An entry
     *         without a number is left out
     * @throws SourceException if it is not a list
     */
    static Map<String, String> systems(byte[] body) throws SourceException {
        if (!(object(body).get("systems") instanceof JsonArray systems)) {
            throw new SourceException(Problem.NOT_JSON);
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (JsonElement system : systems) {
            if (system instanceof JsonObject object) {
                String number = number(text(object, "did"));
                String name = text(object, "name");
                if (number != null && names.size() < MOST_SYSTEMS) {
                    names.putIfAbsent(number, name == null ? "" : shortened(HttpFailures.printable(name).strip()));
                }
            }
        }
        return names;
    }

    /** Returns whether a text is a system number in the normal form. */
    static boolean isNumber(String text) {
        return text.equals(number(text));
    }

    /** Returns a system number in the normal form; null if it is not a number, because it becomes part of a path. */
    private static @Nullable String number(@Nullable String text) {
        Matcher number = NUMBER.matcher(text == null ? "" : text.strip());
        return number.matches() ? number.group(1) : null;
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /**
     * Checks that live values belong to the requested system, as far as they identify it: by the portal number or the
     * serial number in their description of the device. An id that is not a portal number, such as that of a gateway,
     * is ignored.
     *
     * @param body live values
     * @param number the requested portal number
     * @param serialNumber the serial number of that system, null if unknown
     * @throws SourceException if they belong to another system
     */
    static void check(byte[] body, String number, @Nullable String serialNumber) throws SourceException {
        JsonObject all = object(body);
        for (JsonElement reported : new JsonElement[] { all, all.get("device") }) {
            if (reported instanceof JsonObject object) {
                for (String member : NUMBERS) {
                    String other = number(text(object, member));
                    if (other != null && !other.equals(number(number))) {
                        throw new SourceException(Problem.OTHER_UNIT, number, other);
                    }
                }
                String other = serialNumber(object);
                if (other != null && serialNumber != null && !other.equals(serialNumber)) {
                    throw new SourceException(Problem.OTHER_UNIT, serialNumber, other);
                }
            }
        }
    }

    private static @Nullable String serialNumber(JsonObject object) {
        for (String member : SERIAL_NUMBERS) {
            String reported = SerialNumber.normal(text(object, member));
            if (reported != null) {
                return reported;
            }
        }
        return null;
    }

    /**
     * @param body the answer to the latest stored record
     * @return the day of the first record, empty if not reported
     * @throws SourceException if it is not such an answer
     */
    static Optional<LocalDate> firstDay(byte[] body) throws SourceException {
        String date = object(body).get("items") instanceof JsonObject items ? text(items, "first_date") : null;
        return date == null ? Optional.empty() : day(date);
    }

    /**
     * @param text a date as the portal writes it
     * @return the date, empty if it is not a date or is outside this century: the day after the largest possible date
     *         cannot be calculated, and there was no portal before this century
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
        return object.get(member) instanceof JsonPrimitive element ? element.getAsString() : null;
    }
}
