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

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Parameters of all bridges that use the native protocol of the inverter, on any connection, filled by openHAB. Values
 * of things from text files are not validated by openHAB.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class SpLinkConfiguration {
    /** Limits of {@link #refreshInterval} in seconds. */
    public static final int LEAST_REFRESH_INTERVAL = 1, MOST_REFRESH_INTERVAL = 3600;
    /** Limits of {@link #idleRelease} in minutes, 0 to disable it. */
    public static final int LEAST_IDLE_RELEASE = 0, MOST_IDLE_RELEASE = 1440;
    /** Maximum number of characters of the inverter's password. */
    public static final int LONGEST_INVERTER_PASSWORD = 32;

    /** Seconds between two polls. */
    public int refreshInterval = 10;
    /** Password required by the inverter; the default is the factory setting. */
    public String inverterPassword = "Selectronic SP PRO";
    /** Minutes without linked channels before the connection is released for other programs. 0 disables this. */
    public int idleRelease = LEAST_IDLE_RELEASE;

    /** @return the first problem, empty if the configuration is valid */
    public Optional<ConfigurationProblem> problem() {
        return checked().range("refreshInterval", refreshInterval, LEAST_REFRESH_INTERVAL, MOST_REFRESH_INTERVAL)
                .asciiPassword("inverterPassword", inverterPassword, LONGEST_INVERTER_PASSWORD)
                .range("idleRelease", idleRelease, LEAST_IDLE_RELEASE, MOST_IDLE_RELEASE).problem();
    }

    /** @return the checks of the additional parameters of this connection type */
    Parameters checked() {
        return new Parameters("serial");
    }
}
