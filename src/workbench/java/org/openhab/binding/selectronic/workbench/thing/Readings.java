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
package org.openhab.binding.selectronic.workbench.thing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.types.State;

/**
 * The latest state of each channel: what items would show.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Readings {
    private final Map<ChannelUID, Reading> latest = new ConcurrentHashMap<>();
    private final Clock clock;

    /**
     * The latest state of a channel.
     *
     * @param state the state
     * @param at when it came
     * @param change how it differs from the one before
     */
    public record Reading(State state, Instant at, Change change) {
    }

    /** @param clock tells when states come */
    public Readings(Clock clock) {
        this.clock = clock;
    }

    void put(ChannelUID channel, State state) {
        latest.compute(channel, (uid, before) -> new Reading(state, clock.instant(),
                Change.between(before == null ? null : before.state(), state)));
    }

    /**
     * @param channel a channel
     * @return its latest state, if any has come yet
     */
    public Optional<Reading> of(ChannelUID channel) {
        return Optional.ofNullable(latest.get(channel));
    }

    /**
     * @param channel a channel
     * @return its latest state, null if none has come yet
     */
    public @Nullable State state(ChannelUID channel) {
        return of(channel).map(Reading::state).orElse(null);
    }

    /**
     * @param reading a reading of this
     * @return how long ago it came
     */
    public Duration age(Reading reading) {
        return Duration.between(reading.at(), clock.instant());
    }
}
