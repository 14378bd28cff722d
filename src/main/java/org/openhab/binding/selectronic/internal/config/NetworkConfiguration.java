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
 * The parameters of an adapter that brings the serial port of an inverter to the network, filled by openHAB. Things
 * from text files come unchecked.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class NetworkConfiguration extends SpLinkConfiguration {
    /** Name or address of the adapter, without anything around it. */
    public @Nullable String host;
    /** The TCP port that stands for the serial one. */
    public int port = 10001;

    @Override
    Parameters checked() {
        return new Parameters("network").host("host", host).port("port", port);
    }
}
