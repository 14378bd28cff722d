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

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The fields of a form in the encoding {@code application/x-www-form-urlencoded}. What cannot be decoded has no fields.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Form(Map<String, String> fields) {
    static Form of(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                } catch (IllegalArgumentException e) {
                    return new Form(Map.of());
                }
            }
        }
        return new Form(fields);
    }

    /** A field; empty where it is missing. */
    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
