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
package org.openhab.binding.selectronic.internal.derive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Sample;

/**
 * Judges whether a sample tells of the present. A gateway that has lost its inverter goes on answering, with a
 * {@code now} that moves and a {@code timestamp} that stands still; so what counts is whether the sample's own time
 * moves, measured with a clock of ours, and how far it lies behind what the answering device calls now. Whether that
 * device's clock is right does not matter.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Freshness {
    private final Clock clock;
    private final Duration staleAfter;
    private @Nullable Instant time;
    private @Nullable Instant sourceNow;
    private Instant movedAt;

    /** What a sample is good for. */
    public enum Verdict {
        /** It tells of the present. */
        FRESH,
        /** It is older than one that was seen before, and must not replace it. */
        OLDER,
        /** It tells of the past only. */
        STALE
    }

    /**
     * @param clock a clock that runs evenly
     * @param staleAfter the longest time for which a sample may stand still
     */
    public Freshness(Clock clock, Duration staleAfter) {
        this.clock = clock;
        this.staleAfter = staleAfter;
        this.movedAt = clock.instant();
    }

    /**
     * @param sample a sample that has just come
     * @return what it is good for
     */
    public Verdict judge(Sample sample) {
        Instant now = clock.instant();
        Instant before = time;
        boolean older = before != null && sample.time().isBefore(before) && !sourceClockWasSetBack(sample);
        if (before == null || !sample.time().equals(before)) {
            movedAt = older ? movedAt : now;
            time = sample.time();
        }
        sourceNow = sample.sourceNow();
        if (age(sample).filter(age -> age.compareTo(staleAfter) >= 0).isPresent() || standsStill()) {
            return Verdict.STALE;
        }
        return older ? Verdict.OLDER : Verdict.FRESH;
    }

    /**
     * @param sample the sample that was judged last
     * @return how long ago the inverter was read; empty if the device contradicts itself about it by placing the sample
     *         in its own future
     */
    public Optional<Duration> age(Sample sample) {
        Instant reference = sample.sourceNow();
        Duration unmoved = Duration.between(movedAt, clock.instant());
        if (reference == null) {
            return Optional.of(unmoved);
        }
        Duration told = Duration.between(sample.time(), reference);
        if (told.isNegative()) {
            return told.negated().compareTo(staleAfter) > 0 ? Optional.empty() : Optional.of(unmoved);
        }
        return Optional.of(told.compareTo(unmoved) > 0 ? told : unmoved);
    }

    /** @return whether there was no newer sample for so long that the last one is no longer true of the present */
    public boolean standsStill() {
        return Duration.between(movedAt, clock.instant()).compareTo(staleAfter) >= 0;
    }

    /** When the device's idea of now went back as well, its clock was set and the sample is not older than the last. */
    private boolean sourceClockWasSetBack(Sample sample) {
        Instant before = sourceNow;
        Instant now = sample.sourceNow();
        return before != null && now != null && now.isBefore(before);
    }
}
