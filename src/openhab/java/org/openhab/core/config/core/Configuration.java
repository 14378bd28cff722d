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

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The configuration of a thing or a channel: texts, booleans and decimals by name.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class Configuration {
    private final Map<String, @Nullable Object> properties = Collections.synchronizedMap(new HashMap<>());

    public Configuration() {
    }

    public Configuration(@Nullable Configuration configuration) {
        if (configuration != null) {
            properties.putAll(configuration.getProperties());
        }
    }

    public Configuration(@Nullable Map<String, Object> properties) {
        if (properties != null) {
            properties.forEach((name, value) -> this.properties.put(name, normalize(value)));
        }
    }

    public <T> T as(Class<T> configurationClass) {
        return ConfigParser.configurationAs(getProperties(), configurationClass);
    }

    public boolean containsKey(String key) {
        return properties.containsKey(key);
    }

    public @Nullable Object get(String key) {
        return properties.get(key);
    }

    public @Nullable Object put(String key, @Nullable Object value) {
        return properties.put(key, normalize(value));
    }

    public @Nullable Object remove(String key) {
        return properties.remove(key);
    }

    public Set<String> keySet() {
        return getProperties().keySet();
    }

    public Collection<Object> values() {
        return getProperties().values();
    }

    public Map<String, Object> getProperties() {
        synchronized (properties) {
            return Collections.unmodifiableMap(new HashMap<>(properties));
        }
    }

    public void setProperties(Map<String, Object> newProperties) {
        synchronized (properties) {
            properties.clear();
            newProperties.forEach(this::put);
        }
    }

    private static @Nullable Object normalize(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        } else if (value instanceof BigDecimal decimal) {
            return tidy(decimal);
        } else if (value instanceof Number) {
            return new BigDecimal(value.toString());
        } else if (value instanceof Collection<?> collection) {
            return collection.stream().map(Configuration::normalize).toList();
        }
        throw new IllegalArgumentException("Not for a configuration: " + value.getClass().getName());
    }

    private static BigDecimal tidy(BigDecimal decimal) {
        if (decimal.scale() <= 1) {
            return decimal;
        }
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() == 0 ? stripped.setScale(1) : stripped;
    }

    @Override
    public int hashCode() {
        return properties.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object obj) {
        return obj instanceof Configuration other && properties.equals(other.properties);
    }

    @Override
    public String toString() {
        return "Configuration" + getProperties();
    }
}
