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
 * Parameters of a Select.live gateway, filled by openHAB. Values of things from text files are not validated by
 * openHAB.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class GatewayConfiguration {
    /** Limits of {@link #port}, 0 for the default port. */
    public static final int LEAST_PORT = 0, MOST_PORT = 65535;
    /** Limits of {@link #refreshInterval} in seconds. */
    public static final int LEAST_REFRESH_INTERVAL = 2, MOST_REFRESH_INTERVAL = 3600;
    /** Limits of {@link #timeout} in seconds. */
    public static final int LEAST_TIMEOUT = 1, MOST_TIMEOUT = 60;

    private static final int USUAL_HTTP_PORT = 80;
    private static final int USUAL_HTTPS_PORT = 443;

    /** Name or address of the gateway, without scheme, port or path. */
    public @Nullable String host;
    /** Seconds between two polls. */
    public int refreshInterval = 5;
    /** The port, 0 for the default port. */
    public int port = LEAST_PORT;
    /** Whether to use HTTPS. */
    public boolean https = false;
    /** Whether to accept the gateway's own certificate, and to require the same one from then on. */
    public boolean acceptCertificate = false;
    /** Seconds to wait for an answer. */
    public int timeout = 5;

    /** @return the port to use */
    public int effectivePort() {
        if (port != 0) {
            return port;
        }
        return https ? USUAL_HTTPS_PORT : USUAL_HTTP_PORT;
    }

    /** @return the first problem, empty if the configuration is valid */
    public Optional<ConfigurationProblem> problem() {
        return new Parameters("gateway").webHost("host", host)
                .range("refreshInterval", refreshInterval, LEAST_REFRESH_INTERVAL, MOST_REFRESH_INTERVAL)
                .range("port", port, LEAST_PORT, MOST_PORT).range("timeout", timeout, LEAST_TIMEOUT, MOST_TIMEOUT)
                .problem();
    }
}
