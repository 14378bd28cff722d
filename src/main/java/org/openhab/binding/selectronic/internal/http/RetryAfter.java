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

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Reads the time to wait requested by a server.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class RetryAfter {
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private RetryAfter() {
    }

    /**
     * @param header seconds, or a date, which is compared with the server's own clock only; null for none
     * @param date the server's time, null if not sent
     * @return the time to wait, null if there is none; more than a day is not accepted as a valid answer
     */
    static @Nullable Duration read(@Nullable String header, @Nullable String date) {
        if (header == null) {
            return null;
        }
        try {
            Duration wait = header.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(instant(date), instant(header));
            return wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0 ? null : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant instant(@Nullable String header) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(String.valueOf(header)));
    }
}
