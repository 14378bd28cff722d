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
 * The operating mode of the inverter. The ordinal is the code.
 * <p>
 * Source: register lists of three public native clients that agree.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum InverterMode {
    IDLE,
    ECONO,
    ON,
    SYNC;

    /**
     * @param code the code that the inverter reported
     * @return the name of the state; the number itself for an unknown code, so that nothing is hidden;
     *         {@link Value#UNKNOWN} if it is not a code
     */
    public static Value ofCode(double code) {
        return Codes.named(values(), code);
    }
}
