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
 * Makes links over serial ports. There is such a service only if openHAB has its serial transport, which is not always
 * installed; without it all other ways work.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface SerialLinks {
    /**
     * @param port name of the port
     * @param baud its speed
     * @param clock what time it is
     * @return the link, not open
     */
    Link link(String port, int baud, Clock clock);
}
