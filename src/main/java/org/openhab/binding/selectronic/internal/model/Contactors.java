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
 * Which contactors are closed: the one to the AC source and the one to the inverter. The ordinal is the code.
 * <p>
 * Source: register lists of two public native clients and event records with known circumstances.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Contactors {
    BOTH_OPEN,
    INVERTER_CLOSED,
    AC_SOURCE_CLOSED,
    BOTH_CLOSED;

    /**
     * @param code the code that the inverter reported
     * @return the name of the state; the number itself for an unknown code, so that nothing is hidden;
     *         {@link Value#UNKNOWN} if it is not a code
     */
    public static Value ofCode(double code) {
        return Codes.named(values(), code);
    }
}
