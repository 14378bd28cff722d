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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Parameters of an adapter that connects the serial port of an inverter to the network, filled by openHAB. Values of
 * things from text files are not validated by openHAB.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class NetworkConfiguration extends SpLinkConfiguration {
    /** Name or address of the adapter, without scheme, port or path. */
    public @Nullable String host;
    /** TCP port of the adapter for the serial port. */
    public int port = 10001;

    @Override
    Parameters checked() {
        return new Parameters("network").host("host", host).port("port", port);
    }
}
