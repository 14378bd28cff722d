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
import org.openhab.binding.selectronic.internal.config.SerialConfiguration;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.splink.NativeAccess;
import org.openhab.binding.selectronic.internal.splink.SpLinkSource;
import org.openhab.binding.selectronic.internal.splink.SpLinkSources;
import org.openhab.core.thing.Bridge;

/**
 * Bridge to a unit at its own USB or RS-232 port.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SerialBridgeHandler extends SpLinkBridgeHandler<SerialConfiguration> {
    private final NativePlatform platform;

    /**
     * @param bridge the thing
     * @param services the services of openHAB
     * @param platform what native connections need
     */
    public SerialBridgeHandler(Bridge bridge, Services services, NativePlatform platform) {
        super(bridge, services, platform, SerialConfiguration.class, ConnectionType.SERIAL);
        this.platform = platform;
    }

    @Override
    SpLinkSource open(SerialConfiguration config, NativeAccess access) {
        return SpLinkSources.serial(platform.serial(), String.valueOf(config.serialPort).strip(), config.speed, access);
    }
}
