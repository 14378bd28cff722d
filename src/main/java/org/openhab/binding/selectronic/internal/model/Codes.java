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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Converts device codes to states.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Codes {
    private static final double LARGEST = 0xFFFF;

    private Codes() {
    }

    /** Returns the name of the state with the ordinal {@code code}, or the number itself if there is none. */
    static Value named(Enum<?>[] states, double code) {
        if (!isCode(code)) {
            return Value.UNKNOWN;
        }
        int place = (int) code;
        return Value.of(place < states.length ? states[place].name() : Integer.toString(place));
    }

    /** Codes are words of the inverter: whole numbers below 0xFFFF, which itself means "not available". */
    static boolean isCode(double code) {
        return code >= 0 && code < LARGEST && code == Math.rint(code);
    }
}
