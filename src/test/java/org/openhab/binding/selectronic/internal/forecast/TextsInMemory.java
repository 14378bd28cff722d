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
package org.openhab.binding.selectronic.internal.forecast;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.TextStorage;

/**
 * Stored texts, and how often one was written.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class TextsInMemory implements TextStorage {
    final Map<String, String> texts = new HashMap<>();
    int written;

    @Override
    public @Nullable String get(String key) {
        return texts.get(key);
    }

    @Override
    public void put(String key, String text) {
        written++;
        texts.put(key, text);
    }
}
