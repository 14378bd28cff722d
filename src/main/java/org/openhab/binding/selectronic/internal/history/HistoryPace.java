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
 * How the reading of a record gets on, from its beginning until nothing is left.
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
     * @param steady measures how long the reading takes
     * @param wall the time of day, for the estimate of the end
     */
    HistoryPace(Clock steady, Clock wall) {
        this.steady = steady;
        this.wall = wall;
        this.begun = steady.instant();
    }

    /**
     * @param read how many records have come
     * @param left about how many are still to come
     */
    void add(int read, int left) {
        if (this.left == 0) {
            // nothing was left to read: this is the beginning of a new reading
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

    /** The reading broke off. If that was not amid a reading, there may be something to read that nobody knows of. */
    void broken() {
        known &= left > 0;
        interrupted = true;
    }

    /** Of what was to be read, in percent; empty while it is not known how much that is. */
    OptionalDouble percent() {
        return known ? OptionalDouble.of(left == 0 ? ALL : ALL * read / (read + left)) : OptionalDouble.empty();
    }

    /** When nothing will be left; empty if nothing is, or if the pace is not known yet. */
    Optional<Instant> end() {
        Duration taken = Duration.between(begun, steady.instant());
        if (left == 0 || measured == 0 || interrupted || taken.isZero()) {
            return Optional.empty();
        }
        return Optional.of(wall.instant().plusMillis(taken.toMillis() * left / measured));
    }
}
