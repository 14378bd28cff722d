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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.Poller.Observer;
import org.openhab.binding.selectronic.internal.handler.Poller.Subscriber;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Way;
import org.openhab.binding.selectronic.internal.schedule.IdleWatch;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * Many inverters on one way, of which some are out of reach. Each request to one of those takes its 30 s.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PollerTest {
    private static final int COUNT = 50;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final VirtualTime time = new VirtualTime();
    private final List<String> asked = new ArrayList<>();
    private final Set<Integer> silent = new TreeSet<>();
    private final Set<Integer> toldOfTheirOwn = new TreeSet<>();
    private final List<SourceException> told = new ArrayList<>();
    private boolean listed = true;
    private final Poller poller = new Poller(new Source(),
            Poller.scheduleOf(new Timing(time.clock(), time, new Random(1)), Way.PORTAL, Duration.ofMinutes(1)),
            new Timing(time.clock(), time, new Random(1)), new IdleWatch(time.clock(), Duration.ZERO),
            IntStream.range(0, COUNT).mapToObj(Inverter::new).toList(), new Bridge());

    private class Source implements InverterSource {
        @Override
        public Way way() {
            return Way.PORTAL;
        }

        private <T> CompletableFuture<T> silence() {
            CompletableFuture<T> answer = new CompletableFuture<>();
            time.schedule(
                    () -> answer.completeExceptionally(new SourceException(Problem.NO_ANSWER, "the portal", "30")),
                    TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return answer;
        }

        @Override
        public CompletableFuture<List<Unit>> units() {
            asked.add("list");
            return listed
                    ? CompletableFuture.completedFuture(IntStream.range(0, COUNT)
                            .mapToObj(n -> new Unit(Integer.toString(n), Identity.NONE)).toList())
                    : silence();
        }

        @Override
        public CompletableFuture<Sample> read(Unit unit) {
            asked.add(unit.id());
            return silent.contains(Integer.valueOf(unit.id()))
                    ? silence()
                    : CompletableFuture.completedFuture(
                            new Sample(Way.PORTAL, time.clock().instant(), null, Duration.ZERO, Map.of()));
        }

        @Override
        public CompletableFuture<Void> disconnect() {
            return CompletableFuture.completedFuture(null);
        }
    }

    private class Inverter implements Subscriber {
        private final int number;

        Inverter(int number) {
            this.number = number;
        }

        @Override
        public Optional<Unit> unitAmong(List<Unit> units) {
            return Optional.of(units.get(number));
        }

        @Override
        public void identified(Identity identity) {
        }

        @Override
        public void sampled(Sample sample) {
        }

        @Override
        public boolean isInUse() {
            return true;
        }

        @Override
        public void failed(SourceException failure) {
            toldOfTheirOwn.add(number);
        }

        @Override
        public void missed(SourceException failure) {
        }
    }

    private class Bridge implements Observer {
        @Override
        public void unitsFound(List<Unit> units) {
        }

        @Override
        public void answered() {
        }

        @Override
        public void failed(SourceException failure) {
            told.add(failure);
        }
    }

    @AfterEach
    void stop() {
        poller.stop();
    }

    private void firstRound() {
        poller.start();
        time.pass(Duration.ofSeconds(1));
        assertThat(asked, hasSize(1 + COUNT));
        asked.clear();
    }

    @Test
    void whereNobodyAnswersTheRestOfTheRoundIsNotWaitedFor() {
        firstRound();
        silent.addAll(IntStream.range(0, COUNT).boxed().toList());
        listed = false;
        time.pass(Duration.ofMinutes(10));
        assertThat("told in time", told.size(), is(greaterThanOrEqualTo(2)));
        assertThat("three, then the list only", asked.stream().filter(each -> !each.equals("list")).toList(),
                contains("0", "1", "2"));
        assertThat(toldOfTheirOwn, is(empty()));
    }

    @Test
    void whereTheFirstAloneAreOutOfReachTheOthersAreReadInTheNextRound() {
        firstRound();
        silent.addAll(List.of(0, 1, 2));
        time.pass(Duration.ofMinutes(5));
        assertThat(asked.subList(0, 4), contains("0", "1", "2", "list"));
        assertThat(asked, hasItem(Integer.toString(COUNT - 1)));
        assertThat(toldOfTheirOwn, is(Set.of(0, 1, 2)));
        assertThat("one round was lost", Collections.frequency(told.stream().map(SourceException::problem).toList(),
                Problem.NO_ANSWER), is(1));
    }
}
