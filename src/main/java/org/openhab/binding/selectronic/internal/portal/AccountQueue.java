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
package org.openhab.binding.selectronic.internal.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.polling.Pacer;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Queues the requests of an account to the portal, one at a time. Live values go first. Pages and charts are requested
 * in the background, when no live value is due before they would complete, or when live values have delayed them for
 * long. A live value waits only briefly for the answer to a background request.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class AccountQueue {
    /** Shortest time from one request to the next. */
    static final Duration GAP = Duration.ofSeconds(1);
    /** Longest time between two live values that directly follow each other. */
    private static final Duration A_MOMENT = Duration.ofMillis(100);
    /** Longest time that live values delay a background request. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    /** Longest time that a due live value waits for the answer to a background request. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String server;
    private final Pacer pacer;
    private final Clock clock;
    private final ScheduledExecutorService executor;
    private final Queue<Work<?>> live = new ArrayDeque<>();
    private final Queue<Work<?>> aside = new ArrayDeque<>();
    private Instant nextLive;
    private Instant lastAside;
    private boolean busy;
    private boolean asideUnderWay;
    private boolean asideIsSlow;
    private boolean closed;

    private record Work<T> (Provider<CompletableFuture<T>> work, CompletableFuture<T> outcome) {
        CompletableFuture<?> begin() {
            return CompletableFuture.completedFuture(work).thenCompose(Provider::get).whenComplete((done, failure) -> {
                if (failure == null) {
                    outcome.complete(done);
                } else {
                    outcome.completeExceptionally(failure);
                }
            });
        }
    }

    AccountQueue(String server, Pacer pacer, Clock clock, ScheduledExecutorService executor) {
        this.server = server;
        this.pacer = pacer;
        this.clock = clock;
        this.executor = executor;
        this.nextLive = clock.instant();
        this.lastAside = nextLive;
    }

    /**
     * @param delay the minimum delay
     * @param work the work to do then
     * @return its outcome
     */
    <T> CompletableFuture<T> live(Duration delay, Provider<CompletableFuture<T>> work) {
        Work<T> next = new Work<>(work, new CompletableFuture<>());
        synchronized (this) {
            nextLive = clock.instant().plus(delay);
        }
        if (delay.isZero()) {
            add(live, next);
        } else {
            executor.schedule(() -> add(live, next), delay.toNanos(), TimeUnit.NANOSECONDS);
        }
        return next.outcome;
    }

    /**
     * @param work the work to do in the background
     * @return its outcome
     */
    <T> CompletableFuture<T> aside(Provider<CompletableFuture<T>> work) {
        Work<T> next = new Work<>(work, new CompletableFuture<>());
        add(aside, next);
        return next.outcome;
    }

    private void add(Queue<Work<?>> queue, Work<?> work) {
        boolean open;
        synchronized (this) {
            open = !closed;
            queue.add(work);
        }
        if (!open) {
            close();
        } else if (queue == live) {
            advance(false);
        } else {
            advanceSoon();
        }
    }

    private void advanceSoon() {
        executor.schedule(() -> advance(true), A_MOMENT.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void advance(boolean withAside) {
        Work<?> next;
        boolean isAside;
        synchronized (this) {
            if (busy || closed || asideUnderWay && !asideIsSlow) {
                return;
            }
            isAside = live.isEmpty() && withAside && !asideUnderWay;
            next = isAside ? nextAside() : live.poll();
            if (next == null) {
                return;
            }
            busy = !isAside;
            asideUnderWay |= isAside;
        }
        if (isAside) {
            Work<?> waitedFor = next;
            executor.schedule(() -> slow(waitedFor), PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        }
        next.begin().whenComplete((done, failure) -> ended(isAside));
    }

    /** How long the pace keeps it waiting counts too, which is a second at most. */
    private void slow(Work<?> work) {
        synchronized (this) {
            if (work.outcome.isDone()) {
                return;
            }
            asideIsSlow = true;
        }
        advance(false);
    }

    private void ended(boolean wasAside) {
        synchronized (this) {
            if (wasAside) {
                asideUnderWay = false;
                asideIsSlow = false;
            } else {
                busy = false;
            }
        }
        advance(false);
        advanceSoon();
    }

    private @Nullable Work<?> nextAside() {
        Instant now = clock.instant();
        Instant done = now.plus(pacer.untilFree()).plus(GAP);
        boolean liveFirst = !nextLive.isBefore(now) && nextLive.isBefore(done);
        if (aside.isEmpty() || liveFirst && Duration.between(lastAside, now).compareTo(LONGEST_WAIT) < 0) {
            return null;
        }
        lastAside = now;
        return aside.poll();
    }

    /** Closes the queue; waiting requests fail. */
    void close() {
        List<Work<?>> left = new ArrayList<>();
        synchronized (this) {
            closed = true;
            left.addAll(live);
            left.addAll(aside);
            live.clear();
            aside.clear();
        }
        left.forEach(work -> work.outcome.completeExceptionally(new SourceException(Problem.CONNECTION_CUT, server)));
    }
}
