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
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Time under a test's control: an executor whose tasks run, on the test's own thread and in order, when the test lets
 * time pass, and the clock that belongs to it. Other threads may hand in tasks.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class VirtualTime extends AbstractExecutorService implements ScheduledExecutorService {
    private final List<BooleanSupplier> busy = new CopyOnWriteArrayList<>();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /**
     * How soon it is looked again for something that needs real time, and how late if that takes long. A task that
     * comes in is seen at once.
     */
    private static final long FIRST_LOOK_NANOS = 200_000, LAST_LOOK_NANOS = 25_000_000;

    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>(
            Comparator.comparing((Task<?> task) -> task.at).thenComparing(task -> task.number));
    private volatile Instant now = Instant.parse("2026-01-15T02:00:00Z");
    private long count;
    private volatile @Nullable Thread waiter;

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final Instant at;
        private final long number = count++;

        Task(Callable<V> callable, Instant at) {
            super(callable);
            this.at = at;
        }

        @Override
        public long getDelay(@Nullable TimeUnit unit) {
            return Objects.requireNonNull(unit).convert(Duration.between(now, at));
        }

        @Override
        public int compareTo(@Nullable Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS),
                    Objects.requireNonNull(other).getDelay(TimeUnit.NANOSECONDS));
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
        for (Task<?> next = take(end); next != null; next = take(end)) {
            next.run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized @Nullable Task<?> take(Instant end) {
        if (tasks.isEmpty()) {
            return null;
        }
        Task<?> next = Objects.requireNonNull(tasks.peek());
        if (next.at.isAfter(end)) {
            return null;
        }
        tasks.remove(next);
        now = next.at.isAfter(now) ? next.at : now;
        return next;
    }

    /**
     * Runs what is due until something has come about that needs real time, as an answer over a socket does; the
     * virtual time stands still meanwhile.
     *
     * @param what what is waited for, for the message
     * @param condition whether it has come about
     */
    public void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long pause = FIRST_LOOK_NANOS;
        waiter = Thread.currentThread();
        settle();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come about: " + what);
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause + pause / 8, LAST_LOOK_NANOS);
            settle();
        }
        waiter = null;
    }

    /** @param asking whether something is under way in real time that the next task may depend on */
    public void busyWhile(BooleanSupplier asking) {
        busy.add(asking);
    }

    /** @return how long until the next task is due, zero if there is none, and while something is under way */
    public synchronized Duration untilNext() {
        if (busy.stream().anyMatch(BooleanSupplier::getAsBoolean)) {
            return Duration.ZERO;
        }
        return tasks.stream().filter(task -> !task.isCancelled()).map(task -> Duration.between(now, task.at))
                .min(Comparator.naturalOrder()).orElseGet(() -> Duration.ZERO);
    }

    /** @return the number of tasks that wait and are not cancelled */
    public synchronized long waiting() {
        return tasks.stream().filter(task -> !task.isCancelled()).count();
    }

    private synchronized <V> Task<V> add(Callable<V> callable, Duration delay) {
        Task<V> task = new Task<>(callable, now.plus(delay));
        tasks.add(task);
        LockSupport.unpark(waiter);
        return task;
    }

    @Override
    public void execute(@Nullable Runnable command) {
        schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(@Nullable Runnable command, long delay, @Nullable TimeUnit unit) {
        Runnable run = Objects.requireNonNull(command);
        return add(() -> {
            run.run();
            return true;
        }, Duration.of(delay, Objects.requireNonNull(unit).toChronoUnit()));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(@Nullable Callable<V> callable, long delay, @Nullable TimeUnit unit) {
        return add(Objects.requireNonNull(callable), Duration.of(delay, Objects.requireNonNull(unit).toChronoUnit()));
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
    @NonNullByDefault({})
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
