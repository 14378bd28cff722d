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
 * The parameters that all bridges have which speak to the inverter itself, whatever way they reach it, filled by
 * openHAB. Things from text files come unchecked.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class SpLinkConfiguration {
    /** Limits of {@link #refreshInterval} in seconds. */
    public static final int LEAST_REFRESH_INTERVAL = 1, MOST_REFRESH_INTERVAL = 3600;
    /** Limits of {@link #idleRelease} in minutes, where 0 stands for never. */
    public static final int LEAST_IDLE_RELEASE = 0, MOST_IDLE_RELEASE = 1440;
    /** Characters that an inverter keeps of its password. */
    public static final int LONGEST_INVERTER_PASSWORD = 32;

    /** Seconds between two polls. */
    public int refreshInterval = 10;
    /** What the inverter wants to hear before it answers; each one leaves the factory with the same. */
    public String inverterPassword = "Selectronic SP PRO";
    /** Minutes without a linked channel after which others may have the line. */
    public int idleRelease = LEAST_IDLE_RELEASE;

    /** @return the first thing that is wrong, empty if the inverter can be tried */
    public Optional<ConfigurationProblem> problem() {
        return checked().range("refreshInterval", refreshInterval, LEAST_REFRESH_INTERVAL, MOST_REFRESH_INTERVAL)
                .asciiPassword("inverterPassword", inverterPassword, LONGEST_INVERTER_PASSWORD)
                .range("idleRelease", idleRelease, LEAST_IDLE_RELEASE, MOST_IDLE_RELEASE).problem();
    }

    /** @return the check of what this kind of connection has besides */
    Parameters checked() {
        return new Parameters("serial");
    }
}
