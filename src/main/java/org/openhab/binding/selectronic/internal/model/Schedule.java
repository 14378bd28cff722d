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
 * Which schedule of the inverter is active.
 * <p>
 * Source: one public native client. 0 means none, 1 to 8 is the number of a schedule, 255 and up is the alternate AC
 * input.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Schedule {
    NONE,
    SCHEDULE_1,
    SCHEDULE_2,
    SCHEDULE_3,
    SCHEDULE_4,
    SCHEDULE_5,
    SCHEDULE_6,
    SCHEDULE_7,
    SCHEDULE_8,
    ALTERNATE_AC_INPUT;

    private static final int FIRST_ALTERNATE = 255;

    /**
     * @param code the code that the inverter reported
     * @return the name of the schedule; the number itself for an unknown code, so that nothing is hidden;
     *         {@link Value#UNKNOWN} if it is not a code
     */
    public static Value ofCode(double code) {
        if (code == ALTERNATE_AC_INPUT.ordinal()) {
            return Value.of(Integer.toString(ALTERNATE_AC_INPUT.ordinal()));
        }
        return code >= FIRST_ALTERNATE && Codes.isCode(code) ? Value.of(ALTERNATE_AC_INPUT.name())
                : Codes.named(values(), code);
    }
}
