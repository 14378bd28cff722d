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
package org.openhab.binding.selectronic.simulator.gateway;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * What the gateway says about its units and itself, in the form of published answers.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class DescriptionBodies {
    private static final String BOARD_ID = "89ABCDEF0123456789ABCDEF01234567";

    private DescriptionBodies() {
    }

    /** The list of devices. */
    static JsonArray devices(List<UnitIdentity> units) {
        JsonArray array = new JsonArray();
        for (int n = 0; n < units.size(); n++) {
            array.add(device(units.get(n), n));
        }
        return array;
    }

    /** The n-th device. */
    static JsonObject device(UnitIdentity unit, int n) {
        JsonObject object = new JsonObject();
        object.addProperty("device_type", "SP-PRO");
        object.addProperty("fault_href", "/devices/" + unit.id() + "/fault");
        object.addProperty("firmware", String.format(Locale.ROOT, "V%d.%02d Grid 4.00 ACC 5.11", unit.firmware() / 100,
                unit.firmware() % 100));
        object.addProperty("id", unit.id());
        object.addProperty("manufacturer", "Selectronic");
        object.addProperty("poll", 5);
        object.addProperty("power_rating", unit.rating() + ".0");
        object.addProperty("serialnum", Integer.toString(unit.serial()));
        object.addProperty("short_id", unit.shortId());
        object.addProperty("ttyname", "/dev/ttyS" + n);
        object.addProperty("type", "selectronic");
        object.addProperty("usage_href", "/devices/" + unit.id() + "/usage");
        return object;
    }

    static JsonObject board() {
        JsonObject object = new JsonObject();
        object.addProperty("board_id", BOARD_ID);
        object.addProperty("board_short_id", BOARD_ID.substring(0, 8));
        object.addProperty("firmware_version", "4.2.1");
        object.addProperty("hardware_version", "2.0");
        object.addProperty("oem_branding", "selectronic");
        return object;
    }

    /** The page that a browser shows first. */
    static String rootPage() {
        return """
                <!DOCTYPE html>
                <html>
                  <head><title>Select.live</title></head>
                  <body><a href="/setup.html">Select.live device Setup</a></body>
                </html>
                """;
    }

    /** The page from which users read the id of their unit: it is in the id of a table row. */
    static String setupPage(List<UnitIdentity> units) {
        String rows = units.stream().map(unit -> String.format(Locale.ROOT, """
                        <tr id="dev-%s">
                          <td>%s</td><td>%.1f kW</td><td>%d</td><td>Online</td>
                        </tr>
                """, unit.id(), unit.shortId(), unit.rating() / 1000.0, unit.serial())).collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html>
                  <head><title>Select.live Device Setup</title></head>
                  <body>
                    <table>
                      <thead>
                        <tr><th>Device ID</th><th>Rating</th><th>Serial</th><th>Connection Status</th></tr>
                      </thead>
                      <tbody>
                """ + rows + """
                      </tbody>
                    </table>
                  </body>
                </html>
                """;
    }
}
