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

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.config.InverterConfiguration;
import org.openhab.binding.selectronic.internal.derive.Derivation;
import org.openhab.binding.selectronic.internal.derive.Derived;
import org.openhab.binding.selectronic.internal.derive.Freshness;
import org.openhab.binding.selectronic.internal.derive.GeneratorWatch;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.model.Way;
import org.openhab.binding.selectronic.internal.schedule.OutageWatch;
import org.openhab.binding.selectronic.internal.schedule.SuccessRate;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.UnitChoice;

/**
 * What is remembered of an inverter between two samples, from the beginning of a subscription to its end. A new one is
 * made whenever the configuration changes, so that nothing survives by accident.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Following {
    private static final int POLLS_IN_SUCCESS_RATE = 100;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double NANOS_PER_MILLISECOND = 1_000_000;

    private final UnitChoice choice;
    private AcSource configuredSource;
    private final boolean invertAcSource;
    private final Derivation derivation;
    private final SuccessRate rate = new SuccessRate(POLLS_IN_SUCCESS_RATE);
    private final Freshness freshness;
    private final OutageWatch outage;
    private FailureKind lastFailure = FailureKind.NONE;
    private @Nullable Sample last;

    /**
     * @param config a good configuration
     * @param way the way that the inverter is reached
     * @param timing what is measured with
     * @param tolerance tells how long trouble may last that begins now
     * @param generator watches the generator
     */
    Following(InverterConfiguration config, Way way, Timing timing, Supplier<Duration> tolerance,
            GeneratorWatch generator) {
        this.choice = new UnitChoice(config.deviceId, config.serialNumber);
        this.configuredSource = config.acSource();
        this.invertAcSource = config.invertAcSource;
        this.derivation = new Derivation(generator, config.batteryCapacity);
        this.freshness = new Freshness(timing.clock(), way.staleAfter());
        this.outage = new OutageWatch(timing.clock(), way.toleratedFailures(), tolerance);
    }

    /** What the unit's own settings tell of its AC source stands where the owner has not said otherwise. */
    void identified(Identity identity) {
        if (configuredSource == AcSource.AUTO) {
            configuredSource = identity.acSource();
        }
    }

    UnitChoice choice() {
        return choice;
    }

    /**
     * @param told a sample that has just come
     * @return what follows from it; empty if it is older than the last one and follows nothing
     * @throws Stale if it tells of the past only
     */
    Optional<Observation> observe(Sample told) throws SourceException {
        Sample sample = invertAcSource ? withInvertedAcSource(told) : told;
        last = sample;
        switch (freshness.judge(sample)) {
            case STALE :
                throw SourceException.stale(sample.time());
            case OLDER :
                return Optional.empty();
            case FRESH :
            default :
                outage.succeeded();
                rate.add(true);
                AcSource source = configuredSource.resolve(sample);
                Derived derived = derivation.derive(sample, source);
                addConnection(derived.values(), sample);
                return Optional.of(new Observation(sample, derived, source));
        }
    }

    /**
     * @param told a sample whose values are not fresh
     * @return what follows from its events, which are news all the same
     */
    Observation happened(Sample told) {
        Sample news = new Sample(told.way(), told.time(), told.sourceNow(), told.responseTime(), Map.of(),
                told.events());
        return new Observation(news, derivation.happened(news), configuredSource);
    }

    /** For installations whose gateway counts the AC source the other way round. */
    private static Sample withInvertedAcSource(Sample sample) {
        OptionalDouble power = sample.number(AC_SOURCE_POWER);
        return power.isEmpty()
                ? sample
                : sample.with(Map.of(AC_SOURCE_POWER, Value.of(0 - power.getAsDouble())));
    }

    private void addConnection(Map<Quantity, Value> values, Sample sample) {
        Optional<Duration> age = freshness.age(sample);
        values.put(CONNECTION_SAMPLE_TIME, age.isEmpty() ? Value.UNKNOWN : Value.of(sample.time()));
        values.put(CONNECTION_RESPONSE_TIME, Value.of(sample.responseTime().toNanos() / NANOS_PER_MILLISECOND));
        values.put(CONNECTION_SOURCE, Value.of(sample.way().name()));
        addCounts(values, age);
    }

    private void addCounts(Map<Quantity, Value> values, Optional<Duration> age) {
        values.put(CONNECTION_SAMPLE_AGE,
                age.map(known -> Value.of(known.toMillis() / MILLIS_PER_SECOND)).orElse(Value.UNKNOWN));
        rate.percent().ifPresent(percent -> values.put(CONNECTION_SUCCESS_RATE, Value.of(percent)));
        values.put(CONNECTION_FAILURES, Value.of((double) rate.failuresInARow()));
        values.put(CONNECTION_FAILURE_KIND, Value.of(lastFailure.name()));
    }

    /**
     * @param failure why nothing new was learned
     * @return what that does to the channels of the connection
     */
    Map<Quantity, Value> missed(SourceException failure) {
        rate.add(false);
        lastFailure = failure.kind();
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        Sample last = this.last;
        addCounts(values, last == null ? Optional.empty() : freshness.age(last));
        return values;
    }

    /**
     * @return whether the values of the past that are hereby reported make it an outage: a single sample of long ago,
     *         as it comes from a device whose clock is just being set, does not
     */
    boolean grewStale() {
        return outage.failed() | freshness.standsStill();
    }

    /** @return whether the failure that is hereby reported makes it an outage */
    boolean failed() {
        return outage.failed();
    }
}
