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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
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
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;

/**
 * What two units cost on one connection, however each of them is: a sound one is polled each interval and not once
 * more, whatever the other does; one that is not is asked no faster than the back-off allows; lists come no faster than
 * every five minutes; and nothing is written, shown or proposed again that has not changed.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LoadLawTest {
    /** Whether all is tried, or the choice that fits into a build. */
    private static final boolean WHOLE = Boolean.getBoolean("selectronic.matrix.whole");
    private static final Duration WINDOW = Duration.ofHours(6), BEFORE = Duration.ofHours(1);
    private static final Duration LISTS = Duration.ofMinutes(5);

    private final VirtualTime time = new VirtualTime();
    private final FakeOpenHab openHab = new FakeOpenHab(time);
    private final FakeStorage storage = new FakeStorage();
    private final FakeSource source = new FakeSource();
    private final List<List<Unit>> proposed = new ArrayList<>();

    /** How a unit is all the time. */
    enum Health {
        SOUND,
        SILENT,
        BUSY,
        ANOTHER,
        REFUSED,
        NONSENSE,
        MISSING
    }

    static Stream<Arguments> pairs() {
        return Stream.of(ConnectionType.GATEWAY, ConnectionType.NETWORK, ConnectionType.TUNNEL, ConnectionType.PORTAL)
                .flatMap(connectionType -> Stream.of(Health.values()).flatMap(one -> Stream.of(Health.values())
                        .filter(other -> isTried(one, other)).map(other -> Arguments.of(connectionType, one, other))));
    }

    /** In a build a unit is beside a sound one and beside its like, in the long runs beside any. */
    private static boolean isTried(Health one, Health other) {
        return one == other || other.compareTo(one) > 0 && (WHOLE || one == Health.SOUND);
    }

    private CompletableFuture<Sample> answer(Health health) {
        return switch (health) {
            case SOUND -> CompletableFuture.completedFuture(new Sample(source.connectionType, now(), now(),
                    Duration.ofMillis(20), Map.of(Quantity.LOAD_POWER, Value.of(800.0))));
            case SILENT -> failed(Problem.NO_ANSWER, "192.0.2.1", "10");
            case BUSY -> failed(Problem.TUNNEL_BUSY, "240001");
            case ANOTHER -> failed(Problem.OTHER_UNIT, "240001", "240009");
            case REFUSED -> failed(Problem.PASSWORD_REFUSED);
            case NONSENSE -> failed(Problem.NOT_JSON);
            case MISSING -> throw new AssertionError("a unit that is not there was asked");
        };
    }

    private static CompletableFuture<Sample> failed(Problem problem, String... arguments) {
        return CompletableFuture.failedFuture(new SourceException(problem, arguments));
    }

    private Instant now() {
        return time.clock().instant();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void eachUnitCostsWhatItMayAndNothingIsWrittenAgain(ConnectionType connectionType, Health one, Health other) {
        source.connectionType = connectionType;
        List<Unit> units = new ArrayList<>();
        List<Thing> inverters = new ArrayList<>();
        Timing timing = new Timing(time.clock(), time, new Random(1));
        Bridge bridge = FakeOpenHab.gateway("line", Map.of("host", "192.0.2.1"));
        FakeBridgeHandler handler = new FakeBridgeHandler(bridge, TestServices.of(timing), source);
        int number = 0;
        for (Health health : List.of(one, other)) {
            String id = "24000" + ++number;
            if (health != Health.MISSING) {
                units.add(new Unit(id, new Identity(id, null, null, null)));
                source.readings.put(id, () -> answer(health));
            }
            inverters.add(FakeOpenHab.inverter(bridge, "inverter" + number, Map.of("serialNumber", id)));
        }
        source.units = units;
        handler.setUnitsListener(proposed::add);
        openHab.add(bridge, handler);
        for (Thing inverter : inverters) {
            openHab.add(inverter, new InverterHandler(inverter, TestServices.of(timing, storage)));
        }
        time.pass(BEFORE);
        source.asked.clear();
        openHab.statuses.clear();
        int things = openHab.thingUpdates;
        int proposals = proposed.size();

        time.pass(WINDOW);

        number = 0;
        for (Health health : List.of(one, other)) {
            cost(connectionType, health, "24000" + ++number);
        }
        long lists = source.asked.stream().filter("units"::equals).count();
        assertThat("lists", lists, is(lessThanOrEqualTo(WINDOW.dividedBy(LISTS) + 1)));
        assertThat("proposals", (long) proposed.size() - proposals, is(lessThanOrEqualTo(lists)));
        assertThat("updates of things", openHab.thingUpdates - things, is(0));
        assertThat(openHab.unchangedThingUpdates, is(empty()));
        assertThat(storage.unchangedPuts, is(empty()));
        assertThat("what stays as it is is not shown again", openHab.statuses, is(empty()));
    }

    private void cost(ConnectionType connectionType, Health health, String id) {
        long asked = source.asked.stream().filter(id::equals).count();
        double plan = (double) WINDOW.toSeconds() / connectionType.usualInterval().toSeconds();
        if (health == Health.SOUND) {
            assertThat("polls of a sound unit", (double) asked, closeTo(plan, plan / 100));
        } else {
            // full jitter: half of the ceiling on the average; a refused password is answered without asking again
            double slowed = (double) WINDOW.toSeconds() / (connectionType.slowestProbe().toSeconds() / 2.0);
            assertThat("attempts at a unit that is " + health, (double) asked, is(lessThanOrEqualTo(2 * slowed)));
        }
    }
}
