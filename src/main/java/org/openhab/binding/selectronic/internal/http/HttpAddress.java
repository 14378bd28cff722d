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
package org.openhab.binding.selectronic.internal.http;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.HostName;

/**
 * Where a web server is. Two addresses are equal if they lead to the same place, however they are written.
 *
 * @param host name or address, with or without the brackets of IPv6
 * @param port TCP port, 0 for the usual one of the scheme
 * @param https whether it is asked over TLS
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record HttpAddress(String host, int port, boolean https) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** @return the scheme as it stands in an address */
    public String scheme() {
        return https ? "https" : "http";
    }

    /** @return the port to connect to */
    public int effectivePort() {
        if (port != 0) {
            return port;
        }
        return https ? HTTPS_PORT : HTTP_PORT;
    }

    /** @return host and, where it is not the usual one, port: how a person names the server */
    public String name() {
        return UrlHost.of(host) + (isUsualPort() ? "" : ":" + port);
    }

    /** @return host and, where it is not the usual one, port, as the header {@code Host} has them */
    String hostHeader() {
        return UrlHost.of(HostName.normal(host).replaceFirst("%.*", "")) + (isUsualPort() ? "" : ":" + port);
    }

    private boolean isUsualPort() {
        return effectivePort() == (https ? HTTPS_PORT : HTTP_PORT);
    }

    /**
     * @param path path and query, beginning with a slash
     * @return the whole address
     */
    public String url(String path) {
        return scheme() + "://" + name() + path;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HttpAddress that && https == that.https && effectivePort() == that.effectivePort()
                && HostName.normal(host).equals(HostName.normal(that.host));
    }

    @Override
    public int hashCode() {
        return 31 * HostName.normal(host).hashCode() + effectivePort();
    }
}
