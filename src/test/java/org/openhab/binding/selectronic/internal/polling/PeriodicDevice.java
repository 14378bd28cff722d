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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.source.UnitChoice;

/**
 * A device in virtual time that reads its inverter in a rhythm of its own and reports times in whole seconds of its own
 * clock, and a poller that reads it. Knows how old the values really are that the poller gets.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PeriodicDevice implements InverterSource, Poller.Subscriber, Poller.Observer {
    private static final Unit UNIT = new Unit("unit", Identity.NONE);

    private final VirtualTime time = new VirtualTime();
    private final Instant begin = time.clock().instant();
    private final ConnectionType type;
    private final Random random;
    private final boolean reportsTime;
    private final Duration clockOffset;
    private final List<Instant> polls = new ArrayList<>();
    private final List<Double> ages = new ArrayList<>();
    private Instant read = begin;
    private final Duration interval;

    /**
     * @param type its connection type
     * @param interval the time between two polls
     * @param seed chooses the phase, and the difference of the clocks
     * @param reportsTime whether it reports its current time
     * @param nextReading seconds from a reading of the inverter to the next
     */
    PeriodicDevice(ConnectionType type, Duration interval, long seed, boolean reportsTime,
            ToDoubleFunction<Random> nextReading) {
        this.type = type;
        this.random = new Random(seed);
        this.reportsTime = reportsTime;
        this.clockOffset = Duration.ofMillis(random.nextInt(10_000_000) - 5_000_000);
        readAfter(random.nextDouble() * 5, nextReading);
        this.interval = interval;
    }

    private void readAfter(double seconds, ToDoubleFunction<Random> nextReading) {
        time.schedule(() -> {
            read = time.clock().instant();
            readAfter(nextReading.applyAsDouble(random), nextReading);
        }, Math.round(seconds * 1e9), TimeUnit.NANOSECONDS);
    }

    /** Lets the poller work for a time. */
    void run(Duration duration) {
        time.pass(Duration.ofSeconds(5));
        Poller poller = new Poller(this, interval, new Timing(time.clock(), time, random),
                new IdleMonitor(time.clock(), Duration.ZERO), this);
        poller.subscribe(this);
        poller.start();
        time.pass(duration);
        poller.stop();
    }

    /** @return when each poll began, from the first one */
    List<Duration> polls() {
        return polls.stream().map(poll -> Duration.between(polls.get(0), poll)).toList();
    }

    /** @return the age of the values of each poll when they were published, in seconds */
    List<Double> ages() {
        return ages;
    }

    /** @return their mean */
    double meanAge() {
        return ages.stream().mapToDouble(age -> age).average().orElseThrow();
    }

    private Instant wholeSeconds(Instant instant) {
        return Instant.ofEpochSecond(instant.plus(clockOffset).getEpochSecond());
    }

    @Override
    public Optional<Duration> readingInterval() {
        return type == ConnectionType.GATEWAY ? Optional.of(Duration.ofSeconds(5)) : Optional.empty();
    }

    @Override
    public ConnectionType connectionType() {
        return type;
    }

    @Override
    public CompletableFuture<List<Unit>> units() {
        return CompletableFuture.completedFuture(List.of(UNIT));
    }

    @Override
    public Optional<Unit> unitWithoutList(UnitChoice choice) {
        return Optional.of(UNIT);
    }

    @Override
    public CompletableFuture<Sample> read(Unit unit) {
        polls.add(time.clock().instant());
        Duration response = Duration.ofMillis(20 + random.nextInt(60));
        Instant values = read;
        Sample sample = new Sample(type, wholeSeconds(values),
                reportsTime ? wholeSeconds(time.clock().instant()) : null, response, Map.of());
        CompletableFuture<Sample> answer = new CompletableFuture<>();
        time.schedule(() -> {
            ages.add(Duration.between(values, time.clock().instant()).toNanos() / 1e9);
            answer.complete(sample);
        }, response.toMillis(), TimeUnit.MILLISECONDS);
        return answer;
    }

    @Override
    public CompletableFuture<@Nullable Void> disconnect() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public UnitChoice choice() {
        return new UnitChoice(null, null);
    }

    @Override
    public void found(Unit unit) {
        // there is one
    }

    @Override
    public void sampled(Identity identity, Sample sample) {
        // the age is known already
    }

    @Override
    public void failed(SourceException failure) {
        throw new AssertionError(failure);
    }

    @Override
    public boolean isInUse() {
        return true;
    }

    @Override
    public void unitsFound(List<Unit> units) {
        // there is one
    }

    @Override
    public void answered() {
        // always
    }

    @Override
    public void idle() {
        // never
    }
}
