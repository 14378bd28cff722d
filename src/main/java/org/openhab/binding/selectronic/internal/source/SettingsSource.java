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
package org.openhab.binding.selectronic.internal.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * A source that can read the settings of a unit. They are read only: nothing changes them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface SettingsSource {
    /**
     * A setting.
     *
     * @param name its name in the table of registers
     * @param meaning its effect, in English
     * @param unit the unit of its value, empty for none
     * @param value its value
     */
    record Setting(String name, String meaning, String unit, Value value) {
    }

    /**
     * A setting before and after a change.
     *
     * @param before the earlier setting
     * @param now the present one
     */
    record Change(Setting before, Setting now) {
    }

    /**
     * The settings of a unit.
     *
     * @param snapshot a text to keep, with which the next read is compared
     * @param settings all settings that are known
     * @param changes the settings that differ from the earlier snapshot; none without one of the same unit
     * @param capacity capacity of the battery in kWh (its size in Ah at nominal voltage), null if unknown
     * @param since returns the settings that differ from any other snapshot; empty if it is not of this unit
     */
    record Settings(String snapshot, List<Setting> settings, List<Change> changes, @Nullable Double capacity,
            Function<String, Optional<List<Change>>> since) {
        /** Copies the lists. */
        public Settings {
            settings = List.copyOf(settings);
            changes = List.copyOf(changes);
        }

        /**
         * @param snapshot any earlier snapshot
         * @return the settings that differ from it, empty if it is not of this unit
         */
        public Optional<List<Change>> changesSince(String snapshot) {
            return Objects.requireNonNull(since.apply(snapshot));
        }

        /**
         * @param name the name of a setting
         * @return its value, empty if the unit does not have it
         */
        public Optional<Value> value(String name) {
            return settings.stream().filter(setting -> setting.name().equals(name)).map(Setting::value).findFirst();
        }
    }

    /**
     * Reads all settings.
     *
     * @param unit one of the units
     * @param before the snapshot of an earlier read, null if there is none
     * @return the settings, or a {@link SourceException}
     */
    CompletableFuture<Settings> settings(Unit unit, @Nullable String before);
}
