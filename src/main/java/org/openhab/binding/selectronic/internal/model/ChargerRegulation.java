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
 * What the charger is allowed to do. The ordinal is the code.
 * <p>
 * Source: cjpit/selpi names the codes, and the vendor's Modbus map (in peter-dolkens/splink) has the same codes at the
 * register with the same neighbours.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum ChargerRegulation {
    NORMAL,
    OVERRIDE,
    OFF,
    RENEWABLE,
    RESTRICTED;

    /**
     * @param code the code that a device reported
     * @return the name of the state; the number itself for an unknown code
     */
    public static Value ofCode(double code) {
        return Codes.named(values(), code);
    }
}
