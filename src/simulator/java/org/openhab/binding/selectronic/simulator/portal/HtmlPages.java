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

import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The portal's pages for people. Of the login only the field names and the sentence about a bad address are certain, of
 * the page of a system the pairs of labels and values with the doubled id, of the profile nothing but its contents.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HtmlPages {
    private static final String TITLE = "Select.Live Portal | Selectronic Australia";

    private HtmlPages() {
    }

    /** The login with a message, or none. */
    static String login(String message) {
        return page("""
                <form action="/login" method="post">
                  <div>%s</div>
                  <input type="text" name="email">
                  <input type="password" name="pwd">
                  <button type="submit">Login</button>
                </form>
                """.formatted(escaped(message)));
    }

    static String systems(PortalAccount account) {
        return page(account.systems().map(
                system -> "<li><a href=\"/dashboard/" + system.number() + "\">" + escaped(system.name()) + "</a></li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>\n")));
    }

    static String profile(PortalAccount account) {
        return page("""
                <form action="/myprofile" method="post">
                  <input type="text" name="email" value="%s">
                  <select name="timezone">
                    <option value="UTC">UTC</option>
                    <option value="%2$s" selected="selected">%2$s</option>
                  </select>
                </form>
                """.formatted(escaped(account.email()), escaped(account.zone().getId())));
    }

    static String system(SiteDetails details) {
        return page("<div style=\"display: table\">\n" + pair("SP PRO Model:", "sppro_model", details.model())
                + pair("SP PRO Serial:", "sppro_model", details.serial())
                + pair("SP PRO Ratings:", "sppro_rating", details.ratings())
                + pair("Solar Size:", "solar_size", details.solarSize())
                + pair("Battery Size:", "battery_size", details.batterySize()) + "</div>\n");
    }

    static String message(String text) {
        return page("<h1>" + escaped(text) + "</h1>\n");
    }

    static String page(String body) {
        return """
                <!DOCTYPE html>
                <html>
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                %s</body>
                </html>
                """.formatted(TITLE, body);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String pair(String label, String id, String value) {
        return """
                <div style="display: table-row">
                <div style="display: table-cell">%s</div>
                <div style="display: table-cell" id="%s">%s</div>
                </div>
                """.formatted(label, id, escaped(value));
    }
}
