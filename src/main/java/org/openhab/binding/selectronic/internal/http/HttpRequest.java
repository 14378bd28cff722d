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

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One request to a server.
 *
 * @param path path and query, beginning with a slash
 * @param headers header fields; a secret if cookies are among them
 * @param form the form that is posted, percent-encoded; a secret for a log-in, null for a GET
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record HttpRequest(String path, Map<String, String> headers, @Nullable String form) {

    static final String FORM_TYPE = "application/x-www-form-urlencoded";

    private static final String NO_HOST = "host.invalid";

    /** @throws IllegalArgumentException if the path is none */
    public HttpRequest {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash");
        }
        URI.create(path);
        headers = Map.copyOf(headers);
    }

    /**
     * @param path path and query, beginning with a slash
     * @return a GET for JSON
     */
    public static HttpRequest json(String path) {
        return new HttpRequest(path, Map.of("Accept", "application/json"), null);
    }

    /**
     * @param address where the server is, to which the connection leads already
     * @return the address as the HTTP library wants it: a name with an underscore, which some routers give, is not
     *         valid there
     */
    URI uri(HttpAddress address) {
        URI uri = URI.create(address.scheme() + "://" + address.hostHeader() + path);
        return uri.getHost() == null ? URI.create("http://" + NO_HOST + path) : uri;
    }

    /**
     * @param address where the server is
     * @return all header fields that are not the HTTP library's own
     */
    Map<String, String> headers(HttpAddress address) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Host", address.hostHeader());
        all.put("Accept-Encoding", "gzip");
        return all;
    }

    /** @return whether it changes nothing at the server, so that it may be sent twice */
    boolean isHarmless() {
        return form == null;
    }

    /** Without headers and form, which may be secret. */
    @Override
    public String toString() {
        return path;
    }
}
