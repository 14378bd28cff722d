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
package org.openhab.binding.selectronic.simulator.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.ReceivedPage;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * An independent client: the JDK's.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Browser {
    private final HttpClient client;
    private final URI base;
    private final Duration patience;

    Browser(URI base, Duration patience) {
        this(HttpClient.newHttpClient(), base, patience);
    }

    Browser(HttpClient client, URI base, Duration patience) {
        this.client = client;
        this.base = base;
        this.patience = patience;
    }

    ReceivedPage get(String path) throws IOException, InterruptedException {
        return ReceivedPage.of(client.send(HttpRequest.newBuilder(base.resolve(path)).timeout(patience).build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    JsonObject json(String path) throws IOException, InterruptedException {
        return JsonParser.parseString(get(path).body()).getAsJsonObject();
    }
}
