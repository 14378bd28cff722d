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
package org.openhab.binding.selectronic.simulator.splink;

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How a tunnel behaves.
 *
 * @param port to listen on, 0 for any free one
 * @param delivery how its text is cut into packets
 * @param idle after which silence of the client it closes, zero for never
 * @param knowsSites whether it answers {@code LIST SITES}; otherwise that is rejected
 * @param unit how the units' ports are set that the tunnel leads to
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record TunnelOptions(int port, Delivery delivery, Duration idle, boolean knowsSites, PortOptions unit) {

    /** On any free port, with units that have the box on their port 2. */
    public static final TunnelOptions DEFAULT = new TunnelOptions(0, Delivery.TOGETHER, Duration.ZERO, true,
            PortOptions.DEFAULT.withNumber(2));

    public TunnelOptions withPort(int newPort) {
        return new TunnelOptions(newPort, delivery, idle, knowsSites, unit);
    }

    public TunnelOptions withDelivery(Delivery newDelivery) {
        return new TunnelOptions(port, newDelivery, idle, knowsSites, unit);
    }

    public TunnelOptions withIdle(Duration newIdle) {
        return new TunnelOptions(port, delivery, newIdle, knowsSites, unit);
    }

    public TunnelOptions withoutSites() {
        return new TunnelOptions(port, delivery, idle, false, unit);
    }

    public TunnelOptions withUnit(PortOptions newUnit) {
        return new TunnelOptions(port, delivery, idle, knowsSites, newUnit);
    }
}
