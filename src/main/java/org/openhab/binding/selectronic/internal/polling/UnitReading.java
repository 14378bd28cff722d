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

import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * The reading of one unit for one subscriber: its schedule, its pace, and the request of its owner. Guarded by the
 * poller.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class UnitReading {
    /** Weight of the newest time between two samples in the mean. */
    private static final double WEIGHT_OF_NEWEST = 0.25;

    final Poller.Subscriber subscriber;
    final PollSchedule schedule;
    @Nullable
    Unit unit;
    Instant lastTried = Instant.EPOCH;
    @Nullable
    Instant answeredAt;
    final OpenRequest request = new OpenRequest();
    /** Time of the last sample; null if the time to the next one does not show the pace of the connection. */
    @Nullable
    Instant lastGood;
    /** Mean time between two samples in milliseconds, 0 if unknown. */
    double meanDistance;

    UnitReading(Poller.Subscriber subscriber, PollSchedule schedule) {
        this.subscriber = subscriber;
        this.schedule = schedule;
    }

    /** Returns whether it still has this unit: another one may have been found during a request. */
    boolean isOf(Unit other) {
        Unit present = unit;
        return present != null && present.id().equals(other.id());
    }

    /** Updates the mean time between two samples with a sample of now. */
    void measurePace(Instant now, Duration interval) {
        Instant before = lastGood;
        lastGood = now;
        double distance = before == null ? interval.toMillis() : Duration.between(before, now).toMillis();
        meanDistance = meanDistance == 0 ? distance : meanDistance + WEIGHT_OF_NEWEST * (distance - meanDistance);
    }

    /** Excludes the time to the next sample from the pace. */
    void forgetPace() {
        lastGood = null;
        meanDistance = 0;
    }
}
