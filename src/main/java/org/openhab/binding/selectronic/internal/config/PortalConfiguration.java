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
import org.eclipse.jdt.annotation.Nullable;

/**
 * Parameters of the web pages of select.live, filled by openHAB. Values of things from text files are not validated by
 * openHAB.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class PortalConfiguration {
    /** Limits of {@link #refreshInterval} in seconds. */
    public static final int LEAST_REFRESH_INTERVAL = 30, MOST_REFRESH_INTERVAL = 3600;

    /** E-mail address of the account. */
    public @Nullable String email;
    /** Password of the account. */
    public @Nullable String password;
    /** Seconds between two polls. */
    public int refreshInterval = 60;
    /** Name of the portal, without scheme, port or path. */
    public String host = "select.live";
    /** The TCP port of the portal. */
    public int port = 443;

    /** @return the first problem, empty if the configuration is valid */
    public Optional<ConfigurationProblem> problem() {
        return new Parameters("portal").required("email", email).requiredPassword("password", password)
                .range("refreshInterval", refreshInterval, LEAST_REFRESH_INTERVAL, MOST_REFRESH_INTERVAL)
                .webHost("host", host).port("port", port).problem();
    }
}
