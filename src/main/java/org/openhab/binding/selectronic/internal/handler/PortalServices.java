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

import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.http.HttpConnections;
import org.openhab.binding.selectronic.internal.http.JettyConnections;
import org.openhab.binding.selectronic.internal.portal.PortalHttp;
import org.openhab.binding.selectronic.internal.portal.PortalTransport;
import org.openhab.core.i18n.TimeZoneProvider;
import org.openhab.core.io.net.http.HttpClientFactory;

/**
 * Services of openHAB for the bridge to the portal.
 *
 * @param opener opens connections
 * @param refused stores which accounts were refused
 * @param memory stores the serial number of each system
 * @param zones provides the time zone if the portal does not report one
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record PortalServices(Opener opener, RefusedCredentials refused, ThingStorage memory, TimeZoneProvider zones) {

    private static final String CONSUMER = "selectronic-portal";

    /** Opens connections to a portal. */
    public interface Opener {
        /**
         * @param host name or address
         * @param port TCP port
         * @return the connection
         */
        PortalTransport open(String host, int port);
    }

    /**
     * Creates the services with an HTTP client per bridge, so that nothing of one account gets into another.
     *
     * @param factory provides HTTP clients
     * @param refused stores which accounts were refused
     * @param memory stores the serial number of each system
     * @param zones provides openHAB's time zone
     * @param executor where clients are stopped
     * @return the services
     */
    public static PortalServices of(HttpClientFactory factory, RefusedCredentials refused, ThingStorage memory,
            TimeZoneProvider zones, Executor executor) {
        HttpConnections connections = new JettyConnections(tls -> factory.createHttpClient(CONSUMER), executor);
        return new PortalServices((host, port) -> new PortalHttp(connections, host, port), refused, memory, zones);
    }
}
