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
package org.openhab.binding.selectronic.internal.fake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.storage.Storage;

/**
 * A storage in memory: what is in it survives handlers, as the real one survives restarts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class FakeStorage implements Storage<String> {
    private final Map<String, String> entries = new ConcurrentHashMap<>();
    /** Every put, as {@code key=value}: openHAB writes a file for each. */
    public final List<String> puts = new CopyOnWriteArrayList<>();
    /** Those of them that put what was there already. */
    public final List<String> unchangedPuts = new CopyOnWriteArrayList<>();

    private boolean isForgetful;

    /** Keeps no list of puts from now on, for what runs long. */
    public void forgetPuts() {
        isForgetful = true;
        puts.clear();
    }

    @Override
    public @Nullable String put(String key, @Nullable String value) {
        if (!isForgetful) {
            puts.add(key + "=" + value);
        }
        if (!isForgetful && Objects.equals(value, entries.get(key))) {
            unchangedPuts.add(key + "=" + value);
        }
        return value == null ? entries.remove(key) : entries.put(key, value);
    }

    @Override
    public @Nullable String remove(String key) {
        return entries.remove(key);
    }

    @Override
    public boolean containsKey(String key) {
        return entries.containsKey(key);
    }

    @Override
    public @Nullable String get(String key) {
        return entries.get(key);
    }

    @Override
    public Collection<String> getKeys() {
        return entries.keySet();
    }

    @Override
    public Collection<@Nullable String> getValues() {
        return List.copyOf(entries.values());
    }
}
