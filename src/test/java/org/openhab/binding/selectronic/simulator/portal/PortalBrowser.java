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
package org.openhab.binding.selectronic.simulator.portal;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.ReceivedPage;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * An independent client with a cookie jar: the JDK's. It follows redirects only where told to.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortalBrowser {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CookieManager jar = new CookieManager();
    private final HttpClient client;
    private final URI base;

    PortalBrowser(SimulatedPortal portal) {
        this(portal, HttpClient.Redirect.NEVER);
    }

    PortalBrowser(SimulatedPortal portal, HttpClient.Redirect redirect) {
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(jar)
                .followRedirects(redirect);
        portal.certificate().ifPresent(own -> builder.sslContext(own.clientContext()));
        this.client = builder.build();
        this.base = portal.uri();
    }

    /** A browser that is logged in to the account that a portal has by itself. */
    static PortalBrowser loggedIn(SimulatedPortal portal) throws IOException, InterruptedException {
        PortalBrowser browser = new PortalBrowser(portal);
        ReceivedPage answer = browser.login(SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD);
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("login answered with " + answer.statusCode());
        }
        return browser;
    }

    ReceivedPage login(String email, String password) throws IOException, InterruptedException {
        return post("/login", "email=" + encoded(email) + "&pwd=" + encoded(password));
    }

    ReceivedPage get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    /** Asks without waiting for an answer. */
    void start(String path) {
        client.sendAsync(HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build(),
                HttpResponse.BodyHandlers.discarding());
    }

    ReceivedPage post(String path, String form) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    JsonObject json(String path) throws IOException, InterruptedException {
        return JsonParser.parseString(get(path).body()).getAsJsonObject();
    }

    /** A chart; the cap on its points is left out where it is 0. */
    JsonObject chart(int system, String day, int range, int intervals) throws IOException, InterruptedException {
        String cap = intervals == 0 ? "" : "&intervals=" + intervals;
        return JsonParser.parseString(
                post("/dashboard/chartdata/" + system, "chartdate=" + day + "&range=" + range + cap + "&shiftdate=0")
                        .body())
                .getAsJsonObject();
    }

    /** The values of all cookies. */
    List<String> cookies() {
        return jar.getCookieStore().getCookies().stream().map(cookie -> cookie.getName() + ": " + cookie.getValue())
                .toList();
    }

    private ReceivedPage send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return ReceivedPage.of(client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
