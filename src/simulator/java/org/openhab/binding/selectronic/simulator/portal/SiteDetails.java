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
package org.openhab.binding.selectronic.simulator.portal;

import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;

/**
 * What the installer has typed about a system, each possibly empty.
 *
 * @param ratings like {@code 7.5kW, 48V}
 * @param solarSize like {@code 9 kW}
 * @param batterySize like {@code 63.6 kWh}
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record SiteDetails(String model, String serial, String ratings, String solarSize, String batterySize) {

    /** Nothing was typed. */
    public static final SiteDetails EMPTY = new SiteDetails("", "", "", "", "");

    /** Of a unit in an ordinary house. */
    public static SiteDetails of(UnitIdentity unit) {
        return new SiteDetails("SPMC482", Integer.toString(unit.serial()),
                String.format(Locale.ROOT, "%.1fkW, 48V", unit.rating() / 1000.0), "6.4 kW", "28 kWh");
    }
}
