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
package org.openhab.binding.selectronic.internal.point;

import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/**
 * Parses the JSON bodies of gateway and portal other than the live values.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class JsonBody {
    private JsonBody() {
    }

    /**
     * @param body a body in UTF-8
     * @return its content
     * @throws SourceException if it is not JSON
     */
    public static JsonElement parse(byte[] body) throws SourceException {
        try {
            return JsonParser.parseString(new String(body, StandardCharsets.UTF_8));
        } catch (JsonParseException e) {
            throw new SourceException(Problem.NOT_JSON, e);
        }
    }

    /**
     * @param body a body in UTF-8
     * @return its content
     * @throws SourceException if it is not a JSON object
     */
    public static JsonObject object(byte[] body) throws SourceException {
        if (parse(body) instanceof JsonObject object) {
            return object;
        }
        throw new SourceException(Problem.NOT_JSON);
    }

    /**
     * @param object an object
     * @param member the name of a member
     * @return its text or number as text, null if it has neither
     */
    public static @Nullable String text(JsonObject object, String member) {
        return object.get(member) instanceof JsonPrimitive value && !value.isBoolean() ? value.getAsString() : null;
    }
}
