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
package org.openhab.binding.selectronic.internal.derive;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Rounds calculated values to six decimals: 100 %, not 100.00000000000001 %.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Rounding {
    private static final double DECIMALS = 1e6;

    private Rounding() {
    }

    /**
     * @param number a calculated number
     * @return the rounded number; unknown if it is not finite
     */
    static Value value(double number) {
        return Value.of(Math.rint(number * DECIMALS) / DECIMALS);
    }
}
