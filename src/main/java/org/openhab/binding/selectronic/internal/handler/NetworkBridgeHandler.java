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
package org.openhab.binding.selectronic.internal.handler;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.config.NetworkConfiguration;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.HostName;
import org.openhab.binding.selectronic.internal.splink.NativeAccess;
import org.openhab.binding.selectronic.internal.splink.SpLinkSource;
import org.openhab.binding.selectronic.internal.splink.SpLinkSources;
import org.openhab.core.thing.Bridge;

/**
 * Bridge to a unit through a serial-to-network adapter at its port.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class NetworkBridgeHandler extends SpLinkBridgeHandler<NetworkConfiguration> {
    /**
     * @param bridge the thing
     * @param services the services of openHAB
     * @param platform what native connections need
     */
    public NetworkBridgeHandler(Bridge bridge, Services services, NativePlatform platform) {
        super(bridge, services, platform, NetworkConfiguration.class, ConnectionType.NETWORK);
    }

    @Override
    SpLinkSource open(NetworkConfiguration config, NativeAccess access) {
        return SpLinkSources.network(HostName.normal(String.valueOf(config.host)), config.port, access);
    }
}
