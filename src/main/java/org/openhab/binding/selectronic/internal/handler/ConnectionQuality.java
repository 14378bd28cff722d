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

import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.derive.Plausibility;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.polling.Freshness;
import org.openhab.binding.selectronic.internal.polling.Freshness.Verdict;
import org.openhab.binding.selectronic.internal.polling.OutageMonitor;
import org.openhab.binding.selectronic.internal.polling.SuccessRate;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * How good a connection to an inverter is: whether its samples are plausible and fresh, and how often it fails. Created
 * anew whenever the configuration changes, so that nothing of the old configuration remains.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ConnectionQuality {
    private static final int POLLS_IN_SUCCESS_RATE = 100;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double NANOS_PER_MILLISECOND = 1_000_000;

    /** Shortest interval between two updates of the sample age without a new sample. */
    private static final Duration AGE_INTERVAL = Duration.ofSeconds(10);

    private final Plausibility plausibility;
    private final SuccessRate rate = new SuccessRate(POLLS_IN_SUCCESS_RATE);
    private final Freshness freshness;
    private final OutageMonitor outage;
    private final Clock clock;
    private final Duration staleAfter;
    private final Provider<Duration> tolerance;
    private FailureKind lastFailure = FailureKind.NONE;
    private @Nullable Instant lastTime;
    private Instant agePublished;

    /**
     * @param connectionType the connection type
     * @param timing the clocks
     * @param tolerance how long a failure that begins now is tolerated
     */
    ConnectionQuality(ConnectionType connectionType, Timing timing, Provider<Duration> tolerance) {
        this.plausibility = new Plausibility(timing.clock());
        this.clock = timing.clock();
        this.staleAfter = connectionType.staleAfter();
        this.tolerance = tolerance;
        this.freshness = new Freshness(clock, staleAfter);
        this.outage = new OutageMonitor(clock, tolerance);
        this.agePublished = clock.instant();
    }

    /** Uses the unit's identity, which limits plausible powers. */
    void identified(Identity identity) {
        plausibility.identified(identity);
    }

    /**
     * @param sample a new sample
     * @return its plausible values
     */
    Plausibility.Judgement believe(Sample sample) {
        return plausibility.judge(sample);
    }

    /**
     * @param sample a plausible sample
     * @return whether it is fresh
     */
    Verdict judge(Sample sample) {
        lastTime = sample.time();
        return freshness.judge(sample);
    }

    /**
     * Notes a fresh sample.
     *
     * @param sample the sample
     * @param values receives the values of the connection channels
     */
    void succeeded(Sample sample, Map<Quantity, Value> values) {
        outage.succeeded();
        rate.add(true);
        addConnection(values, sample);
    }

    private void addConnection(Map<Quantity, Value> values, Sample sample) {
        values.put(CONNECTION_SAMPLE_TIME, freshness.age().isEmpty() ? Value.UNKNOWN : Value.of(sample.time()));
        values.put(CONNECTION_RESPONSE_TIME, Value.of(sample.responseTime().toNanos() / NANOS_PER_MILLISECOND));
        values.put(CONNECTION_SOURCE, Value.of(sample.connectionType().name()));
        addCounts(values);
    }

    private void addCounts(Map<Quantity, Value> values) {
        addAge(values);
        rate.percent().ifPresent(percent -> values.put(CONNECTION_SUCCESS_RATE, Value.of(percent)));
        values.put(CONNECTION_FAILURES, Value.of((double) rate.failuresInARow()));
        values.put(CONNECTION_FAILURE_KIND, Value.of(lastFailure.name()));
    }

    private void addAge(Map<Quantity, Value> values) {
        agePublished = clock.instant();
        values.put(CONNECTION_SAMPLE_AGE, freshness.age().map(age -> Value.of(age.toMillis() / MILLIS_PER_SECOND))
                .orElseGet(() -> Value.UNKNOWN));
    }

    /**
     * @param failure why there was no fresh sample
     * @return the new values of the connection channels
     */
    Map<Quantity, Value> failed(SourceException failure) {
        outage.failed(failure);
        rate.add(false);
        lastFailure = failure.kind();
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        addCounts(values);
        return values;
    }

    /** @return the age of the values, empty if it is not known */
    Optional<Duration> age() {
        return freshness.age();
    }

    /** @return the age of the values, if it has grown and was not published for a while */
    Optional<Map<Quantity, Value>> agedUnseen() {
        Duration usual = tolerance.get().dividedBy(2);
        Duration longest = usual.compareTo(AGE_INTERVAL) > 0 ? usual : AGE_INTERVAL;
        if (lastTime == null || Duration.between(agePublished, clock.instant()).compareTo(longest) < 0) {
            return Optional.empty();
        }
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        addAge(values);
        return Optional.of(values);
    }

    /** @return why the values are outdated, empty while they are current */
    Optional<SourceException> outage() {
        Duration limit = tolerance.get();
        boolean old = freshness.unmoved().compareTo(limit.compareTo(staleAfter) > 0 ? limit : staleAfter) >= 0;
        // an answer with a sample whose time does not change shows that the device has no current values
        boolean still = outage.failure().filter(failure -> failure.problem() == Problem.STALE).isPresent()
                && freshness.standsStill();
        if (!outage.isOutage() && !old && !still) {
            return Optional.empty();
        }
        Instant last = lastTime;
        return Optional.of(outage.failure()
                .orElseGet(() -> last == null ? new SourceException(Problem.NO_VALUES) : SourceException.stale(last)));
    }
}
