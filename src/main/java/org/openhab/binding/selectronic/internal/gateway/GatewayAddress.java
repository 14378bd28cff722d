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
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.HttpAddress;

/**
 * Where a gateway is. Two addresses are equal if they lead to the same box, however they are written.
 *
 * @param host name or address, with or without the brackets of IPv6
 * @param port TCP port, 0 for the usual one of the scheme
 * @param https whether it is asked over TLS
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record GatewayAddress(String host, int port, boolean https) {

    /** What the paths of all pages of the box begin with. */
    static final String BASE = "/cgi-bin/solarmonweb";

    /** @return the box as a web server */
    public HttpAddress server() {
        return new HttpAddress(host, port, https);
    }

    /**
     * @param path a path below the base of the box's pages, beginning with a slash
     * @return the whole address
     */
    public String url(String path) {
        return server().url(BASE + path);
    }

    /** @return host and, where it is not the usual one, port: how a person names the box */
    public String hostAndPort() {
        return server().name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GatewayAddress that && server().equals(that.server());
    }

    @Override
    public int hashCode() {
        return server().hashCode();
    }
}
