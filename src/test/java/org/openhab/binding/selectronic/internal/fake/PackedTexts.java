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

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.definitions.Texts;
import org.openhab.core.i18n.TranslationProvider;
import org.osgi.framework.Bundle;

/**
 * The texts that are packed, in one language.
 *
 * @param texts the texts
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record PackedTexts(Texts texts) implements TranslationProvider {
    @Override
    public @Nullable String getText(@Nullable Bundle bundle, @Nullable String key, @Nullable String defaultText,
            @Nullable Locale locale) {
        return texts.byKey().get(String.valueOf(key));
    }

    @Override
    public @Nullable String getText(@Nullable Bundle bundle, @Nullable String key, @Nullable String defaultText,
            @Nullable Locale locale, @Nullable Object @Nullable... arguments) {
        String pattern = texts.byKey().get(String.valueOf(key));
        return pattern == null ? defaultText
                : new MessageFormat(pattern, Locale.ROOT).format(Objects.requireNonNull(arguments));
    }
}
