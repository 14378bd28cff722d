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
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.ClientConnectionFactory;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.Promise;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * A connection of Jetty 12.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Jetty12Line extends JettyLine<Connection> {
    /** Puts the counter between socket and protocol of each connection. */
    static final ClientConnectionFactory.Decorator COUNTED = protocol -> (socket, context) -> {
        Jetty12Line line = lineOf(context);
        return protocol.newConnection(line.counted(new Jetty12EndPoint(socket, line.limit())), context);
    };

    /** @param limit the limit of each answer */
    Jetty12Line(ByteLimit limit) {
        super(limit);
    }

    private static Jetty12Line lineOf(Map<String, Object> context) {
        Object promise = context.get(Connection.PROMISE_CONTEXT_KEY);
        while (promise instanceof Promise.Wrapper<?> wrapper) {
            promise = wrapper.getWrapped();
        }
        if (promise instanceof Jetty12Line line) {
            return line;
        }
        throw new IllegalStateException("connections are opened for a line only");
    }

    @Override
    @Nullable
    SSLEngine engine(EndPoint endPoint) {
        return endPoint instanceof SslConnection.SslEndPoint tls ? tls.getSslConnection().getSSLEngine() : null;
    }

    @Override
    void send(HttpClient client, HttpAddress address, HttpRequest request, JettyExchange.Answer answer) {
        Request prepared = client.newRequest(request.uri(address)).followRedirects(false);
        prepared.headers(fields -> request.headers(address).forEach(fields::put));
        String form = request.form();
        if (form != null) {
            prepared.method("POST").body(new StringRequestContent(HttpRequest.FORM_TYPE, form, StandardCharsets.UTF_8));
        }
        connection().send(prepared, new Listener(answer));
    }

    private static final class Listener implements Response.Listener {
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

        /** Recognizes what is not HTTP; with that reason, it is an answer that ends too early. */
        private static @Nullable Throwable explained(@Nullable Throwable failure) {
            return failure instanceof HttpResponseException && failure.getCause() instanceof HttpException bad
                    && !"Early EOF".equals(bad.getReason()) ? new SourceException(Problem.NOT_HTTP, failure) : failure;
        }
    }
}
