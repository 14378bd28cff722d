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

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.http.BadMessageException;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * What the HTTP client's failures mean to the owner.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class HttpFailures {
    private static final int LONGEST_QUOTE = 120;

    private HttpFailures() {
    }

    /**
     * @param failure what the client reports
     * @param host who was asked, as a person would name it
     * @param timeout how long was waited at most
     * @param largestBody how many bytes an answer may have
     * @return the failure in our terms
     */
    public static SourceException explain(Throwable failure, String host, Duration timeout, int largestBody) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SourceException known) {
                // who refused a certificate has said why
                return known;
            }
        }
        if (failure instanceof TimeoutException || failure instanceof SocketTimeoutException) {
            return new SourceException(Problem.NO_ANSWER, host, Long.toString(timeout.toSeconds()));
        } else if (failure instanceof SSLException tls) {
            return new SourceException(Problem.TLS_FAILED, host, printable(String.valueOf(tls.getMessage())));
        } else if (failure instanceof NoRouteToHostException) {
            return new SourceException(Problem.NO_ROUTE, host);
        } else if (failure instanceof ConnectException) {
            return new SourceException(Problem.CONNECTION_REFUSED, host);
        } else if (failure instanceof UnknownHostException || failure instanceof UnresolvedAddressException) {
            return new SourceException(Problem.UNKNOWN_HOST, host);
        } else if (failure instanceof HttpResponseException && failure.getCause() instanceof BadMessageException bad
                && bad.getReason() != null) {
            // without a reason it is a head that ends too early
            return new SourceException(Problem.NOT_HTTP);
        } else if (failure instanceof IllegalArgumentException) {
            // how the client says that the answer is larger than the buffer it was given
            return new SourceException(Problem.TOO_LARGE, Integer.toString(largestBody));
        }
        return new SourceException(Problem.CONNECTION_CUT, host);
    }

    /**
     * @param text a text from outside
     * @return the same as it may stand in a status: one line, no quotes, not long
     */
    public static String printable(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\"\\[\\]]+", " ").strip();
        return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
    }
}
