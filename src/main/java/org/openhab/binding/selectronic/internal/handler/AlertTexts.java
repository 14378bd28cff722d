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
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.osgi.framework.Bundle;

/**
 * Alerts in the owner's language: our own wording for the codes that matter, the number for every other.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class AlertTexts {
    private final @Nullable Bundle bundle;
    private final TranslationProvider translations;
    private final LocaleProvider locales;

    /**
     * @param bundle the bundle that carries the texts
     * @param translations where texts come from
     * @param locales which language they are in
     */
    public AlertTexts(@Nullable Bundle bundle, TranslationProvider translations, LocaleProvider locales) {
        this.bundle = bundle;
        this.translations = translations;
        this.locales = locales;
    }

    /**
     * @param codes the codes of all standing alerts
     * @return what they mean, that of no alert if there are none
     */
    public String text(List<Integer> codes) {
        return codes.isEmpty() ? text(0) : codes.stream().map(this::text).collect(Collectors.joining(", "));
    }

    /**
     * @param code the code of an alert, 0 for none
     * @return what it means
     */
    public String text(int code) {
        String number = Integer.toString(code);
        String own = translations.getText(bundle, code == 0 ? "alert.none" : "alert." + number, null,
                locales.getLocale());
        if (own != null) {
            return own;
        }
        String other = translations.getText(bundle, "alert.other", number, locales.getLocale(), number);
        return other == null ? number : other;
    }
}
