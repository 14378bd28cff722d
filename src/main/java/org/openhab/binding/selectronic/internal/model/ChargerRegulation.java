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
 * What the charger is allowed to do, by the code that is its ordinal.
 * <p>
 * Source: cjpit/selpi names the codes, and the vendor's Modbus map (in peter-dolkens/splink) has the same at the
 * register that follows the same neighbours.
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
     * @param code the number that a device tells
     * @return the name of the state as a value; the number itself for one that nobody has a name for
     */
    public static Value ofCode(double code) {
        return Codes.named(values(), code);
    }
}
