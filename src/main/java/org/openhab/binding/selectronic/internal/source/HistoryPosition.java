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
package org.openhab.binding.selectronic.internal.source;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;

/**
 * How far the recorded data was read.
 *
 * @param log the log that was read: that of intervals, or that of days
 * @param time the end of the last record read
 * @param fingerprint data of the source to find and recognise that record; empty if only the time is known, which is
 *            then
 *            searched for
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record HistoryPosition(Log log, Instant time, String fingerprint) {

    /** Before the first record. */
    public static final HistoryPosition BEGINNING = at(Instant.EPOCH);
    private static final String DAYS = "days ";

    /** A position in the log of intervals. */
    public HistoryPosition(Instant time, String fingerprint) {
        this(Log.INTERVALS, time, fingerprint);
    }

    /**
     * @param time a moment
     * @return the position before the first record that ends later than the given moment
     */
    public static HistoryPosition at(Instant time) {
        return new HistoryPosition(time, "");
    }

    /**
     * @param time a moment
     * @return the same in the log of days
     */
    public static HistoryPosition ofDays(Instant time) {
        return new HistoryPosition(Log.DAYS, time, "");
    }

    /**
     * @param text a result of {@link #toString()}
     * @return the position; {@link #BEGINNING} for an invalid text, since sending an interval again does less harm than
     *         omitting one
     */
    public static HistoryPosition parse(String text) {
        Log log = text.startsWith(DAYS) ? Log.DAYS : Log.INTERVALS;
        String[] parts = (log == Log.DAYS ? text.substring(DAYS.length()) : text).split(" ", 2);
        try {
            return new HistoryPosition(log, Instant.parse(parts[0]), parts.length > 1 ? parts[1] : "");
        } catch (DateTimeParseException e) {
            return BEGINNING;
        }
    }

    /** @return the position as a text that can be stored */
    @Override
    public String toString() {
        return (log == Log.DAYS ? DAYS : "") + (fingerprint.isEmpty() ? time.toString() : time + " " + fingerprint);
    }
}
