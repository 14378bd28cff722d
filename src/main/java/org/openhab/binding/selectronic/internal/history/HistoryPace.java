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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Measures the progress of reading a log, from the start until everything is read.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HistoryPace {
    private static final double ALL = 100;

    private final Clock steady;
    private final Clock wall;
    private Instant begun;
    private boolean interrupted;
    /** Records read since {@link #begun}. */
    private long measured;
    private long read;
    private long left;
    private boolean known;

    /**
     * @param steady a monotonic clock that measures how long reading takes
     * @param wall the time of day, used to estimate when reading completes
     */
    HistoryPace(Clock steady, Clock wall) {
        this.steady = steady;
        this.wall = wall;
        this.begun = steady.instant();
    }

    /**
     * @param read the number of records read
     * @param left the approximate number of records still to read
     */
    void add(int read, int left) {
        if (this.left == 0) {
            // everything was read before: a new read begins
            this.read = 0;
        }
        if (this.left == 0 || interrupted) {
            measured = 0;
            begun = steady.instant();
            interrupted = false;
        }
        measured += read;
        this.read += read;
        this.left = left;
        known = true;
    }

    /** Records an interruption. If everything had been read before, there may be new data of unknown size. */
    void broken() {
        known &= left > 0;
        interrupted = true;
    }

    /** Returns the share of the log already read, in percent; empty while its size is unknown. */
    OptionalDouble percent() {
        return known ? OptionalDouble.of(left == 0 ? ALL : ALL * read / (read + left)) : OptionalDouble.empty();
    }

    /**
     * Returns when reading will complete; empty if nothing is left, after an interruption, or if the pace is unknown.
     */
    Optional<Instant> end() {
        Duration taken = Duration.between(begun, steady.instant());
        if (left == 0 || measured == 0 || interrupted || taken.isZero()) {
            return Optional.empty();
        }
        return Optional.of(wall.instant().plusMillis(taken.toMillis() * left / measured));
    }
}
