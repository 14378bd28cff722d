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
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.http.HttpConnection;
import org.openhab.binding.selectronic.internal.http.HttpLimits;
import org.openhab.binding.selectronic.internal.http.JettyConnections;
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
     * @param server the portal
     * @param limits the limits of its requests
     * @return the connection
     */
    HttpConnection open(HttpAddress server, HttpLimits limits);

    /**
     * Creates an HTTP client per bridge, so that nothing of one account gets into another.
     *
     * @param factory provides HTTP clients
     * @param executor where clients are stopped
     * @return opens connections with these clients
     */
    static PortalClients of(HttpClientFactory factory, Executor executor) {
        return new JettyConnections(tls -> factory.createHttpClient("selectronic-portal"), executor)::open;
    }
}
