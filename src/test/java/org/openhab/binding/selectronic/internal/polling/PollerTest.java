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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.source.UnitChoice;

/**
 * What a connection is asked, and when, with units that answer, fail, hang and are not there.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PollerTest {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final SourceException SILENT = new SourceException(Problem.NO_ANSWER, "the box", "10");
    private static final SourceException GARBLED = new SourceException(Problem.NOT_JSON);

    private final VirtualTime time = new VirtualTime();
    private final Instant begin = time.clock().instant();
    private final Source source = new Source();
    private final Bridge bridge = new Bridge();
    private final Poller poller = new Poller(source, INTERVAL, new Timing(time.clock(), time, new Random(1)),
            new IdleMonitor(time.clock(), Duration.ofMinutes(10)), bridge);
    private final Map<String, Inverter> inverters = new HashMap<>();

    /** A request: what was asked, and when. */
    private record Asked(String what, Duration at) {
    }

    private class Source implements InverterSource {
        private final List<Asked> asked = new ArrayList<>();
        private final Map<String, SourceException> failing = new HashMap<>();
        private final List<Unit> units = new ArrayList<>();
        private final List<String> released = new ArrayList<>();
        private Consumer<List<Unit>> listener = found -> {
        };
        private @Nullable SourceException releaseFailure;
        private boolean withoutList;
        private int underWay;
        private int mostUnderWay;

        @Override
        public ConnectionType connectionType() {
            return ConnectionType.GATEWAY;
        }

        private <T> CompletableFuture<T> answer(String what, T answer) {
            asked.add(new Asked(what, Duration.between(begin, time.clock().instant())));
            mostUnderWay = Math.max(mostUnderWay, ++underWay);
            CompletableFuture<T> result = new CompletableFuture<>();
            SourceException failure = failing.get(what);
            Duration takes = SILENT == failure ? TIMEOUT : Duration.ofMillis(20);
            time.schedule(() -> {
                underWay--;
                if (failure == null) {
                    result.complete(answer);
                } else {
                    result.completeExceptionally(failure);
                }
            }, takes.toMillis(), TimeUnit.MILLISECONDS);
            return result;
        }

        @Override
        public CompletableFuture<List<Unit>> units() {
            return answer("list", List.copyOf(units));
        }

        @Override
        public void listenToUnits(Consumer<List<Unit>> listener) {
            this.listener = listener;
        }

        @Override
        public Optional<Unit> unitWithoutList(UnitChoice choice) {
            return withoutList ? Optional.of(new Unit(String.valueOf(choice.id()), Identity.NONE)) : Optional.empty();
        }

        @Override
        public CompletableFuture<Sample> read(Unit unit) {
            return answer(unit.id(),
                    new Sample(ConnectionType.GATEWAY, time.clock().instant(), null, Duration.ZERO, Map.of()));
        }

        @Override
        public CompletableFuture<@Nullable Void> release() {
            released.add("all");
            SourceException failure = releaseFailure;
            return failure == null ? CompletableFuture.completedFuture(null) : CompletableFuture.failedFuture(failure);
        }

        @Override
        public CompletableFuture<@Nullable Void> release(Unit unit) {
            released.add(unit.id());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<@Nullable Void> disconnect() {
            return CompletableFuture.completedFuture(null);
        }

        long count(String what) {
            return asked.stream().filter(each -> each.what.equals(what)).count();
        }

        @Nullable
        Asked last() {
            return asked.get(asked.size() - 1);
        }
    }

    private class Inverter implements Poller.Subscriber {
        private final String id;
        private final List<Sample> samples = new ArrayList<>();
        private final List<SourceException> failures = new ArrayList<>();
        private boolean inUse = true;
        private boolean mistaken;

        Inverter(String id) {
            this.id = id;
        }

        @Override
        public UnitChoice choice() {
            return new UnitChoice(id, null);
        }

        @Override
        public void found(Unit unit) {
            assertThat(unit.id(), is(id));
        }

        @Override
        public void sampled(Identity identity, Sample sample) {
            samples.add(sample);
        }

        @Override
        public void failed(SourceException failure) {
            failures.add(failure);
            if (mistaken) {
                throw new IllegalStateException("a mistake in what is told of a failure");
            }
        }

        @Override
        public boolean isInUse() {
            return inUse;
        }
    }

    private class Bridge implements Poller.Observer {
        private boolean mistaken;
        private int lists;
        private int idle;
        private final List<SourceException> failures = new ArrayList<>();

        @Override
        public void unitsFound(List<Unit> units) {
            lists++;
        }

        @Override
        public void answered() {
        }

        @Override
        public void failed(SourceException failure) {
            failures.add(failure);
            if (mistaken) {
                throw new IllegalStateException("a mistake in what is told of a failure");
            }
        }

        @Override
        public void idle() {
            idle++;
        }
    }

    @AfterEach
    void stop() {
        assertThat("requests at once", source.mostUnderWay, is(lessThanOrEqualTo(1)));
        poller.stop();
        time.pass(Duration.ofMinutes(1));
        assertThat("tasks left", time.waiting(), is(0L));
    }

    private Inverter subscribe(String id) {
        Inverter inverter = new Inverter(id);
        inverters.put(id, inverter);
        poller.subscribe(inverter);
        return inverter;
    }

    private Inverter listed(String id) {
        source.units.add(new Unit(id, Identity.NONE));
        return subscribe(id);
    }

    private List<Inverter> begin(int count) {
        List<Inverter> all = IntStream.range(0, count).mapToObj(n -> listed("unit" + n)).toList();
        poller.start();
        time.pass(Duration.ofSeconds(1));
        source.asked.clear();
        return all;
    }

    @Test
    void eachUnitKeepsThePaceAndTheListIsReadHourly() {
        List<Inverter> all = begin(3);
        time.pass(Duration.ofHours(3));
        for (Inverter inverter : all) {
            assertThat((double) source.count(inverter.id), is(closeTo(3 * 720, 1)));
        }
        assertThat(source.count("list"), is(3L));
        assertThat(all.get(0).failures, is(empty()));
    }

    /** Kind: one unit that fails costs the others nothing, and lists no more than one in five minutes. */
    @Test
    void aUnitThatFailsCostsItsOwnBackOffAndAListInFiveMinutesWhateverItsFailure() {
        for (SourceException failure : List.of(GARBLED, SILENT, new SourceException(Problem.HTTP_STATUS, "500"),
                new SourceException(Problem.OTHER_UNIT, "1", "2"))) {
            PollerTest each = new PollerTest();
            each.begin(2);
            each.source.failing.put("unit1", failure);
            each.time.pass(Duration.ofHours(1));
            assertThat(failure.getMessage(), each.source.count("list"), is(lessThanOrEqualTo(13L)));
            assertThat(failure.getMessage(), each.source.count("unit1"), is(lessThanOrEqualTo(60L)));
            // while the other one hangs nothing else can be asked
            long hanging = failure == SILENT ? 2 * each.source.count("unit1") : 0;
            assertThat(failure.getMessage(), each.source.count("unit0"),
                    is(both(greaterThan(715 - hanging)).and(lessThan(725L))));
            assertThat(Objects.requireNonNull(each.inverters.get("unit0")).failures, is(empty()));
            each.source.failing.clear();
            each.time.pass(Duration.ofMinutes(6));
            assertThat("recovers by itself",
                    each.source.asked.stream().filter(asked -> asked.what.equals("unit1")).count(),
                    is(greaterThan(5L)));
            each.stop();
        }
    }

    @Test
    void aUnitThatIsNotThereCostsAListInFiveMinutesAndIsReadAsSoonAsItIsListed() {
        begin(1);
        Inverter missing = subscribe("missing");
        time.pass(Duration.ofHours(8));
        assertThat(source.count("list"), is(lessThanOrEqualTo(97L)));
        assertThat(source.count("missing"), is(0L));
        assertThat(missing.failures.get(0).problem(), is(Problem.UNKNOWN_UNIT));
        source.units.add(new Unit("missing", Identity.NONE));
        time.pass(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(missing.samples, is(not(empty())));
    }

    @Test
    void whereNothingAnswersOneRequestIsMadeInTurnAtTheBackOffOfTheConnection() {
        begin(50);
        source.failing.put("list", SILENT);
        inverters.keySet().forEach(id -> source.failing.put(id, SILENT));
        time.pass(Duration.ofHours(4));
        assertThat(source.asked.size(), is(lessThanOrEqualTo(4 * 3600 / 100)));
        assertThat("each in turn", source.asked.stream().map(Asked::what).distinct().count(), is(greaterThan(40L)));
        assertThat(bridge.failures, hasSize(source.asked.size()));
        source.failing.clear();
        time.pass(Duration.ofMinutes(5).plus(TIMEOUT));
        time.pass(Duration.ofSeconds(10));
        assertThat("all are back", inverters.values().stream().allMatch(each -> !each.samples.isEmpty() && each.samples
                .get(each.samples.size() - 1).time().isAfter(time.clock().instant().minus(Duration.ofMinutes(5)))),
                is(true));
    }

    @Test
    void threeSilentUnitsOfFiftyDoNotHoldBackTheOthers() {
        List<Inverter> all = begin(50);
        List.of("unit0", "unit1", "unit2").forEach(id -> source.failing.put(id, SILENT));
        time.pass(Duration.ofMinutes(10));
        for (Inverter inverter : all.subList(3, 50)) {
            assertThat(inverter.id, inverter.samples.size(), is(greaterThan(40)));
        }
    }

    /** Kind: whatever a callback throws, the request has ended and the next one is made. */
    @Test
    void aMistakeInWhatIsDoneAboutAFailureEndsNoPolling() {
        List<Inverter> all = begin(2);
        all.get(0).mistaken = true;
        source.failing.put("unit0", GARBLED);
        CompletableFuture<@Nullable Void> asked = poller.request(all.get(0));
        time.pass(Duration.ofMinutes(5));
        assertThat(asked.isCompletedExceptionally(), is(true));
        assertThat(all.get(1).samples.size(), is(greaterThan(50)));
        assertThat(all.get(0).failures.size(), is(greaterThan(3)));
        inverters.values().forEach(inverter -> inverter.mistaken = true);
        source.failing.put("list", GARBLED);
        source.failing.put("unit1", SILENT);
        bridge.mistaken = true;
        time.pass(Duration.ofMinutes(10));
        bridge.mistaken = false;
        source.failing.clear();
        all.get(1).samples.clear();
        time.pass(Duration.ofMinutes(6));
        assertThat(all.get(1).samples, is(not(empty())));
    }

    /** What is known of the units may change while one of them is read. */
    @Test
    void aReadingOfTheUnitBeforeIsNotTheOneOfTheUnitThatItTurnsOutToBe() {
        source.units.add(new Unit("old", new Identity("240001", null, null, null)));
        List<String> reported = new ArrayList<>();
        Poller.Subscriber bySerialNumber = new Inverter("new") {
            @Override
            public UnitChoice choice() {
                return new UnitChoice(null, "240001");
            }

            @Override
            public void found(Unit unit) {
                reported.add("is " + unit.id());
            }

            @Override
            public void sampled(Identity identity, Sample sample) {
                reported.add("sample of " + Objects.requireNonNull(source.last()).what);
            }
        };
        poller.subscribe(bySerialNumber);
        poller.start();
        time.pass(Duration.ofSeconds(1));
        source.asked.clear();
        reported.clear();
        while (source.asked.isEmpty()) {
            time.pass(Duration.ofMillis(10));
        }
        source.listener.accept(List.of(new Unit("new", new Identity("240001", null, null, null))));
        time.pass(Duration.ofMillis(15));
        assertThat(reported, contains("is new"));
        time.pass(Duration.ofSeconds(1));
        assertThat(reported, contains("is new", "sample of new"));
    }

    /**
     * A box that answers for its list and hangs for live values: the connection works, and its status does not flap.
     */
    @Test
    void unitsThatAreSilentWhileTheListAnswersAreNoFailureOfTheConnection() {
        List<Inverter> all = begin(2);
        source.failing.put("unit0", SILENT);
        source.failing.put("unit1", SILENT);
        time.pass(Duration.ofMinutes(10));
        bridge.failures.clear();
        all.forEach(inverter -> inverter.failures.clear());
        time.pass(Duration.ofHours(2));
        assertThat(bridge.failures, is(empty()));
        assertThat(all.get(0).failures, is(not(empty())));
        assertThat(source.count("list"), is(lessThanOrEqualTo(27L)));
        source.failing.put("list", SILENT);
        time.pass(Duration.ofMinutes(11));
        assertThat("now it is the connection", bridge.failures, is(not(empty())));
    }

    @Test
    void whatTheOwnerAsksForGoesOutAtOnceDuringAnOutageAndReportsWhatHappened() {
        begin(1);
        source.failing.put("unit0", SILENT);
        source.failing.put("list", SILENT);
        time.pass(Duration.ofHours(1));
        source.asked.clear();
        CompletableFuture<@Nullable Void> asked = poller.request();
        CompletableFuture<@Nullable Void> again = poller.request(Objects.requireNonNull(inverters.get("unit0")));
        time.pass(TIMEOUT.multipliedBy(2));
        assertThat(source.asked.stream().map(Asked::what).toList(), hasItem("unit0"));
        assertThat(asked.isCompletedExceptionally(), is(true));
        assertThat(again.isCompletedExceptionally(), is(true));
        source.failing.clear();
        time.pass(Duration.ofMinutes(5).plus(TIMEOUT));
        CompletableFuture<@Nullable Void> good = poller.request();
        time.pass(Duration.ofSeconds(1));
        assertThat(good.isDone() && !good.isCompletedExceptionally(), is(true));
    }

    @Test
    void whatTheOwnerAsksForWhileTheLineIsNotUsedIsAskedAndTheLineIsReleasedAgain() {
        List<Inverter> all = begin(1);
        all.get(0).inUse = false;
        time.pass(Duration.ofHours(1));
        source.asked.clear();
        source.released.clear();
        CompletableFuture<@Nullable Void> asked = poller.request();
        CompletableFuture<@Nullable Void> list = poller.requestUnits();
        time.pass(Duration.ofSeconds(1));
        assertThat(asked.isDone() && list.isDone(), is(true));
        assertThat(source.asked.stream().map(Asked::what).toList(), contains("unit0", "list"));
        time.pass(Duration.ofHours(1));
        assertThat(source.asked, hasSize(2));
        assertThat(source.released, contains("all"));
        assertThat(bridge.idle, is(2));
    }

    /** Who waits for an answer would wait for nothing, and blame the other side for its silence. */
    @Test
    void whatIsAskedForWhileTheOtherSideWantsSilenceFailsAtOnceWithThat() {
        begin(1);
        source.failing.put("unit0", SourceException.rateLimited(Duration.ofMinutes(2)));
        time.pass(Duration.ofSeconds(5));
        for (CompletableFuture<@Nullable Void> asked : List.of(poller.request(),
                poller.request(Objects.requireNonNull(inverters.get("unit0"))), poller.requestUnits())) {
            Throwable failure = Objects
                    .requireNonNull(assertThrows(CompletionException.class, () -> asked.getNow(null)).getCause());
            assertThat(((SourceException) failure).problem(), is(Problem.RATE_LIMITED));
        }
    }

    @Test
    void whatIsAskedOfAPollerThatHasEndedFailsAtOnce() {
        begin(1);
        poller.stop();
        for (CompletableFuture<@Nullable Void> asked : List.of(poller.request(),
                poller.request(Objects.requireNonNull(inverters.get("unit0"))), poller.requestUnits(),
                poller.release(Duration.ofMinutes(1)))) {
            assertThat(asked.isCompletedExceptionally(), is(true));
        }
    }

    @Test
    void aLineThatCouldNotBeReleasedIsNotCalledFree() {
        begin(1);
        source.releaseFailure = new SourceException(Problem.LINK_CUT, "the box");
        CompletableFuture<@Nullable Void> free = poller.release(Duration.ofMinutes(1));
        time.pass(Duration.ofSeconds(1));
        assertThat(free.isCompletedExceptionally(), is(true));
    }

    @Test
    void aThousandRequestsMakeOnePoll() {
        begin(1);
        time.pass(Duration.ofMillis(2500));
        source.asked.clear();
        IntStream.range(0, 1000).forEach(n -> poller.request());
        time.pass(Duration.ofSeconds(1));
        assertThat(source.asked, hasSize(1));
    }

    @Test
    void aWishForSilenceIsKeptByEveryRequestButForFiveMinutesAtMost() {
        begin(1);
        source.failing.put("unit0", SourceException.rateLimited(Duration.ofDays(1)));
        time.pass(Duration.ofSeconds(5));
        source.asked.clear();
        poller.request();
        time.pass(Duration.ofSeconds(290));
        assertThat(source.asked, is(empty()));
        source.failing.clear();
        time.pass(Duration.ofSeconds(15));
        assertThat(source.asked, is(not(empty())));
    }

    @Test
    void aUnitWhoseIdIsConfiguredIsReadAlthoughTheListFailsOrIsMissing() {
        source.withoutList = true;
        source.failing.put("list", new SourceException(Problem.HTTP_STATUS, "404"));
        Inverter inverter = subscribe("unit0");
        poller.start();
        time.pass(Duration.ofHours(1));
        assertThat((double) inverter.samples.size(), is(closeTo(720, 2)));
        assertThat("read first", source.asked.get(0).what, is("unit0"));
        assertThat(source.count("list"), is(lessThanOrEqualTo(13L)));
    }

    @Test
    void releasedMeansThatNothingIsAskedAndTheLineIsFreeWhenTheRequestUnderWayHasEnded() {
        begin(1);
        source.failing.put("unit0", SILENT);
        time.pass(Duration.ofSeconds(5));
        CompletableFuture<@Nullable Void> free = poller.release(Duration.ofMinutes(3));
        assertThat(poller.isReleased(), is(true));
        assertThat("a request is under way", free.isDone(), is(false));
        time.pass(TIMEOUT);
        assertThat(free.isDone(), is(true));
        assertThat(source.released, contains("all"));
        source.failing.clear();
        source.asked.clear();
        time.pass(Duration.ofMinutes(2).plusSeconds(45));
        assertThat(source.asked, is(empty()));
        time.pass(Duration.ofSeconds(30));
        assertThat(source.asked, is(not(empty())));
    }

    @Test
    void whoIsNotSubscribedAnyMoreHasItsSessionClosedUnlessAnotherThingUsesTheUnit() {
        begin(2);
        Inverter twin = subscribe("unit1");
        time.pass(Duration.ofSeconds(6));
        poller.unsubscribe(Objects.requireNonNull(inverters.get("unit0")));
        poller.unsubscribe(twin);
        assertThat(source.released, contains("unit0"));
        source.asked.clear();
        time.pass(Duration.ofMinutes(1));
        assertThat(source.count("unit0"), is(0L));
        assertThat(twin.samples, is(not(empty())));
    }

    @Test
    void withoutASubscriberTheListIsReadEveryFiveMinutesAndSoonAfterAFailure() {
        poller.start();
        time.pass(Duration.ofMinutes(9));
        assertThat(source.count("list"), is(2L));
        source.failing.put("list", SILENT);
        poller.requestUnits();
        time.pass(TIMEOUT.plusSeconds(1));
        assertThat(bridge.failures, contains(SILENT));
        source.failing.clear();
        time.pass(Duration.ofSeconds(11));
        assertThat(bridge.lists, is(3));
    }

    @Test
    void afterTheLastSubscriberTheListIsReadInFiveMinutes() {
        poller.unsubscribe(begin(1).get(0));
        time.pass(Duration.ofMinutes(6));
        assertThat(source.count("list"), is(1L));
    }

    @Test
    void withoutALinkedChannelTheConnectionIsReleasedOnceAndTakenBackWhenOneIsLinked() {
        List<Inverter> all = begin(1);
        all.get(0).inUse = false;
        time.pass(Duration.ofHours(1));
        assertThat(bridge.idle, is(1));
        assertThat(source.released, contains("all"));
        source.asked.clear();
        time.pass(Duration.ofMinutes(10));
        assertThat(source.asked, is(empty()));
        all.get(0).inUse = true;
        poller.wake();
        time.pass(Duration.ofSeconds(1));
        assertThat(source.count("unit0"), is(1L));
    }

    @Test
    void aConnectionThatCannotKeepTheIntervalSaysWhatItCan() {
        begin(1);
        time.pass(Duration.ofMinutes(1));
        assertThat(poller.slowPace(), is(Optional.empty()));
        PollerTest slow = new PollerTest();
        slow.begin(400);
        slow.time.pass(Duration.ofMinutes(2));
        assertThat(slow.poller.slowPace().map(Duration::toSeconds), is(Optional.of(8L)));
        slow.stop();
    }

    @Test
    void aRequestThatNeverEndsIsKnownByItsTime() {
        begin(1);
        source.failing.put("unit0", SILENT);
        time.pass(Duration.ofSeconds(12));
        assertThat(poller.inFlight().isPresent(), is(true));
        assertThat(Collections.max(List.of(poller.inFlight().get(), Duration.ofSeconds(7))),
                is(poller.inFlight().get()));
    }
}
