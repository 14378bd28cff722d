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
package org.openhab.binding.selectronic.simulator.memory;

import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a unit says about itself. All of it is invented, in the form of published answers.
 *
 * @param id 32 hexadecimal digits, key of the unit on its gateway
 * @param serial serial number
 * @param firmware main firmware in hundredths
 * @param memoryMap version of the memory map
 * @param model model code, 0 for SPMC482
 * @param revision revision of the hardware
 * @param rating rated power in W
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record UnitIdentity(String id, int serial, int firmware, int memoryMap, int model, int revision, int rating,
        UnitScales scales) {

    private static final int SPMC482 = 0;

    /** The n-th unit with scale factors A and older firmware. */
    public static UnitIdentity a(int n) {
        return new UnitIdentity(id(n), 123_456 + n, 1225, 19, SPMC482, 11, 7500, UnitScales.A);
    }

    /** The n-th unit with scale factors B and current firmware. */
    public static UnitIdentity b(int n) {
        return new UnitIdentity(id(n), 223_456 + n, 1611, 33, SPMC482, 25, 7500, UnitScales.B);
    }

    /** The same unit with other scale factors. */
    public UnitIdentity withScales(UnitScales newScales) {
        return new UnitIdentity(id, serial, firmware, memoryMap, model, revision, rating, newScales);
    }

    /** The first eight digits of the id. */
    public String shortId() {
        return id.substring(0, 8);
    }

    private static String id(int n) {
        return String.format(Locale.ROOT, "%08X", 0x01234567 + 0x11111111 * n) + "89ABCDEF0123456789ABCDEF";
    }
}
