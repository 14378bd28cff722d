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
package org.openhab.binding.selectronic.simulator;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Ways to the units that are open beside the gateway.
 *
 * @param network port of a serial-to-network adapter, for the native protocol
 * @param pty path of a serial port, for the native protocol
 * @param tunnel port of a tunnel, for the native protocol
 * @param portal port of a portal
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record OtherConnections(OptionalInt network, Optional<Path> pty, OptionalInt tunnel, OptionalInt portal) {

    static final OtherConnections NONE = new OtherConnections(OptionalInt.empty(), Optional.empty(),
            OptionalInt.empty(), OptionalInt.empty());

    OtherConnections withNetwork(int port) {
        return new OtherConnections(OptionalInt.of(port), pty, tunnel, portal);
    }

    OtherConnections withPty(Path path) {
        return new OtherConnections(network, Optional.of(path), tunnel, portal);
    }

    OtherConnections withTunnel(int port) {
        return new OtherConnections(network, pty, OptionalInt.of(port), portal);
    }

    OtherConnections withPortal(int port) {
        return new OtherConnections(network, pty, tunnel, OptionalInt.of(port));
    }
}
