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
package org.openhab.binding.selectronic.simulator.gateway;

import java.math.BigDecimal;
import java.math.MathContext;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The form of numbers in the gateway's bodies: the shortest digits that give the same double-precision number, and at
 * least one digit after the point ({@code 0.0}, {@code 56.0}, {@code 22076.576419921876} in published bodies).
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class JsonNumber {
    private static final int MOST_DIGITS = 17;

    private JsonNumber() {
    }

    static BigDecimal of(BigDecimal exact) {
        double value = exact.doubleValue();
        BigDecimal text = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal shorter = text.round(new MathContext(digits));
            if (shorter.doubleValue() == value) {
                return withPoint(shorter);
            }
        }
        return withPoint(text.round(new MathContext(MOST_DIGITS)));
    }

    private static BigDecimal withPoint(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 1 ? plain.setScale(1) : plain;
    }
}
