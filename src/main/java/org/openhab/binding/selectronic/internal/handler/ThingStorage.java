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
package org.openhab.binding.selectronic.internal.handler;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.core.storage.Storage;

/**
 * Texts in openHAB's storage, of all things or of one thing.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class ThingStorage implements TextStorage {
    private final Storage<String> storage;
    private final String prefix;
    private boolean cleared;

    /** @param storage the storage */
    public ThingStorage(Storage<String> storage) {
        this(storage, "");
    }

    private ThingStorage(Storage<String> storage, String prefix) {
        this.storage = storage;
        this.prefix = prefix;
    }

    /**
     * @param thing the UID of a thing
     * @return the texts of that thing, for one handler of it
     */
    public ThingStorage ofThing(String thing) {
        return new ThingStorage(storage, prefix + thing + " ");
    }

    @Override
    public @Nullable String get(String key) {
        return storage.get(prefix + key);
    }

    @Override
    public synchronized void put(String key, String text) {
        if (!cleared) {
            storage.put(prefix + key, text);
        }
    }

    /** @param key the key of the text to remove */
    public synchronized void remove(String key) {
        if (!cleared && get(key) != null) {
            storage.remove(prefix + key);
        }
    }

    /** Removes all of these texts because their thing is removed. Texts that running work stores later are ignored. */
    public synchronized void clear() {
        cleared = true;
        List.copyOf(storage.getKeys()).stream().filter(key -> key.startsWith(prefix)).forEach(storage::remove);
    }
}
