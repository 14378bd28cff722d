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
package org.openhab.binding.selectronic.internal.model;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Small texts that survive a restart.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface TextStorage {
    /**
     * @param key a name
     * @return the stored text, null if there is none
     */
    @Nullable
    String get(String key);

    /**
     * Writes a text even if it is unchanged. Only {@link #keep(String, String)} calls this.
     *
     * @param key a name
     * @param text the text to store
     */
    void put(String key, String text);

    /**
     * Stores a text, unless it is stored already: openHAB rewrites a file and its backup for each text that is put.
     *
     * @param key a name
     * @param text the text to store
     */
    default void keep(String key, String text) {
        if (!text.equals(get(key))) {
            put(key, text);
        }
    }

    /**
     * @param owner the owner, e.g. a thing; texts of different owners are stored separately
     * @return the stored texts of that owner
     */
    default TextStorage of(String owner) {
        TextStorage all = this;
        return new TextStorage() {
            @Override
            public @Nullable String get(String key) {
                return all.get(owner + " " + key);
            }

            @Override
            public void put(String key, String text) {
                all.put(owner + " " + key, text);
            }
        };
    }
}
