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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.NoTexts;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.FakeBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.handler.InverterServices;
import org.openhab.binding.selectronic.internal.handler.OwnerTexts;
import org.openhab.binding.selectronic.internal.handler.StoredTexts;
import org.openhab.binding.selectronic.internal.handler.Timing;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.model.Way;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The status of bridge and inverter does not flap: ONLINE ends only when three polls in a row have failed or when
 * nothing good has come for a minute, on the portal when nothing has come for a quarter of an hour, or 25 minutes
 * around midnight in Sydney; and it comes back only with a good answer. On the other hand a house that has not answered
 * for three polls is not called ONLINE.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class StatusLawTest {
    private static final Unit UNIT = new Unit("A1", new Identity("123456", null, null, null));

    /** How the other side is for some time. */
    record Weather(Sky sky, int seconds) {
    }

    enum Sky {
        GOOD, DOWN, NONSENSE, STANDS_STILL
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
        return Combinators.combine(Arbitraries.of(Sky.GOOD, Sky.GOOD, Sky.DOWN, Sky.NONSENSE, Sky.STANDS_STILL),
                Arbitraries.integers().between(1, longest)).as(Weather::new).list().ofMinSize(3).ofMaxSize(25);
    }

    @Property(tries = 40)
    void withinTheHouse(@ForAll("house") List<Weather> weather, @ForAll long seed) {
        new Followed(Way.GATEWAY, seed, Duration.ZERO).through(weather, Duration.ofSeconds(1));
    }

    @Property(tries = 40)
    void onThePortal(@ForAll("portal") List<Weather> weather, @ForAll long seed) {
        new Followed(Way.PORTAL, seed, Duration.ofMinutes(Math.floorMod(seed, 24 * 60)))
                .through(weather, Duration.ofSeconds(15));
    }

    /** A bridge with an inverter, and what was asked and answered. */
    private static final class Followed implements InverterSource {
        private final VirtualTime time = new VirtualTime();
        private final FakeOpenHab openHab = new FakeOpenHab(time);
        private final Way way;
        private final Bridge bridge;
        private final Thing inverter;
        private Sky sky = Sky.GOOD;
        private Instant sampleTime = Instant.EPOCH;
        /** The last good answer with a sample of the present, and the last answer that is contact at all. */
        private Instant lastGood = Instant.EPOCH, lastContact = Instant.EPOCH;
        /** Calls without contact, and without a good reading, in a row; and when each of these began. */
        private int lost, bad;
        private Instant lostSince = Instant.EPOCH, badSince = Instant.EPOCH;

        Followed(Way way, long seed, Duration later) {
            this.way = way;
            time.pass(later);
            Timing timing = new Timing(time.clock(), time, new Random(seed));
            bridge = FakeOpenHab.gateway("box", Map.of("host", "192.0.2.1"));
            openHab.add(bridge, new FakeBridgeHandler(bridge, timing, this));
            inverter = FakeOpenHab.inverter(bridge, "main", Map.of());
            openHab.add(inverter, new InverterHandler(inverter, new InverterServices(timing,
                    new OwnerTexts(null, new NoTexts(), () -> Locale.ROOT), () -> ZoneId.of("Australia/Sydney"),
                    Clock.systemUTC(), new StoredTexts(new FakeStorage()))));
            time.settle();
        }

        void through(List<Weather> weather, Duration step) {
            ThingStatus bridgeBefore = status(bridge);
            ThingStatus inverterBefore = status(inverter);
            Instant onlineSince = Instant.EPOCH;
            for (Weather each : weather) {
                sky = each.sky;
                Instant end = now().plusSeconds(each.seconds);
                while (now().isBefore(end)) {
                    Instant before = now();
                    time.pass(step);
                    ThingStatus bridgeNow = status(bridge);
                    ThingStatus inverterNow = status(inverter);
                    if (bridgeBefore == ThingStatus.ONLINE && bridgeNow == ThingStatus.OFFLINE) {
                        assertThat("bridge OFFLINE too soon: " + this, isOutage(lost, lostSince, lastContact),
                                is(true));
                    }
                    if (inverterBefore == ThingStatus.ONLINE && inverterNow == ThingStatus.OFFLINE) {
                        assertThat("inverter OFFLINE too soon: " + this, isOutage(bad, badSince, lastGood) || isStale(),
                                is(true));
                    }
                    if (bridgeBefore == ThingStatus.OFFLINE && bridgeNow == ThingStatus.ONLINE) {
                        assertThat("ONLINE without an answer", lastContact, is(greaterThan(before)));
                    }
                    if (inverterBefore == ThingStatus.OFFLINE && inverterNow == ThingStatus.ONLINE) {
                        assertThat("ONLINE without a good answer: " + this, lastGood, is(greaterThan(before)));
                        onlineSince = now();
                    }
                    if (way == Way.GATEWAY && lost >= 3) {
                        assertThat("ONLINE without contact", bridgeNow, is(ThingStatus.OFFLINE));
                    }
                    assertThat("ONLINE before anything good", inverterNow == ThingStatus.ONLINE
                            && lastGood.equals(Instant.EPOCH), is(false));
                    bridgeBefore = bridgeNow;
                    inverterBefore = inverterNow;
                }
            }
            assertThat(onlineSince, is(lessThanOrEqualTo(now())));
        }

        private boolean isStale() {
            Duration longest = way == Way.GATEWAY ? Duration.ofSeconds(60) : Duration.ofMinutes(15);
            return Duration.between(sampleTime, now()).compareTo(longest) >= 0;
        }

        private boolean isOutage(int failures, Instant trouble, Instant since) {
            Duration silent = Duration.between(since, now());
            if (way == Way.GATEWAY) {
                return failures >= 3 || silent.compareTo(Duration.ofSeconds(60)) >= 0;
            }
            LocalTime began = LocalTime.ofInstant(trouble, ZoneId.of("Australia/Sydney"));
            boolean badTime = !began.isBefore(LocalTime.of(23, 50)) || began.isBefore(LocalTime.of(0, 30));
            return silent.compareTo(Duration.ofMinutes(badTime ? 25 : 10)) >= 0;
        }

        private Instant now() {
            return time.clock().instant();
        }

        private ThingStatus status(Thing thing) {
            return openHab.thing(thing.getUID()).getStatusInfo().getStatus();
        }

        private <T> CompletableFuture<T> answer(boolean reading, Supplier<T> good) {
            boolean contact = sky != Sky.DOWN;
            boolean fresh = reading
                    && (sky == Sky.GOOD || sky == Sky.STANDS_STILL && (sampleTime == Instant.EPOCH || !isStale()));
            badSince = bad == 0 ? now() : badSince;
            lostSince = lost == 0 ? now() : lostSince;
            if (contact && (sky != Sky.NONSENSE || !reading)) {
                lastContact = now();
                lost = 0;
            } else if (!contact) {
                lost++;
            }
            if (fresh) {
                lastGood = now();
                bad = 0;
            } else if (reading || !contact) {
                bad++;
            }
            if (!contact) {
                return CompletableFuture.failedFuture(new SourceException(Problem.CONNECTION_CUT, "box"));
            }
            SourceException nonsense = new SourceException(Problem.NOT_JSON);
            return reading && sky == Sky.NONSENSE
                    ? CompletableFuture.failedFuture(nonsense)
                    : CompletableFuture.completedFuture(good.get());
        }

        @Override
        public Way way() {
            return way;
        }

        @Override
        public CompletableFuture<List<Unit>> units() {
            return answer(false, () -> List.of(UNIT));
        }

        @Override
        public CompletableFuture<Sample> read(Unit unit) {
            if (sky == Sky.GOOD || sampleTime == Instant.EPOCH) {
                Instant moved = now();
                return answer(true, () -> sample(moved));
            }
            return answer(true, () -> sample(sampleTime));
        }

        private Sample sample(Instant moved) {
            sampleTime = moved;
            return new Sample(way, moved, now(), Duration.ofMillis(5),
                    Map.of(Quantity.LOAD_POWER, Value.of(400.0)));
        }

        @Override
        public CompletableFuture<Void> disconnect() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public String toString() {
            return sky + ", " + lost + " lost, " + bad + " bad, good " + Duration.between(lastGood, now()) + " ago";
        }
    }
}
