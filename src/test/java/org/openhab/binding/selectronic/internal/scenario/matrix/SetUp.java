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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;

/**
 * How an inverter is connected.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
enum SetUp {
    GATEWAY(ConnectionType.GATEWAY),
    PORTAL(ConnectionType.PORTAL),
    SERIAL(ConnectionType.SERIAL),
    NETWORK(ConnectionType.NETWORK),
    TUNNEL(ConnectionType.TUNNEL),
    /** A gateway, with a tunnel and the portal as alternatives. */
    ALTERNATIVES(null);

    private final @Nullable ConnectionType only;

    SetUp(@Nullable ConnectionType only) {
        this.only = only;
    }

    /** The only connection, empty if there are several. */
    Optional<ConnectionType> only() {
        return Optional.ofNullable(only);
    }

    boolean hasPortal() {
        return this == PORTAL || this == ALTERNATIVES;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
