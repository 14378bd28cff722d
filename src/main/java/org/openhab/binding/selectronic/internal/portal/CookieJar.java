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

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The cookies of one session with one server. Paths and domains are ignored, because all requests go to that server;
 * expiry dates are ignored, because the clock of this machine may be wrong.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class CookieJar {
    /** Many times what a session needs. The first ones are kept, since the log-in sets the one of the session. */
    private static final int MOST_COOKIES = 20;
    /** Limit of name and value in browsers. */
    private static final int LONGEST_COOKIE = 4096;

    private final Map<String, String> values = new TreeMap<>();

    /**
     * @param set the cookies set by the server. A value may contain {@code =}; an empty one removes the cookie
     */
    synchronized void take(List<String> set) {
        for (String cookie : set) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            String name = pair[0].strip();
            String value = pair.length < 2 ? "" : pair[1].strip();
            if (value.isEmpty()
                    || cookie.toLowerCase(Locale.ROOT).matches(".*;\\s*max-age\\s*=\\s*\"?(0|-\\d+)\"?\\s*(;.*)?")) {
                values.remove(name);
            } else if (!name.isEmpty() && name.length() + value.length() <= LONGEST_COOKIE
                    && (values.size() < MOST_COOKIES || values.containsKey(name))) {
                values.put(name, value);
            }
        }
    }

    synchronized boolean isEmpty() {
        return values.isEmpty();
    }

    /** @return the cookies as a request carries them; a secret */
    synchronized String header() {
        return values.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
