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

/**
 * How far a record was read.
 *
 * @param time the end of the last record that was read
 * @param mark what the way itself remembers of that record, to find it again and to know it for the same; empty if only
 *        the time is given, which then is searched for
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record HistoryPosition(Instant time, String mark) {
    /** Before the first record. */
    public static final HistoryPosition BEGINNING = at(Instant.EPOCH);

    /**
     * @param time a moment
     * @return the position before the first record that ends later
     */
    public static HistoryPosition at(Instant time) {
        return new HistoryPosition(time, "");
    }

    /**
     * @param text what {@link #toString()} made
     * @return the position; {@link #BEGINNING} for a text that is none, since to send a record again does less harm
     *         than to leave one out
     */
    public static HistoryPosition parse(String text) {
        String[] parts = text.split(" ", 2);
        try {
            return new HistoryPosition(Instant.parse(parts[0]), parts.length > 1 ? parts[1] : "");
        } catch (DateTimeParseException e) {
            return BEGINNING;
        }
    }

    /** @return the position as a text that can be stored */
    @Override
    public String toString() {
        return mark.isEmpty() ? time.toString() : time + " " + mark;
    }
}
