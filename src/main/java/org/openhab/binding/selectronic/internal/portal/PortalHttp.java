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
package org.openhab.binding.selectronic.internal.portal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.client.util.StringContentProvider;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.HttpCookieStore;
import org.eclipse.jetty.util.component.LifeCycle;
import org.openhab.binding.selectronic.internal.http.HttpCalls;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.http.UrlHost;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * The portal over HTTPS, with a client that belongs to one account alone. The client neither follows redirects nor
 * keeps cookies, so that nothing secret leaves for another server.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PortalHttp implements PortalTransport {
    /** As long as public clients wait (rpoller). */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    /** A page of events goes back a year and more. */
    private static final int LARGEST_BODY = 2 * 1024 * 1024;
    private static final int USUAL_PORT = 443;

    private final HttpClient client;
    private final URI base;
    private final HttpCalls calls;

    /**
     * @param client a client of its own, not started yet; it is stopped at the end
     * @param host name or address of the portal
     * @param port its TCP port
     */
    public PortalHttp(HttpClient client, String host, int port) {
        this.client = client;
        String server = UrlHost.of(host) + (port == USUAL_PORT ? "" : ":" + port);
        this.base = URI.create("https://" + server);
        this.calls = new HttpCalls(server, TIMEOUT, LARGEST_BODY);
        client.setFollowRedirects(false);
        client.setCookieStore(new HttpCookieStore.Empty());
        LifeCycle.start(client);
        // the portal says 401 without a challenge, which the handler of challenges takes for a broken connection
        client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        client.getProtocolHandlers().remove(RedirectProtocolHandler.NAME);
    }

    @Override
    public URI base() {
        return base;
    }

    @Override
    public CompletableFuture<Reply> send(PortalCall call, String cookies) {
        Request request = client.newRequest(base + call.path()).accept(call.page() ? "text/html" : "application/json");
        String form = call.form();
        if (form != null) {
            request.method("POST").content(new StringContentProvider("application/x-www-form-urlencoded", form,
                    StandardCharsets.UTF_8));
        }
        if (!call.page()) {
            // how the portal's own pages ask for JSON
            request.header("X-Requested-With", "XMLHttpRequest");
        }
        if (!cookies.isEmpty()) {
            request.header(HttpHeader.COOKIE, cookies);
        }
        return calls.send(request).exceptionallyCompose(PortalHttp::explained);
    }

    /** What an owner can do about TLS is another thing here than with a box. */
    private static CompletableFuture<Reply> explained(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return CompletableFuture.failedFuture(cause instanceof SourceException known
                && known.problem() == Problem.TLS_FAILED
                        ? new SourceException(Problem.TUNNEL_TLS, known.arguments().toArray(String[]::new))
                        : cause);
    }

    @Override
    public void close() {
        calls.close();
        LifeCycle.stop(client);
    }
}
