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
 * The charge stage of the battery. The ordinal is the code.
 * <p>
 * Source: register lists of three public native clients and an event table that agree.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum ChargeStage {
    INITIAL,
    BULK,
    ABSORB,
    SHORT_TERM_FLOAT,
    RETURN_TO_FLOAT,
    EQUALISE,
    LONG_TERM_FLOAT;

    /**
     * @param code the code that the inverter reported
     * @return the name of the state; the number itself for an unknown code, so that nothing is hidden;
     *         {@link Value#UNKNOWN} if it is not a code
     */
    public static Value ofCode(double code) {
        return Codes.named(values(), code);
    }
}
