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
package org.openhab.binding.selectronic.internal.config;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The parameters of an adapter that brings the serial port of an inverter to the network, filled by openHAB. Things
 * from text files come unchecked.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class NetworkConfiguration extends SpLinkConfiguration {
    /** Limits of {@link #port}. */
    public static final int LEAST_PORT = 1, MOST_PORT = 65535;

    /** Name or address of the adapter, without anything around it. */
    public @Nullable String host;
    /** The TCP port that stands for the serial one. */
    public int port = 10001;

    @Override
    public Optional<ConfigurationProblem> problem() {
        Optional<ConfigurationProblem> host = Hosts.problem(this.host);
        if (host.isPresent()) {
            return host;
        }
        if (port < LEAST_PORT || port > MOST_PORT) {
            return Optional
                    .of(ConfigurationProblem.outside(ConfigurationProblem.PORT, port, LEAST_PORT, MOST_PORT));
        }
        return super.problem();
    }
}
