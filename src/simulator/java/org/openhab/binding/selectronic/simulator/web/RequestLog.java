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
package org.openhab.binding.selectronic.simulator.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What was asked of a front end, for tests to read: requests, connections, and how many requests were in flight at the
 * same time. A request that is never answered is in flight until its connection ends.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class RequestLog {
    private final List<Request> requests = new ArrayList<>();
    private final Map<String, Integer> inFlightByClient = new HashMap<>();
    private final Map<String, Integer> maxInFlightByClient = new HashMap<>();
    private int inFlight;
    private int maxInFlight;

    /** All requests in the order of their arrival. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    public synchronized int count() {
        return requests.size();
    }

    /** Number of requests whose path ends so. */
    public synchronized int count(String pathEnd) {
        return (int) requests.stream().filter(request -> request.path().endsWith(pathEnd)).count();
    }

    /** Number of connections that carried a request. */
    public synchronized int connections() {
        return (int) requests.stream().mapToInt(Request::clientPort).distinct().count();
    }

    /** Requests without an answer at this moment. */
    public synchronized int inFlight() {
        return inFlight;
    }

    public synchronized int maxInFlight() {
        return maxInFlight;
    }

    /** The most requests of one client at the same time. */
    public synchronized int maxInFlight(String client) {
        return maxInFlightByClient.getOrDefault(client, 0);
    }

    /** Forgets what was; what is in flight stays so. */
    public synchronized void clear() {
        requests.clear();
        maxInFlight = inFlight;
        maxInFlightByClient.clear();
        maxInFlightByClient.putAll(inFlightByClient);
    }

    /** Waits until so many requests have arrived; false when the time is over before. */
    public synchronized boolean await(int count, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (requests.size() < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Waits until no request is without an answer; false when the time is over before. */
    public synchronized boolean awaitIdle(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (inFlight > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized void begin(Request request, String client) {
        requests.add(request);
        inFlight++;
        maxInFlight = Math.max(maxInFlight, inFlight);
        int now = inFlightByClient.getOrDefault(client, 0) + 1;
        inFlightByClient.put(client, now);
        maxInFlightByClient.merge(client, now, Math::max);
        notifyAll();
    }

    synchronized void end(String client) {
        inFlight--;
        inFlightByClient.merge(client, -1, Integer::sum);
        notifyAll();
    }
}
