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
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.polling.Pacer;

/**
 * Queues the requests of an account, one at a time. Live values go first. Background requests (pages and charts) are
 * sent when no live value is due before they would complete, or when live values have delayed them for long. A live
 * value waits only briefly for the answer to a background request.
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

    private final Pacer pacer;
    private final Clock clock;
    private final ScheduledExecutorService executor;
    /** Each completes when it is the turn of its request. */
    private final Queue<CompletableFuture<@Nullable Void>> live = new ArrayDeque<>();
    private final Queue<CompletableFuture<@Nullable Void>> background = new ArrayDeque<>();
    private Instant nextLive;
    private Instant lastBackground;
    /** The request whose answer all others wait for. */
    private @Nullable CompletableFuture<@Nullable Void> awaited;
    private @Nullable CompletableFuture<@Nullable Void> runningBackground;

    AccountQueue(Pacer pacer, Clock clock, ScheduledExecutorService executor) {
        this.pacer = pacer;
        this.clock = clock;
        this.executor = executor;
        this.nextLive = clock.instant();
        this.lastBackground = nextLive;
    }

    /**
     * @param delay the minimum delay
     * @param request sends the request
     * @return its outcome
     */
    <T> CompletableFuture<T> live(Duration delay, Provider<CompletableFuture<T>> request) {
        synchronized (this) {
            nextLive = clock.instant().plus(delay);
        }
        return add(live, delay, request);
    }

    /**
     * @param request sends the request
     * @return its outcome
     */
    <T> CompletableFuture<T> background(Provider<CompletableFuture<T>> request) {
        return add(background, Duration.ZERO, request);
    }

    private <T> CompletableFuture<T> add(Queue<CompletableFuture<@Nullable Void>> queue, Duration delay,
            Provider<CompletableFuture<T>> request) {
        CompletableFuture<@Nullable Void> turn = new CompletableFuture<>();
        CompletableFuture<T> outcome = turn.thenCompose(now -> request.get());
        outcome.whenComplete((done, failure) -> ended(turn));
        executor.schedule(() -> add(queue, turn), delay.toNanos(), TimeUnit.NANOSECONDS);
        return outcome;
    }

    private void add(Queue<CompletableFuture<@Nullable Void>> queue, CompletableFuture<@Nullable Void> turn) {
        synchronized (this) {
            queue.add(turn);
        }
        advance(false);
        advanceSoon();
    }

    private void advanceSoon() {
        executor.schedule(() -> advance(true), A_MOMENT.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void advance(boolean withBackground) {
        CompletableFuture<@Nullable Void> turn;
        synchronized (this) {
            if (awaited != null) {
                return;
            }
            turn = live.poll();
            if (turn == null && withBackground && runningBackground == null) {
                turn = nextBackground();
                runningBackground = turn;
            }
            awaited = turn;
        }
        if (turn != null) {
            CompletableFuture<@Nullable Void> begun = turn;
            if (begun.equals(runningBackground)) {
                // the pace may delay it, too, by a second at most
                executor.schedule(() -> stopWaiting(begun), PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            }
            begun.complete(null);
        }
    }

    private @Nullable CompletableFuture<@Nullable Void> nextBackground() {
        Instant now = clock.instant();
        Instant done = now.plus(pacer.untilFree()).plus(GAP);
        boolean liveFirst = !nextLive.isBefore(now) && nextLive.isBefore(done);
        if (background.isEmpty() || liveFirst && Duration.between(lastBackground, now).compareTo(LONGEST_WAIT) < 0) {
            return null;
        }
        lastBackground = now;
        return background.poll();
    }

    private void stopWaiting(CompletableFuture<@Nullable Void> turn) {
        synchronized (this) {
            awaited = turn.equals(awaited) ? null : awaited;
        }
        advance(false);
    }

    private void ended(CompletableFuture<@Nullable Void> turn) {
        synchronized (this) {
            runningBackground = turn.equals(runningBackground) ? null : runningBackground;
        }
        stopWaiting(turn);
        advanceSoon();
    }
}
