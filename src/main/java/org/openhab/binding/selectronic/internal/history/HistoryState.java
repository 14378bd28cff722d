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
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Progress of reading a log.
 *
 * @param phase the phase of reading
 * @param upTo the end of the last record read
 * @param percent the share of the log already read, empty while its size is unknown
 * @param end when reading will complete at the present pace, empty while nothing is read
 * @param lost the part that was overwritten before it was read; the last one if there were several
 * @param reason why it cannot be understood, empty if only contact is missing
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record HistoryState(Phase phase, Instant upTo, OptionalDouble percent, Optional<Instant> end,
        Optional<HistoryGap> lost, Optional<SourceException> reason) {
    /** Phase of reading. */
    public enum Phase {
        /** There is more to read. */
        READING,
        /** Everything recorded has been read. */
        COMPLETE,
        /** Nothing has been recorded so far. */
        EMPTY,
        /** Reading was interrupted: whether anything is missing is unknown until it resumes. */
        INTERRUPTED,
        /** Reading was stopped by a programming error of the binding; it is retried. */
        FAILED
    }
}
