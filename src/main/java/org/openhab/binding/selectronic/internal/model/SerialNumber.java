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

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Converts serial numbers to a normal form. The unit's memory holds an integer, while a web page or a configuration may
 * have the same number as text in another form: {@code 0240001}, {@code SN240001}, {@code 240001.0} and {@code " 240001
 * "} are all {@code 240001}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SerialNumber {
    /** Longer texts are cut: no serial number is that long. */
    private static final int LONGEST = 64;
    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{C}]+");
    private static final Pattern PREFIX = Pattern
            .compile("(?:S[./]?N|SERIAL(?:NUMBER|NUM|NO)?|N[RO])[.:#=_-]{0,2}(?=[0-9])|#");
    private static final Pattern WHOLE = Pattern.compile("\\+?([0-9]+)(?:\\.0*)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\+?[0-9]+(?:\\.[0-9]*)?E\\+?[0-9]");
    /** The value of memory that was never written. */
    private static final String ERASED = "4294967295";

    private SerialNumber() {
    }

    /**
     * @param text a serial number in any form, null or blank for none
     * @return decimal digits without leading zeros; any other text with a digit in upper case and without spaces; null
     *         if it is not a serial number, which includes 0 and the value of erased memory
     */
    public static @Nullable String normal(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String plain = IGNORED.matcher(Normalizer.normalize(upper, Normalizer.Form.NFKC)).replaceAll("");
        if (plain.length() > LONGEST) {
            plain = plain.substring(0, LONGEST);
        }
        Matcher prefix = PREFIX.matcher(plain);
        String number = prefix.lookingAt() ? plain.substring(prefix.end()) : plain;
        if (SCIENTIFIC.matcher(number).matches()) {
            number = new BigDecimal(number).stripTrailingZeros().toPlainString();
        }
        Matcher whole = WHOLE.matcher(number);
        String normal = whole.matches() ? whole.group(1).replaceFirst("^0+", "") : number;
        return normal.chars().noneMatch(digit -> digit >= '1' && digit <= '9') || normal.equals(ERASED) ? null : normal;
    }
}
