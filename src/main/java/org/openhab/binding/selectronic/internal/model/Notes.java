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
 * What is noted down and survives a restart.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface Notes {
    /**
     * @param key a name
     * @return what was kept under it, null for nothing
     */
    @Nullable
    String get(String key);

    /**
     * Writes a text, whether it differs or not. Only {@link #keep(String, String)} calls this.
     *
     * @param key a name
     * @param text what is kept under it from now on
     */
    void put(String key, String text);

    /**
     * Keeps a text. Nothing is written if it is what is kept already: openHAB writes a file anew, and a backup of it,
     * for each text that is put.
     *
     * @param key a name
     * @param text what is kept under it from now on
     */
    default void keep(String key, String text) {
        if (!text.equals(get(key))) {
            put(key, text);
        }
    }

    /**
     * @param owner whose notes are kept apart from those of others, as those of a thing
     * @return the notes of that owner
     */
    default Notes of(String owner) {
        Notes all = this;
        return new Notes() {
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
