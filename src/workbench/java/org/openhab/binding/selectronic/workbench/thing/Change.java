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
package org.openhab.binding.selectronic.workbench.thing;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.types.State;

/**
 * How a state differs from the one before.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Change {
    /** It does not. */
    NONE(" "),
    /** A larger number. */
    UP("▲"),
    /** A smaller number. */
    DOWN("▼"),
    /** Another text, or a number where there was none. */
    OTHER("•");

    private final String sign;

    Change(String sign) {
        this.sign = sign;
    }

    /** @return the change as one character */
    public String sign() {
        return sign;
    }

    static Change between(@Nullable State before, State now) {
        if (before == null || before.equals(now)) {
            return NONE;
        }
        if (isNumber(before) && isNumber(now)) {
            int compared = Double.compare(((Number) now).doubleValue(), ((Number) before).doubleValue());
            return compared == 0 ? NONE : compared > 0 ? UP : DOWN;
        }
        return OTHER;
    }

    private static boolean isNumber(State state) {
        return state instanceof QuantityType<?> || state instanceof DecimalType;
    }
}
