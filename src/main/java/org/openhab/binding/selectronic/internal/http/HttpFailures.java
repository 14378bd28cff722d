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

import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import org.eclipse.jdt.annotation.NonNullByDefault;
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
    private static final int DEEPEST_CAUSE = 8;

    private HttpFailures() {
    }

    /**
     * @param failure what the client reports
     * @param host who was asked, as a person would name it
     * @param timeout how long was waited at most
     * @return the failure in our terms, with the client's own as its cause
     */
    public static SourceException explain(Throwable failure, String host, Duration timeout) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SourceException known) {
                // who refused a certificate or an answer has said why
                return known;
            }
            cause = cause.getCause();
        }
        if (failure instanceof TimeoutException || failure instanceof SocketTimeoutException) {
            return new SourceException(Problem.NO_ANSWER, failure, host, Long.toString(timeout.toSeconds()));
        } else if (failure instanceof SSLException || failure instanceof CertificateException) {
            return new SourceException(Problem.TLS_FAILED, failure, host,
                    printable(String.valueOf(failure.getMessage())));
        } else if (failure instanceof SocketException socket) {
            return explain(socket, host, timeout);
        } else if (failure instanceof UnknownHostException || failure instanceof UnresolvedAddressException) {
            return new SourceException(Problem.UNKNOWN_HOST, failure, host);
        }
        return new SourceException(Problem.CONNECTION_CUT, failure, host);
    }

    /** The operating system's failures have few classes, and say in words which of them it is. */
    private static SourceException explain(SocketException failure, String host, Duration timeout) {
        String words = causes(failure).toLowerCase(Locale.ROOT);
        if (failure instanceof NoRouteToHostException || failure instanceof BindException
                || words.contains("unreachable") || words.contains("host is down")) {
            return new SourceException(Problem.NO_ROUTE, failure, host);
        } else if (failure instanceof ConnectException) {
            return words.contains("timed out")
                    ? new SourceException(Problem.NO_ANSWER, failure, host, Long.toString(timeout.toSeconds()))
                    : new SourceException(Problem.CONNECTION_REFUSED, failure, host);
        }
        return new SourceException(Problem.CONNECTION_CUT, failure, host);
    }

    /**
     * @param failure a failure
     * @return it and its causes in one line, for the log
     */
    static String causes(Throwable failure) {
        StringJoiner all = new StringJoiner(", caused by ");
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            all.add(cause.toString());
            cause = cause.getCause();
        }
        return all.toString();
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
