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
package org.openhab.binding.selectronic.simulator;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a client of the JDK got from a simulated server.
 *
 * @param uri where it comes from, after redirects
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ReceivedPage(URI uri, int statusCode, HttpHeaders headers, String body) {
    public static ReceivedPage of(HttpResponse<String> response) {
        return new ReceivedPage(response.uri(), response.statusCode(), response.headers(),
                Objects.requireNonNull(response.body()));
    }
}
