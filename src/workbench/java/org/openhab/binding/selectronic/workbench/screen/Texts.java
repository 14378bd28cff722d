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
package org.openhab.binding.selectronic.workbench.screen;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The workbench's own texts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Texts {
    private final ResourceBundle texts;
    private final Locale locale;

    /** @param locale the owner's language; without texts for it, English is used */
    public Texts(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle("workbench.workbench", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @return the owner's language */
    public Locale locale() {
        return locale;
    }

    /**
     * @param key the key of a text
     * @param arguments what goes into it
     * @return the text
     */
    public String of(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }
}
