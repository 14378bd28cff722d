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
 * Stage of the charger, with the SP PRO's numbers (public register list).
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum ChargeStage {
    INITIAL(0),
    BULK(1),
    ABSORB(2),
    SHORT_TERM_FLOAT(3),
    RETURN_TO_FLOAT(4),
    EQUALISE(5),
    LONG_TERM_FLOAT(6);

    private final int code;

    ChargeStage(int code) {
        this.code = code;
    }

    /** Number in the register. */
    public int code() {
        return code;
    }
}
