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
import org.openhab.core.io.net.http.HttpClientFactory;

/**
 * Opens connections to portals.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@FunctionalInterface
public interface PortalClients {
    /**
     * @param host name or address
     * @param port TCP port
     * @return the connection
     */
    PortalTransport open(String host, int port);

    /**
     * Creates an HTTP client per bridge, so that nothing of one account gets into another.
     *
     * @param factory provides HTTP clients
     * @param executor where clients are stopped
     * @return opens connections with these clients
     */
    static PortalClients of(HttpClientFactory factory, Executor executor) {
        HttpConnections connections = new JettyConnections(tls -> factory.createHttpClient("selectronic-portal"),
                executor);
        return (host, port) -> new PortalHttp(connections, host, port);
    }
}
