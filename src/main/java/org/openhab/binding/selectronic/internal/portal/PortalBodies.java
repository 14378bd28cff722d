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
import org.openhab.binding.selectronic.internal.point.JsonBody;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Reads the JSON bodies other than the live values.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortalBodies {
    /** Limit of systems of an account; further ones are left out. */
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
     * @param body the answer to a list of systems
     * @return the names given by the owners by portal number, in the portal's order; blank for no name. An entry
     *         without a number is left out
     * @throws SourceException if it is not a list
     */
    static Map<String, String> systems(byte[] body) throws SourceException {
        if (!(JsonBody.object(body).get("systems") instanceof JsonArray systems)) {
            throw new SourceException(Problem.NOT_JSON);
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (JsonElement system : systems) {
            if (system instanceof JsonObject object) {
                String number = number(JsonBody.text(object, "did"));
                String name = JsonBody.text(object, "name");
                if (number != null && names.size() < MOST_SYSTEMS) {
                    String printable = name == null ? "" : HttpFailures.printable(name).strip();
                    names.putIfAbsent(number, printable.substring(0, Math.min(printable.length(), LONGEST_NAME)));
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
        JsonObject all = JsonBody.object(body);
        for (JsonElement reported : new JsonElement[] { all, all.get("device") }) {
            if (reported instanceof JsonObject object) {
                for (String member : NUMBERS) {
                    String other = number(JsonBody.text(object, member));
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
            String reported = SerialNumber.normal(JsonBody.text(object, member));
            if (reported != null) {
                return reported;
            }
        }
        return null;
    }

    /**
     * @param body the answer with the latest stored values
     * @return the first day with recorded data, empty if not reported
     * @throws SourceException if it is not such an answer
     */
    static Optional<LocalDate> firstDay(byte[] body) throws SourceException {
        String date = JsonBody.object(body).get("items") instanceof JsonObject items
                ? JsonBody.text(items, "first_date")
                : null;
        return day(date);
    }

    /**
     * @param text a date in the form of the portal, null for none
     * @return the date, empty if it is not a date or is outside this century: the day after the largest possible date
     *         cannot be calculated, and there was no portal before this century
     */
    static Optional<LocalDate> day(@Nullable String text) {
        try {
            return text != null && DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
