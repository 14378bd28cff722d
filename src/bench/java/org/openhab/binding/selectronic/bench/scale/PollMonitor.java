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
package org.openhab.binding.selectronic.bench.scale;

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The polls of one thing. A poll is due an interval after the one before has begun; a deadline is missed if it begins
 * more than another interval later. Who is never polled again misses it too, which shows at the end.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PollMonitor {
    private final long interval;
    private final Latencies latencies;
    private long since;
    private long begun;
    private long answered;
    private long longest;
    private int polls;
    private int published;
    private int missed;

    /**
     * @param interval between two polls
     * @param latencies where the times from answers to the last channel go
     */
    PollMonitor(Duration interval, Latencies latencies) {
        this.interval = interval.toNanos();
        this.latencies = latencies;
    }

    /** @param now the measuring begins, with what is known of the last poll */
    synchronized void reset(long now) {
        since = now;
        polls = 0;
        published = 0;
        missed = 0;
        longest = 0;
    }

    /** @param now a poll has begun */
    synchronized void began(long now) {
        judge(now);
        begun = now;
        polls++;
    }

    /** @param now it is the end */
    synchronized void end(long now) {
        judge(now);
    }

    private void judge(long now) {
        long gap = now - (begun == 0 ? since : begun);
        longest = Math.max(longest, gap);
        if (gap > 2 * interval) {
            missed++;
        }
    }

    /** @param now the answer is there */
    synchronized void answered(long now) {
        answered = now;
    }

    /** @param now the last channel has its state */
    synchronized void published(long now) {
        published++;
        if (answered != 0) {
            latencies.add(now - answered);
            answered = 0;
        }
    }

    synchronized int polls() {
        return polls;
    }

    synchronized int publishedPolls() {
        return published;
    }

    synchronized int missed() {
        return missed;
    }

    /** @return the longest time between the beginnings of two polls, in seconds */
    synchronized double longestGap() {
        return longest / 1e9;
    }

    /** @return whether it was ever published */
    synchronized boolean isWarm() {
        return published > 0;
    }
}
