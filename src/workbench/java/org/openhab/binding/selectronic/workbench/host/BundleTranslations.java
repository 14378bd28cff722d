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
package org.openhab.binding.selectronic.workbench.host;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.i18n.TranslationProvider;
import org.osgi.framework.Bundle;

/**
 * The texts that bundles carry in {@code OH-INF/i18n}. A text that a language lacks is looked for in the file without a
 * language, which is English.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class BundleTranslations implements TranslationProvider {
    private static final String FOLDER = "OH-INF/i18n";
    private static final String ENDING = ".properties";

    private final Map<String, Properties> files = new ConcurrentHashMap<>();

    @Override
    public @Nullable String getText(@Nullable Bundle bundle, String key, @Nullable String defaultText,
            @Nullable Locale locale) {
        if (bundle != null) {
            for (String suffix : suffixes(locale == null ? Locale.ROOT : locale)) {
                String text = texts(bundle, suffix).getProperty(key);
                if (text != null) {
                    return text;
                }
            }
        }
        return defaultText;
    }

    @Override
    public @Nullable String getText(@Nullable Bundle bundle, String key, @Nullable String defaultText,
            @Nullable Locale locale, @Nullable Object @Nullable... arguments) {
        String text = getText(bundle, key, defaultText, locale);
        return text == null ? null
                : new MessageFormat(text, locale == null ? Locale.ROOT : locale)
                        .format(Objects.requireNonNull(arguments));
    }

    private static List<String> suffixes(Locale locale) {
        List<String> suffixes = new ArrayList<>();
        if (!locale.getLanguage().isEmpty()) {
            if (!locale.getCountry().isEmpty()) {
                suffixes.add("_" + locale.getLanguage() + "_" + locale.getCountry());
            }
            suffixes.add("_" + locale.getLanguage());
        }
        suffixes.add("");
        return suffixes;
    }

    private Properties texts(Bundle bundle, String suffix) {
        return Objects
                .requireNonNull(files.computeIfAbsent(bundle.getBundleId() + suffix, key -> read(bundle, suffix)));
    }

    private static Properties read(Bundle bundle, String suffix) {
        Properties texts = new Properties();
        var found = bundle.findEntries(FOLDER, "*" + suffix + ENDING, false);
        if (found != null) {
            for (URL file : Collections.list(found)) {
                String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
                if (!suffix.isEmpty() || !name.contains("_")) {
                    read(file, texts);
                }
            }
        }
        return texts;
    }

    private static void read(URL file, Properties texts) {
        try (Reader in = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
