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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.source.UnitChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the units of one connection, each on its own schedule, one request at a time. Reads the list of units when no
 * unit is due: at the start, hourly, and every five minutes while a unit is missing or fails, or while none is
 * subscribed. While nothing answers, the units, or the list if there are none, are tried in turn with the back-off of
 * the connection.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Poller {
    /** Number of contact failures in a row after which the connection, not a unit, is considered failed. */
    private static final int FAILURES_OF_CONNECTION = 3;
    /** Factor of the interval above which polling is considered slow. */
    private static final double LATE = 1.2;
    private static final double MILLIS_PER_SECOND = 1000;

    private final Logger logger = LoggerFactory.getLogger(Poller.class);
    private final InverterSource source;
    private final Duration interval;
    private final Timing timing;
    private final Clock clock;
    private final IdleMonitor idle;
    private final Observer observer;
    private final Map<Subscriber, UnitReading> readings = new LinkedHashMap<>();
    private final PollSchedule connection;
    private final UnitList list;

    private @Nullable CompletableFuture<@Nullable Void> released;
    private Instant releasedUntil;
    private Instant heldUntil;
    private @Nullable Instant inFlightSince;
    private @Nullable Future<?> waiting;
    private @Nullable Instant nextAt;
    /** Whether the connection was released because no value is used, and no request was made since. */
    private boolean idleReleased;
    private boolean started;
    private boolean stopped;
    private boolean mistakeLogged;
    /** Shown pace in milliseconds, NaN for the interval itself. */
    private double shownPace = Double.NaN;

    /** An inverter that is polled. */
    public interface Subscriber {
        /** @return the choice of its unit */
        UnitChoice choice();

        /** @param unit its unit, whenever it is found in the list of units or known without it */
        void found(Unit unit);

        /**
         * @param identity the identity of its unit
         * @param sample the values of its unit
         */
        void sampled(Identity identity, Sample sample);

        /** @param failure why its unit was not found or not read */
        void failed(SourceException failure);

        /** @return whether its values are used */
        boolean isInUse();
    }

    /** The bridge. */
    public interface Observer {
        /** @param units the units of the connection */
        void unitsFound(List<Unit> units);

        /** Called when the device or the server answers. */
        void answered();

        /** @param failure why it does not answer */
        void failed(SourceException failure);

        /** Called when the connection was released because no value is used. */
        void idle();
    }

    /**
     * @param source the source to poll; it is disconnected when the poller stops
     * @param interval the time between two polls of a unit
     * @param timing the clocks and the executor
     * @param idle decides when the connection is released because no value is used
     * @param observer receives results of the connection
     */
    public Poller(InverterSource source, Duration interval, Timing timing, IdleMonitor idle, Observer observer) {
        this.source = source;
        this.interval = interval;
        this.timing = timing;
        this.clock = timing.clock();
        this.idle = idle;
        this.observer = observer;
        this.connection = newSchedule();
        Instant now = clock.instant();
        this.list = new UnitList(new Backoff(interval, UnitList.INTERVAL_WHILE_MISSING, timing.random()), now);
        this.releasedUntil = now;
        this.heldUntil = now;
    }

    private PollSchedule newSchedule() {
        ConnectionType connectionType = source.connectionType();
        return new PollSchedule(clock, interval, connectionType.slowestRetry(), connectionType.slowestProbe(),
                timing.random(), () -> connectionType.toleratedTime(timing.wall().instant()), source.readingInterval());
    }

    /** Starts polling. */
    public synchronized void start() {
        started = true;
        source.listenToUnits(found -> timing.executor().execute(() -> relist(found)));
        arrange();
    }

    /**
     * Stops polling for good and cancels a running request. Returns immediately.
     *
     * @return completes when the connection is free
     */
    public CompletableFuture<@Nullable Void> stop() {
        List<@Nullable CompletableFuture<@Nullable Void>> requests = new ArrayList<>();
        synchronized (this) {
            stopped = true;
            cancelWaiting();
            readings.values().forEach(reading -> requests.add(reading.request.take()));
            requests.add(list.request.take());
            requests.add(released);
            released = null;
        }
        requests.forEach(request -> fail(request, linkCut()));
        return source.disconnect();
    }

    /** @param subscriber the inverter to poll from now on, the first time at once */
    public synchronized void subscribe(Subscriber subscriber) {
        if (readings.containsKey(subscriber)) {
            return;
        }
        UnitReading reading = new UnitReading(subscriber, newSchedule());
        readings.put(subscriber, reading);
        Optional<Unit> known = source.unitWithoutList(subscriber.choice());
        known.ifPresent(unit -> reading.unit = unit);
        List<Unit> units = list.units;
        // reported outside of the lock, like everything else
        if (units != null) {
            timing.executor().execute(() -> match(reading, units));
        } else {
            known.ifPresent(unit -> timing.executor().execute(() -> subscriber.found(unit)));
        }
        arrange();
    }

    /** @param subscriber the inverter to poll no longer */
    public void unsubscribe(Subscriber subscriber) {
        UnitReading reading;
        boolean last;
        synchronized (this) {
            reading = readings.remove(subscriber);
            Unit unit = reading == null ? null : reading.unit;
            last = unit != null
                    && readings.values().stream().map(other -> other.unit).noneMatch(other -> unit.equals(other));
            if (readings.isEmpty()) {
                list.want();
            }
        }
        if (reading != null) {
            fail(reading.request.take(), linkCut());
            Unit unit = reading.unit;
            if (last && unit != null && !isStopped()) {
                source.release(unit);
            }
        }
    }

    /**
     * Polls all subscribers as soon as the running request has ended, also while failures have slowed polling down.
     * Fails at once while the other side accepts no request. Repeated requests are combined.
     *
     * @return completes after all requests, with the first failure if none has answered
     */
    public CompletableFuture<@Nullable Void> request() {
        List<CompletableFuture<@Nullable Void>> asked = new ArrayList<>();
        synchronized (this) {
            SourceException hindrance = hindrance();
            if (hindrance != null) {
                return CompletableFuture.failedFuture(hindrance);
            }
            for (UnitReading reading : readings.values()) {
                if (reading.unit != null) {
                    asked.add(reading.request.open());
                }
            }
            if (asked.size() < readings.size() || asked.isEmpty()) {
                asked.add(list.request.open());
            }
            arrange();
        }
        return anyOf(asked);
    }

    /**
     * Polls one subscriber as soon as the running request has ended.
     *
     * @param subscriber a subscriber
     * @return completes after the request, with the failure if there was one
     */
    public synchronized CompletableFuture<@Nullable Void> request(Subscriber subscriber) {
        UnitReading reading = readings.get(subscriber);
        if (reading == null) {
            return CompletableFuture.failedFuture(linkCut());
        }
        SourceException hindrance = hindrance();
        if (hindrance != null) {
            return CompletableFuture.failedFuture(hindrance);
        }
        CompletableFuture<@Nullable Void> asked = reading.unit == null ? list.request.open() : reading.request.open();
        arrange();
        return asked.copy();
    }

    /**
     * Reads the list of units as soon as the running request has ended.
     *
     * @return completes after the list was read, with the failure if there was one
     */
    public synchronized CompletableFuture<@Nullable Void> requestUnits() {
        SourceException hindrance = hindrance();
        if (hindrance != null) {
            return CompletableFuture.failedFuture(hindrance);
        }
        CompletableFuture<@Nullable Void> asked = list.request.open();
        arrange();
        return asked.copy();
    }

    /** Returns why no request is possible now, not even one of the owner; null if it is. */
    private @Nullable SourceException hindrance() {
        if (stopped) {
            return linkCut();
        }
        Duration silence = Duration.between(clock.instant(), heldUntil);
        return silence.isNegative() || silence.isZero() ? null : SourceException.rateLimited(silence);
    }

    private SourceException linkCut() {
        return new SourceException(Problem.LINK_CUT, source.connectionType().name());
    }

    /** Combines requests: succeeds if at least one does, since a device that answers for one unit is reachable. */
    private static CompletableFuture<@Nullable Void> anyOf(List<CompletableFuture<@Nullable Void>> asked) {
        CompletableFuture<@Nullable Void> all = CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new));
        return all.handle((done, failure) -> {
            if (failure != null && asked.stream().allMatch(CompletableFuture::isCompletedExceptionally)) {
                throw new java.util.concurrent.CompletionException(Futures.cause(failure));
            }
            return done;
        });
    }

    /**
     * Releases the connection for other programs for a time, as soon as the running request has ended.
     *
     * @param time the duration
     * @return completes when the connection is free
     */
    public CompletableFuture<@Nullable Void> release(Duration time) {
        CompletableFuture<@Nullable Void> free;
        synchronized (this) {
            if (stopped) {
                return CompletableFuture.failedFuture(linkCut());
            }
            releasedUntil = clock.instant().plus(time);
            CompletableFuture<@Nullable Void> known = released;
            free = known == null ? new CompletableFuture<>() : known;
            released = free;
            arrange();
        }
        return free.copy();
    }

    /** @return whether the connection is currently released for other programs, or polling was stopped */
    public synchronized boolean isReleased() {
        return stopped || clock.instant().isBefore(releasedUntil);
    }

    /** @return whether the connection was released because no value is used */
    public boolean isIdle() {
        return idle.wasIdle();
    }

    /** Takes the connection back if it was released because no value was used. Called when values are used again. */
    public synchronized void wake() {
        if (isIdle()) {
            arrange();
        }
    }

    /** @return how long the current request has been running, empty if there is none */
    public synchronized Optional<Duration> inFlight() {
        Instant since = inFlightSince;
        return since == null ? Optional.empty() : Optional.of(Duration.between(since, clock.instant()));
    }

    /** @return the time until the next request; empty while a request is running, or if none is planned */
    public synchronized Optional<Duration> untilNext() {
        Instant next = nextAt;
        if (next == null || inFlightSince != null || stopped) {
            return Optional.empty();
        }
        Duration wait = Duration.between(clock.instant(), next);
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    }

    /**
     * @return the time between two samples of a unit if it is clearly longer than the interval; since it is shown, it
     *         changes only when the pace has clearly changed
     */
    public synchronized Optional<Duration> slowPace() {
        double slowest = readings.values().stream().mapToDouble(reading -> reading.meanDistance).max()
                .orElse(Double.NaN);
        double shown = shownPace;
        if (!(slowest > interval.toMillis() * LATE)) {
            shownPace = Double.NaN;
        } else if (!(slowest < shown * LATE && slowest * LATE > shown)) {
            shownPace = slowest;
        }
        return Double.isNaN(shownPace) ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.round(Math.ceil(shownPace / MILLIS_PER_SECOND))));
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private void cancelWaiting() {
        Future<?> waiting = this.waiting;
        this.waiting = null;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    private void waitUntil(Instant time) {
        Duration delay = Duration.between(clock.instant(), time);
        nextAt = time;
        waiting = timing.executor().schedule(this::proceed, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
    }

    /** Schedules the next request, unless one is running. */
    private synchronized void arrange() {
        if (!started || stopped || inFlightSince != null) {
            return;
        }
        cancelWaiting();
        waitUntil(clock.instant());
    }

    private void proceed() {
        Runnable next;
        synchronized (this) {
            if (stopped || inFlightSince != null) {
                return;
            }
            waiting = null;
            Instant now = clock.instant();
            CompletableFuture<@Nullable Void> release = released;
            if (release != null) {
                released = null;
                readings.values().forEach(UnitReading::forgetPace);
                next = () -> release(release);
            } else if (now.isBefore(releasedUntil)) {
                waitUntil(releasedUntil);
                return;
            } else if (now.isBefore(heldUntil)) {
                waitUntil(heldUntil);
                return;
            } else {
                if (!isRequested()
                        && idle.isIdle(() -> readings.values().stream().anyMatch(each -> each.subscriber.isInUse()))) {
                    waitUntil(now.plus(interval));
                    readings.values().forEach(UnitReading::forgetPace);
                    if (idleReleased) {
                        return;
                    }
                    idleReleased = true;
                    next = () -> {
                        source.release();
                        observer.idle();
                    };
                } else {
                    Optional<Runnable> due = nextDue(now);
                    if (due.isEmpty()) {
                        return;
                    }
                    inFlightSince = now;
                    idleReleased = false;
                    next = due.get();
                }
            }
        }
        next.run();
    }

    private boolean isRequested() {
        return list.request.isOpen() || readings.values().stream().anyMatch(reading -> reading.request.isOpen());
    }

    private void release(CompletableFuture<@Nullable Void> release) {
        source.release().whenComplete((free, failure) -> {
            if (failure == null) {
                release.complete(null);
            } else {
                fail(release, explained(failure));
            }
        });
        arrange();
    }

    /** Returns the request that is due now; otherwise waits for the next one. */
    private Optional<Runnable> nextDue(Instant now) {
        for (UnitReading reading : readings.values()) {
            Unit unit = reading.unit;
            if (reading.request.isOpen() && unit != null) {
                return Optional.of(() -> read(reading, unit));
            }
        }
        if (list.request.isOpen()) {
            return Optional.of(this::readList);
        }
        UnitReading first = null;
        Instant due = list.due;
        boolean failing = connection.failures() >= FAILURES_OF_CONNECTION;
        for (UnitReading reading : readings.values()) {
            if (reading.unit != null && (first == null || isBefore(reading, first, failing, now))) {
                first = reading;
            }
        }
        UnitReading chosen = first;
        Unit unit = chosen == null ? null : chosen.unit;
        if (chosen == null || unit == null) {
            due = failing && connection.due().isAfter(list.due) ? connection.due() : list.due;
        } else {
            due = failing ? connection.due() : chosen.schedule.due();
            boolean listFirst = failing ? list.isAllowed(now) && !due.isAfter(now)
                    : list.due.isBefore(due) && due.isAfter(now) || list.isOverdue(now);
            if (failing && listFirst) {
                return Optional.of(this::readList);
            }
            if (!listFirst && !due.isAfter(now)) {
                return Optional.of(() -> read(chosen, unit));
            }
            due = listFirst ? list.due : due;
            if (!listFirst) {
                waitUntil(due);
                return Optional.empty();
            }
        }
        if (due.isAfter(now)) {
            waitUntil(due);
            return Optional.empty();
        }
        return Optional.of(this::readList);
    }

    /** Orders units that are due: the longest wait comes first; while nothing answers, each in turn. */
    private static boolean isBefore(UnitReading one, UnitReading other, boolean failing, Instant now) {
        boolean bothDue = !one.schedule.due().isAfter(now) && !other.schedule.due().isAfter(now);
        return failing || bothDue ? one.lastTried.isBefore(other.lastTried)
                : one.schedule.due().isBefore(other.schedule.due());
    }

    private void read(UnitReading reading, Unit unit) {
        boolean probe;
        CompletableFuture<@Nullable Void> request;
        synchronized (this) {
            Instant now = clock.instant();
            reading.lastTried = now;
            if (reading.schedule.due().plus(interval).isBefore(now)) {
                // polls missed in the meantime are not repeated
                reading.schedule.request();
            }
            probe = connection.failures() >= FAILURES_OF_CONNECTION;
            request = reading.request.take();
        }
        // started within a stage, so that an exception of the source ends this request and not the polling
        CompletableFuture.completedFuture(unit).thenCompose(source::read)
                .thenAcceptAsync(sample -> take(reading, unit, sample), timing.executor())
                .handleAsync((taken, failure) -> reported(failure, known -> readFailed(reading, probe, known)),
                        timing.executor())
                .whenComplete((failure, mistake) -> end(request, mistake == null ? failure : explained(mistake)));
    }

    /** Reports a failure, if there was one. An exception of the listener must not keep the request from completing. */
    private @Nullable SourceException reported(@Nullable Throwable failure, Consumer<SourceException> listener) {
        if (failure == null) {
            return null;
        }
        SourceException known = explained(failure);
        listener.accept(known);
        return known;
    }

    private void take(UnitReading reading, Unit unit, Sample sample) {
        synchronized (this) {
            if (stopped) {
                return;
            }
            connection.succeeded();
            if (reading.isOf(unit)) {
                reading.schedule.succeeded(sample);
                reading.answeredAt = clock.instant();
                reading.measurePace(clock.instant(), interval);
            }
        }
        observer.answered();
        if (isSubscribed(reading, unit)) {
            reading.subscriber.sampled(source.identity(unit), sample);
        }
    }

    /** Returns whether the subscriber is still there and still has the unit that was read. */
    private synchronized boolean isSubscribed(UnitReading reading, Unit unit) {
        return isSubscribed(reading) && reading.isOf(unit);
    }

    private synchronized boolean isSubscribed(UnitReading reading) {
        return !stopped && reading.equals(readings.get(reading.subscriber));
    }

    private void readFailed(UnitReading reading, boolean probe, SourceException failure) {
        boolean answered = !isOfContact(failure);
        boolean unitAlone = !answered && isOfUnitAlone(reading);
        synchronized (this) {
            if (stopped) {
                return;
            }
            // while nothing answers, only the back-off of the connection grows
            if (!probe || answered || unitAlone) {
                reading.schedule.failed();
            }
            reading.forgetPace();
            keepSilence(failure);
            if (answered) {
                connection.succeeded();
            } else if (!unitAlone) {
                contactFailed(failure);
            }
            list.want();
        }
        logger.debug("A unit was not read", failure);
        if (answered) {
            observer.answered();
        } else if (!unitAlone) {
            observer.failed(failure);
        }
        if (isSubscribed(reading)) {
            reading.subscriber.failed(failure);
        }
    }

    /**
     * Returns whether the list was answered after the last answer of the unit: then the connection works and only the
     * unit fails.
     */
    private synchronized boolean isOfUnitAlone(UnitReading reading) {
        return list.isAnsweredAfter(reading.answeredAt);
    }

    /** Delays the next attempt after a contact failure: by the back-off, or by the wait time given with the failure. */
    private void contactFailed(SourceException failure) {
        connection.failed();
        if (failure.kind() != FailureKind.RATE_LIMITED) {
            failure.retryAfter().ifPresent(connection::waitFor);
        }
    }

    private void keepSilence(SourceException failure) {
        if (failure.kind() == FailureKind.RATE_LIMITED) {
            Duration longest = source.connectionType().longestHold();
            Duration asked = failure.retryAfter().orElseGet(() -> interval);
            heldUntil = clock.instant().plus(asked.compareTo(longest) > 0 ? longest : asked);
        }
    }

    private void readList() {
        CompletableFuture<@Nullable Void> request;
        synchronized (this) {
            request = list.request.take();
        }
        CompletableFuture.completedFuture(source).thenCompose(InverterSource::units)
                .thenAcceptAsync(this::listed, timing.executor())
                .handleAsync((done, failure) -> reported(failure, this::listFailed), timing.executor())
                .whenComplete((failure, mistake) -> end(request, mistake == null ? failure : explained(mistake)));
    }

    private void listed(List<Unit> found) {
        List<UnitReading> all;
        synchronized (this) {
            if (stopped) {
                return;
            }
            connection.succeeded();
            list.succeeded(found, readings.isEmpty(), clock.instant());
            all = List.copyOf(readings.values());
        }
        observer.answered();
        all.forEach(reading -> match(reading, found));
        observer.unitsFound(found);
    }

    /** Replaces the list of units when more is known about them. */
    private void relist(List<Unit> found) {
        List<UnitReading> all;
        synchronized (this) {
            if (stopped || list.units == null) {
                return;
            }
            list.units = found;
            all = List.copyOf(readings.values());
        }
        all.forEach(reading -> match(reading, found));
        observer.unitsFound(found);
    }

    private void match(UnitReading reading, List<Unit> found) {
        if (!isSubscribed(reading)) {
            return;
        }
        try {
            Unit unit = reading.subscriber.choice().among(found);
            Unit before;
            synchronized (this) {
                before = reading.unit;
                reading.unit = unit;
                if (before == null || !before.id().equals(unit.id())) {
                    reading.schedule.request();
                }
            }
            reading.subscriber.found(unit);
            if (before != null && !before.id().equals(unit.id())) {
                source.release(before);
            }
        } catch (SourceException e) {
            CompletableFuture<@Nullable Void> request;
            synchronized (this) {
                reading.unit = null;
                request = reading.request.take();
                list.want();
            }
            reading.subscriber.failed(e);
            fail(request, e);
        }
        arrange();
    }

    private void listFailed(SourceException failure) {
        boolean contact = isOfContact(failure);
        synchronized (this) {
            if (stopped) {
                return;
            }
            boolean alone = readings.isEmpty()
                    || list.units == null && readings.values().stream().allMatch(reading -> reading.lastGood == null);
            list.failed(alone, clock.instant());
            keepSilence(failure);
            if (contact || alone) {
                contactFailed(failure);
            } else {
                connection.succeeded();
            }
        }
        logger.debug("The list of units was not read", failure);
        observer.failed(failure);
    }

    private void end(@Nullable CompletableFuture<@Nullable Void> request, @Nullable SourceException failure) {
        synchronized (this) {
            inFlightSince = null;
            arrange();
        }
        if (request != null && failure == null) {
            request.complete(null);
        } else if (failure != null) {
            fail(request, failure);
        }
    }

    private static void fail(@Nullable CompletableFuture<@Nullable Void> request, SourceException failure) {
        if (request != null) {
            request.completeExceptionally(failure);
        }
    }

    /**
     * @param failure a failure
     * @return whether it concerns the connection and not a single unit
     */
    private static boolean isOfContact(SourceException failure) {
        return switch (failure.problem()) {
            case ACCOUNT_REFUSED, CERTIFICATE_CHANGED, NO_SERIAL_TRANSPORT, PORT_IN_USE, PORT_SPEED -> true;
            // the server that reports this is reachable
            case TUNNEL_OFFLINE -> false;
            default -> failure.kind() == FailureKind.UNREACHABLE || failure.kind() == FailureKind.RATE_LIMITED;
        };
    }

    /**
     * Converts an exception to a failure. A bug of the binding must neither stop polling nor flood the log, but it is
     * logged once.
     */
    private synchronized SourceException explained(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof SourceException known) {
            return known;
        }
        if (!mistakeLogged) {
            mistakeLogged = true;
            logger.warn("Polling failed in a way that was not foreseen, please report this", cause);
        }
        return new SourceException(Problem.OUR_MISTAKE, cause, cause.getClass().getSimpleName());
    }
}
