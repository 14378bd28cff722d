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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;

/**
 * A week in which each connection is there or not, at random and in all orders, and openHAB restarts now and then: what
 * a connection delivers is there, and nothing is there twice.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class AlternativesWeekTest extends ThreeConnections {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final double ENDS = 0.1, RESTARTS = 0.01, GENERATOR = 0.05, ALERT = 0.03;
    private static final double WATTS = 3000;
    private static final int SOME_ALERT = 50;
    private static final Set<String> LINKED = Set.of("load#power", "battery#power", "load#energy-total",
            "load#energy-today", "battery#temperature", "generator#running", "alerts#code", "history#load-power",
            "history#load-energy");

    private final Map<ConnectionType, Instant> goodSince = new EnumMap<>(ConnectionType.class);
    private final Map<String, Double> counters = new HashMap<>();
    private final List<LocalDate> resets = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Instant freshAt = Instant.MIN;
    private Instant restartedAt = Instant.MIN;
    private int reading;

    /** @return the weeks of a build; the long runs have more */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Boolean.getBoolean("selectronic.matrix.whole") ? 20 : 1);
    }

    /** Looks at each update, and keeps none: a week has many. */
    @Override
    FakeOpenHab openHab(VirtualTime time) {
        return new FakeOpenHab(time) {
            @Override
            public void stateUpdated(ChannelUID channelUID, State state) {
                states.put(channelUID.getId(), state);
                seen(channelUID.getId(), state);
            }
        };
    }

    /** Longer intervals make a shorter test. */
    @Override
    Duration interval(ConnectionType type) {
        return type == ConnectionType.PORTAL ? MINUTE : Duration.ofSeconds(30);
    }

    /** All values of a sample have the number of the reading, so that it shows if two are mixed. */
    @Override
    Map<Quantity, Value> values(ConnectionType type) {
        Map<Quantity, Value> values = super.values(type);
        reading = reading % 5000 + 1;
        values.put(LOAD_POWER, Value.of((double) reading));
        values.put(BATTERY_POWER, Value.of((double) reading));
        return values;
    }

    private LocalDate day() {
        return LocalDate.ofInstant(time.clock().instant(), TestServices.SYDNEY);
    }

    private void seen(String channel, State state) {
        if ("load#power".equals(channel)) {
            freshAt = time.clock().instant();
        } else if (channel.startsWith("load#energy") && state instanceof QuantityType<?> counter) {
            Double before = counters.put(channel, counter.doubleValue());
            if (before != null && counter.doubleValue() < before) {
                if (channel.endsWith("today") && !resets.contains(day())) {
                    resets.add(day());
                } else {
                    complain(channel + " went from " + before + " to " + state);
                }
            }
        }
    }

    private void complain(String complaint) {
        complaints.add(time.clock().instant() + " " + failing + " " + complaint);
    }

    /** Returns whether a connection has been there for so long that it must have been found by now. */
    private boolean isSteady() {
        return goodSince.entrySet().stream().anyMatch(each -> Duration.between(each.getValue(), time.clock().instant())
                .compareTo(Duration.ofMinutes(each.getKey() == ConnectionType.PORTAL ? 20 : 8)) > 0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsDeliveredIsThereOnce(long seed) {
        Random chance = new Random(seed);
        openHab.links = LINKED::contains;
        clocks.put(ConnectionType.TUNNEL, Duration.ofSeconds(-61));
        ages.put(ConnectionType.PORTAL, Duration.ofMinutes(9));
        Thing inverter = start(Map.of("acSource", "GENERATOR", "alternatives", List.of(TUNNEL, PORTAL)));
        sources.keySet().forEach(type -> goodSince.put(type, time.clock().instant()));
        int runs = 0, alerts = 0, steadyMinutes = 0;
        LocalDate day = day();
        Instant end = time.clock().instant().plus(WEEK);
        while (time.clock().instant().isBefore(end)) {
            for (ConnectionType type : sources.keySet()) {
                if (chance.nextDouble() < ENDS) {
                    if (goodSince.remove(type) != null) {
                        fail(type);
                    } else {
                        goodSince.put(type, time.clock().instant());
                        repair(type);
                    }
                }
            }
            if (chance.nextDouble() < RESTARTS) {
                restart(inverter);
            }
            boolean starts = imported == 0 && chance.nextDouble() < GENERATOR;
            runs += starts ? 1 : 0;
            imported = starts || imported > 0 && chance.nextDouble() < 0.5 ? WATTS : 0;
            boolean raised = alert == 0 && chance.nextDouble() < ALERT;
            if (raised || alert > 0 && chance.nextDouble() < 0.5) {
                alerts += raised ? 1 : 0;
                alert = raised ? SOME_ALERT : 0;
                log.add(new UnitEvent(raised ? UnitEvent.Type.ALERT_RAISED : UnitEvent.Type.ALERT_CLEARED, SOME_ALERT,
                        time.clock().instant(), false, Map.of()));
            }
            for (int minute = 0; minute < RECORDED_EVERY.toMinutes(); minute++) {
                energy += chance.nextDouble() / 50;
                today = day.equals(day()) ? today + 0.01 : 0;
                day = day();
                pass(MINUTE);
                steadyMinutes += isSteady() ? 1 : 0;
                check(inverter);
            }
            writeRecord();
        }
        sources.keySet().forEach(this::repair);
        pass(Duration.ofMinutes(40));
        assertThat(complaints.size() > 5 ? complaints.subList(0, 5) : complaints, is(empty()));
        assertThat(steadyMinutes, is(greaterThan(7 * 24 * 60 / 2)));
        checkTriggers("generator#event", "STARTED", "STOPPED", runs);
        checkTriggers("alerts#alert", "RAISED 50", "CLEARED 50", alerts);
        assertThat(triggers("connection#event").size(), is(both(greaterThan(20)).and(lessThan(250))));
        assertThat(openHab.series.getOrDefault("history#load-power", List.of()).stream()
                .map(TimeSeries.Entry::timestamp).toList(), is(records.stream().map(HistoryRecord::start).toList()));
    }

    private void restart(Thing inverter) {
        openHab.dispose(openHab.thing(inverter.getUID()));
        restartedAt = time.clock().instant();
        start(openHab.thing(inverter.getUID()));
    }

    private void check(Thing inverter) {
        if (number("load#power") != number("battery#power")) {
            complain("values of two samples: " + openHab.states.get("load#power") + " and "
                    + openHab.states.get("battery#power"));
        }
        if (isSteady() && Duration.between(restartedAt, time.clock().instant()).compareTo(MINUTE) > 0) {
            if (openHab.thing(inverter.getUID()).getStatus() != ThingStatus.ONLINE) {
                complain(status(inverter));
            } else if (Duration.between(freshAt, time.clock().instant()).compareTo(MINUTE.multipliedBy(3)) > 0) {
                complain("the last values are of " + freshAt);
            }
        }
    }

    private List<String> triggers(String channel) {
        return openHab.triggers.stream().filter(each -> each.startsWith(channel)).toList();
    }

    /** Beginnings and ends follow each other, and there are not more than really were. */
    private void checkTriggers(String channel, String begin, String end, int most) {
        List<String> all = triggers(channel);
        for (int n = 1; n < all.size(); n++) {
            assertThat(all.toString(), all.get(n), is(not(all.get(n - 1))));
        }
        int begun = (int) all.stream().filter(each -> each.equals(channel + " " + begin)).count();
        assertThat(channel, begun, is(both(lessThanOrEqualTo(most)).and(greaterThan(most / 2))));
        assertThat(channel, (int) all.stream().filter(each -> each.equals(channel + " " + end)).count(),
                is(lessThanOrEqualTo(most)));
    }
}
