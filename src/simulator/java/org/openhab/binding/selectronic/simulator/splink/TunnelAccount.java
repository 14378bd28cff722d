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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Somebody who may use a tunnel.
 *
 * @param serials inverters that the account may reach
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record TunnelAccount(String email, String password, List<Integer> serials) {
    TunnelAccount {
        serials = List.copyOf(serials);
    }

    boolean matches(String user) {
        return user.equals(email + ":" + password);
    }
}
