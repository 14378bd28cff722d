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
 * Ways to the native protocol that are open beside the gateway.
 *
 * @param network port of a serial-to-network adapter
 * @param pty path of a serial port
 * @param tunnel port of a tunnel
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record NativeWays(OptionalInt network, Optional<Path> pty, OptionalInt tunnel) {
    static final NativeWays NONE = new NativeWays(OptionalInt.empty(), Optional.empty(), OptionalInt.empty());

    NativeWays withNetwork(int port) {
        return new NativeWays(OptionalInt.of(port), pty, tunnel);
    }

    NativeWays withPty(Path path) {
        return new NativeWays(network, Optional.of(path), tunnel);
    }

    NativeWays withTunnel(int port) {
        return new NativeWays(network, pty, OptionalInt.of(port));
    }
}
