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
package org.openhab.binding.selectronic.internal.polling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Provider;

/**
 * Chooses which of several connections supplies the values of an inverter. The first one is preferred. Another one
 * takes over when it has had no good sample for its tolerated time, or at once if it fails from the start; it takes
 * back when it has been good for a while, so that a connection that comes and goes causes few changes.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class ConnectionChoice {
    /** How long a preferred connection must be good before it takes back. */
    static final Duration QUIET_TIME = Duration.ofMinutes(2);

    private final Clock clock;
    private final List<State> states;
    private final Instant createdAt;
    private int active;

    private static final class State {
        private final Provider<Duration> tolerance;
        private @Nullable Instant lastGood;
        private @Nullable Instant goodSince;
        private boolean failed;

        State(Provider<Duration> tolerance) {
            this.tolerance = tolerance;
        }
    }

    /**
     * @param clock a clock that is not affected by changes of the system time
     * @param tolerances how long each connection may fail before another one takes over, in order of preference
     */
    public ConnectionChoice(Clock clock, List<Provider<Duration>> tolerances) {
        this.clock = clock;
        this.createdAt = clock.instant();
        this.states = tolerances.stream().map(State::new).toList();
    }

    /** @return the rank of the connection that supplies the values */
    public int active() {
        return active;
    }

    /**
     * Notes a good sample.
     *
     * @param rank the rank of its connection
     * @return whether another connection supplies the values now
     */
    public boolean good(int rank) {
        State state = states.get(rank);
        Instant now = clock.instant();
        if (state.goodSince == null || !isDelivering(rank)) {
            state.goodSince = now;
        }
        state.lastGood = now;
        state.failed = false;
        return check();
    }

    /**
     * Notes a failed attempt.
     *
     * @param rank the rank of its connection
     */
    public void failed(int rank) {
        states.get(rank).goodSince = null;
        states.get(rank).failed = true;
    }

    /**
     * Notes that the values of a connection have become outdated although it answers: nothing more is tolerated.
     *
     * @param rank the rank of the connection
     */
    public void outdated(int rank) {
        failed(rank);
        states.get(rank).lastGood = null;
    }

    /** @return whether another connection supplies the values now, because of the time that has passed */
    public boolean check() {
        OptionalInt preferred = IntStream.range(0, active).filter(this::isSteady).findFirst();
        if (preferred.isEmpty() && !isDelivering(active) && !isAwaited(active)) {
            preferred = IntStream.range(0, states.size()).filter(rank -> rank != active && isDelivering(rank))
                    .findFirst();
        }
        preferred.ifPresent(rank -> active = rank);
        return preferred.isPresent();
    }

    /**
     * @param rank the rank of a connection
     * @return whether its last good sample is not older than its tolerated time
     */
    public boolean isDelivering(int rank) {
        return states.get(rank).lastGood != null && !isSilent(rank);
    }

    /**
     * @param rank the rank of a connection
     * @return whether it has had no good sample for its tolerated time
     */
    public boolean isSilent(int rank) {
        State state = states.get(rank);
        Instant good = state.lastGood;
        return Duration.between(good == null ? createdAt : good, clock.instant()).compareTo(state.tolerance.get()) >= 0;
    }

    /**
     * @param rank the rank of a connection
     * @return the time since its last good sample, empty if there was none
     */
    public Optional<Duration> age(int rank) {
        return Optional.ofNullable(states.get(rank).lastGood).map(good -> Duration.between(good, clock.instant()));
    }

    /**
     * @param rank the rank of a connection
     * @return whether another one should get ready: there was no good sample for half of its tolerated time, which a
     *         single failure does not cause, or it fails from the start, or nothing came since the start
     */
    public boolean isFailing(int rank) {
        State state = states.get(rank);
        return age(rank).map(age -> age.compareTo(state.tolerance.get().dividedBy(2)) >= 0)
                .orElseGet(() -> state.failed || isSilent(rank));
    }

    /**
     * @param rank the rank of a connection
     * @return whether its first sample may still come, so that another one that is quicker does not take over
     */
    public boolean isAwaited(int rank) {
        State state = states.get(rank);
        return state.lastGood == null && !state.failed && !isSilent(rank);
    }

    private boolean isSteady(int rank) {
        Instant since = states.get(rank).goodSince;
        return since != null && isDelivering(rank)
                && Duration.between(since, clock.instant()).compareTo(QUIET_TIME) >= 0;
    }
}
