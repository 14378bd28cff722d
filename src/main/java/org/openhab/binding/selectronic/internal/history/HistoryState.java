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
package org.openhab.binding.selectronic.internal.history;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.HistoryPortion.Lost;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * How far a record has been read.
 *
 * @param phase what is going on
 * @param upTo the end of the last record that was read
 * @param percent how much of what was to be read has been read, empty while it is not known how much that is
 * @param end when it will all be read at the present pace, empty while nothing is read
 * @param lost the part that was overwritten before it was read, the last one if there were several
 * @param reason why it cannot be understood, empty where nothing but contact is missing
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record HistoryState(Phase phase, Instant upTo, OptionalDouble percent, Optional<Instant> end,
        Optional<Lost> lost,
        Optional<SourceException> reason) {
    /** What goes on. */
    public enum Phase {
        /** There is more to read. */
        READING,
        /** Everything that there is has been read. */
        COMPLETE,
        /** Nothing has been recorded so far. */
        EMPTY,
        /** The reading broke off: whether anything is missing is not known until it is resumed. */
        INTERRUPTED,
        /** The reading was ended by a mistake of ours; it is tried again. */
        FAILED
    }
}
