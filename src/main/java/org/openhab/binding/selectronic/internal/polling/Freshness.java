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
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Sample;

/**
 * Decides whether a sample is of the present. A gateway that has lost its inverter goes on answering, with a
 * {@code now} that moves and a {@code timestamp} that stands still. So what counts is whether the sample's own time
 * moves, measured with a clock of ours, and how far it lies behind what the answering device calls now. Whether that
 * device's clock is right does not matter. The age is a function of our clock: it grows whether anything is polled or
 * not.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Freshness {
    private final Clock clock;
    private final Duration staleAfter;
    private @Nullable Sample last;
    private Instant movedAt;
    private Instant judgedAt;

    /** What a sample is good for. */
    public enum Verdict {
        /** It is of the present. */
        FRESH,
        /** It is older than one that was seen before, and must not replace it. */
        OLDER,
        /** It is of the past only. */
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
        this.judgedAt = movedAt;
    }

    /**
     * @param sample a sample that has just come
     * @return what it is good for
     */
    public synchronized Verdict judge(Sample sample) {
        Instant now = clock.instant();
        Sample before = last;
        boolean older = before != null && sample.time().isBefore(before.time())
                && !sourceClockWasSetBack(before, sample);
        if (!older && (before == null || !sample.time().equals(before.time()))) {
            movedAt = now;
        }
        last = sample;
        judgedAt = now;
        if (age().filter(age -> age.compareTo(staleAfter) >= 0).isPresent() || standsStill()) {
            return Verdict.STALE;
        }
        return older ? Verdict.OLDER : Verdict.FRESH;
    }

    /**
     * @return how long ago the inverter was read; empty before the first sample, and if the device contradicts itself
     *         by placing the sample in its own future
     */
    public synchronized Optional<Duration> age() {
        Sample sample = last;
        if (sample == null) {
            return Optional.empty();
        }
        Instant reference = sample.sourceNow();
        Duration unmoved = unmoved();
        if (reference == null) {
            return Optional.of(unmoved);
        }
        Duration reported = Duration.between(sample.time(), reference);
        if (reported.isNegative()) {
            return reported.negated().compareTo(staleAfter) > 0 ? Optional.empty() : Optional.of(unmoved);
        }
        Duration grown = reported.plus(Duration.between(judgedAt, clock.instant()));
        return Optional.of(grown.compareTo(unmoved) > 0 ? grown : unmoved);
    }

    /** @return for how long the sample's own time has not moved, since the beginning if there was no sample */
    public synchronized Duration unmoved() {
        return Duration.between(movedAt, clock.instant());
    }

    /** @return whether there was no newer sample for so long that the last one is no longer of the present */
    public boolean standsStill() {
        return unmoved().compareTo(staleAfter) >= 0;
    }

    /** When the device's idea of now went back as well, its clock was set and the sample is not older than the last. */
    private static boolean sourceClockWasSetBack(Sample before, Sample sample) {
        Instant then = before.sourceNow();
        Instant now = sample.sourceNow();
        return then != null && now != null && now.isBefore(then);
    }
}
