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
package org.openhab.binding.selectronic.simulator.fault;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a web front end is about to send.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Answer(int status, Map<String, String> headers, Body body) {

    private static final String CONTENT_TYPE = "Content-Type";

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer of(int status, String contentType, Body body) {
        return new Answer(status, Map.of(CONTENT_TYPE, contentType), body);
    }

    public static Answer json(String text) {
        return of(200, "application/json", Body.of(text));
    }

    public static Answer html(int status, String text) {
        return of(status, "text/html; charset=utf-8", Body.of(text));
    }

    public Answer with(Body newBody) {
        return new Answer(status, headers, newBody);
    }

    public Answer withHeader(String name, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(name, value);
        return new Answer(status, changed, body);
    }

    public Answer withContentType(String type) {
        return withHeader(CONTENT_TYPE, type);
    }

    /** Whether the answer is JSON that can be changed member by member. */
    public boolean isJson() {
        String type = headers.get(CONTENT_TYPE);
        return status == 200 && type != null && type.startsWith("application/json");
    }
}
