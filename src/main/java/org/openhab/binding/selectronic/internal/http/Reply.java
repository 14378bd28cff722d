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

import java.time.Duration;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * A complete answer, whatever its status.
 *
 * @param status the HTTP status
 * @param location the target of a redirect, null for none
 * @param retryAfter the time to wait requested by the server, null for none
 * @param cookies the cookies that it sets, as they stand in the head; a secret
 * @param body the body, empty for none
 * @param responseTime how long it took
 * @param certificate the fingerprint of the certificate that it came under, null without TLS
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Reply(int status, @Nullable String location, @Nullable Duration retryAfter, List<String> cookies,
        byte[] body, Duration responseTime, @Nullable String certificate) {

    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    /** Without TLS. */
    public Reply(int status, @Nullable String location, @Nullable Duration retryAfter, List<String> cookies,
            byte[] body, Duration responseTime) {
        this(status, location, retryAfter, cookies, body, responseTime, null);
    }

    /** @return whether it points elsewhere */
    public boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    /**
     * @return this answer
     * @throws SourceException if its status is not that of a successful answer
     */
    public Reply good() throws SourceException {
        if (status == OK) {
            return this;
        }
        if (status == TOO_MANY_REQUESTS || status == SERVICE_UNAVAILABLE && retryAfter != null) {
            throw SourceException.rateLimited(retryAfter);
        }
        if (isRedirect()) {
            String location = this.location;
            // who is in front of the host, the session behind the semicolon and the query may name the owner
            throw new SourceException(Problem.REDIRECTED, location == null ? "?"
                    : HttpFailures.printable(location.replaceFirst("[?#;].*", "").replaceFirst("//[^/]*@", "//")));
        }
        throw new SourceException(Problem.HTTP_STATUS, Integer.toString(status));
    }

    /** Without cookies and body, which may be secret. */
    @Override
    public String toString() {
        return "status " + status + " with " + body.length + " bytes";
    }
}
