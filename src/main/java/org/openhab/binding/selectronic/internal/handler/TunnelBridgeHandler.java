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
import org.openhab.binding.selectronic.internal.config.TunnelConfiguration;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.HostName;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.NativeAccess;
import org.openhab.binding.selectronic.internal.splink.SpLinkSource;
import org.openhab.binding.selectronic.internal.splink.SpLinkSources;
import org.openhab.binding.selectronic.internal.splink.link.TunnelAccount;
import org.openhab.core.thing.Bridge;

/**
 * Bridge to the units of an account through the tunnel of select.live.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class TunnelBridgeHandler extends SpLinkBridgeHandler<TunnelConfiguration> {
    private final NativePlatform platform;

    /**
     * @param bridge the thing
     * @param services the services of openHAB
     * @param platform what native connections need
     */
    public TunnelBridgeHandler(Bridge bridge, Services services, NativePlatform platform) {
        super(bridge, services, platform, TunnelConfiguration.class, ConnectionType.TUNNEL);
        this.platform = platform;
    }

    @Override
    SpLinkSource open(TunnelConfiguration config, NativeAccess access) throws SourceException {
        return SpLinkSources.tunnel(HostName.normal(String.valueOf(config.host)), config.port, TunnelAccount
                .of(String.valueOf(config.email).strip(), String.valueOf(config.password), access.credentials()),
                platform.tls(), access);
    }
}
