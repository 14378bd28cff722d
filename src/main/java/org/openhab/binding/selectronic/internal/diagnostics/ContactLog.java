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
package org.openhab.binding.selectronic.internal.diagnostics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Statistics of answers, failures and events of a bridge or an inverter since its handler was created.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class ContactLog {
    private static final int MOST_EVENTS = 100;
    private static final Duration LOG_DELAY = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<FailureKind, Integer> failures = new EnumMap<>(FailureKind.class);
    private final Deque<UnitEvent> events = new ArrayDeque<>();
    private final LongSummaryStatistics responses = new LongSummaryStatistics();
    private int answers;
    private int failuresInARow;
    private @Nullable Instant answeredAt;
    private @Nullable Instant failedAt;
    private @Nullable SourceException failure;
    private @Nullable Sample sample;
    private CompletableFuture<@Nullable Void> next = new CompletableFuture<>();

    /**
     * The current statistics.
     *
     * @param answers the number of answers; those of an inverter are its samples
     * @param failures the number of failures by kind, without kinds that did not occur
     * @param failuresInARow the number of failures since the last answer
     * @param sinceAnswer the time since the last answer, empty if there was none
     * @param sinceFailure the time since the last failure, empty if there was none
     * @param failure the last failure, empty if there was none
     * @param sample the last sample, empty if there was none
     * @param responses the response times of samples, empty if there was no sample
     */
    public record Figures(int answers, Map<FailureKind, Integer> failures, int failuresInARow,
            Optional<Duration> sinceAnswer, Optional<Duration> sinceFailure, Optional<SourceException> failure,
            Optional<Sample> sample, Optional<Responses> responses) {
        /** @return the number of failures of all kinds */
        public int allFailures() {
            return failures.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Response times of samples.
     *
     * @param quickest the shortest time
     * @param mean the mean
     * @param slowest the longest time
     */
    public record Responses(Duration quickest, Duration mean, Duration slowest) {
    }

    /** @param clock a clock that is not affected by changes of the system time */
    public ContactLog(Clock clock) {
        this.clock = clock;
    }

    /** Counts an answer. */
    public void answered() {
        ended(this::count);
    }

    /** @param reported a new sample */
    public void sampled(Sample reported) {
        ended(() -> {
            responses.accept(reported.responseTime().toNanos());
            sample = reported;
            count();
        });
    }

    private void count() {
        answers++;
        failuresInARow = 0;
        answeredAt = clock.instant();
    }

    /** @param met the failure */
    public void failed(SourceException met) {
        ended(() -> {
            failures.merge(met.kind(), 1, Integer::sum);
            failuresInARow++;
            failure = met;
            failedAt = clock.instant();
        });
    }

    /** Counts the end of a request, then completes {@link #next()} without holding the lock. */
    private void ended(Runnable counted) {
        CompletableFuture<@Nullable Void> waited;
        synchronized (this) {
            counted.run();
            waited = next;
            next = new CompletableFuture<>();
        }
        waited.complete(null);
    }

    /**
     * @param event an event; a repeated event is stored once, and the log record of a polled event replaces it
     */
    public synchronized void happened(UnitEvent event) {
        if (!event.snapshot().isEmpty()) {
            events.removeIf(known -> known.snapshot().isEmpty() && known.isSameAs(event)
                    && Duration.between(event.time(), known.time()).abs().compareTo(LOG_DELAY) < 0);
        }
        if (!events.contains(event)) {
            events.addLast(event);
            if (events.size() > MOST_EVENTS) {
                events.removeFirst();
            }
        }
    }

    /**
     * @param most the maximum number
     * @return the last events, in the order in which they were reported
     */
    public synchronized List<UnitEvent> events(int most) {
        return events.stream().skip(Math.max(0, events.size() - (long) Math.max(0, most))).toList();
    }

    /** @return completes with the next answer or failure */
    public synchronized CompletableFuture<@Nullable Void> next() {
        return next.copy();
    }

    /** @return the current statistics */
    public synchronized Figures figures() {
        return new Figures(answers, Map.copyOf(failures), failuresInARow, since(answeredAt), since(failedAt),
                Optional.ofNullable(failure), Optional.ofNullable(sample), responses());
    }

    private Optional<Duration> since(@Nullable Instant moment) {
        return moment == null ? Optional.empty() : Optional.of(Duration.between(moment, clock.instant()));
    }

    private Optional<Responses> responses() {
        return responses.getCount() == 0 ? Optional.empty()
                : Optional.of(new Responses(Duration.ofNanos(responses.getMin()),
                        Duration.ofNanos(responses.getSum() / responses.getCount()),
                        Duration.ofNanos(responses.getMax())));
    }
}
