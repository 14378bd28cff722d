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
package org.openhab.binding.selectronic.simulator.splink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What was asked of a port, for tests to read.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortLog {
    private static final int MOST = 100_000;

    private final List<Frame> requests = new ArrayList<>();
    private final List<Frame> violations = new ArrayList<>();
    private long queries;
    private long writes;
    private long answered;
    private long crowded;
    private long bytesIn;
    private long bytesOut;

    synchronized void received(int bytes, int requestsAtOnce) {
        bytesIn += bytes;
        crowded += Math.max(0, requestsAtOnce - 1);
        notifyAll();
    }

    synchronized void request(Frame frame) {
        if (requests.size() < MOST) {
            requests.add(frame);
        }
        if (frame.write()) {
            writes++;
        } else {
            queries++;
        }
    }

    synchronized void violation(Frame frame) {
        violations.add(frame);
    }

    synchronized void sent(Reply reply) {
        if (!reply.isSilence()) {
            answered++;
            bytesOut += reply.bytes().length;
        }
        notifyAll();
    }

    synchronized List<Frame> requests() {
        return List.copyOf(requests);
    }

    synchronized List<Frame> violations() {
        return List.copyOf(violations);
    }

    synchronized PortCounters counters(long skipped) {
        return new PortCounters(queries, writes, answered, crowded, bytesIn, bytesOut, skipped);
    }

    synchronized void clear() {
        requests.clear();
        violations.clear();
    }

    /** Waits until so many requests have come since the beginning; false when the time is over before. */
    synchronized boolean await(long count, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (queries + writes < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
