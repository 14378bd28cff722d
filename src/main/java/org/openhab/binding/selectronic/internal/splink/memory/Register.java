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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.RegisterDimension;
import org.openhab.binding.selectronic.internal.model.RegisterValue;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;

/**
 * A register in the memory of a unit: one row of {@code registers.tsv}.
 *
 * @param name the name; a register that newer maps have at another address has one row for each
 * @param range the address range of its words
 * @param type how it encodes its number
 * @param conversion the conversion of its counts
 * @param text decodes words that are no measured number, e.g. codes, times and versions; null for a number
 * @param unit the unit of its values, empty for none
 * @param sense how its sign is interpreted
 * @param combination how it is combined with other registers of the same quantity
 * @param since the first version of the register map that has it; for a setting, of the settings
 * @param group the part of the system that it belongs to
 * @param confidence how sure its meaning is
 * @param sources the public clients that the row is from, by the letters of the package comment
 * @param meaning its content in words
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Register(String name, WordRange range, RegisterType type, Conversion conversion,
        @Nullable Function<int[], Value> text, String unit, Sense sense, Combination combination, int since,
        String group, Confidence confidence, String sources, String meaning) {

    private static final int NOT_AVAILABLE = 0xFFFF;

    /** How the sign of a register is interpreted. */
    public enum Sense {
        /** According to the sign rule of the binding, or never negative. */
        AS_IS,
        /** The opposite of the sign rule. */
        REVERSED,
        /** The meaning of the sign is unknown: the distance from 0 is used, also for an unsigned register. */
        MAGNITUDE
    }

    /** How the registers of a quantity are combined. */
    public enum Combination {
        FIRST,
        /** Unknown if one of them is. */
        SUM,
        /** A failed sensor does not hide the others. */
        MAXIMUM;

        Value of(List<Value> parts) {
            return switch (this) {
                case FIRST -> parts.get(0);
                case SUM -> parts.stream().allMatch(Value.Numeric.class::isInstance) ? Value.of(numbers(parts).sum())
                        : Value.UNKNOWN;
                case MAXIMUM -> Value.of(numbers(parts).max().orElse(Double.NaN));
            };
        }

        private static DoubleStream numbers(List<Value> parts) {
            return parts.stream().filter(Value.Numeric.class::isInstance)
                    .mapToDouble(part -> ((Value.Numeric) part).number());
        }
    }

    /** How sure the meaning of a register is. */
    public enum Confidence {
        /** Several independent sources agree, and a published value fits. */
        HIGH,
        /** One source, or several that copy the same one. */
        MEDIUM,
        /** Only name and address are known. */
        LOW
    }

    /** Returns the number of words of a row. */
    static int words(String[] row) {
        String[] types = row[2].split("x");
        return RegisterType.valueOf(types[0]).words() * (types.length > 1 ? Integer.parseInt(types[1]) : 1);
    }

    /** @return the dimension of its values */
    public RegisterDimension dimension() {
        return RegisterDimension.of(unit, text != null);
    }

    /**
     * @param value its value
     * @return the value with its unit
     */
    public RegisterValue reading(Value value) {
        return new RegisterValue(dimension(), unit,
                value instanceof Value.Alerts active
                        ? Value.of(active.codes().stream().map(Object::toString).collect(Collectors.joining(" ")))
                        : value,
                value.equals(Value.UNKNOWN) ? RegisterValue.Finding.NOT_AVAILABLE : RegisterValue.Finding.READ);
    }

    /** Creates a register from the columns of its row, in the order of the components. */
    static Register of(String[] row) {
        RegisterType type = RegisterType.valueOf(row[2].split("x")[0]);
        boolean number = row[3].equals(row[3].toUpperCase(Locale.ROOT));
        return new Register(row[0], new WordRange(Integer.decode(row[1]), words(row)), type,
                number ? Conversion.valueOf(row[3]) : Conversion.PLAIN, number ? null : Texts.named(row[3]), row[4],
                Sense.valueOf(row[5]), Combination.valueOf(row[6]), Integer.parseInt(row[7]), row[8],
                Confidence.valueOf(row[9]), row[10], row[11]);
    }

    /**
     * @param words its words
     * @param scales the scale factors of the unit
     * @return the value in its {@link #unit}; unknown if it is marked as not available, or if a required scale factor
     *         is missing
     */
    public Value value(int[] words, ScaleFactors scales) {
        Function<int[], Value> text = this.text;
        if (text != null) {
            return Arrays.stream(words).allMatch(word -> word == NOT_AVAILABLE) ? Value.UNKNOWN
                    : Objects.requireNonNull(text.apply(words));
        }
        return Value.of(number(words, 0, scales));
    }

    /**
     * @param words any words
     * @param at the place of the first word of this register, which has no text
     * @param scales the scale factors of the unit
     * @return the number in its {@link #unit}, NaN if it is unknown
     */
    public double number(int[] words, int at, ScaleFactors scales) {
        long raw = type.number(words, at);
        return type.isAvailable(raw) ? conversion.number(switch (sense) {
            case AS_IS -> raw;
            case REVERSED -> 0 - raw;
            case MAGNITUDE -> type.magnitude(raw);
        }, scales) : Double.NaN;
    }
}
