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
package org.openhab.binding.selectronic.internal.text;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Creates references to translated texts with arguments, which openHAB resolves for display:
 * {@code @text/key ["first", "second"]}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class TranslatedText {
    private TranslatedText() {
    }

    /**
     * Replaces commas and quotes in arguments: openHAB separates arguments at commas, within quotes too, and removes
     * the quotes.
     *
     * @param key the key of the text
     * @param arguments the arguments of the text
     * @return the reference
     */
    public static String of(String key, List<String> arguments) {
        return arguments.isEmpty() ? "@text/" + key
                : arguments.stream().map(argument -> '"' + argument.replace('"', '\'').replace(',', ';') + '"')
                        .collect(Collectors.joining(", ", "@text/" + key + " [", "]"));
    }
}
