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
 * Mode of the inverter, with the SP PRO's numbers (public register list).
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum InverterMode {
    IDLE(0),
    ECONO(1),
    ON(2),
    SYNC(3);

    private final int code;

    InverterMode(int code) {
        this.code = code;
    }

    /** Number in the register. */
    public int code() {
        return code;
    }
}
