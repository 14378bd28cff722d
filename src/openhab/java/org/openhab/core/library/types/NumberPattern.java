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
package org.openhab.core.library.types;

import java.math.BigDecimal;
import java.util.IllegalFormatConversionException;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Lets the patterns for whole numbers, %d say, work with a decimal that has no fraction.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class NumberPattern {

    private NumberPattern() {
    }

    static String format(String pattern, BigDecimal value) {
        if (value.stripTrailingZeros().scale() <= 0) {
            try {
                return String.format(pattern, value.toBigIntegerExact());
            } catch (IllegalFormatConversionException e) {
                // a pattern such as %.1f is not for whole numbers
            }
        }
        return String.format(pattern, value);
    }
}
