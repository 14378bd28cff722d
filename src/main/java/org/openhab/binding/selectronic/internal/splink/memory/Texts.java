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
package org.openhab.binding.selectronic.internal.splink.memory;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.States;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Words that are no measured number, by the name that the table of registers has for their encoding: codes, times and
 * versions. Dates and times are texts in the form of ISO 8601, as the unit's clock has no zone. The lists of codes that
 * only the table needs are in {@code codes.tsv}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Texts {
    private static final int EMPTY = 0;
    private static final int NOT_AVAILABLE = 0xFFFF;
    private static final int LOW_BYTE = 0xFF;
    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int MINUTES_OF_A_DAY = 1440;
    private static final int FIRST_YEAR = 2000;
    private static final String BITS = "bits ";

    private static final Map<String, Function<int[], Value>> ALL = new HashMap<>();
    static {
        Registers.rows("codes.tsv").forEach(row -> {
            Map<Integer, String> codes = codes(row);
            ALL.put(row[0], words -> text(codes, words[0]));
            ALL.put(BITS + row[0], words -> bits(codes, words[0]));
        });
        for (States states : States.values()) {
            ALL.put(states.name().toLowerCase(Locale.ROOT).replace('_', '-'), words -> states.ofCode(words[0]));
        }
        ALL.put("model", words -> Value.of(UnitModel.named(words[0])));
        ALL.put("shunt-name", words -> Value
                .of(ShuntName.of(words[0]).map(ShuntName::name).orElseGet(() -> Integer.toString(words[0]))));
        ALL.put("alerts", Texts::alerts);
        ALL.put("numbers",
                words -> Value.of(Arrays.stream(words).mapToObj(Integer::toString).collect(Collectors.joining(" "))));
        ALL.put("serial-numbers", Texts::serialNumbers);
        ALL.put("swapped-number",
                words -> Value.of(Long.toString(swapped(words[0]) << Short.SIZE | swapped(words[1]))));
        ALL.put("version-in-bytes", words -> Value.of((words[0] >> Byte.SIZE) + "." + (words[0] & LOW_BYTE)));
        ALL.put("version", words -> Value.of(version(words[0])));
        ALL.put("clock",
                words -> UnitClock.time(words).map(time -> Value.of(time.toString())).orElseGet(() -> Value.UNKNOWN));
        ALL.put("date", Texts::date);
        ALL.put("time", Texts::time);
        ALL.put("minutes-of-day", words -> timeOfDay(words[0], "24:00"));
        ALL.put("minutes-of-day-or-off", words -> timeOfDay(words[0], "OFF"));
    }

    private Texts() {
    }

    /** @throws IllegalArgumentException if there is no such encoding */
    static Function<int[], Value> named(String encoding) {
        Function<int[], Value> text = ALL.get(encoding);
        if (text == null) {
            throw new IllegalArgumentException("no encoding " + encoding);
        }
        return text;
    }

    /** Returns a version in hundredths with its point. */
    static String version(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    /** Returns the numbers of all units of a system, without the places of no unit. */
    private static Value serialNumbers(int[] words) {
        return Value.of(IntStream.range(0, words.length / 2).mapToLong(at -> RegisterType.U32.number(words, 2 * at))
                .filter(number -> number != EMPTY).mapToObj(Long::toString).collect(Collectors.joining(" ")));
    }

    private static long swapped(int word) {
        return (long) (word & LOW_BYTE) << Byte.SIZE | word >> Byte.SIZE;
    }

    private static Map<Integer, String> codes(String[] row) {
        return Arrays.stream(row).skip(1).map(code -> code.split(" ", 2)).collect(
                Collectors.toMap(code -> Integer.valueOf(code[0]), code -> code[1], (one, other) -> one, TreeMap::new));
    }

    private static Value text(Map<Integer, String> codes, int code) {
        return Value.of(codes.getOrDefault(code, Integer.toString(code)));
    }

    private static Value bits(Map<Integer, String> names, int word) {
        return Value.of(IntStream.range(0, Short.SIZE).filter(bit -> (word >> bit & 1) != 0)
                .mapToObj(bit -> names.getOrDefault(bit, Integer.toString(bit))).collect(Collectors.joining(" ")));
    }

    private static Value alerts(int[] slots) {
        Set<Integer> codes = Arrays.stream(slots).filter(slot -> slot != NOT_AVAILABLE && slot != EMPTY).boxed()
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Value.Alerts(List.copyOf(codes));
    }

    /** The clients disagree about the layout; it is recognised by the digits of the year. */
    private static Value date(int[] words) {
        try {
            int high = UnitClock.decimal(words[0] >> Byte.SIZE);
            int low = UnitClock.decimal(words[0]);
            int century = UnitClock.decimal(words[1] >> Byte.SIZE);
            int year = UnitClock.decimal(words[1]);
            return Value.of((century == 0 ? LocalDate.of(FIRST_YEAR + year, high, low)
                    : LocalDate.of(100 * century + year, low, high)).toString());
        } catch (DateTimeException e) {
            return Value.UNKNOWN;
        }
    }

    private static Value time(int[] words) {
        try {
            return Value
                    .of(LocalTime.of(UnitClock.decimal(words[0] >> Byte.SIZE), UnitClock.decimal(words[0])).toString());
        } catch (DateTimeException e) {
            return Value.UNKNOWN;
        }
    }

    private static Value timeOfDay(int minutes, String endOfDay) {
        if (minutes >= MINUTES_OF_A_DAY) {
            return minutes == MINUTES_OF_A_DAY ? Value.of(endOfDay) : Value.UNKNOWN;
        }
        return Value.of(LocalTime.of(minutes / MINUTES_OF_AN_HOUR, minutes % MINUTES_OF_AN_HOUR).toString());
    }
}
