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
record OtherWays(OptionalInt network, Optional<Path> pty, OptionalInt tunnel, OptionalInt portal) {

    static final OtherWays NONE = new OtherWays(OptionalInt.empty(), Optional.empty(), OptionalInt.empty(),
            OptionalInt.empty());

    OtherWays withNetwork(int port) {
        return new OtherWays(OptionalInt.of(port), pty, tunnel, portal);
    }

    OtherWays withPty(Path path) {
        return new OtherWays(network, Optional.of(path), tunnel, portal);
    }

    OtherWays withTunnel(int port) {
        return new OtherWays(network, pty, OptionalInt.of(port), portal);
    }

    OtherWays withPortal(int port) {
        return new OtherWays(network, pty, tunnel, OptionalInt.of(port));
    }
}
