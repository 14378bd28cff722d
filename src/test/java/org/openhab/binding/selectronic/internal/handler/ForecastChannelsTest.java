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
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.forecast.Plant;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.types.TimeSeries;

/**
 * The forecast as an owner sees it, for a house with the same load and sun each day.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ForecastChannelsTest {
    private static final Unit UNIT = new Unit("A1", new Identity("240001", "SP-PRO", "V15.47", 7500.0));
    private static final double LOAD = 500, NOON = 4000, CAPACITY = 10_000;

    private final VirtualTime time = new VirtualTime();
    private final FakeStorage storage = new FakeStorage();
    private final FakeOpenHab openHab = new FakeOpenHab(time);
    private final Timing timing = new Timing(time.clock(), time, new Random(1));
    private final FakeSource source = new FakeSource();
    private final Bridge bridge = FakeOpenHab.gateway("box", Map.of("host", "192.0.2.1"));
    private double stored = 0.8 * CAPACITY;
    private Instant before = Instant.MIN;

    @BeforeEach
    void aHouse() {
        source.connectionType = ConnectionType.PORTAL;
        source.units = List.of(UNIT);
        source.readings.put(UNIT.id(), () -> {
            Instant now = time.clock().instant();
            double solar = solar(now);
            if (before != Instant.MIN) {
                double hours = Duration.between(before, now).toMillis() / 3.6e6;
                stored = Math.max(0, Math.min(CAPACITY, stored + (solar - LOAD) * hours));
            }
            before = now;
            Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
            values.put(LOAD_POWER, Value.of(LOAD));
            values.put(SOLAR_AC_COUPLED_POWER, Value.of(solar));
            values.put(SOLAR_DC_COUPLED_POWER, Value.of(0.0));
            values.put(AC_SOURCE_POWER, Value.of(0.0));
            values.put(BATTERY_POWER, Value.of(LOAD - solar));
            values.put(BATTERY_STATE_OF_CHARGE, Value.of(100 * stored / CAPACITY));
            return CompletableFuture
                    .completedFuture(new Sample(ConnectionType.PORTAL, now, now, Duration.ofMillis(5), values));
        });
    }

    private static double solar(Instant now) {
        ZonedDateTime local = now.atZone(TestServices.SYDNEY);
        double hour = local.getHour() + local.getMinute() / 60.0;
        return hour > 6 && hour < 18 ? NOON * Math.sin(Math.PI * (hour - 6) / 12) : 0;
    }

    private Thing start(Map<String, Object> config) {
        openHab.add(bridge, new FakeBridgeHandler(bridge, TestServices.of(timing), source));
        Thing inverter = FakeOpenHab.inverter(bridge, "main", config);
        openHab.add(inverter, new InverterHandler(inverter, TestServices.of(timing, storage)));
        return inverter;
    }

    private void passUntil(int hour) {
        ZonedDateTime now = time.clock().instant().atZone(TestServices.SYDNEY);
        ZonedDateTime next = now.withHour(hour).withMinute(0).withSecond(0).withNano(0);
        time.pass(Duration.between(now, next.isAfter(now) ? next : next.plusDays(1)));
        time.settle();
    }

    private double number(String channel) {
        return openHab.states.get(channel) instanceof QuantityType<?> number ? number.doubleValue() : Double.NaN;
    }

    @Test
    void afterFourDaysTheNightIsForecast() {
        start(Map.of("batteryCapacity", 10.0));
        time.pass(Duration.ofMinutes(5));
        assertThat(String.valueOf(openHab.states.get("forecast#state")), containsString("learning"));
        assertThat(openHab.series, not(hasKey("forecast#state-of-charge")));
        time.pass(Duration.ofDays(4));
        passUntil(18);
        openHab.series.clear();
        time.pass(Duration.ofMinutes(31));
        Instant now = time.clock().instant();
        double charge = 100 * stored / CAPACITY;
        // from 18:30 until the sun gives more than the load, a little after 6:28: about 6 kWh of 10, and losses
        assertThat(number("forecast#lowest-charge"), is(closeTo(charge - 61, 6)));
        assertThat(number("forecast#lowest-charge-low"), is(lessThanOrEqualTo(number("forecast#lowest-charge"))));
        assertThat(openHab.states.get("forecast#lowest-charge-time") instanceof DateTimeType lowest
                ? Duration.between(now, lowest.getInstant()).toMinutes() / 60.0
                : Double.NaN, is(closeTo(12, 1)));
        List<TimeSeries.Entry> load = List.copyOf(Objects.requireNonNull(openHab.series.get("forecast#load-power")));
        assertThat(load.size(), is(72));
        assertThat(load.get(71).timestamp(), is(greaterThan(now.plus(Duration.ofHours(34)))));
        load.forEach(
                entry -> assertThat(entry.state() instanceof QuantityType<?> power ? power.doubleValue() : Double.NaN,
                        is(closeTo(LOAD, 15))));
        double noon = Objects.requireNonNull(openHab.series.get("forecast#solar-power")).stream()
                .mapToDouble(entry -> entry.state() instanceof QuantityType<?> power ? power.doubleValue() : Double.NaN)
                .max().orElseThrow();
        assertThat(noon, is(closeTo(NOON, 400)));
    }

    @Test
    void aShortfallIsSaidOnceAndItsEndToo() {
        start(Map.of("batteryCapacity", 10.0, "reserve", 90));
        time.pass(Duration.ofDays(4));
        passUntil(23);
        assertThat(openHab.triggers.stream().filter(each -> each.startsWith("forecast")).toList(),
                hasItem("forecast#event SHORTFALL"));
        int triggers = openHab.triggers.size();
        time.pass(Duration.ofHours(2));
        assertThat("once an evening", openHab.triggers.size(), is(triggers));
    }

    @Test
    void nothingIsLearnedOrStoredWhileNoChannelIsLinked() {
        openHab.links = channel -> !channel.startsWith("forecast");
        start(Map.of("batteryCapacity", 10.0));
        time.pass(Duration.ofDays(1));
        assertThat(storage.getKeys().stream().filter(key -> key.contains("profile")).toList(), is(empty()));
        assertThat(openHab.updates.stream().filter(each -> each.startsWith("forecast")).toList(), is(empty()));
    }

    @Test
    void aRestartKeepsWhatWasLearned() {
        Thing inverter = start(Map.of("batteryCapacity", 10.0));
        time.pass(Duration.ofDays(4));
        passUntil(18);
        openHab.dispose(inverter);
        time.pass(Duration.ofMinutes(10));
        openHab.states.clear();
        openHab.add(inverter, new InverterHandler(inverter, TestServices.of(timing, storage)));
        time.pass(Duration.ofMinutes(5));
        assertThat(number("forecast#lowest-charge"), is(not(Double.NaN)));
        assertThat("written only when it differs", storage.unchangedPuts, is(empty()));
    }

    /** A machine that was started without the time of day reads the log before it reaches a time server. */
    @Test
    void recordsThatSeemToBeOfTheFutureAreReadAgainWhenTheClockIsRight() {
        AtomicReference<Duration> wrong = new AtomicReference<>(Duration.ofDays(-90));
        Clock wall = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(@Nullable ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return time.clock().instant().plus(wrong.get());
            }
        };
        ForecastChannels channels = new ForecastChannels(new NoOutlet(),
                TestServices.of(new Timing(time.clock(), wall, time, new Random(1)), storage),
                new ThingStorage(storage).ofThing("inverter"));
        Instant now = time.clock().instant();
        Sample sample = new Sample(ConnectionType.PORTAL, now, now, Duration.ZERO, Map.of(LOAD_POWER, Value.of(LOAD)));
        channels.sampled(sample);
        HistoryRecord record = new HistoryRecord(now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1)),
                Map.of(HISTORY_LOAD_POWER, LOAD));
        channels.fill(new HistoryPortion(List.of(record), HistoryPosition.at(record.end()), 0, Optional.empty()));
        wrong.set(Duration.ZERO);
        channels.sampled(sample);
        assertThat(channels.missingAfter().orElseThrow().time(), is(lessThanOrEqualTo(record.start())));
    }

    private static final class NoOutlet implements ForecastChannels.Outlet {
        @Override
        public boolean isWanted() {
            return true;
        }

        @Override
        public Plant plant() {
            return Plant.UNKNOWN;
        }

        @Override
        public void values(Map<Quantity, Value> values) {
        }

        @Override
        public void series(Quantity quantity, TimeSeries series) {
        }

        @Override
        public void trigger(String payload) {
        }
    }
}
