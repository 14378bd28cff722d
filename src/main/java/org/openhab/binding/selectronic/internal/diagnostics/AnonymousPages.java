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

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Pages of a gateway or of the portal without anything personal: ids and serial numbers become others, the same always
 * the same, and of the texts only those of a few members stay, which tell of the device and not of its owner.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class AnonymousPages {
    private static final Pattern ID = Pattern.compile("(?<![0-9A-Za-z])[0-9A-Fa-f]{32}(?![0-9A-Za-z])");
    /** A text with, where it is the name of a member, the colon behind it; or a number. */
    private static final Pattern TOKEN = Pattern
            .compile("\"((?:[^\"\\\\]|\\\\.)*+)\"(\\s*:)?|(?<![\\w.+-])-?[0-9][0-9.eE+-]*");
    /** What the portal calls a system, which is not an id that was replaced already. */
    private static final Pattern NUMBER = Pattern.compile("(?<=/)[0-9]{1,12}(?=/|$)");
    private static final Pattern SERIAL_NUMBER = Pattern.compile(".*serial.*");
    private static final Set<String> KEPT = Set.of("device_type", "firmware", "firmware_version", "hardware_version",
            "manufacturer", "oem_branding", "power_rating", "type");
    private static final String HIDDEN = "x";

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> serialNumbers = new HashMap<>();

    /** The path of a page: what is in it besides ids is the device's own words. */
    String path(String path) {
        int query = path.indexOf('?');
        return NUMBER.matcher(withoutIds(query < 0 ? path : path.substring(0, query)))
                .replaceAll(found -> serialNumber(found.group()));
    }

    /**
     * @param body what came
     * @return it in one line; null if it is no JSON, of which nothing can be said that is sure to be nobody's business
     */
    @Nullable
    String body(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return null;
        }
        StringBuilder anonymous = new StringBuilder();
        String member = "";
        Matcher token = TOKEN.matcher(text.replaceAll("[\\r\\n]+\\s*", ""));
        while (token.find()) {
            String shown = token.group();
            String told = token.group(1);
            if (told == null) {
                shown = SERIAL_NUMBER.matcher(member).matches() ? '"' + serialNumber(shown) + '"' : shown;
            } else if (token.group(2) != null) {
                member = told.toLowerCase(Locale.ROOT);
                shown = '"' + withoutIds(told) + '"' + token.group(2);
            } else {
                shown = '"' + text(member, told) + '"';
            }
            token.appendReplacement(anonymous, Matcher.quoteReplacement(shown));
        }
        return token.appendTail(anonymous).toString();
    }

    private String text(String member, String told) {
        if (SERIAL_NUMBER.matcher(member).matches()) {
            return serialNumber(told);
        } else if (KEPT.contains(member) || told.isEmpty()) {
            return withoutIds(told);
        }
        return ID.matcher(told).matches() ? withoutIds(told) : HIDDEN;
    }

    private String serialNumber(String told) {
        return serialNumbers.computeIfAbsent(told,
                first -> String.format(Locale.ROOT, "%06d", serialNumbers.size() + 1));
    }

    private String withoutIds(String text) {
        return ID.matcher(text).replaceAll(found -> ids.computeIfAbsent(found.group().toUpperCase(Locale.ROOT),
                first -> String.format(Locale.ROOT, "%032d", ids.size() + 1)));
    }
}
