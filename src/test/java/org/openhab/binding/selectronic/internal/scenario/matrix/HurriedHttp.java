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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpConversation;
import org.eclipse.jetty.client.HttpRequest;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * An HTTP client that waits some times less long for an answer than it is asked to while hurry is on.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HurriedHttp extends HttpClient {
    private final Hurry hurry;
    private final Duration usual;

    /** @param usual how long is waited without hurry */
    HurriedHttp(SslContextFactory tls, Hurry hurry, Duration usual) {
        super(tls);
        this.hurry = hurry;
        this.usual = usual;
    }

    @Override
    protected HttpRequest newHttpRequest(@Nullable HttpConversation conversation, @Nullable URI uri) {
        return new HurriedRequest(conversation, uri);
    }

    private final class HurriedRequest extends HttpRequest {
        HurriedRequest(@Nullable HttpConversation conversation, @Nullable URI uri) {
            super(HurriedHttp.this, conversation, uri);
            if (hurry.factor() > 1) {
                timeout(usual.toMillis() / hurry.factor(), TimeUnit.MILLISECONDS);
            }
        }
    }
}
