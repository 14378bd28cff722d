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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Where the simulated devices listen on the loopback interface.
 *
 * @param gateways a port for each gateway
 * @param links a port for each network adapter in front of a unit
 * @param portal the port of the portal, 0 for none
 * @param systems the numbers of the systems of the portal's one account
 * @param alternatives a port for each network adapter in front of the unit of a gateway, of the first ones
 * @param forecasts how many gateways have an inverter with a forecast, the first ones
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Ports(List<Integer> gateways, List<Integer> links, int portal, List<Integer> systems, List<Integer> alternatives,
        int forecasts) {
    static final String HOST = "127.0.0.1";
}
