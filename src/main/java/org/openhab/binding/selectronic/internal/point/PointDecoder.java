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
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.States;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

/**
 * Decodes the live values of a gateway or portal into a sample. Name and sign of each member are defined in
 * {@link Quantity}, limits and special meanings of numbers here.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PointDecoder {
    private static final int LONGEST_NUMBER = 40;
    /** A number as JSON has it. Other forms that Java accepts, such as {@code 1d} or {@code 0x1p3}, are not numbers. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    /** Largest power in W of a unit: five times the rating of the largest SP PRO, 20 kW. */
    private static final double LARGEST_POWER = 100_000;
    /**
     * Largest energy of a day in kWh: that power around the clock. An old version of a gateway emulator reports
     * {@code load_wh_today} in watt hours (published body, sample C: 22410.5), which exceeds this limit.
     */
    private static final double LARGEST_DAY = LARGEST_POWER / 1000 * 24;
    /** Largest energy of all time in kWh: that power for fifty years. */
    private static final double LARGEST_TOTAL = LARGEST_DAY * 365.25 * 50;
    /** Largest code that a word of the unit's memory can hold. */
    private static final int LARGEST_CODE = 0xFFFF;

    private static final double LARGEST_CHARGE = 100.0;
    /** End of the year 9999 in seconds since 1970; later times cannot be displayed. */
    private static final double LAST_SECOND = 253_402_300_799.0;

    private final ConnectionType connectionType;
    private final Map<String, Row> rows = new HashMap<>();

    private record Row(Quantity quantity, boolean negated) {
    }

    /**
     * @param connectionType the connection type of the bodies
     */
    public PointDecoder(ConnectionType connectionType) {
        this.connectionType = connectionType;
        for (Quantity quantity : Quantity.values()) {
            if (quantity.origin(connectionType).orElse(null) instanceof Origin.Member member) {
                rows.put(member.name(), new Row(quantity, member.negated()));
            }
        }
    }

    /**
     * @param body the body, JSON in UTF-8
     * @param responseTime how long the answer took
     * @return its values
     * @throws SourceException if the body is incomplete, is something else, or does not contain the time when the
     *             inverter was read: without it, the age of the values is unknown
     */
    @SuppressWarnings("deprecation") // Gson 2.10, the lowest that the manifest admits, has no other method for this
    public Sample decode(byte[] body, Duration responseTime) throws SourceException {
        try (JsonReader json = new JsonReader(new StringReader(new String(body, StandardCharsets.UTF_8)))) {
            // a bare NaN is not JSON, but makes only its own member unknown
            json.setLenient(true);
            return readBody(json, responseTime);
        } catch (MalformedJsonException | EOFException | NumberFormatException e) {
            // the reader throws the last one for an escape without its four digits
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
            // two concatenated answers
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
            if ("timestamp".equals(name)) {
                time = instant(number);
            } else {
                Row row = rows.get(name);
                if (row != null) {
                    values.put(row.quantity, Double.isFinite(number) ? value(row, number) : Value.UNKNOWN);
                }
            }
        }
        json.endObject();
        return new Items(values, time);
    }

    /** Returns the next number, also one in quotes, as sent by some emulators; skips anything else and returns NaN. */
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

    private static Value value(Row row, double number) {
        return switch (row.quantity) {
            case BATTERY_STATE_OF_CHARGE -> within(number, 0, LARGEST_CHARGE);
            case GENERATOR_STATUS -> States.GENERATOR_STATUS.ofCode(number);
            case ALERTS_CODE -> number == Math.rint(number) ? within(number, 0, LARGEST_CODE) : Value.UNKNOWN;
            // 0 means no alert
            case ALERTS_SINCE -> {
                Instant since = instant(number);
                yield since == null ? Value.UNKNOWN : Value.of(since);
            }
            default -> switch (row.quantity.reset()) {
                case DAILY -> within(number, 0, LARGEST_DAY);
                case NEVER -> within(number, 0, LARGEST_TOTAL);
                // not -number, which would turn 0 into -0
                default -> within(row.negated ? 0 - number : number, -LARGEST_POWER, LARGEST_POWER);
            };
        };
    }

    /** Converts seconds since 1970 to a time, null for none. */
    private static @Nullable Instant instant(double seconds) {
        return seconds > 0 && seconds <= LAST_SECOND ? Instant.ofEpochSecond((long) seconds) : null;
    }

    /** Returns the number, or unknown if it is out of range: impossible numbers are not corrected. */
    private static Value within(double number, double least, double most) {
        return number >= least && number <= most ? Value.of(number) : Value.UNKNOWN;
    }
}
