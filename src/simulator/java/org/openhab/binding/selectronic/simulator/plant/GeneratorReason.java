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
package org.openhab.binding.selectronic.simulator.plant;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Why a generator starts or runs, with the SP PRO's numbers (public register list; those that the plant uses).
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum GeneratorReason {
    NOT_RUNNING(0),
    FRONT_PANEL(1),
    REMOTE_RUN_REQUEST(2),
    STATE_OF_CHARGE(7),
    LOW_BATTERY_VOLTS(8),
    HIGH_AC_LOAD(11),
    EXERCISE(12),
    MINIMUM_RUN_TIME(15),
    COOLING_DOWN(18),
    MANUAL(20),
    AC_SOURCE_PRESENT(21),
    WARMING_UP(29);

    private final int code;

    GeneratorReason(int code) {
        this.code = code;
    }

    /** Number in the register. */
    public int code() {
        return code;
    }
}
