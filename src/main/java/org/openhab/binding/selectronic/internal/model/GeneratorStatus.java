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
 * The state of the generator as seen by the inverter. The ordinal is the code.
 * <p>
 * Source: register list of two public native clients and an event table that agree. The gateway reports the same code
 * as {@code gen_status}, but its users report that it stays 0 while the generator runs.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum GeneratorStatus {
    NOT_RUNNING,
    RUNNING,
    LOW_FUEL,
    NO_FUEL,
    FAULT,
    NOT_AVAILABLE,
    STARTING,
    RETRY_PAUSE,
    STOPPING,
    DISABLED,
    AC_SOURCE_PRESENT;

    /**
     * @param code the code that the device reported
     * @return the name of the state; the number itself for an unknown code, so that nothing is hidden;
     *         {@link Value#UNKNOWN} if it is not a whole number
     */
    public static Value ofCode(double code) {
        return Codes.named(values(), code);
    }
}
