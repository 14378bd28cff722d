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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.net.ssl.SSLEngine;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpClientTransport;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.api.Connection;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.client.api.Response;
import org.eclipse.jetty.client.api.Result;
import org.eclipse.jetty.client.util.StringContentProvider;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.ClientConnectionFactory;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.Promise;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * A connection of Jetty 9.4.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Jetty9Line extends JettyLine<Connection> {
    /** Puts the counter between socket and protocol of each connection. */
    static final ClientConnectionFactory.Decorator COUNTED = protocol -> (socket, context) -> {
        Jetty9Line line = lineOf(context);
        return protocol.newConnection(line.counted(new Jetty9EndPoint(socket, line.limit())), context);
    };

    /** @param limit the limit of each answer */
    Jetty9Line(ByteLimit limit) {
        super(limit);
    }

    private static Jetty9Line lineOf(Map<String, Object> context) {
        Object promise = context.get(HttpClientTransport.HTTP_CONNECTION_PROMISE_CONTEXT_KEY);
        while (promise instanceof Promise.Wrapper<?> wrapper) {
            promise = wrapper.getPromise();
        }
        if (promise instanceof Jetty9Line line) {
            return line;
        }
        throw new IllegalStateException("connections are opened for a line only");
    }

    @Override
    @Nullable
    SSLEngine engine(EndPoint endPoint) {
        return endPoint instanceof SslConnection.DecryptedEndPoint tls ? tls.getSslConnection().getSSLEngine() : null;
    }

    @Override
    void send(HttpClient client, HttpAddress address, HttpRequest request, JettyExchange.Answer answer) {
        Request prepared = client.newRequest(request.uri(address)).followRedirects(false);
        request.headers(address).forEach(prepared::header);
        String form = request.form();
        if (form != null) {
            prepared.method("POST")
                    .content(new StringContentProvider(HttpRequest.FORM_TYPE, form, StandardCharsets.UTF_8));
        }
        connection().send(prepared, new Listener(answer));
    }

    private static final class Listener extends Response.Listener.Adapter {
        private final JettyExchange.Answer answer;

        Listener(JettyExchange.Answer answer) {
            this.answer = answer;
        }

        @Override
        public void onBegin(@Nullable Response response) {
            if (response != null) {
                answer.begin(response.getStatus());
            }
        }

        @Override
        public boolean onHeader(@Nullable Response response, @Nullable HttpField field) {
            return field == null || answer.header(field.getName(), field.getValue());
        }

        @Override
        public void onContent(@Nullable Response response, @Nullable ByteBuffer content) {
            if (content != null) {
                answer.content(content);
            }
        }

        @Override
        public void onComplete(@Nullable Result result) {
            if (result != null) {
                answer.complete(result.getResponse().getStatus(), explained(result.getFailure()));
            }
        }

        /** Recognizes an answer that is not HTTP; without a reason, it is an answer that ends too early. */
        private static @Nullable Throwable explained(@Nullable Throwable failure) {
            return failure instanceof HttpResponseException && failure.getCause() instanceof BadMessageException bad
                    && bad.getReason() != null ? new SourceException(Problem.NOT_HTTP, failure) : failure;
        }
    }
}
