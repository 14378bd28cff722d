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
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.splink.TunnelState;

/**
 * Troubles that only the tunnel has.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class TunnelTroubleList {
    private TunnelTroubleList() {
    }

    static Stream<Trouble> all() {
        return Stream.concat(
                Stream.of(TunnelState.values()).filter(state -> state != TunnelState.READY)
                        .map(TunnelTroubleList::state),
                Stream.of(Trouble.on(TunnelRig.class, "tunnel account", (rig, phase) -> {
                    rig.tunnel().removeAccount(TunnelRig.EMAIL);
                    rig.tunnel().dropSessions();
                }, TunnelRig::addAccount, Map.of("refreshInterval", 11)),
                        Trouble.on(TunnelRig.class, "tunnel dropped", (rig, phase) -> rig.tunnel().dropSessions())));
    }

    private static Trouble state(TunnelState state) {
        return Trouble.on(TunnelRig.class, "tunnel " + state.name().toLowerCase(Locale.ROOT), (rig, phase) -> {
            rig.setState(state);
            rig.tunnel().dropSessions();
        });
    }
}
