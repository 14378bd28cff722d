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
package org.openhab.binding.selectronic.internal.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.HttpFailures;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.point.JsonBody;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Parses the descriptions of the gateway and its inverters. In a list element only {@code id} is certain; in a
 * description every member is optional.
 * <p>
 * Source: one published set of bodies ({@code device.json}, {@code board.json}) and the clients that read parts of it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Descriptions {
    /** Id of the only unit of an emulator, which returns live values on every path. */
    private static final String EMULATED_ID = "1";
    /** Many times the number of units that a gateway supports; a longer list is not a list of units. */
    private static final int MOST_UNITS = 64;
    /** Characters that need no escaping in a path. */
    private static final String ID = "[0-9A-Za-z_.:~-]{1,64}";

    private static final Logger LOGGER = LoggerFactory.getLogger(Descriptions.class);

    private Descriptions() {
    }

    /**
     * @param body the answer to {@code /devices}
     * @return the units, in the order of the gateway
     * @throws SourceException if it is not a list
     */
    static List<Unit> units(byte[] body) throws SourceException {
        JsonElement json = JsonBody.parse(body);
        if (json.isJsonObject() && json.getAsJsonObject().has("items")) {
            return List.of(new Unit(EMULATED_ID, Identity.NONE));
        }
        if (!(json instanceof JsonArray list)) {
            throw new SourceException(Problem.NOT_JSON);
        }
        Map<String, Unit> units = new LinkedHashMap<>();
        for (JsonElement element : list) {
            String id = element instanceof JsonObject object ? JsonBody.text(object, "id") : null;
            if (id != null && isId(id) && units.size() < MOST_UNITS) {
                units.putIfAbsent(id, new Unit(id, identity(element.getAsJsonObject())));
            } else {
                LOGGER.debug("A unit is left out of the list, its id is {}",
                        id == null ? "missing" : HttpFailures.printable(id));
            }
        }
        return List.copyOf(units.values());
    }

    /**
     * @param id the id of a unit as used by the gateway or entered by a person
     * @return whether it can be used in a path without escaping
     */
    static boolean isId(String id) {
        return id.matches(ID) && !id.matches("\\.{1,2}");
    }

    /**
     * @param body the answer to {@code /devices/&#123;id&#125;}
     * @return the description of the unit
     * @throws SourceException if it is no description
     */
    static Identity identity(byte[] body) throws SourceException {
        return identity(JsonBody.object(body));
    }

    /**
     * @param body the answer to {@code /board}
     * @return the description of the gateway
     * @throws SourceException if it is no description
     */
    static Board board(byte[] body) throws SourceException {
        JsonObject object = JsonBody.object(body);
        return new Board(text(object, "board_id"), text(object, "firmware_version"), text(object, "hardware_version"));
    }

    private static Identity identity(JsonObject object) {
        return new Identity(text(object, "serialnum"), text(object, "device_type"), text(object, "firmware"),
                watts(text(object, "power_rating")));
    }

    /** The rating is a text in watts, {@code "5000.0"}. */
    private static @Nullable Double watts(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,7}(\\.\\d{0,6})?")) {
            return null;
        }
        double watts = Double.parseDouble(text);
        return watts > 0 ? watts : null;
    }

    private static @Nullable String text(JsonObject object, String member) {
        String raw = JsonBody.text(object, member);
        String text = raw == null ? "" : HttpFailures.printable(raw);
        return text.isEmpty() ? null : text;
    }
}
