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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Notes;
import org.openhab.core.storage.Storage;

/**
 * Texts in openHAB's storage.
 *
 * @param storage where they are
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record StoredTexts(Storage<String> storage) implements Notes {
    @Override
    public @Nullable String get(String key) {
        return storage.get(key);
    }

    @Override
    public void put(String key, String text) {
        storage.put(key, text);
    }
}
