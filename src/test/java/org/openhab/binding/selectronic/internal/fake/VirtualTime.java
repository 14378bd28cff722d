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
package org.openhab.binding.selectronic.internal.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Time under a test's control: an executor whose tasks run, on the test's own thread and in order, when the test lets
 * time pass, and the clock that belongs to it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class VirtualTime extends AbstractExecutorService implements ScheduledExecutorService {
    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>(
            Comparator.comparing((Task<?> task) -> task.at).thenComparing(task -> task.number));
    private Instant now = Instant.parse("2026-01-15T02:00:00Z");
    private long count;

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final Instant at;
        private final long number = count++;

        Task(Callable<V> callable, Instant at) {
            super(callable);
            this.at = at;
        }

        @Override
        public long getDelay(@Nullable TimeUnit unit) {
            return java.util.Objects.requireNonNull(unit).convert(Duration.between(now, at));
        }

        @Override
        public int compareTo(@Nullable Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS),
                    java.util.Objects.requireNonNull(other).getDelay(TimeUnit.NANOSECONDS));
        }
    }

    /** @return the clock of this time */
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(@Nullable ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /** Runs what is due now. */
    public void settle() {
        pass(Duration.ZERO);
    }

    /**
     * Lets time pass and runs what comes due.
     *
     * @param duration how much
     */
    public void pass(Duration duration) {
        Instant end = now.plus(duration);
        for (Task<?> next = tasks.peek(); next != null && !next.at.isAfter(end); next = tasks.peek()) {
            tasks.remove(next);
            now = next.at.isAfter(now) ? next.at : now;
            next.run();
        }
        now = end;
    }

    /** @return the number of tasks that wait and are not cancelled */
    public long waiting() {
        return tasks.stream().filter(task -> !task.isCancelled()).count();
    }

    private <V> Task<V> add(Callable<V> callable, Duration delay) {
        Task<V> task = new Task<>(callable, now.plus(delay));
        tasks.add(task);
        return task;
    }

    @Override
    public void execute(@Nullable Runnable command) {
        schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(@Nullable Runnable command, long delay, @Nullable TimeUnit unit) {
        Runnable run = java.util.Objects.requireNonNull(command);
        return add(() -> {
            run.run();
            return true;
        }, Duration.of(delay, java.util.Objects.requireNonNull(unit).toChronoUnit()));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(@Nullable Callable<V> callable, long delay, @Nullable TimeUnit unit) {
        return add(java.util.Objects.requireNonNull(callable),
                Duration.of(delay, java.util.Objects.requireNonNull(unit).toChronoUnit()));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(@Nullable Runnable command, long initialDelay, long period,
            @Nullable TimeUnit unit) {
        throw new AssertionError("fixed rates burst after a suspend");
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(@Nullable Runnable command, long initialDelay, long delay,
            @Nullable TimeUnit unit) {
        throw new AssertionError("nothing here repeats without deciding so each time");
    }

    @Override
    public void shutdown() {
        tasks.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> left = new ArrayList<>(tasks);
        tasks.clear();
        return left;
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, @Nullable TimeUnit unit) {
        return true;
    }
}
