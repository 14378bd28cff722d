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
package org.openhab.binding.selectronic.internal.handler;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Way;
import org.openhab.binding.selectronic.internal.schedule.IdleWatch;
import org.openhab.binding.selectronic.internal.schedule.PollSchedule;
import org.openhab.binding.selectronic.internal.source.Deferred;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a source round by round: the units where that is due, then each subscribed inverter, one after another. A round
 * begins only when the one before has ended, so that nothing ever queues behind itself and one request is under way at
 * most.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Poller {
    /** The list of units is asked for again after this time, so that a changed firmware is noticed. */
    private static final Duration UNITS_LAST = Duration.ofHours(1);
    /** Or after this time while there is an inverter whose unit is not on it, or none at all. */
    private static final Duration UNITS_LAST_WHILE_MISSING = Duration.ofSeconds(30);

    /** After so many failed rounds one request finds out whether it is worth while to ask for each inverter. */
    private static final int FAILURES_TO_PROBE = 3;
    /**
     * After so many inverters out of reach, and none that was read, the rest of a round would only wait for nothing.
     */
    private static final int FAILURES_TO_END_A_ROUND = 3;

    private final Logger logger = LoggerFactory.getLogger(Poller.class);
    private final InverterSource source;
    private final PollSchedule schedule;
    private final Timing timing;
    private final IdleWatch idle;
    private final Collection<? extends Subscriber> subscribers;
    private final Observer observer;

    private @Nullable Future<?> waiting;
    private Instant restUntil;
    private boolean underWay;
    private boolean hurried;
    private boolean stopped;

    // only touched within a round
    private @Nullable List<Unit> units;
    private Instant unitsAt;
    private volatile boolean unitsWanted = true;
    private volatile boolean mistakeTold;

    /** An inverter that wants to be read. */
    interface Subscriber {
        /** @param units the units that there are, where that was read anew */
        default void listed(List<Unit> units) {
        }

        /**
         * @param units the units that there are
         * @return the one that is meant, empty if it is not there, which the subscriber has then dealt with
         */
        Optional<Unit> unitAmong(List<Unit> units);

        /** @param identity what is known about its unit */
        void identified(Identity identity);

        /** @param sample what its unit tells */
        void sampled(Sample sample);

        /** @return whether anybody looks at its values */
        boolean isInUse();

        /** @param failure why its unit alone could not be read */
        void failed(SourceException failure);

        /** @param failure why none could be read; the bridge deals with it */
        void missed(SourceException failure);
    }

    /** The bridge. */
    interface Observer {
        /** @param units the units that there are */
        void unitsFound(List<Unit> units);

        /** The source answers. */
        void answered();

        /** @param failure why it does not */
        void failed(SourceException failure);
    }

    /**
     * @param source what is asked; the poller closes it when it is stopped
     * @param schedule when it is asked
     * @param timing what is waited with
     * @param idle when nobody has looked for so long that the line is let go of
     * @param subscribers who wants to be read; looked at anew in each round
     * @param observer who is told how it goes
     */
    Poller(InverterSource source, PollSchedule schedule, Timing timing, IdleWatch idle,
            Collection<? extends Subscriber> subscribers, Observer observer) {
        this.source = source;
        this.schedule = schedule;
        this.timing = timing;
        this.idle = idle;
        this.subscribers = subscribers;
        this.observer = observer;
        this.unitsAt = timing.clock().instant();
        this.restUntil = unitsAt;
    }

    /** Begins, with a round at once. */
    synchronized void start() {
        waitFor(Duration.ZERO);
    }

    /** Asks for a round as soon as may be; many such requests make one round. */
    synchronized void hurry() {
        hurried = true;
        if (!underWay) {
            schedule.hurry();
            waitFor(schedule.untilDue());
        }
    }

    /** Asks for a round that reads the list of units anew. */
    void refreshUnits() {
        unitsWanted = true;
        hurry();
    }

    /**
     * Lets others use the line for a time, beginning when the round under way has ended; then takes it back.
     *
     * @param time how long
     */
    synchronized void rest(Duration time) {
        restUntil = timing.clock().instant().plus(time);
        if (!underWay) {
            source.release();
            waitFor(time);
        }
    }

    /** @return whether others have the line at present */
    synchronized boolean isResting() {
        return stopped || !leftToRest().isZero();
    }

    /** @return whether the line was let go of because nobody looks */
    boolean isIdle() {
        return idle.wasIdle();
    }

    private Duration leftToRest() {
        Duration left = Duration.between(timing.clock().instant(), restUntil);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Ends for good. Returns at once; a request under way is broken off. */
    void stop() {
        synchronized (this) {
            stopped = true;
            Future<?> waiting = this.waiting;
            this.waiting = null;
            if (waiting != null) {
                waiting.cancel(false);
            }
        }
        source.close();
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void waitFor(Duration delay) {
        Future<?> waiting = this.waiting;
        if (waiting != null) {
            waiting.cancel(false);
        }
        this.waiting = stopped
                ? null
                : timing.executor().schedule(this::round, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        synchronized (this) {
            if (stopped || underWay) {
                return;
            }
            if (!leftToRest().isZero()) {
                waitFor(leftToRest());
                return;
            }
            if (idle.isIdle(() -> subscribers.stream().anyMatch(Subscriber::isInUse))) {
                source.release();
                schedule.succeeded();
                waitFor(schedule.untilDue());
                return;
            }
            underWay = true;
            hurried = false;
        }
        Round round = new Round(source, observer, timing.executor(), this::isStopped, this::explained);
        // begun within a stage, so that whatever a source may throw ends this round and not the polling
        CompletableFuture.completedFuture(round).thenCompose(this::knownUnits)
                .thenComposeAsync(known -> round.readAll(known, subscribers), timing.executor())
                .whenCompleteAsync((done, failure) -> end(round, failure), timing.executor());
    }

    private CompletableFuture<List<Unit>> knownUnits(Round round) {
        List<Unit> known = units;
        if (known != null && !unitsWanted && !schedule.isOpen() && !isOlderThan(UNITS_LAST)) {
            return CompletableFuture.completedFuture(known);
        }
        return source.units().handleAsync((found, failure) -> {
            if (failure == null) {
                round.listed();
                remember(found);
                return found;
            }
            // a list that cannot be read does not matter as long as the units themselves can
            if (known != null && Deferred.cause(failure) instanceof SourceException cause
                    && !Round.isOfContact(cause)) {
                return known;
            }
            throw new CompletionException(Deferred.cause(failure));
        }, timing.executor());
    }

    private boolean isOlderThan(Duration age) {
        return Duration.between(unitsAt, timing.clock().instant()).compareTo(age) >= 0;
    }

    private void remember(List<Unit> found) {
        units = found;
        unitsAt = timing.clock().instant();
        unitsWanted = false;
        if (!isStopped()) {
            observer.answered();
            observer.unitsFound(found);
        }
    }

    private void end(Round round, @Nullable Throwable failure) {
        if (!isStopped()) {
            unitsWanted |= round.isCut();
            if (failure != null) {
                allFailed(explained(failure));
            } else {
                judge(round);
            }
        }
        synchronized (this) {
            underWay = false;
            if (hurried) {
                schedule.hurry();
            }
            Duration wait = schedule.untilDue();
            if (!leftToRest().isZero()) {
                source.release();
                waitFor(leftToRest());
                return;
            }
            boolean nobody = round.isMissing() && round.isEmpty() && !hurried && failure == null;
            waitFor(nobody && wait.compareTo(UNITS_LAST_WHILE_MISSING) < 0 ? UNITS_LAST_WHILE_MISSING : wait);
        }
    }

    /** A mistake of ours must neither end the polling nor fill the log, but it must leave a trace to be followed. */
    private SourceException explained(Throwable failure) {
        Throwable cause = Deferred.cause(failure);
        if (cause instanceof SourceException known) {
            return known;
        }
        if (!mistakeTold) {
            mistakeTold = true;
            logger.warn("Polling failed in a way that was not foreseen, please report this", cause);
        }
        return new SourceException(Problem.OUR_MISTAKE, cause.getClass().getSimpleName());
    }

    private void judge(Round round) {
        Optional<SourceException> common = round.commonFailure();
        if (common.isPresent()) {
            allFailed(common.get());
            return;
        }
        round.tell();
        SourceException first = round.firstFailure();
        unitsWanted |= first != null || round.isMissing() && isOlderThan(UNITS_LAST_WHILE_MISSING);
        if (first == null || !round.isEmpty()) {
            schedule.succeeded();
        } else {
            schedule.failed(retryAfter(first));
        }
    }

    private void allFailed(SourceException failure) {
        schedule.failed(retryAfter(failure));
        observer.failed(failure);
        for (Subscriber subscriber : subscribers) {
            subscriber.missed(failure);
        }
    }

    private static @Nullable Duration retryAfter(SourceException failure) {
        return failure.retryAfter().orElse(null);
    }

    /**
     * @param timing what is measured with
     * @param way the way that is polled
     * @param interval the pace while all is well
     * @return the usual schedule of that way
     */
    static PollSchedule scheduleOf(Timing timing, Way way, Duration interval) {
        return new PollSchedule(timing.clock(), interval, way.slowestProbe(),
                Math.min(way.toleratedFailures(), FAILURES_TO_PROBE), timing.random(),
                () -> way.steadyTime(timing.wall().instant()));
    }
}
