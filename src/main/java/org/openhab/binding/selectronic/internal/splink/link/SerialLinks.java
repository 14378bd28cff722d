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

/**
 * Creates links to serial ports. This service exists only if openHAB's serial transport is installed, which is
 * optional; without it all other connections work.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface SerialLinks {
    /**
     * @param port name of the port
     * @param baud its speed
     * @param clock provides the time
     * @return the link, not open
     */
    Link link(String port, int baud, Clock clock);
}
