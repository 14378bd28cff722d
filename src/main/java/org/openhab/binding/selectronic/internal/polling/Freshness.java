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
 * Decides whether a sample is current. A gateway without contact to its inverter continues to answer: its {@code now}
 * advances, but its {@code timestamp} does not. Therefore this checks with our own clock whether the time of the sample
 * advances, and how far it is behind the current time of the device. The clock of the device need not be right. The age
 * depends on our clock: it grows with or without polls.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Freshness {
    private final Clock clock;
    private final Duration staleAfter;
    private @Nullable Sample last;
    /** Time of the last sample that was not older than the one before it. */
    private @Nullable Instant newest;
    private Instant movedAt;
    private Instant judgedAt;

    /** Result of the check. */
    public enum Verdict {
        /** The sample is current. */
        FRESH,
        /** The sample is older than an earlier one and must not replace it. */
        OLDER,
        /** The sample is outdated. */
        STALE
    }

    /**
     * @param clock a clock that is not affected by changes of the system time
     * @param staleAfter the age from which a sample is outdated
     */
    public Freshness(Clock clock, Duration staleAfter) {
        this.clock = clock;
        this.staleAfter = staleAfter;
        this.movedAt = clock.instant();
        this.judgedAt = movedAt;
    }

    /**
     * @param sample a new sample
     * @return whether it is current
     */
    public synchronized Verdict judge(Sample sample) {
        Instant now = clock.instant();
        Sample before = last;
        boolean older = before != null && sample.time().isBefore(before.time())
                && !sourceClockWasSetBack(before, sample);
        if (!older && !sample.time().equals(newest)) {
            movedAt = now;
            newest = sample.time();
        }
        last = sample;
        judgedAt = now;
        if (age().filter(age -> age.compareTo(staleAfter) >= 0).isPresent() || standsStill()) {
            return Verdict.STALE;
        }
        return older ? Verdict.OLDER : Verdict.FRESH;
    }

    /**
     * @return the time since the inverter was read; empty before the first sample, and if the device reports a sample
     *         time that is later than its present time
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

    /** @return the time since the sample time last changed, or since the start if there was no sample */
    public synchronized Duration unmoved() {
        return Duration.between(movedAt, clock.instant());
    }

    /** @return whether there was no newer sample for so long that the last one is outdated */
    public boolean standsStill() {
        return unmoved().compareTo(staleAfter) >= 0;
    }

    /**
     * Returns whether the current time of the device went back too: then its clock was set, and the sample is not older
     * than the last one.
     */
    private static boolean sourceClockWasSetBack(Sample before, Sample sample) {
        Instant then = before.sourceNow();
        Instant now = sample.sourceNow();
        return then != null && now != null && now.isBefore(then);
    }
}
