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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Limits of a request.
 *
 * @param timeout the longest total time: name resolution, connection, TLS and the whole answer
 * @param largestBody the most bytes of a body, as it is sent and as it is unpacked
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record HttpLimits(Duration timeout, int largestBody) {
    /** The most bytes of a head: many times that of any server that is meant, and less than a page of memory hurts. */
    public static final int LARGEST_HEAD = 16 * 1024;

    /** Records of TLS need more bytes than their content, and the handshake comes before. */
    private static final int TLS_HANDSHAKE = 64 * 1024;

    /**
     * @param https whether TLS is around it
     * @return the most bytes that an answer may have on the network, from the status line to the last trailer
     */
    long largestAnswer(boolean https) {
        long clear = LARGEST_HEAD + (long) largestBody + LARGEST_HEAD;
        return https ? 2 * clear + TLS_HANDSHAKE : clear;
    }
}
