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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.NoTexts;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.forecast.HalfHour;
import org.openhab.binding.selectronic.internal.forecast.Plant;
import org.openhab.binding.selectronic.internal.forecast.StoredProfile;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;
import org.openhab.core.types.UnDefType;

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
    private Clock wall = time.clock();
    private ZoneId zone = TestServices.SYDNEY;
    private final FakeSource source = new FakeSource();
    private final Bridge bridge = FakeOpenHab.gateway("box", Map.of("host", "192.0.2.1"));
    private double stored = 0.8 * CAPACITY;
    private boolean batteryMeasured = true;
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
            if (batteryMeasured) {
                values.put(BATTERY_POWER, Value.of(LOAD - solar));
            }
            values.put(BATTERY_STATE_OF_CHARGE, Value.of(100 * stored / CAPACITY));
            return CompletableFuture
                    .completedFuture(new Sample(source.connectionType, now, now, Duration.ofMillis(5), values));
        });
    }

    private static double solar(Instant now) {
        ZonedDateTime local = now.atZone(TestServices.SYDNEY);
        double hour = local.getHour() + local.getMinute() / 60.0;
        return hour > 6 && hour < 18 ? NOON * Math.sin(Math.PI * (hour - 6) / 12) : 0;
    }

    private Thing start(Map<String, Object> config) {
        openHab.add(bridge, new FakeBridgeHandler(bridge, services(), source));
        Thing inverter = FakeOpenHab.inverter(bridge, "main", config);
        openHab.add(inverter, new InverterHandler(inverter, services()));
        return inverter;
    }

    private Services services() {
        Clock ofOpenHab = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(@Nullable ZoneId other) {
                return this;
            }

            @Override
            public Instant instant() {
                return wall.instant();
            }
        };
        return TestServices.of(new Timing(time.clock(), ofOpenHab, time, new Random(1)),
                new ChannelTexts(null, new NoTexts(), () -> Locale.ROOT, () -> zone), storage, new FakeStorage());
    }

    private TextStorage stored() {
        return new ThingStorage(storage).ofThing(FakeOpenHab.inverter(bridge, "main", Map.of()).getUID().getAsString());
    }

    /** What was learned in some days before. */
    private void learned(int days) {
        Instant now = time.clock().instant();
        StoredProfile.put(stored(), now.minus(Duration.ofDays(days)), now, at -> {
            double solar = solar(at.plusSeconds(900));
            return new HalfHour(LOAD, solar, 0, LOAD - solar, Double.NaN);
        });
    }

    private String state() {
        return String.valueOf(openHab.states.get("forecast#state"));
    }

    private Instant forecastFrom() {
        return Objects.requireNonNull(openHab.series.get("forecast#load-power")).get(0).timestamp();
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
        learned(4);
        start(Map.of("batteryCapacity", 10.0, "reserve", 90));
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
        learned(4);
        Thing inverter = start(Map.of("batteryCapacity", 10.0));
        passUntil(18);
        openHab.dispose(inverter);
        time.pass(Duration.ofMinutes(10));
        openHab.states.clear();
        openHab.add(inverter, new InverterHandler(inverter, services()));
        time.pass(Duration.ofMinutes(5));
        assertThat(number("forecast#lowest-charge"), is(not(Double.NaN)));
        assertThat("written only when it differs", storage.unchangedPuts, is(empty()));
    }

    /** A machine that was started without the time of day reads the log before it reaches a time server. */
    @Test
    void recordsThatSeemToBeOfTheFutureAreReadAgainWhenTheClockIsRight() {
        wall = Clock.offset(time.clock(), Duration.ofDays(-90));
        ForecastChannels channels = new ForecastChannels(new NoOutlet(), services(),
                new ThingStorage(storage).ofThing("inverter"));
        Instant now = time.clock().instant();
        Sample sample = new Sample(ConnectionType.PORTAL, now, now, Duration.ZERO, Map.of(LOAD_POWER, Value.of(LOAD)));
        channels.sampled(sample, Map.of());
        HistoryRecord record = new HistoryRecord(now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1)),
                Map.of(HISTORY_LOAD_POWER, LOAD));
        channels.fill(new HistoryPortion(List.of(record), HistoryPosition.at(record.end()), 0, Optional.empty()));
        wall = time.clock();
        channels.sampled(sample, Map.of());
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

    @Test
    void aChargeThatIsCorrectedAtNoonMovesTheForecastWithinMinutes() {
        learned(10);
        start(Map.of("batteryCapacity", 10.0));
        passUntil(12);
        stored = CAPACITY;
        time.pass(Duration.ofMinutes(62));
        double before = number("forecast#lowest-charge");
        stored -= 0.2 * CAPACITY;
        time.pass(Duration.ofMinutes(7));
        double full = 100 * Math.min(CAPACITY, stored + 6_000) / CAPACITY;
        assertThat("the sun of the afternoon fills it again", full, is(100.0));
        assertThat(number("forecast#lowest-charge"), is(closeTo(before, 2)));
        passUntil(18);
        time.pass(Duration.ofMinutes(8));
        before = number("forecast#lowest-charge");
        stored -= 0.2 * CAPACITY;
        time.pass(Duration.ofMinutes(7));
        assertThat("in the evening it does not", number("forecast#lowest-charge"), is(closeTo(before - 20, 2)));
    }

    @Test
    void withoutCapacityItSaysSoAndForecastsTheRest() {
        learned(10);
        batteryMeasured = false;
        start(Map.of());
        time.pass(Duration.ofMinutes(5));
        assertThat(state(), containsString("capacity-unknown"));
        assertThat(openHab.states.get("forecast#lowest-charge"), is(UnDefType.UNDEF));
        assertThat(openHab.series, hasKey("forecast#load-power"));
        assertThat(openHab.series, not(hasKey("forecast#state-of-charge")));
    }

    @Test
    void onTheGridItSaysSoAndNothingRunsShort() {
        learned(10);
        stored = 0;
        start(Map.of("batteryCapacity", 10.0, "acSource", "GRID"));
        time.pass(Duration.ofHours(1));
        assertThat(state(), containsString("on-grid"));
        assertThat(openHab.states.get("forecast#reserve-time"), is(UnDefType.UNDEF));
        assertThat(openHab.triggers, everyItem(not(startsWith("forecast"))));
    }

    @Test
    void anotherZoneChangesNoMoment() {
        learned(10);
        start(Map.of("batteryCapacity", 10.0));
        passUntil(18);
        time.pass(Duration.ofMinutes(5));
        double lowest = number("forecast#lowest-charge");
        State at = Objects.requireNonNull(openHab.states.get("forecast#lowest-charge-time"));
        openHab.series.clear();
        zone = ZoneId.of("Australia/Perth");
        time.pass(Duration.ofMinutes(26));
        assertThat(forecastFrom(), is(lessThanOrEqualTo(time.clock().instant())));
        assertThat(number("forecast#lowest-charge"), is(closeTo(lowest, 2)));
        assertThat(openHab.states.get("forecast#lowest-charge-time"), is(at));
    }

    /** A machine without a clock of its own, until it finds the time in the network. */
    @Test
    void aClockThatWasWrongForAWhileEndsNoForecast() {
        learned(10);
        start(Map.of("batteryCapacity", 10.0));
        time.pass(Duration.ofMinutes(31));
        wall = Clock.offset(time.clock(), Duration.ofDays(3));
        time.pass(Duration.ofHours(1));
        wall = time.clock();
        openHab.series.clear();
        Instant corrected = time.clock().instant();
        time.pass(Duration.ofMinutes(2));
        assertThat(forecastFrom(),
                is(both(lessThanOrEqualTo(corrected)).and(greaterThan(corrected.minusSeconds(1801)))));
        assertThat(state(), containsString("ready"));
        time.pass(Duration.ofHours(2));
        assertThat(StoredProfile.loads(stored(), corrected, corrected.plus(Duration.ofMinutes(90))),
                everyItem(is(LOAD)));
        assertThat(
                StoredProfile.loads(stored(), corrected.plus(Duration.ofDays(2)), corrected.plus(Duration.ofDays(4))),
                everyItem(is(Double.NaN)));
    }

    @Test
    void anAbsenceStaysAGapWhereThereIsNoLog() {
        source.connectionType = ConnectionType.GATEWAY;
        start(Map.of("batteryCapacity", 10.0));
        passUntil(14);
        Instant gone = time.clock().instant();
        var answers = Objects.requireNonNull(source.readings.get(UNIT.id()));
        source.fail(UNIT.id(), new SourceException(Problem.NO_ANSWER, "box", "5"));
        time.pass(Duration.ofHours(3));
        source.readings.put(UNIT.id(), answers);
        time.pass(Duration.ofHours(2));
        Instant back = gone.plus(Duration.ofHours(3));
        assertThat(StoredProfile.loads(stored(), gone.minusSeconds(3600), gone), everyItem(is(LOAD)));
        assertThat(StoredProfile.loads(stored(), gone, back), everyItem(is(Double.NaN)));
        assertThat(StoredProfile.loads(stored(), back.plusSeconds(1800), back.plusSeconds(5400)), everyItem(is(LOAD)));
    }
}
