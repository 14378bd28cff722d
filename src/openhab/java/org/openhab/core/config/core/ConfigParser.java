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
package org.openhab.core.config.core;

import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes configured values into the fields of a plain object. A value that does not fit leaves its field alone.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class ConfigParser {
    private static final Logger LOGGER = LoggerFactory.getLogger(ConfigParser.class);

    private static final Map<Class<?>, Function<Number, Object>> FROM_NUMBER = Map.of( //
            Byte.class, Number::byteValue, //
            Short.class, Number::shortValue, //
            Integer.class, Number::intValue, //
            Long.class, Number::longValue, //
            Float.class, Number::floatValue, //
            Double.class, Number::doubleValue, //
            BigDecimal.class, number -> new BigDecimal(number.toString()));
    private static final Map<Class<?>, Function<String, Object>> FROM_TEXT = Map.of( //
            Byte.class, Byte::valueOf, //
            Short.class, Short::valueOf, //
            Integer.class, Integer::valueOf, //
            Long.class, Long::valueOf, //
            Float.class, Float::valueOf, //
            Double.class, Double::valueOf, //
            BigDecimal.class, BigDecimal::new, //
            Boolean.class, Boolean::valueOf);

    private ConfigParser() {
    }

    public static <T> @Nullable T configurationAs(Map<String, Object> properties, Class<T> configurationClass) {
        try {
            T configuration = configurationClass.getConstructor().newInstance();
            for (Class<?> type = configurationClass; type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    fill(configuration, field, properties.get(field.getName()));
                }
            }
            return configuration;
        } catch (ReflectiveOperationException e) {
            LOGGER.warn("No configuration object of {}: {}", configurationClass.getName(), e.toString());
            return null;
        }
    }

    private static void fill(Object configuration, Field field, @Nullable Object value) throws IllegalAccessException {
        if (Modifier.isFinal(field.getModifiers()) || Modifier.isTransient(field.getModifiers())) {
            return;
        }
        Object converted = valueAs(value, field.getType());
        if (converted != null) {
            field.setAccessible(true);
            field.set(configuration, converted);
        }
    }

    public static <T> T valueAsOrElse(@Nullable Object value, Class<T> type, T defaultValue) {
        T converted = valueAs(value, type);
        return converted == null ? defaultValue : converted;
    }

    @SuppressWarnings("unchecked")
    public static <T> @Nullable T valueAs(@Nullable Object value, Class<T> type) {
        if (value == null) {
            return null;
        }
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        try {
            return (T) (boxed.isInstance(value) ? value : convert(value, boxed));
        } catch (IllegalArgumentException e) {
            LOGGER.warn("The configured value '{}' is not a {}", value, type.getSimpleName());
            return null;
        }
    }

    private static Object convert(Object value, Class<?> type) {
        if (value instanceof Number number && FROM_NUMBER.containsKey(type)) {
            return FROM_NUMBER.get(type).apply(number);
        } else if (value instanceof String text && FROM_TEXT.containsKey(type)) {
            return FROM_TEXT.get(type).apply(text);
        } else if (value instanceof String && type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).filter(constant -> ((Enum<?>) constant).name().equals(value))
                    .findFirst().orElseThrow(IllegalArgumentException::new);
        }
        throw new IllegalArgumentException();
    }
}
