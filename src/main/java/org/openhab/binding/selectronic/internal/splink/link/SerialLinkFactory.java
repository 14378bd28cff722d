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
package org.openhab.binding.selectronic.internal.splink.link;

import java.time.Clock;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.io.transport.serial.SerialPortManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes links over openHAB's serial transport. Besides the links themselves the only class that knows it; neither is
 * loaded where it is missing.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Component(service = SerialLinks.class)
public final class SerialLinkFactory implements SerialLinks {
    private final SerialPortManager manager;

    /**
     * @param manager knows the ports
     */
    @Activate
    public SerialLinkFactory(@Reference SerialPortManager manager) {
        this.manager = manager;
    }

    @Override
    public Link link(String port, int baud, Clock clock) {
        return new SerialLink(manager, port, baud, clock);
    }
}
