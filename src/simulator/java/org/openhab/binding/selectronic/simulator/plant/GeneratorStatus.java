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
 * State of the generator, with the SP PRO's numbers (public register list).
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum GeneratorStatus {
    NOT_RUNNING(0),
    RUNNING(1),
    LOW_FUEL(2),
    NO_FUEL(3),
    FAULT(4),
    NOT_AVAILABLE(5),
    STARTING(6),
    RETRY_PAUSE(7),
    STOPPING(8),
    DISABLED(9),
    AC_SOURCE_PRESENT(10);

    private final int code;

    GeneratorStatus(int code) {
        this.code = code;
    }

    /** Number in the register. */
    public int code() {
        return code;
    }
}
