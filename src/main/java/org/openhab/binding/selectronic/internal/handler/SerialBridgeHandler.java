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
import org.openhab.binding.selectronic.internal.polling.Timing;
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
    /**
     * @param bridge the thing
     * @param timing the clocks and the executor
     * @param services the services that the bridge needs
     */
    public SerialBridgeHandler(Bridge bridge, Timing timing, NativeServices services) {
        super(bridge, timing, services, SerialConfiguration.class, ConnectionType.SERIAL);
    }

    @Override
    SpLinkSource open(SerialConfiguration config, NativeServices services, NativeAccess access) {
        return SpLinkSources.serial(services.serial(), String.valueOf(config.serialPort).strip(), config.speed, access);
    }
}
