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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Makes the rig of a way, as a phase needs it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Rigs {
    /** Several portions of each kind of record, a day each. */
    private static final Duration PAST = Duration.ofDays(4);

    private Rigs() {
    }

    /** @param victim the connection that will be in trouble, where there are several */
    static Rig make(SetUp setUp, SetUp victim, Phase phase) {
        Duration past = phase == Phase.BACK_FILL ? PAST : Duration.ZERO;
        try {
            return switch (setUp) {
                case GATEWAY -> new GatewayRig();
                case PORTAL -> new PortalRig(past);
                case SERIAL -> new SerialRig(past, phase == Phase.STEADY || phase == Phase.BACK_FILL);
                case NETWORK -> new NetworkRig(past);
                case TUNNEL -> new TunnelRig(past);
                case ALTERNATIVES -> new AlternativesRig(victim, past);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
