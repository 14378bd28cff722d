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

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

/**
 * Reads a point body into a sample. It is read as a stream of tokens rather than into an object: this is done at every
 * poll of every inverter.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PointDecoder {
    private static final String TIMESTAMP = "timestamp";
    private static final int LONGEST_NUMBER = 40;
    /** A number as JSON has it. Other forms that Java accepts, such as {@code 1d} or {@code 0x1p3}, are not numbers. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    private final ConnectionType connectionType;
    private final PointMapper mapper;

    /**
     * @param connectionType the connection type of the bodies
     */
    public PointDecoder(ConnectionType connectionType) {
        this.connectionType = connectionType;
        this.mapper = new PointMapper(connectionType);
    }

    /**
     * @param body the body, JSON in UTF-8
     * @param responseTime how long the answer took
     * @return its values
     * @throws SourceException if the body is incomplete, is something else, or does not contain the time when the
     *             inverter was read: without that time no value can be called fresh
     */
    @SuppressWarnings("deprecation") // Gson 2.10, the lowest that the manifest admits, knows no other connection to be
                                     // lenient
    public Sample decode(byte[] body, Duration responseTime) throws SourceException {
        try (JsonReader json = new JsonReader(new AsciiReader(body))) {
            // a bare NaN is no JSON, but spoils one member only and not the whole body
            json.setLenient(true);
            return readBody(json, responseTime);
        } catch (MalformedJsonException | EOFException | NumberFormatException e) {
            // the last is what the reader makes of an escape without its four digits
            throw new SourceException(Problem.NOT_JSON, e);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
    }

    private Sample readBody(JsonReader json, Duration responseTime) throws IOException, SourceException {
        if (json.peek() != JsonToken.BEGIN_OBJECT) {
            throw new SourceException(Problem.NOT_JSON);
        }
        @Nullable
        Items items = null;
        @Nullable
        Instant now = null;
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if ("items".equals(name) && json.peek() == JsonToken.BEGIN_OBJECT) {
                items = readItems(json);
            } else if ("now".equals(name)) {
                now = instant(number(json));
            } else {
                json.skipValue();
            }
        }
        json.endObject();
        if (json.peek() != JsonToken.END_DOCUMENT) {
            // two answers glued together are none
            throw new SourceException(Problem.NOT_JSON);
        }
        if (items == null) {
            throw new SourceException(Problem.NO_ITEMS);
        }
        Instant time = items.time;
        if (time == null) {
            throw new SourceException(Problem.NO_SAMPLE_TIME);
        }
        return new Sample(connectionType, time, now, responseTime, items.values);
    }

    private record Items(Map<Quantity, Value> values, @Nullable Instant time) {
    }

    private Items readItems(JsonReader json) throws IOException {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        @Nullable
        Instant time = null;
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            double number = number(json);
            if (TIMESTAMP.equals(name)) {
                time = instant(number);
            } else {
                mapper.put(name, number, values);
            }
        }
        json.endObject();
        return new Items(values, time);
    }

    /**
     * Returns the next number, also one in quotes, as some clients that stand in for a box write them; NaN for
     * everything that is not a number, which is skipped.
     */
    private static double number(JsonReader json) throws IOException {
        JsonToken token = json.peek();
        if (token == JsonToken.NUMBER) {
            return json.nextDouble();
        } else if (token == JsonToken.STRING) {
            String text = json.nextString();
            return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches() ? Double.parseDouble(text)
                    : Double.NaN;
        }
        json.skipValue();
        return Double.NaN;
    }

    private static @Nullable Instant instant(double seconds) {
        return PointMapper.moment(seconds).orElse(null);
    }
}
