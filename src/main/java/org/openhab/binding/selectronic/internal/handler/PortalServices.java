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
 * What the bridge to the portal needs from openHAB.
 *
 * @param opener makes connections
 * @param refused which accounts were refused
 * @param memory which system has which serial number
 * @param zones knows the zone of a portal that does not tell
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record PortalServices(Opener opener, RefusedCredentials refused, StoredTexts memory,
        TimeZoneProvider zones) {
    private static final String CONSUMER = "selectronic-portal";

    /** Makes connections to a portal. */
    public interface Opener {
        /**
         * @param host name or address
         * @param port TCP port
         * @return a way to bring it requests
         */
        PortalTransport open(String host, int port);
    }

    /**
     * With an HTTP client for each bridge, so that nothing of one account gets into that of another.
     *
     * @param factory where HTTP clients come from
     * @param refused which accounts were refused
     * @param memory which system has which serial number
     * @param zones knows openHAB's zone
     * @param executor where clients are stopped
     * @return the services
     */
    public static PortalServices of(HttpClientFactory factory, RefusedCredentials refused, StoredTexts memory,
            TimeZoneProvider zones, Executor executor) {
        HttpConnections connections = new JettyConnections(tls -> factory.createHttpClient(CONSUMER), executor);
        return new PortalServices((host, port) -> new PortalHttp(connections, host, port), refused, memory,
                zones);
    }
}
