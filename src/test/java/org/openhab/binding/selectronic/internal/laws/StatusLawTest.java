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
package org.openhab.binding.selectronic.internal.laws;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.FakeBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.types.State;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The status of bridge and inverter does not flap: ONLINE ends only when nothing good has come for a minute, on the
 * portal for ten minutes, or 25 around midnight in Sydney; and it comes back only with a good answer. On the other hand
 * what has not answered for so long is never called ONLINE and the age of the values counts on, whatever happens:
 * failures, answers of the past, requests that never end, a released connection.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class StatusLawTest {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Unit UNIT = new Unit("A1", new Identity("123456", null, null, null));

    /** How the other side is for some time. */
    record Weather(Sky sky, int seconds) {
    }

    enum Sky {
        GOOD,
        DOWN,
        NONSENSE,
        STANDS_STILL,
        HANGS,
        RELEASED
    }

    @Provide
    Arbitrary<List<Weather>> house() {
        return weather(90);
    }

    @Provide
    Arbitrary<List<Weather>> portal() {
        return weather(2400);
    }

    private static Arbitrary<List<Weather>> weather(int longest) {
        return Combinators
                .combine(Arbitraries.of(Sky.GOOD, Sky.GOOD, Sky.DOWN, Sky.NONSENSE, Sky.STANDS_STILL, Sky.HANGS,
                        Sky.RELEASED), Arbitraries.integers().between(1, longest))
                .as(Weather::new).list().ofMinSize(3).ofMaxSize(25);
    }

    @Property(tries = 40)
    void withinTheHouse(@ForAll("house") List<Weather> weather, @ForAll long seed) {
        try (Followed house = new Followed(ConnectionType.GATEWAY, seed, Duration.ZERO)) {
            house.through(weather, Duration.ofSeconds(1));
        }
    }

    @Property(tries = 40)
    void onThePortal(@ForAll("portal") List<Weather> weather, @ForAll long seed) {
        Duration timeOfDay = Duration.ofMinutes(Math.floorMod(seed, 24 * 60));
        try (Followed house = new Followed(ConnectionType.PORTAL, seed, timeOfDay)) {
            house.through(weather, Duration.ofSeconds(15));
        }
    }

    /** A bridge with an inverter, and what was asked and answered. */
    private static final class Followed implements InverterSource {
        private final VirtualTime time = new VirtualTime();
        private final FakeOpenHab openHab = new FakeOpenHab(time);
        private final ConnectionType connectionType;
        private final Bridge bridge;
        private final FakeBridgeHandler handler;
        private final Thing inverter;
        private Sky sky = Sky.GOOD;
        private Instant sampleTime = Instant.EPOCH;
        /** The last good answer with a sample of the present, and the last answer that is contact at all. */
        private Instant lastGood = Instant.EPOCH, lastContact = Instant.EPOCH;
        /** When the first of the calls without contact, and without a good reading, in a row began. */
        private @Nullable Instant lostSince, badSince;
        private List<CompletableFuture<?>> hanging = new ArrayList<>();

        Followed(ConnectionType connectionType, long seed, Duration later) {
            this.connectionType = connectionType;
            time.pass(later);
            Timing timing = new Timing(time.clock(), time, new Random(seed));
            bridge = FakeOpenHab.gateway("box", Map.of("host", "192.0.2.1"));
            handler = new FakeBridgeHandler(bridge, TestServices.of(timing), this);
            openHab.add(bridge, handler);
            inverter = FakeOpenHab.inverter(bridge, "main", Map.of());
            openHab.add(inverter, new InverterHandler(inverter, TestServices.of(timing)));
            time.settle();
        }

        void through(List<Weather> weather, Duration step) {
            ThingStatus bridgeBefore = status(bridge);
            ThingStatus inverterBefore = status(inverter);
            Instant onlineSince = Instant.EPOCH;
            for (Weather each : weather) {
                sky = each.sky;
                Instant end = now().plusSeconds(each.seconds);
                hanging.forEach(
                        never -> never.completeExceptionally(new SourceException(Problem.NO_ANSWER, "box", "10")));
                hanging.clear();
                if (sky == Sky.RELEASED) {
                    handler.release(Duration.ofSeconds(each.seconds));
                }
                while (now().isBefore(end)) {
                    Instant before = now();
                    time.pass(step);
                    ThingStatus bridgeNow = status(bridge);
                    ThingStatus inverterNow = status(inverter);
                    if (bridgeBefore == ThingStatus.ONLINE && bridgeNow == ThingStatus.OFFLINE) {
                        assertThat("bridge OFFLINE too soon: " + this,
                                sky == Sky.RELEASED || isOutage(lostSince, lastContact), is(true));
                    }
                    if (inverterBefore == ThingStatus.ONLINE && inverterNow == ThingStatus.OFFLINE) {
                        assertThat("inverter OFFLINE too soon: " + this,
                                sky == Sky.RELEASED || isOutage(badSince, lastGood) || isStale(), is(true));
                    }
                    if (bridgeBefore == ThingStatus.OFFLINE && bridgeNow == ThingStatus.ONLINE) {
                        assertThat("ONLINE without an answer", lastContact, is(greaterThanOrEqualTo(before)));
                    }
                    if (inverterBefore == ThingStatus.OFFLINE && inverterNow == ThingStatus.ONLINE) {
                        assertThat("ONLINE without a good answer: " + this, lastGood, is(greaterThanOrEqualTo(before)));
                        onlineSince = now();
                    }
                    checkAge(inverterNow);
                    assertThat("ONLINE before anything good",
                            inverterNow == ThingStatus.ONLINE && lastGood.equals(Instant.EPOCH), is(false));
                    bridgeBefore = bridgeNow;
                    inverterBefore = inverterNow;
                }
            }
            assertThat(onlineSince, is(lessThanOrEqualTo(now())));
        }

        /** Looked at every ten seconds, and every half of the tolerance where nothing is polled. */
        private void checkAge(ThingStatus inverterNow) {
            Duration old = Duration.between(lastGood, now());
            if (lastGood.equals(Instant.EPOCH)) {
                return;
            }
            Duration longest = tolerance(Optional.ofNullable(badSince).orElseGet(() -> now())).plus(LOOK);
            Duration stale = connectionType == ConnectionType.GATEWAY ? Duration.ofSeconds(60) : Duration.ofMinutes(15);
            if (old.compareTo(longest.compareTo(stale) > 0 ? longest : stale.plus(LOOK)) > 0) {
                assertThat("ONLINE without a value of the present: " + this, inverterNow, is(not(ThingStatus.ONLINE)));
            }
            @Nullable
            State shown = openHab.states.get(Quantity.CONNECTION_SAMPLE_AGE.channelId());
            if (shown instanceof QuantityType<?> age) {
                assertThat("age shown: " + this, old.toMillis() / 1000.0 - age.doubleValue(),
                        is(lessThan(tolerance(now()).toSeconds() / 2.0 + LOOK.toSeconds() * 2)));
            }
        }

        private boolean isStale() {
            Duration longest = connectionType == ConnectionType.GATEWAY ? Duration.ofSeconds(60)
                    : Duration.ofMinutes(15);
            return Duration.between(sampleTime, now()).compareTo(longest) >= 0;
        }

        private boolean isOutage(@Nullable Instant trouble, Instant since) {
            return Duration.between(since, now()).compareTo(tolerance(trouble == null ? now() : trouble)) >= 0;
        }

        private Duration tolerance(Instant trouble) {
            if (connectionType == ConnectionType.GATEWAY) {
                return Duration.ofSeconds(60);
            }
            LocalTime began = LocalTime.ofInstant(trouble, ZoneId.of("Australia/Sydney"));
            boolean badTime = !began.isBefore(LocalTime.of(23, 50)) || began.isBefore(LocalTime.of(0, 30));
            return Duration.ofMinutes(badTime ? 25 : 10);
        }

        private Instant now() {
            return time.clock().instant();
        }

        private ThingStatus status(Thing thing) {
            return openHab.thing(thing.getUID()).getStatusInfo().getStatus();
        }

        private <T> CompletableFuture<T> answer(boolean reading, Supplier<T> good) {
            boolean contact = sky != Sky.DOWN;
            boolean fresh = reading && (sky == Sky.GOOD || sky == Sky.RELEASED
                    || sky == Sky.STANDS_STILL && (sampleTime == Instant.EPOCH || !isStale()));
            if (sky == Sky.HANGS) {
                CompletableFuture<T> never = new CompletableFuture<>();
                hanging.add(never);
                return never;
            }
            if (contact) {
                lastContact = now();
                lostSince = null;
            } else if (lostSince == null) {
                lostSince = now();
            }
            if (fresh) {
                lastGood = now();
                badSince = null;
            } else if (badSince == null) {
                badSince = now();
            }
            if (!contact) {
                return CompletableFuture.failedFuture(new SourceException(Problem.CONNECTION_CUT, "box"));
            }
            SourceException nonsense = new SourceException(Problem.NOT_JSON);
            return reading && sky == Sky.NONSENSE ? CompletableFuture.failedFuture(nonsense)
                    : CompletableFuture.completedFuture(good.get());
        }

        @Override
        public ConnectionType connectionType() {
            return connectionType;
        }

        @Override
        public CompletableFuture<List<Unit>> units() {
            return answer(false, () -> List.of(UNIT));
        }

        @Override
        public CompletableFuture<Sample> read(Unit unit) {
            if (sky == Sky.GOOD || sky == Sky.RELEASED || sampleTime == Instant.EPOCH) {
                Instant moved = now();
                return answer(true, () -> sample(moved));
            }
            return answer(true, () -> sample(sampleTime));
        }

        private Sample sample(Instant moved) {
            sampleTime = moved;
            return new Sample(connectionType, moved, now(), Duration.ofMillis(5),
                    Map.of(Quantity.LOAD_POWER, Value.of(400.0)));
        }

        @Override
        public CompletableFuture<@Nullable Void> disconnect() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public String toString() {
            return openHab.statuses + " " + now() + " " + sky + ", good " + Duration.between(lastGood, now()) + " ago";
        }
    }
}
