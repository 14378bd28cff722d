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
package org.openhab.binding.selectronic.internal.gateway;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.http.UrlHost;

/**
 * Where a gateway is.
 *
 * @param host name or address, without brackets
 * @param port TCP port, 0 for the usual one of the scheme
 * @param https whether it is asked over TLS
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record GatewayAddress(String host, int port, boolean https) {
    private static final String BASE = "/cgi-bin/solarmonweb";

    /**
     * @param path a path below the base of the box's pages, beginning with a slash
     * @return the whole address
     */
    public String url(String path) {
        return (https ? "https://" : "http://") + hostAndPort() + BASE + path;
    }

    /** @return host and, where it is not the usual one, port: how to name the box to a person */
    public String hostAndPort() {
        String name = UrlHost.of(host);
        return port == 0 ? name : name + ":" + port;
    }
}
