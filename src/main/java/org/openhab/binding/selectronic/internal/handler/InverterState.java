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
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.config.InverterConfiguration;
import org.openhab.binding.selectronic.internal.derive.Derivation;
import org.openhab.binding.selectronic.internal.derive.Derived;
import org.openhab.binding.selectronic.internal.derive.GeneratorWatch;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.model.Way;
import org.openhab.binding.selectronic.internal.polling.Freshness;
import org.openhab.binding.selectronic.internal.polling.Freshness.Verdict;
import org.openhab.binding.selectronic.internal.polling.OutageMonitor;
import org.openhab.binding.selectronic.internal.polling.SuccessRate;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.UnitChoice;

/**
 * What is remembered of an inverter between two samples, from initialize to dispose. A new one is made whenever the
 * configuration changes, so that nothing survives by accident.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class InverterState {
    private static final int POLLS_IN_SUCCESS_RATE = 100;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double NANOS_PER_MILLISECOND = 1_000_000;

    /** The age of values that nobody polls is published no more often than this. */
    private static final Duration AGE_INTERVAL = Duration.ofSeconds(10);

    private final UnitChoice choice;
    private AcSource configuredSource;
    private final boolean invertAcSource;
    private final Derivation derivation;
    private final SuccessRate rate = new SuccessRate(POLLS_IN_SUCCESS_RATE);
    private final Freshness freshness;
    private final OutageMonitor outage;
    private final Clock clock;
    private final Duration staleAfter;
    private final Supplier<Duration> tolerance;
    private FailureKind lastFailure = FailureKind.NONE;
    private Optional<Instant> lastTime = Optional.empty();
    private Instant agePublished;

    /**
     * @param config a good configuration
     * @param way the connection by which the inverter is reached
     * @param timing what is measured with
     * @param tolerance how long trouble that begins now may last
     * @param generator watches the generator
     */
    InverterState(InverterConfiguration config, Way way, Timing timing, Supplier<Duration> tolerance,
            GeneratorWatch generator) {
        this.choice = new UnitChoice(config.deviceId, config.serialNumber);
        this.configuredSource = config.acSource();
        this.invertAcSource = config.invertAcSource;
        this.derivation = new Derivation(generator, config.batteryCapacity);
        this.clock = timing.clock();
        this.staleAfter = way.staleAfter();
        this.tolerance = tolerance;
        this.freshness = new Freshness(clock, staleAfter);
        this.outage = new OutageMonitor(clock, tolerance);
        this.agePublished = clock.instant();
    }

    /** The unit's own setting of its AC source counts where the owner has not said otherwise. */
    void identified(Identity identity) {
        if (configuredSource == AcSource.AUTO) {
            configuredSource = identity.acSource();
        }
    }

    UnitChoice choice() {
        return choice;
    }

    /**
     * @param sample a sample that has just come
     * @return what it is good for
     */
    Verdict judge(Sample sample) {
        lastTime = Optional.of(sample.time());
        return freshness.judge(sample);
    }

    /**
     * @param reported a fresh sample
     * @return what follows from it
     */
    Observation observe(Sample reported) {
        Sample sample = invertAcSource ? withInvertedAcSource(reported) : reported;
        outage.succeeded();
        rate.add(true);
        AcSource source = configuredSource.resolve(sample);
        Derived derived = derivation.derive(sample, source);
        addConnection(derived.values(), sample);
        return new Observation(sample, derived, source);
    }

    /**
     * @param told a sample whose values are not fresh
     * @return what follows from its events, which are news all the same
     */
    Observation happened(Sample told) {
        Sample news = new Sample(told.way(), told.time(), told.sourceNow(), told.responseTime(), Map.of(),
                invertAcSource ? withInvertedAcSource(told).events() : told.events());
        return new Observation(news, derivation.happened(news), configuredSource);
    }

    /** For installations whose gateway counts the AC source the other way round. */
    private static Sample withInvertedAcSource(Sample sample) {
        return sample.withInvertedAcSource();
    }

    private void addConnection(Map<Quantity, Value> values, Sample sample) {
        values.put(CONNECTION_SAMPLE_TIME, freshness.age().isEmpty() ? Value.UNKNOWN : Value.of(sample.time()));
        values.put(CONNECTION_RESPONSE_TIME, Value.of(sample.responseTime().toNanos() / NANOS_PER_MILLISECOND));
        values.put(CONNECTION_SOURCE, Value.of(sample.way().name()));
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
        values.put(CONNECTION_SAMPLE_AGE, freshness.age()
                .map(age -> Value.of(age.toMillis() / MILLIS_PER_SECOND)).orElse(Value.UNKNOWN));
    }

    /**
     * @param failure why there was no fresh sample
     * @return what that does to the channels of the connection
     */
    Map<Quantity, Value> failed(SourceException failure) {
        outage.failed(failure);
        rate.add(false);
        lastFailure = failure.kind();
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        addCounts(values);
        return values;
    }

    /** @return the age of the values, if it was not published for a while although it has grown */
    Optional<Map<Quantity, Value>> agedUnseen() {
        Duration usual = tolerance.get().dividedBy(2);
        Duration longest = usual.compareTo(AGE_INTERVAL) > 0 ? usual : AGE_INTERVAL;
        if (lastTime.isEmpty() || Duration.between(agePublished, clock.instant()).compareTo(longest) < 0) {
            return Optional.empty();
        }
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        addAge(values);
        return Optional.of(values);
    }

    /** @return why the values are not of the present any more, empty while they are */
    Optional<SourceException> outage() {
        Duration limit = tolerance.get();
        boolean old = freshness.unmoved().compareTo(limit.compareTo(staleAfter) > 0 ? limit : staleAfter) >= 0;
        // an answer with a sample that stands still shows that there is none of the present
        boolean still = outage.failure().filter(failure -> failure.problem() == Problem.STALE).isPresent()
                && freshness.standsStill();
        if (!outage.isOutage() && !old && !still) {
            return Optional.empty();
        }
        return Optional.of(outage.failure().orElseGet(() -> lastTime.map(SourceException::stale)
                .orElseGet(() -> new SourceException(Problem.NO_VALUES))));
    }
}
