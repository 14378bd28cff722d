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
 * Parameters of a serial port that an inverter is connected to, filled by openHAB. Values of things from text files are
 * not validated by openHAB.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class SerialConfiguration extends SpLinkConfiguration {
    /** Limits of {@link #speed} in baud, 0 to detect the speed. */
    public static final int LEAST_SPEED = 0, MOST_SPEED = 230_400;

    /** Name of the port, or an {@code rfc2217://host:port} address. Whether it exists is checked when it is opened. */
    public @Nullable String serialPort;
    /** Speed in baud, 0 to detect it. */
    public int speed = LEAST_SPEED;

    @Override
    Parameters checked() {
        return new Parameters("serial").required("serialPort", serialPort).range("speed", speed, LEAST_SPEED,
                MOST_SPEED);
    }
}
