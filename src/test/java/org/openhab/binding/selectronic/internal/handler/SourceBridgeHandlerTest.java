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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeSource;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

/**
 * A bridge whose source hangs, is slow to disconnect, and is not used.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SourceBridgeHandlerTest {
    private static final Unit UNIT = new Unit("A1", new Identity("123456", null, null, null));

    private final VirtualTime time = new VirtualTime();
    private boolean mistaken;
    private final FakeOpenHab openHab = new FakeOpenHab(time) {
        @Override
        public void stateUpdated(ChannelUID channel, State state) {
            if (mistaken) {
                throw new IllegalStateException("a mistake");
            }
            super.stateUpdated(channel, state);
        }
    };
    private final FakeSource source = new FakeSource();
    private final Timing timing = new Timing(time.clock(), time, new Random(1));
    private final Bridge bridge = FakeOpenHab.gateway("box", Map.of("host", "192.0.2.1"));
    private final FakeBridgeHandler handler = new FakeBridgeHandler(bridge, TestServices.of(timing), source);
    private @Nullable Thing inverter;

    @BeforeEach
    void oneUnit() {
        source.units = List.of(UNIT);
        source.readings.put("A1", () -> CompletableFuture.completedFuture(new Sample(ConnectionType.GATEWAY,
                time.clock().instant(), null, Duration.ZERO, Map.of(Quantity.LOAD_POWER, Value.of(400.0)))));
    }

    private void start() {
        openHab.add(bridge, handler);
        Thing thing = FakeOpenHab.inverter(bridge, "main", Map.of());
        openHab.add(thing, new InverterHandler(thing, TestServices.of(timing)));
        inverter = thing;
        time.pass(Duration.ofSeconds(20));
    }

    private String status(@Nullable Thing thing) {
        return thing == null ? "" : openHab.thing(thing.getUID()).getStatusInfo().toString();
    }

    @Test
    void theNextConfigurationConnectsWhenTheOneBeforeIsDisconnected() {
        start();
        CompletableFuture<@Nullable Void> free = new CompletableFuture<>();
        source.disconnected = free;
        handler.dispose();
        source.asked.clear();
        handler.initialize();
        time.pass(Duration.ofSeconds(10));
        assertThat("while the good-bye is under way", source.asked, is(empty()));
        free.complete(null);
        time.pass(Duration.ofSeconds(1));
        assertThat(source.asked, hasItem("A1"));
    }

    @Test
    void aDisconnectThatNeverEndsHoldsBackTheNextConfigurationForFifteenSecondsOnly() {
        start();
        source.disconnected = new CompletableFuture<>();
        handler.dispose();
        source.asked.clear();
        handler.initialize();
        time.pass(Duration.ofSeconds(14));
        assertThat(source.asked, is(empty()));
        time.pass(Duration.ofSeconds(2));
        assertThat(source.asked, hasItem("A1"));
    }

    /** The other configuration may be that of another device, which has not answered yet. */
    @Test
    void unitsOfAnEarlierConfigurationAreNotThoseOfTheNext() {
        start();
        assertThat(handler.units(), contains(UNIT));
        source.disconnected = new CompletableFuture<>();
        handler.dispose();
        handler.initialize();
        List<Unit> offered = new ArrayList<>();
        handler.setUnitsListener(offered::addAll);
        assertThat(handler.units(), is(empty()));
        assertThat(offered, is(empty()));
    }

    @Test
    void aRequestThatNeverEndsTakesBridgeAndInverterOfflineInTimeAndTheAgeCountsOn() {
        start();
        assertThat(status(inverter), is("ONLINE"));
        source.readings.put("A1", CompletableFuture::new);
        time.pass(Duration.ofSeconds(50));
        assertThat(status(inverter), is("ONLINE"));
        time.pass(Duration.ofSeconds(30));
        assertThat(status(inverter), startsWith("OFFLINE"));
        assertThat(status(bridge), startsWith("OFFLINE (COMMUNICATION_ERROR): @text/offline.no-answer"));
        time.pass(Duration.ofHours(1));
        assertThat(age(), is(closeTo(3680, 60)));
    }

    private double age() {
        Object age = Objects.requireNonNull(openHab.states.get(Quantity.CONNECTION_SAMPLE_AGE.channelId()));
        assertThat(age, is(instanceOf(QuantityType.class)));
        return ((QuantityType<?>) age).doubleValue();
    }

    /** openHAB leaves the inverters of a bridge alone that is given another configuration. */
    @Test
    void theAgeCountsOnWhereTheBridgeHasAConfigurationThatIsNotPolled() {
        start();
        handler.wrong = true;
        handler.dispose();
        handler.initialize();
        time.pass(Duration.ofHours(1));
        assertThat(age(), is(closeTo(3600, 60)));
    }

    @Test
    void aMistakeInShowingTheAgeDoesNotMakeItStandStill() {
        start();
        source.readings.put("A1", CompletableFuture::new);
        mistaken = true;
        time.pass(Duration.ofMinutes(5));
        mistaken = false;
        time.pass(Duration.ofHours(1));
        assertThat(age(), is(closeTo(3900, 60)));
        assertThat(status(inverter), startsWith("OFFLINE"));
    }

    @Test
    void whatIsNotReadAnyMoreHasNoAge() {
        start();
        Thing thing = Objects.requireNonNull(inverter);
        openHab.dispose(thing);
        assertThat(openHab.states.get(Quantity.CONNECTION_SAMPLE_AGE.channelId()), is(UnDefType.UNDEF));
        assertThat("all else is what it was last", openHab.states.get("load#power"), is(new QuantityType<>("400 W")));
    }

    /** openHAB shows once more what an item was before a restart. */
    @Test
    void anAgeOfBeforeARestartDoesNotStandWhereNothingAnswers() {
        openHab.states.put(Quantity.CONNECTION_SAMPLE_AGE.channelId(), new QuantityType<>("0 s"));
        source.readings.put("A1", CompletableFuture::new);
        start();
        time.pass(Duration.ofMinutes(1));
        assertThat(openHab.states.get(Quantity.CONNECTION_SAMPLE_AGE.channelId()), is(UnDefType.UNDEF));
    }

    @Test
    void withoutALinkedChannelItSaysWhyItIsDisconnectedAndComesBackWithOne() {
        handler.idleAfter = Duration.ofMinutes(10);
        start();
        openHab.linked = false;
        time.pass(Duration.ofMinutes(11));
        assertThat(status(bridge), is("OFFLINE (DUTY_CYCLE): @text/offline.idle"));
        assertThat(status(inverter), startsWith("OFFLINE (BRIDGE_OFFLINE)"));
        openHab.linked = true;
        handler.wake();
        time.pass(Duration.ofSeconds(1));
        assertThat(status(bridge), is("ONLINE"));
        assertThat(status(inverter), is("ONLINE"));
    }

    @Test
    void unitsThatClaimOneSerialNumberAreNamedByBridgeAndInverterAndNoneIsRead() {
        source.units = List.of(UNIT, new Unit("B2", new Identity("0123456", null, null, null)));
        start();
        assertThat(status(bridge),
                is("ONLINE: @text/offline.claimed-twice [\"123456\", \"A1 (123456) / B2 (123456)\"]"));
        assertThat(status(inverter), startsWith("OFFLINE (CONFIGURATION_ERROR)"));
        assertThat(source.asked, everyItem(is("units")));
    }

    /** Too many units or a slow line: the bridge measures how far apart samples are, whatever makes them so. */
    @Test
    void aConnectionThatCannotKeepTheIntervalSaysOnceWhatItCanAndNothingAnyMoreWhenItDoes() {
        start();
        var quick = source.readings.get("A1");
        CompletableFuture<Sample> none = CompletableFuture.failedFuture(new AssertionError("no reading"));
        source.readings.put("A1", () -> {
            CompletableFuture<Sample> slow = new CompletableFuture<>();
            time.schedule(() -> (quick == null ? none : quick.get()).thenAccept(slow::complete), 12, TimeUnit.SECONDS);
            return slow;
        });
        time.pass(Duration.ofMinutes(5));
        assertThat(status(bridge), is("ONLINE: @text/online.slow [\"12\"]"));
        assertThat("it is read all the same", status(inverter), is("ONLINE"));
        openHab.statuses.clear();
        time.pass(Duration.ofMinutes(10));
        assertThat(openHab.statuses, is(empty()));
        if (quick != null) {
            source.readings.put("A1", quick);
        }
        time.pass(Duration.ofMinutes(5));
        assertThat(status(bridge), is("ONLINE"));
    }

    @Test
    void whatComesAfterTheEndChangesNothing() {
        start();
        CompletableFuture<Sample> late = new CompletableFuture<>();
        source.readings.put("A1", () -> late);
        time.pass(Duration.ofSeconds(10));
        handler.dispose();
        openHab.dispose(Objects.requireNonNull(inverter));
        openHab.statuses.clear();
        openHab.updates.clear();
        late.complete(new Sample(ConnectionType.GATEWAY, time.clock().instant(), null, Duration.ZERO, Map.of()));
        time.pass(Duration.ofMinutes(10));
        assertThat(openHab.statuses, is(empty()));
        assertThat(openHab.updates, is(empty()));
        assertThat("nothing waits", time.waiting(), is(0L));
    }
}
