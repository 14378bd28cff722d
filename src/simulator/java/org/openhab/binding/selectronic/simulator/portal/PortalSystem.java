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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;

/**
 * A system as the portal knows it. Several systems may show the same unit, which costs nothing.
 *
 * @param number the portal's own number of it, one to four digits
 * @param latitude in degrees, as text
 * @param longitude in degrees, as text
 * @param simulation that the unit belongs to
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record PortalSystem(String number, String name, String latitude, String longitude, SiteDetails details,
        Simulation simulation, SimulatedUnit unit) {
    public PortalSystem {
        if (!number.matches("\\d{1,4}")) {
            throw new IllegalArgumentException("the number of a system has one to four digits, not " + number);
        }
    }

    /** A house with a unit of a simulation. */
    public static PortalSystem of(int number, Simulation simulation, SimulatedUnit unit) {
        return new PortalSystem(Integer.toString(number), "House " + number, "-37.00", "145.00",
                SiteDetails.of(unit.identity()), simulation, unit);
    }

    /** A house with the first unit of a simulation. */
    public static PortalSystem of(int number, Simulation simulation) {
        return of(number, simulation, simulation.unit());
    }

    public PortalSystem withName(String newName) {
        return new PortalSystem(number, newName, latitude, longitude, details, simulation, unit);
    }

    public PortalSystem withDetails(SiteDetails newDetails) {
        return new PortalSystem(number, name, latitude, longitude, newDetails, simulation, unit);
    }
}
