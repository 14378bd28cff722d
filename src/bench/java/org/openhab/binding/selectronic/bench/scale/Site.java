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
package org.openhab.binding.selectronic.bench.scale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How many things of each kind there are; each device counts as one, with its bridge where it has one of its own.
 *
 * @param gateways boxes on the local network
 * @param links units on network adapters
 * @param systems of one account at the portal
 * @param alternatives gateways whose unit is on a network adapter too, the alternative connection of its inverter
 * @param forecasts gateways whose inverter has a forecast, and the past of 60 days
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Site(int gateways, int links, int systems, int alternatives, int forecasts) {

    /** Without alternatives and forecasts. */
    Site(int gateways, int links, int systems) {
        this(gateways, links, systems, 0, 0);
    }

    static final int GATEWAY_SECONDS = 5;
    static final int LINK_SECONDS = 10;
    static final int PORTAL_SECONDS = 60;

    @Override
    public String toString() {
        return gateways + " gateways, " + links + " links, " + systems + " systems, " + alternatives + " alternatives, "
                + forecasts + " forecasts";
    }
}
